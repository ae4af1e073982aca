// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/sourceimport.h"

#include "core/events/eventbuilder.h"
#include "core/ingest/csvscan.h"
#include "core/ingest/jsonreader.h"
#include "core/ingest/recordfault.h"
#include "core/ingest/rowmapper.h"
#include "core/ingest/source.h"
#include "core/ingest/sourcepiece.h"
#include "core/ingest/textwindow.h"
#include "core/ingest/unpackedpieces.h"
#include "core/ingest/utf8check.h"
#include "core/jobs/jobcontext.h"
#include "core/jobs/parallel.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <mutex>

namespace clicksieve {

namespace {

/// Small enough to stay in a processor's cache, for a quick stop and even loads; large enough that starting a piece
/// costs nothing.
constexpr std::size_t kDefaultPiece = std::size_t{1} << 20;
std::size_t pieceBytes = kDefaultPiece;

/// What a worker reads behind its piece of a table, so that it has the last record at hand. Longer ones are rare.
constexpr std::size_t kBehindPiece = std::size_t{16} << 10;

/// Records between two looks at the stop flag: well under a millisecond of work.
constexpr std::uint32_t kRecordsBetweenStops = 1'024;

/// The begin of a piece that only the piece before it can tell.
constexpr std::size_t kNoGuess = std::string_view::npos;

/// Reads one recognised file in pieces. Those of a table begin at a guessed record border: a guess is right where the
/// piece before ends exactly there; where not (a line break inside quotes, right on the border) the piece is read
/// again. Those of JSON begin where a quick look at all brackets has found a record.
class SourceImport {
public:
    SourceImport(const Source &source, EventBuilder &builder, JobContext &context)
        : m_source(source)
        , m_text(source.text->text())
        , m_builder(builder)
        , m_context(context)
    {
        for (int worker = 0; worker < context.threads(); ++worker)
            m_windows.push_back(source.rest ? TextWindow() : TextWindow(*source.text));
    }

    SourceOutcome run()
    {
        m_info = m_source.info();
        m_info.columns = RowMapper(m_source).columns();
        if (m_source.rest)
            readPacked();
        else
            readWhole();
        if (!isOver()) {
            m_info.resolution = m_resolution.found();
            if (m_source.timePattern != nullptr)
                m_info.resolution = std::max(m_info.resolution, m_source.timePattern->finest());
            m_builder.endSource(std::move(m_info));
        }
        return m_outcome;
    }

private:
    void readWhole()
    {
        if (isJson())
            cutJson();
        else
            cutTable();
        m_expectedPieces = m_pieces.size();
        parallelFor(m_context, m_pieces.size(), [this](std::size_t number, std::size_t worker) {
            SourcePiece &piece = m_pieces[number];
            if (isJson())
                readJson(piece, worker);
            else
                readTable(piece, m_source.bodyBegin + number * pieceBytes, worker);
            handOverWhatIsNext(piece, worker);
        });
    }

    /// Whoever is done with a piece unpacks the next one for itself, while the others read theirs.
    void readPacked()
    {
        const std::size_t begin = m_source.bodyBegin;
        m_expectedPieces = m_source.rest->stream->expectedBytes() / pieceBytes + 1;
        UnpackedPieces pieces(*m_source.rest, m_text.substr(begin), begin);
        std::mutex unpacking;
        parallelFor(m_context, m_windows.size(), [&](std::size_t, std::size_t worker) {
            while (!isOver()) {
                std::unique_lock lock(unpacking);
                const auto place = pieces.next(m_windows[worker], pieceBytes, kBehindPiece);
                if (pieces.failed())
                    m_outcome = SourceOutcome::NeedsWhole;
                if (!place)
                    return;
                SourcePiece &piece = addPiece(*place);
                lock.unlock();
                readInWindow(piece, place->begin, worker);
                handOverWhatIsNext(piece, worker);
            }
        });
    }

    SourcePiece &addPiece(UnpackedPieces::Place place)
    {
        const std::lock_guard lock(m_mutex);
        SourcePiece &piece = m_pieces.emplace_back();
        piece.begin = m_pieces.size() == 1 ? place.begin : kNoGuess;
        piece.limit = place.limit;
        return piece;
    }

    [[nodiscard]] bool isOver() const
    {
        return m_context.stopRequested() || m_outcome != SourceOutcome::Read;
    }

    /// Blocks go to the builder in file order as soon as they can, so that few are in memory at a time.
    void handOverWhatIsNext(SourcePiece &read, std::size_t worker)
    {
        const std::lock_guard lock(m_mutex);
        read.isRead = true;
        for (; m_next < m_pieces.size() && m_pieces[m_next].isRead && !isOver(); ++m_next) {
            SourcePiece &piece = m_pieces[m_next];
            if (m_next > 0 && !isJson() && piece.begin != m_handedOverTo)
                reread(piece, worker);
            if (isOver())
                return;
            m_handedOverTo = piece.end;
            handOver(piece);
            piece = SourcePiece();
        }
    }

    /// Reads a piece whose begin was guessed wrongly from where the one before it ends.
    void reread(SourcePiece &piece, std::size_t worker)
    {
        SourcePiece again;
        again.begin = m_handedOverTo;
        again.limit = piece.limit;
        if (m_source.rest)
            m_outcome = SourceOutcome::NeedsWhole; // its text is gone
        else if (!m_windows[worker].moveTo(again.begin, again.limit + kBehindPiece))
            m_outcome = SourceOutcome::Unreadable;
        else
            readWith(TableRecords(m_windows[worker], m_source.delimiter, again.begin), again, worker);
        piece = std::move(again);
    }

    void handOver(SourcePiece &piece)
    {
        for (RejectedRow &row : piece.rejected) {
            if (m_info.rejected.size() < SourceInfo::kRejectedKept)
                m_info.rejected.push_back({m_info.rows + row.row, std::move(row.reason)});
        }
        m_info.rows += piece.rows;
        m_info.rejectedRows += piece.rejectedRows;
        m_info.emptyRows += piece.emptyRows;
        m_info.skippedClock += piece.skippedClock;
        m_info.repeatedClock += piece.repeatedClock;
        m_resolution.add(piece.resolution);
        piece.block.setRows(piece.rows);
        reserveLike(piece);
        m_builder.add(std::move(piece.block));
    }

    /// Makes room for the pieces that are left, as if all were like those so far.
    void reserveLike(const SourcePiece &piece)
    {
        m_events += piece.block.size();
        if (m_events <= m_reserved || m_next + 1 >= m_expectedPieces)
            return;
        const std::size_t left = m_events * (m_expectedPieces - m_next - 1) / (m_next + 1);
        const std::size_t more = piece.block.size() + left + left / 64;
        m_builder.reserve(more);
        m_reserved = m_events + more - piece.block.size();
    }

    [[nodiscard]] bool isJson() const { return m_source.format->shape == Shape::Json; }

    void cutJson()
    {
        JsonRecords records(m_text, m_source.formats->recordKeys());
        m_pieces.emplace_back();
        while (records.next() && !m_context.stopRequested()) {
            if (records.end() - m_pieces.back().begin < pieceBytes)
                continue;
            SourcePiece next;
            next.json = records.state();
            next.begin = m_pieces.back().limit = records.end();
            m_pieces.push_back(std::move(next));
        }
        m_pieces.back().limit = m_text.size();
    }

    void cutTable()
    {
        const std::size_t begin = m_source.bodyBegin;
        const std::size_t count =
            std::max<std::size_t>(1, (m_text.size() - begin + pieceBytes - 1) / pieceBytes);
        for (std::size_t number = 0; number < count; ++number) {
            SourcePiece piece;
            piece.begin = number == 0 ? begin : kNoGuess;
            piece.limit = std::min(m_text.size(), begin + (number + 1) * pieceBytes);
            m_pieces.push_back(std::move(piece));
        }
    }

    void readJson(SourcePiece &piece, std::size_t worker)
    {
        readWith(JsonReader(m_text, m_source.formats->recordKeys(), m_source.header, m_source.format->each,
                            piece.json),
                 piece, worker);
    }

    /// The piece that begins at @p place, as a cut through the text.
    void readTable(SourcePiece &piece, std::size_t place, std::size_t worker)
    {
        if (isOver())
            return;
        // A byte more in front: a record begins at the place where a line ends right before it.
        const std::size_t from = piece.begin == kNoGuess ? place - 1 : place;
        if (m_windows[worker].moveTo(from, piece.limit + kBehindPiece))
            readInWindow(piece, place, worker);
        else
            m_outcome = SourceOutcome::Unreadable;
    }

    void readInWindow(SourcePiece &piece, std::size_t place, std::size_t worker)
    {
        const TextWindow &window = m_windows[worker];
        const bool isChecked = m_source.text->isChecked() && !m_source.rest;
        if (!isChecked && !isUtf8Between(window, place, piece.limit)) {
            m_outcome = SourceOutcome::NeedsWhole;
            return;
        }
        if (piece.begin == kNoGuess)
            piece.begin = guessRecordBegin(window);
        if (piece.begin != kNoGuess)
            readWith(TableRecords(window, m_source.delimiter, piece.begin), piece, worker);
    }

    [[nodiscard]] static bool isUtf8Between(const TextWindow &window, std::size_t begin, std::size_t end)
    {
        const std::string_view text = window.text();
        begin = characterBorder(text, begin - window.begin());
        end = characterBorder(text, end - window.begin());
        return isUtf8(text.substr(begin, end - begin));
    }

    /// After the first line end in the window. None where it has none.
    [[nodiscard]] static std::size_t guessRecordBegin(const TextWindow &window)
    {
        const std::string_view text = window.text();
        std::size_t place = findLineEnd(text, 0);
        while (place < text.size() && (text[place] == '\n' || text[place] == '\r'))
            ++place;
        return place == text.size() && !window.isAtEnd() ? kNoGuess : window.begin() + place;
    }

    template <typename Reader>
    void readWith(Reader reader, SourcePiece &piece, std::size_t worker)
    {
        RowMapper mapper(m_source);
        piece.block = EventBlock(worker, lastingText(reader));
        WorkerDictionaries &dictionaries = m_builder.dictionaries(worker);
        // As if the whole piece were like its first rows; a wrong guess costs a little memory or a little time.
        constexpr std::uint32_t kRowsToGuessFrom = 64;
        std::size_t reported = piece.begin;
        std::uint32_t rowRejected = 0; // the last one that was
        piece.end = piece.begin;
        while ((isJson() || piece.end < piece.limit) && reader.next()) {
            if (beginsBehind(reader, piece.limit))
                break;
            const bool isNewRow = startsRecord(recordOf(reader));
            piece.rows += isNewRow ? 1U : 0U;
            if (isEmptyRecord(recordOf(reader))) {
                ++piece.emptyRows;
            } else {
                EventRecord record;
                record.row = piece.rows;
                QString complaint = faultSentence(recordOf(reader));
                if (complaint.isEmpty())
                    complaint = mapper.map(recordOf(reader).cells(), record);
                if (complaint.isEmpty()) {
                    piece.block.append(record, dictionaries);
                    piece.resolution.add(record.time, record.type);
                    if (m_source.zone->isNearChange(record.time))
                        countClock(piece, mapper.timeOf(recordOf(reader).cells()));
                } else if (rowRejected != piece.rows) {
                    rowRejected = piece.rows;
                    reject(piece, complaint);
                }
            }
            piece.end = reader.end();
            if (!isNewRow)
                continue;
            if (piece.rows == kRowsToGuessFrom)
                piece.block.reserve((piece.limit - piece.begin)
                                    / ((piece.end - piece.begin) / kRowsToGuessFrom + 1) * 9 / 8);
            if (piece.rows % kRecordsBetweenStops == 0) {
                if (isOver())
                    return;
                m_context.addDone(piece.end - reported);
                m_context.addRows(kRecordsBetweenStops);
                reported = piece.end;
            }
        }
        if (isCutOff(reader))
            m_outcome = SourceOutcome::NeedsWhole;
        piece.block.finish(dictionaries);
        m_context.addDone(piece.end - reported);
        m_context.addRows(piece.rows % kRecordsBetweenStops);
    }

    void countClock(SourcePiece &piece, std::string_view time) const
    {
        const TimeZone::Clock clock = m_source.timePattern->clockOf(time, *m_source.zone);
        piece.skippedClock += clock == TimeZone::Clock::Skipped ? 1U : 0U;
        piece.repeatedClock += clock == TimeZone::Clock::Repeated ? 1U : 0U;
    }

    static void reject(SourcePiece &piece, const QString &why)
    {
        ++piece.rejectedRows;
        if (piece.rejected.size() < SourceInfo::kRejectedKept)
            piece.rejected.push_back({piece.rows, why});
    }

    const Source &m_source;
    std::string_view m_text;
    EventBuilder &m_builder;
    JobContext &m_context;
    std::vector<TextWindow> m_windows; ///< per worker
    std::deque<SourcePiece> m_pieces;
    std::size_t m_expectedPieces = 0;
    std::atomic<SourceOutcome> m_outcome = SourceOutcome::Read;

    std::mutex m_mutex;             ///< guards what follows, and the builder's columns
    std::size_t m_next = 0;         ///< piece to be handed over
    std::size_t m_handedOverTo = 0; ///< where the last one ends
    std::size_t m_events = 0;       ///< handed over
    std::size_t m_reserved = 0;     ///< of them, there is room for so many
    SourceInfo m_info;
    ResolutionFinder m_resolution;
};

} // namespace

SourceOutcome importSource(const Source &source, EventBuilder &builder, JobContext &context)
{
    return SourceImport(source, builder, context).run();
}

void setSourcePieceForTests(std::size_t bytes)
{
    pieceBytes = bytes == 0 ? kDefaultPiece : bytes;
}

} // namespace clicksieve

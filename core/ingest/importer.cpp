// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/importer.h"

#include "core/ingest/csvreader.h"
#include "core/ingest/csvscan.h"
#include "core/ingest/jsonreader.h"
#include "core/ingest/recordfault.h"
#include "core/ingest/rowmapper.h"
#include "core/ingest/source.h"
#include "core/ingest/sourceopener.h"
#include "core/ingest/totalsimport.h"
#include "core/jobs/jobcontext.h"
#include "core/jobs/parallel.h"

#include <algorithm>
#include <deque>

namespace clicksieve {

namespace {

/// Small enough for a quick stop and even loads, large enough that starting a piece costs nothing.
constexpr std::size_t kDefaultPiece = std::size_t{4} << 20;
std::size_t pieceBytes = kDefaultPiece;

/// Records between two looks at the stop flag: well under a millisecond of work.
constexpr std::uint32_t kRecordsBetweenStops = 1'024;

/// The begin of a piece that only the piece before it can tell.
constexpr std::size_t kNoGuess = std::string_view::npos;

/// What times at hand say about the finest unit the source carries. Where there are none, or only those of events that
/// nobody did (a list of sendings, each at a full hour), nothing is said that could make the other sources coarser.
class ResolutionFinder {
public:
    void add(TimeMs time, EventType type)
    {
        if (type == EventType::Other)
            return;
        m_any = true;
        m_anyMs |= time % 1'000 != 0;
        m_anySecond |= time % 60'000 != 0;
        m_anyMinute |= time % 86'400'000 != 0;
    }
    void add(const ResolutionFinder &other)
    {
        m_any |= other.m_any;
        m_anyMs |= other.m_anyMs;
        m_anySecond |= other.m_anySecond;
        m_anyMinute |= other.m_anyMinute;
    }
    [[nodiscard]] TimeResolution found() const
    {
        return m_anyMs       ? TimeResolution::Millisecond
               : !m_any      ? TimeResolution::Second
               : m_anySecond ? TimeResolution::Second
               : m_anyMinute ? TimeResolution::Minute
                             : TimeResolution::Day;
    }

private:
    bool m_any = false;
    bool m_anyMs = false;
    bool m_anySecond = false;
    bool m_anyMinute = false;
};

/// The records that begin in one stretch of the text.
struct Piece {
    std::size_t begin = 0; ///< where its first record begins, as far as it is known
    std::size_t limit = 0; ///< records that begin here or later belong to the next piece
    std::size_t end = 0;   ///< where the record after its last one begins
    std::uint32_t rows = 0;
    JsonRecords::State json; ///< what begin stands in, in JSON
    std::uint64_t rejectedRows = 0;
    std::uint64_t emptyRows = 0;
    std::uint64_t skippedClock = 0;
    std::uint64_t repeatedClock = 0;
    std::vector<RejectedRow> rejected; ///< rows counted from 1 in the piece
    ResolutionFinder resolution;
    EventBlock block;
};

/// True for the first record of the next piece. The text of JSON is not cut where the piece ends, since where a broken
/// record ends is told by what follows.
bool beginsBehind(const JsonReader &reader, std::size_t limit)
{
    return reader.begin() >= limit;
}

bool beginsBehind(const CsvReader & /*reader*/, std::size_t /*limit*/)
{
    return false;
}

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
    }

    void run()
    {
        if (isJson())
            cutJson();
        else
            cutTable();
        parallelFor(m_context, m_pieces.size(), [this](std::size_t piece, std::size_t worker) {
            m_pieces[piece].block = EventBlock(worker);
            if (m_pieces[piece].begin != kNoGuess)
                read(m_pieces[piece], worker);
        });
        if (!isJson())
            rereadWrongGuesses();
        if (!m_context.stopRequested())
            handOver();
    }

private:
    void rereadWrongGuesses()
    {
        for (std::size_t piece = 1; piece < m_pieces.size() && !m_context.stopRequested(); ++piece) {
            const std::size_t border = m_pieces[piece - 1].end;
            if (m_pieces[piece].begin == border)
                continue;
            Piece again;
            again.begin = border;
            again.limit = m_pieces[piece].limit;
            read(again, 0);
            m_pieces[piece] = std::move(again);
        }
    }

    [[nodiscard]] bool isJson() const { return m_source.format->shape == Shape::Json; }

    void cutJson()
    {
        JsonRecords records(m_text, m_source.formats->recordKeys());
        m_pieces.emplace_back();
        while (records.next() && !m_context.stopRequested()) {
            if (records.end() - m_pieces.back().begin < pieceBytes)
                continue;
            Piece next;
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
            Piece piece;
            piece.limit = std::min(m_text.size(), begin + (number + 1) * pieceBytes);
            piece.begin = number == 0 ? begin : guessRecordBegin(begin + number * pieceBytes);
            m_pieces.push_back(std::move(piece));
        }
    }

    /// After the first line end at or after @p place - 1. None where the line is longer than any record: it would be
    /// read to its end again and again.
    [[nodiscard]] std::size_t guessRecordBegin(std::size_t place) const
    {
        const std::string_view window =
            m_text.substr(0, std::min(m_text.size(), place + CsvReader::kLongestRecord));
        std::size_t lineEnd = findLineEnd(window, place - 1);
        if (lineEnd == window.size() && lineEnd < m_text.size())
            return kNoGuess;
        while (lineEnd < window.size() && (m_text[lineEnd] == '\n' || m_text[lineEnd] == '\r'))
            ++lineEnd;
        return lineEnd;
    }

    void read(Piece &piece, std::size_t worker)
    {
        if (isJson())
            readWith(JsonReader(m_text, m_source.formats->recordKeys(), m_source.header,
                                m_source.format->each, piece.json),
                     piece, worker);
        else
            readWith(CsvReader(m_text, m_source.delimiter, piece.begin), piece, worker);
    }

    template <typename Reader>
    void readWith(Reader reader, Piece &piece, std::size_t worker)
    {
        RowMapper mapper(m_source);
        WorkerDictionaries &dictionaries = m_builder.dictionaries(worker);
        // As if the whole piece were like its first rows; a wrong guess costs a little memory or a little time.
        constexpr std::uint32_t kRowsToGuessFrom = 64;
        std::size_t reported = piece.begin;
        std::uint32_t rowRejected = 0; // the last one that was
        piece.end = piece.begin;
        while ((isJson() || piece.end < piece.limit) && reader.next()) {
            if (beginsBehind(reader, piece.limit))
                break;
            const bool isNewRow = startsRecord(reader);
            piece.rows += isNewRow ? 1U : 0U;
            if (isEmptyRecord(reader)) {
                ++piece.emptyRows;
            } else {
                EventRecord record;
                record.row = piece.rows;
                QString complaint = faultSentence(reader);
                if (complaint.isEmpty())
                    complaint = mapper.map(reader.cells(), record);
                if (complaint.isEmpty()) {
                    piece.block.append(record, dictionaries);
                    piece.resolution.add(record.time, record.type);
                    if (m_source.zone->isNearChange(record.time))
                        countClock(piece, mapper.timeOf(reader.cells()));
                } else if (rowRejected != piece.rows) {
                    rowRejected = piece.rows;
                    reject(piece, complaint);
                }
            }
            piece.end = isJson() ? reader.end() : afterEmptyLines(reader.end());
            if (!isNewRow)
                continue;
            if (piece.rows == kRowsToGuessFrom)
                piece.block.reserve((piece.limit - piece.begin)
                                    / ((piece.end - piece.begin) / kRowsToGuessFrom + 1) * 9 / 8);
            if (piece.rows % kRecordsBetweenStops == 0) {
                if (m_context.stopRequested())
                    return;
                m_context.addDone(piece.end - reported);
                m_context.addRows(kRecordsBetweenStops);
                reported = piece.end;
            }
        }
        piece.block.finish(dictionaries);
        m_context.addDone(piece.end - reported);
        m_context.addRows(piece.rows % kRecordsBetweenStops);
    }

    void countClock(Piece &piece, std::string_view time) const
    {
        const TimeZone::Clock clock = m_source.timePattern->clockOf(time, *m_source.zone);
        piece.skippedClock += clock == TimeZone::Clock::Skipped ? 1U : 0U;
        piece.repeatedClock += clock == TimeZone::Clock::Repeated ? 1U : 0U;
    }

    static void reject(Piece &piece, const QString &why)
    {
        ++piece.rejectedRows;
        if (piece.rejected.size() < SourceInfo::kRejectedKept)
            piece.rejected.push_back({piece.rows, why});
    }

    /// Pieces meet where a record begins, so that empty lines never make a guess wrong.
    [[nodiscard]] std::size_t afterEmptyLines(std::size_t place) const
    {
        while (place < m_text.size() && (m_text[place] == '\n' || m_text[place] == '\r'))
            ++place;
        return place;
    }

    void handOver()
    {
        SourceInfo info = m_source.info();
        info.columns = RowMapper(m_source).columns();
        ResolutionFinder resolution;
        std::vector<EventBlock> blocks;
        for (Piece &piece : m_pieces) {
            for (RejectedRow &row : piece.rejected) {
                if (info.rejected.size() < SourceInfo::kRejectedKept)
                    info.rejected.push_back({info.rows + row.row, std::move(row.reason)});
            }
            info.rows += piece.rows;
            info.rejectedRows += piece.rejectedRows;
            info.emptyRows += piece.emptyRows;
            info.skippedClock += piece.skippedClock;
            info.repeatedClock += piece.repeatedClock;
            resolution.add(piece.resolution);
            piece.block.setRows(piece.rows);
            blocks.push_back(std::move(piece.block));
        }
        info.resolution = resolution.found();
        m_builder.addSource(std::move(info), std::move(blocks));
    }

    const Source &m_source;
    std::string_view m_text;
    EventBuilder &m_builder;
    JobContext &m_context;
    std::vector<Piece> m_pieces;
};

/// Files of one format whose events carry no key may tell the same events: an export of March and one of the spring, or
/// the same file twice.
void markOverlaps(std::deque<Source> &sources)
{
    for (Source &source : sources) {
        source.mayOverlap =
            source.format->duplicateKey.empty() && std::ranges::any_of(sources, [&](const Source &other) {
                return &other != &source && other.format == source.format;
            });
    }
}

/// A file that is not recognised is a question too, and one of several that cannot be read.
Error asked(Error problem, const ImportRequest &request)
{
    const bool canBeAsked = problem.kind == Error::Kind::Unrecognised
                            || (problem.kind == Error::Kind::Unreadable && request.files.size() > 1);
    if (request.asksFirst && canBeAsked)
        problem.kind = Error::Kind::Question;
    return problem;
}

} // namespace

Result<std::shared_ptr<const EventTable>> importFiles(const ImportRequest &request, JobContext &context)
{
    EventBuilder builder(static_cast<std::size_t>(context.threads()));
    SourceOpener opener(request, context);
    for (const QString &file : request.files) {
        if (auto problem = opener.open(file))
            return asked(*problem, request);
    }
    if (auto open = opener.whatIsOpen())
        return *open;
    for (const SkippedFile &file : opener.skipped())
        builder.addSkipped(file);
    std::deque<Source> &sources = opener.sources();
    for (const Source &source : sources)
        context.addTotal(source.text->text().size() - source.bodyBegin);
    markOverlaps(sources);
    TotalsImport totals;
    while (!sources.empty() && !context.stopRequested()) {
        if (sources.front().format->totals)
            builder.addSource(totals.read(sources.front(), context), {});
        else
            SourceImport(sources.front(), builder, context).run();
        sources.pop_front(); // frees unpacked and converted text early
    }
    if (context.stopRequested())
        return Error{Error::Kind::Cancelled, QStringLiteral("Stopped.")};
    builder.setTotals(totals.build());
    return builder.build(request.sentAt, context);
}

void setImportPieceForTests(std::size_t bytes)
{
    pieceBytes = bytes == 0 ? kDefaultPiece : bytes;
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/cleanedcsv.h"

#include "core/detect/verdicts.h"
#include "core/events/eventtable.h"
#include "core/export/csvcell.h"
#include "core/export/outputfile.h"
#include "core/ingest/csvreader.h"
#include "core/ingest/sourcetext.h"
#include "core/jobs/jobcontext.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <array>
#include <cstdio>
#include <optional>
#include <string>
#include <tuple>

namespace clicksieve {

namespace {

constexpr std::uint64_t kRowsBetweenStops = 4'096;

/// Goes through the events of a source in step with its rows.
class EventOfRow {
public:
    EventOfRow(const EventTable &table, std::size_t source) : m_table(table)
    {
        std::tie(m_next, m_end) = table.eventsOf(SourceIndex{source});
    }

    /// The event of @p row; rows must be asked for in rising order. nullopt where the row gave none.
    std::optional<std::size_t> at(std::uint64_t row)
    {
        while (m_next < m_end && m_table.row(m_next) < row)
            ++m_next;
        return m_next < m_end && m_table.row(m_next) == row ? std::optional(m_next) : std::nullopt;
    }

private:
    const EventTable &m_table;
    std::size_t m_next = 0;
    std::size_t m_end = 0;
};

Error changed(const SourceInfo &info)
{
    return {Error::Kind::Unreadable,
            QStringLiteral("%1 has changed since it was opened. Open it again, then save the cleaned file.")
                .arg(QDir::toNativeSeparators(info.path))};
}

/// Rows are found again by their number, so it must be the very file that was read.
bool isAsRead(const SourceInfo &info)
{
    const QFileInfo now(info.path);
    return now.size() == info.bytes && now.lastModified().toMSecsSinceEpoch() == info.modifiedMs;
}

bool isDropped(const EventTable &table, const Verdicts &verdicts, std::optional<std::size_t> event)
{
    return event && isAction(table.type(*event)) && verdicts.isMachine(*event);
}

std::string probabilityText(double probability)
{
    std::array<char, 16> text{};
    const int length = std::snprintf(text.data(), text.size(), "%.4f", probability);
    return {text.data(), static_cast<std::size_t>(length)};
}

/// One run: reads the source record by record and copies or extends the bytes they were made of.
class CleanedWriter {
public:
    CleanedWriter(const EventTable &table, const Verdicts &verdicts, std::size_t source, CleanedMode mode,
                  const SourceText &text, OutputFile &output)
        : m_table(table)
        , m_verdicts(verdicts)
        , m_info(table.sources()[source])
        , m_mode(mode)
        , m_source(text)
        , m_output(output)
        , m_eventOfRow(table, source)
        , m_rest(text.bytes())
    {
    }

    std::optional<Error> run(JobContext &context)
    {
        const std::string_view text = m_source.text();
        CsvReader reader(text, m_info.delimiter);
        m_output.write(take(m_source.markLength()));
        if (!reader.next())
            return changed(m_info);
        std::size_t copied = 0;
        writeHeader(reader, copied);
        while (reader.next()) {
            ++m_counts.rowsRead;
            if (m_counts.rowsRead % kRowsBetweenStops == 0) {
                if (context.stopRequested())
                    return Error{Error::Kind::Cancelled, QStringLiteral("Stopped.")};
                context.addDone(reader.end() - copied);
            }
            writeBetween(reader, copied);
            writeRecord(reader);
            copied = reader.end();
        }
        m_output.write(m_rest);
        return m_counts.rowsRead == m_info.rows ? std::nullopt : std::optional(changed(m_info));
    }

    [[nodiscard]] const CleanedCounts &counts() const { return m_counts; }

private:
    /// The next @p length bytes of the file.
    std::string_view take(std::size_t length)
    {
        const std::string_view bytes = m_rest.substr(0, length);
        m_rest.remove_prefix(bytes.size());
        return bytes;
    }

    /// Empty lines between two records stay as they are.
    void writeBetween(const CsvReader &reader, std::size_t copied)
    {
        if (reader.begin() > copied)
            m_output.write(
                take(m_source.byteLength(m_source.text().substr(copied, reader.begin() - copied))));
    }

    void writeHeader(const CsvReader &reader, std::size_t &copied)
    {
        writeBetween(reader, copied);
        m_headerCells = reader.cells().size();
        if (m_mode == CleanedMode::Annotate)
            writeExtended(reader, {"clicksieve_verdict", "clicksieve_probability", "clicksieve_signals"});
        else
            m_output.write(take(recordLength(reader)));
        copied = reader.end();
    }

    void writeRecord(const CsvReader &reader)
    {
        const auto event = m_eventOfRow.at(m_counts.rowsRead);
        if (m_mode == CleanedMode::Drop && isDropped(m_table, m_verdicts, event)) {
            take(recordLength(reader));
            ++m_counts.rowsDropped;
            return;
        }
        ++m_counts.rowsWritten;
        if (m_mode == CleanedMode::Drop || reader.fault() != CsvReader::Fault::None) {
            m_output.write(
                take(recordLength(reader))); // nothing can be added behind a quote that never closes
        } else if (event && isAction(m_table.type(*event))) {
            std::string ids;
            m_verdicts.appendSignalIds(*event, ids);
            writeExtended(reader, {std::string(wordFor(m_verdicts.verdict(*event))),
                                   probabilityText(m_verdicts.probability(*event)), ids});
        } else {
            writeExtended(reader, {"", "", ""});
        }
    }

    [[nodiscard]] std::size_t recordLength(const CsvReader &reader) const
    {
        return m_source.byteLength(m_source.text().substr(reader.begin(), reader.end() - reader.begin()));
    }

    /// The record with cells added before its line end. A separator too many at its end becomes the first of theirs,
    /// so that they stand under their heads.
    void writeExtended(const CsvReader &reader, const std::array<std::string, 3> &cells)
    {
        std::string_view record = m_source.text().substr(reader.begin(), reader.end() - reader.begin());
        while (record.ends_with('\n') || record.ends_with('\r'))
            record.remove_suffix(1);
        m_output.write(take(m_source.byteLength(record)));
        const bool hasSpareEnd =
            reader.cells().size() == m_headerCells + 1 && record.ends_with(m_info.delimiter);
        std::string added;
        for (const std::string &cell : cells) {
            if (!hasSpareEnd || &cell != &cells.front())
                added += m_info.delimiter;
            appendCsvCell(added, cell, m_info.delimiter);
        }
        m_output.write(m_source.encode(added));
        m_output.write(take(m_source.byteLength(m_source.text().substr(
            reader.begin() + record.size(), reader.end() - reader.begin() - record.size()))));
    }

    const EventTable &m_table;
    const Verdicts &m_verdicts;
    const SourceInfo &m_info;
    CleanedMode m_mode;
    const SourceText &m_source;
    OutputFile &m_output;
    EventOfRow m_eventOfRow;
    std::string_view m_rest;
    std::size_t m_headerCells = 0;
    CleanedCounts m_counts;
};

} // namespace

CleanedCounts previewCleaned(const EventTable &table, const Verdicts &verdicts, std::size_t source,
                             CleanedMode mode)
{
    CleanedCounts counts;
    counts.rowsRead = table.sources()[source].rows;
    const auto [first, last] = table.eventsOf(SourceIndex{source});
    for (std::size_t event = first; mode == CleanedMode::Drop && event < last; ++event)
        counts.rowsDropped += isDropped(table, verdicts, event) ? 1U : 0U;
    counts.rowsWritten = counts.rowsRead - counts.rowsDropped;
    return counts;
}

Result<CleanedCounts> writeCleaned(const EventTable &table, const Verdicts &verdicts, std::size_t source,
                                   CleanedMode mode, const QString &outputPath, JobContext &context)
{
    const SourceInfo &info = table.sources()[source];
    const QFileInfo target(outputPath);
    if (target.exists() && target.canonicalFilePath() == QFileInfo(info.path).canonicalFilePath())
        return Error{Error::Kind::Unwritable,
                     QStringLiteral(
                         "%1 is the export itself. Choose another name, so that the original stays as it is.")
                         .arg(QDir::toNativeSeparators(outputPath))};
    auto text = SourceText::open(info.path, context);
    if (!text)
        return text.error();
    if (!isAsRead(info))
        return changed(info);
    auto output = OutputFile::create(outputPath);
    if (!output)
        return output.error();
    context.addTotal(text.value()->text().size());
    CleanedWriter writer(table, verdicts, source, mode, *text.value(), *output.value());
    if (auto problem = writer.run(context))
        return *problem;
    if (auto problem = output.value()->commit())
        return *problem;
    return writer.counts();
}

} // namespace clicksieve

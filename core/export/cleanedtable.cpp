// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/cleaner.h"
#include "core/export/csvcell.h"
#include "core/export/eventsofrow.h"
#include "core/ingest/csvreader.h"
#include "core/ingest/sourcetext.h"
#include "core/jobs/jobcontext.h"

namespace clicksieve {

namespace {

/// One run: reads the source record by record and copies or extends the bytes they were made of.
class TableCleaner {
public:
    explicit TableCleaner(Cleaner &cleaner)
        : m_cleaner(cleaner)
        , m_table(cleaner.table)
        , m_source(cleaner.text)
        , m_delimiter(cleaner.info().delimiter)
        , m_eventsOfRow(cleaner.table, cleaner.source)
        , m_rest(cleaner.text.bytes())
    {
    }

    std::optional<Error> run(JobContext &context)
    {
        const std::string_view text = m_source.text();
        CsvReader reader(text, m_delimiter);
        m_cleaner.write(take(m_source.markLength()));
        std::size_t copied = 0;
        if (m_cleaner.info().hasHeader) {
            if (!reader.next())
                return changedSince(m_cleaner.info());
            writeHeader(reader, copied);
        }
        while (reader.next()) {
            ++m_cleaner.counts.rowsRead;
            if (m_cleaner.counts.rowsRead % kRowsBetweenStops == 0) {
                if (context.stopRequested())
                    return Error{Error::Kind::Cancelled, QStringLiteral("Stopped.")};
                context.addDone(reader.end() - copied);
            }
            writeBetween(reader, copied);
            writeRecord(reader);
            copied = reader.end();
        }
        m_cleaner.write(m_rest);
        return m_cleaner.counts.rowsRead == m_cleaner.info().rows
                   ? std::nullopt
                   : std::optional(changedSince(m_cleaner.info()));
    }

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
            m_cleaner.write(
                take(m_source.byteLength(m_source.text().substr(copied, reader.begin() - copied))));
    }

    void writeHeader(const CsvReader &reader, std::size_t &copied)
    {
        writeBetween(reader, copied);
        m_headerCells = reader.cells().size();
        if (m_cleaner.mode == CleanedMode::Annotate)
            writeExtended(reader, {kAddedNames[0], kAddedNames[1], kAddedNames[2]});
        else
            m_cleaner.write(take(recordLength(reader)));
        copied = reader.end();
    }

    void writeRecord(const CsvReader &reader)
    {
        const RowEvents events = m_eventsOfRow.at(m_cleaner.counts.rowsRead);
        if (m_cleaner.mode == CleanedMode::Drop && events.areMachines(m_table, m_cleaner.verdicts)) {
            take(recordLength(reader));
            ++m_cleaner.counts.rowsDropped;
            return;
        }
        ++m_cleaner.counts.rowsWritten;
        if (m_cleaner.mode == CleanedMode::Drop || reader.fault() != CsvReader::Fault::None) {
            m_cleaner.write(
                take(recordLength(reader))); // nothing can be added behind a quote that never closes
        } else if (events.hasAction(m_table)) {
            writeExtended(reader, addedCells(m_cleaner.verdicts, events.first));
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
        m_cleaner.write(take(m_source.byteLength(record)));
        const bool hasSpareEnd = reader.cells().size() == m_headerCells + 1 && record.ends_with(m_delimiter);
        std::string added;
        for (const std::string &cell : cells) {
            if (!hasSpareEnd || &cell != &cells.front())
                added += m_delimiter;
            appendCsvCell(added, cell, m_delimiter);
        }
        const QByteArray encoded = m_source.encode(added);
        m_cleaner.write({encoded.constData(), static_cast<std::size_t>(encoded.size())});
        m_cleaner.write(take(m_source.byteLength(m_source.text().substr(
            reader.begin() + record.size(), reader.end() - reader.begin() - record.size()))));
    }

    Cleaner &m_cleaner;
    const EventTable &m_table;
    const SourceText &m_source;
    char m_delimiter;
    EventsOfRow m_eventsOfRow;
    std::string_view m_rest;
    std::size_t m_headerCells = 0;
};

} // namespace

std::optional<Error> cleanTable(Cleaner &cleaner, JobContext &context)
{
    return TableCleaner(cleaner).run(context);
}

} // namespace clicksieve

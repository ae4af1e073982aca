// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/cleaner.h"
#include "core/export/eventsofrow.h"
#include "core/ingest/jsonrecords.h"
#include "core/ingest/sourcetext.h"
#include "core/jobs/jobcontext.h"

namespace clicksieve {

namespace {

/// True where nothing but blanks and a comma stands between two records: they are neighbours in one array, or two
/// lines.
bool isBetweenNeighbours(std::string_view gap)
{
    return gap.find_first_not_of(" \t\r\n,\x1e") == std::string_view::npos;
}

/// Copies what stays, with the text around it. The text between two neighbours belongs to the later one, except that
/// the first one that stays in its array needs none.
class JsonCleaner {
public:
    explicit JsonCleaner(Cleaner &cleaner)
        : m_cleaner(cleaner)
        , m_text(cleaner.text.text())
        , m_eventsOfRow(cleaner.table, cleaner.source)
        , m_rest(cleaner.text.bytes())
    {
    }

    std::optional<Error> run(JobContext &context)
    {
        m_cleaner.write(take(m_cleaner.text.markLength()));
        JsonRecords records(m_text, m_cleaner.info().recordKeys);
        std::size_t copied = 0;
        while (records.next()) {
            ++m_cleaner.counts.rowsRead;
            if (m_cleaner.counts.rowsRead % kRowsBetweenStops == 0) {
                if (context.stopRequested())
                    return Error{Error::Kind::Cancelled, QStringLiteral("Stopped.")};
                context.addDone(records.end() - copied);
            }
            writeRecord(m_text.substr(copied, records.begin() - copied), records);
            copied = records.end();
        }
        m_cleaner.write(m_rest);
        return m_cleaner.counts.rowsRead == m_cleaner.info().rows
                   ? std::nullopt
                   : std::optional(changedSince(m_cleaner.info()));
    }

private:
    /// The bytes of the file that @p part, the next part of the text, was made from.
    std::string_view take(std::string_view part) { return take(m_cleaner.text.byteLength(part)); }
    std::string_view take(std::size_t length)
    {
        const std::string_view bytes = m_rest.substr(0, length);
        m_rest.remove_prefix(bytes.size());
        return bytes;
    }

    void writeRecord(std::string_view gap, const JsonRecords &records)
    {
        const RowEvents events = m_eventsOfRow.at(m_cleaner.counts.rowsRead);
        const bool isDropped =
            m_cleaner.mode == CleanedMode::Drop && events.areMachines(m_cleaner.table, m_cleaner.verdicts);
        const bool isNeighbour = m_cleaner.counts.rowsRead > 1 && isBetweenNeighbours(gap);
        const std::string_view gapBytes = take(gap);
        if (!isNeighbour || (!isDropped && m_anyKeptInArray))
            m_cleaner.write(gapBytes);
        m_anyKeptInArray = (isNeighbour && m_anyKeptInArray) || !isDropped;
        if (isDropped) {
            take(records.record());
            ++m_cleaner.counts.rowsDropped;
            return;
        }
        ++m_cleaner.counts.rowsWritten;
        const bool isExtended = m_cleaner.mode == CleanedMode::Annotate && !records.isBroken()
                                && events.hasAction(m_cleaner.table);
        if (isExtended)
            writeExtended(records.record(), events);
        else
            m_cleaner.write(take(records.record()));
    }

    /// The record with three keys more, before its closing bracket.
    void writeExtended(std::string_view record, const RowEvents &events)
    {
        std::string_view inner = record.substr(0, record.size() - 1);
        m_cleaner.write(take(inner));
        std::string added;
        for (std::size_t name = 0; name < kAddedNames.size(); ++name)
            (added += R"(,")").append(kAddedNames[name]).append(R"(":)").append(valueOf(events, name));
        const QByteArray encoded = m_cleaner.text.encode(added);
        m_cleaner.write({encoded.constData(), static_cast<std::size_t>(encoded.size())});
        m_cleaner.write(take(record.substr(inner.size())));
    }

    /// One value, or an array of one a event where the record holds several.
    [[nodiscard]] std::string valueOf(const RowEvents &events, std::size_t name) const
    {
        std::string values;
        for (std::size_t event = events.first; event < events.last; ++event) {
            if (!values.empty())
                values += ',';
            if (!isAction(m_cleaner.table.type(event))) {
                values += "null";
                continue;
            }
            const std::string cell = addedCells(m_cleaner.verdicts, event)[name];
            constexpr std::size_t kProbability = 1;
            values += name == kProbability ? cell : '"' + cell + '"'; // words and ids need no escapes
        }
        return events.last - events.first == 1 ? values : '[' + values + ']';
    }

    Cleaner &m_cleaner;
    std::string_view m_text;
    EventsOfRow m_eventsOfRow;
    std::string_view m_rest;
    bool m_anyKeptInArray = false;
};

} // namespace

std::optional<Error> cleanJson(Cleaner &cleaner, JobContext &context)
{
    return JsonCleaner(cleaner).run(context);
}

} // namespace clicksieve

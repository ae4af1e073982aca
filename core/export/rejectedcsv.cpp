// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/rejectedcsv.h"

#include "core/events/eventtable.h"
#include "core/export/cleaner.h"
#include "core/export/csvcell.h"
#include "core/export/originalfile.h"
#include "core/export/outputfile.h"
#include "core/ingest/container.h"
#include "core/ingest/csvreader.h"
#include "core/ingest/filebytes.h"
#include "core/ingest/jsonrecords.h"
#include "core/ingest/membertext.h"
#include "core/jobs/jobcontext.h"

#include <QFileInfo>

#include <algorithm>
#include <string>

namespace clicksieve {

namespace {

Error stopped()
{
    return {Error::Kind::Cancelled, QStringLiteral("Stopped.")};
}

/// Writes the rejected rows of one source while it is read again, record by record.
class RejectedWriter {
public:
    RejectedWriter(const SourceInfo &info, OutputFile &output) : m_info(info), m_output(output) {}

    [[nodiscard]] bool isDone() const { return m_next == m_info.rejected.size(); }

    void look(std::string_view record)
    {
        if (++m_row != m_info.rejected[m_next].row)
            return;
        while (record.ends_with('\n') || record.ends_with('\r'))
            record.remove_suffix(1);
        std::string line;
        appendCsvCell(line, m_info.name.toStdString());
        line += ',' + std::to_string(m_row) + ',';
        appendCsvCell(line, m_info.rejected[m_next].reason.toStdString());
        line += ',';
        appendCsvCell(line, record);
        line += '\n';
        m_output.write(std::string_view(line));
        ++m_next;
    }
    [[nodiscard]] bool shouldLookForStop() const { return m_row % kRowsBetweenStops == 0; }

private:
    const SourceInfo &m_info;
    OutputFile &m_output;
    std::uint64_t m_row = 0;
    std::size_t m_next = 0;
};

void writeOfTable(std::string_view text, const SourceInfo &info, RejectedWriter &writer, JobContext &context)
{
    CsvReader reader(text, info.delimiter);
    if (info.hasHeader && !reader.next())
        return;
    while (!writer.isDone() && reader.next()) {
        if (writer.shouldLookForStop() && context.stopRequested())
            return;
        writer.look(text.substr(reader.begin(), reader.end() - reader.begin()));
    }
}

void writeOfJson(std::string_view text, const SourceInfo &info, RejectedWriter &writer, JobContext &context)
{
    JsonRecords records(text, info.recordKeys);
    while (!writer.isDone() && records.next()) {
        if (writer.shouldLookForStop() && context.stopRequested())
            return;
        writer.look(records.record());
    }
}

Result<Member> memberOf(const SourceInfo &info, const QString &path, JobContext &context)
{
    if (info.inner.isEmpty())
        return Member{path, {}, nullptr};
    auto members = membersOf(path, {}, context);
    if (!members)
        return members.error();
    const auto found = std::ranges::find(members.value(), info.inner, &Member::inner);
    if (found == members.value().end())
        return changedSince(info);
    return std::move(*found);
}

std::optional<Error> writeOf(const SourceInfo &info, OutputFile &output, const QString &outputPath,
                             JobContext &context)
{
    const auto original = OriginalFile::of(info, outputPath, context);
    if (!original)
        return original.error();
    const auto member = memberOf(info, original.value().path(), context);
    if (!member)
        return member.error();
    const auto text = textOf(member.value(), info.conversion, info.sheet, context);
    if (!text)
        return text.error();
    RejectedWriter writer(info, output);
    (info.isJson ? writeOfJson : writeOfTable)(text.value()->text(), info, writer, context);
    return std::nullopt;
}

} // namespace

std::optional<Error> writeRejectedRows(const EventTable &table, const QString &path, JobContext &context)
{
    auto output = OutputFile::create(path);
    if (!output)
        return output.error();
    output.value()->write(std::string_view("source,row,reason,text\n"));
    for (const SourceInfo &info : table.sources()) {
        if (info.rejected.empty())
            continue;
        if (auto problem = writeOf(info, *output.value(), path, context))
            return problem;
        if (context.stopRequested())
            return stopped();
    }
    return output.value()->commit();
}

} // namespace clicksieve

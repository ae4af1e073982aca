// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/cleanedexport.h"

#include "core/detect/verdicts.h"
#include "core/events/eventtable.h"
#include "core/export/cleaner.h"
#include "core/export/containerwriter.h"
#include "core/export/eventsofrow.h"
#include "core/export/originalfile.h"
#include "core/export/outputfile.h"
#include "core/ingest/container.h"
#include "core/ingest/membertext.h"
#include "core/jobs/jobcontext.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace clicksieve {

namespace {

/// The sources that lie in one container and can be cleaned; a plain file is its own. Totals cannot.
std::vector<std::size_t> sourcesBeside(const EventTable &table, std::size_t source)
{
    std::vector<std::size_t> beside;
    for (std::size_t other = 0; other < table.sources().size(); ++other) {
        const SourceInfo &info = table.sources()[other];
        const bool isBeside =
            other == source || (!info.inner.isEmpty() && info.path == table.sources()[source].path);
        if (isBeside && !info.isTotals())
            beside.push_back(other);
    }
    return beside;
}

std::string probabilityText(double probability)
{
    std::array<char, 16> text{};
    const int length = std::snprintf(text.data(), text.size(), "%.4f", probability);
    return {text.data(), static_cast<std::size_t>(length)};
}

} // namespace

const SourceInfo &Cleaner::info() const
{
    return table.sources()[source];
}

bool isAsRead(const SourceInfo &info)
{
    const QFileInfo now(info.path);
    return now.size() == info.bytes && now.lastModified().toMSecsSinceEpoch() == info.modifiedMs;
}

Error changedSince(const SourceInfo &info)
{
    return {Error::Kind::Unreadable,
            QStringLiteral("%1 has changed since it was opened. Open it again first.")
                .arg(QDir::toNativeSeparators(info.path))};
}

std::array<std::string, 3> addedCells(const Verdicts &verdicts, std::size_t event)
{
    std::array<std::string, 3> cells = {
        std::string(wordFor(verdicts.verdict(event))), probabilityText(verdicts.probability(event)), {}};
    verdicts.appendSignalIds(event, cells[2]);
    return cells;
}

bool canBeCleaned(const EventTable &table, std::size_t source)
{
    return !sourcesBeside(table, source).empty();
}

QString whyNotCleaned(const SourceInfo &info)
{
    return QStringLiteral(
               "%1 cannot be cleaned: its rows are totals, and no row is one person's or one machine's. %2")
        .arg(info.name, info.noEventTimes);
}

QString cleanedFileName(const SourceInfo &info)
{
    const QFileInfo file(info.path);
    switch (info.inner.isEmpty() ? info.conversion : Conversion::None) {
    case Conversion::None:
        break;
    case Conversion::Workbook:
        return file.completeBaseName() + QStringLiteral(".csv");
    case Conversion::Form:
        return file.completeBaseName() + QStringLiteral(".json");
    }
    return file.fileName();
}

namespace {

CleanedCounts previewOne(const EventTable &table, const Verdicts &verdicts, std::size_t source,
                         CleanedMode mode)
{
    CleanedCounts counts;
    counts.rowsRead = table.sources()[source].rows;
    const auto [first, last] = table.eventsOf(SourceIndex{source});
    for (std::size_t event = first; mode == CleanedMode::Drop && event < last;) {
        RowEvents row{event, event};
        while (row.last < last && table.row(row.last) == table.row(event))
            ++row.last;
        counts.rowsDropped += row.areMachines(table, verdicts) ? 1U : 0U;
        event = row.last;
    }
    counts.rowsWritten = counts.rowsRead - counts.rowsDropped;
    return counts;
}

void add(CleanedCounts &to, const CleanedCounts &counts)
{
    to.rowsRead += counts.rowsRead;
    to.rowsWritten += counts.rowsWritten;
    to.rowsDropped += counts.rowsDropped;
}

/// One run: filters one source, or all that lie in one container.
class CleanedWriter {
public:
    /// @p path: of the file, as it was read.
    CleanedWriter(const EventTable &table, const Verdicts &verdicts, CleanedMode mode, QString path,
                  JobContext &context)
        : m_table(table)
        , m_verdicts(verdicts)
        , m_mode(mode)
        , m_path(std::move(path))
        , m_context(context)
    {
    }

    std::optional<Error> writeFile(std::size_t source, OutputFile &output)
    {
        return clean(source, {m_path, {}, nullptr}, [&](std::string_view bytes) { output.write(bytes); });
    }

    std::optional<Error> writeContainerOf(std::size_t source, OutputFile &output)
    {
        auto members = membersOf(m_path, {}, m_context);
        if (!members)
            return members.error();
        const std::vector<std::size_t> sources = sourcesBeside(m_table, source);
        return writeContainer(
            m_path,
            [&](const QString &inner) -> Result<std::optional<std::string>> {
                const auto cleaned = std::ranges::find_if(
                    sources, [&](std::size_t one) { return m_table.sources()[one].inner == inner; });
                const auto member = std::ranges::find(members.value(), inner, &Member::inner);
                if (cleaned == sources.end() || member == members.value().end())
                    return std::optional<std::string>();
                std::string content;
                if (auto problem =
                        clean(*cleaned, *member, [&](std::string_view bytes) { content += bytes; }))
                    return *problem;
                member->content.reset();
                return std::optional(std::move(content));
            },
            output, m_context);
    }

    [[nodiscard]] const CleanedCounts &counts() const { return m_counts; }

private:
    std::optional<Error> clean(std::size_t source, const Member &member,
                               const std::function<void(std::string_view)> &write)
    {
        const SourceInfo &info = m_table.sources()[source];
        if (info.conversion != Conversion::None && !info.inner.isEmpty())
            return Error{
                Error::Kind::Usage,
                QStringLiteral("%1 cannot be cleaned inside its archive. Unpack the archive, open the "
                               "file by itself, and clean that.")
                    .arg(info.name)};
        auto text = textOf(member, info.conversion, info.sheet, m_context);
        if (!text)
            return text.error();
        m_context.addTotal(text.value()->text().size());
        Cleaner cleaner{m_table, m_verdicts, source, m_mode, *text.value(), write};
        auto problem = info.isJson ? cleanJson(cleaner, m_context) : cleanTable(cleaner, m_context);
        add(m_counts, cleaner.counts);
        return problem;
    }

    const EventTable &m_table;
    const Verdicts &m_verdicts;
    CleanedMode m_mode;
    QString m_path;
    JobContext &m_context;
    CleanedCounts m_counts;
};

} // namespace

CleanedCounts previewCleaned(const EventTable &table, const Verdicts &verdicts, std::size_t source,
                             CleanedMode mode)
{
    CleanedCounts counts;
    for (const std::size_t one : sourcesBeside(table, source))
        add(counts, previewOne(table, verdicts, one, mode));
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
    if (!canBeCleaned(table, source))
        return Error{Error::Kind::Usage, whyNotCleaned(info)};
    const auto original = OriginalFile::of(info, outputPath, context);
    if (!original)
        return original.error();
    auto output = OutputFile::create(outputPath);
    if (!output)
        return output.error();
    CleanedWriter writer(table, verdicts, mode, original.value().path(), context);
    if (auto problem = info.inner.isEmpty() ? writer.writeFile(source, *output.value())
                                            : writer.writeContainerOf(source, *output.value()))
        return *problem;
    if (auto problem = output.value()->commit())
        return *problem;
    return writer.counts();
}

} // namespace clicksieve

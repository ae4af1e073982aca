// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/cleanedexport.h"

#include "core/detect/verdicts.h"
#include "core/events/eventtable.h"
#include "core/export/cleaner.h"
#include "core/export/eventsofrow.h"
#include "core/export/outputfile.h"
#include "core/ingest/sourcetext.h"
#include "core/jobs/jobcontext.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <cstdio>

namespace clicksieve {

namespace {

/// Rows are found again by their number, so it must be the very file that was read.
bool isAsRead(const SourceInfo &info)
{
    const QFileInfo now(info.path);
    return now.size() == info.bytes && now.lastModified().toMSecsSinceEpoch() == info.modifiedMs;
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

Error changedSince(const SourceInfo &info)
{
    return {Error::Kind::Unreadable,
            QStringLiteral("%1 has changed since it was opened. Open it again, then save the cleaned file.")
                .arg(QDir::toNativeSeparators(info.path))};
}

std::array<std::string, 3> addedCells(const Verdicts &verdicts, std::size_t event)
{
    std::array<std::string, 3> cells = {
        std::string(wordFor(verdicts.verdict(event))), probabilityText(verdicts.probability(event)), {}};
    verdicts.appendSignalIds(event, cells[2]);
    return cells;
}

CleanedCounts previewCleaned(const EventTable &table, const Verdicts &verdicts, std::size_t source,
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
        return changedSince(info);
    auto output = OutputFile::create(outputPath);
    if (!output)
        return output.error();
    context.addTotal(text.value()->text().size());
    Cleaner cleaner{table, verdicts,      source,
                    mode,  *text.value(), [&](std::string_view bytes) { output.value()->write(bytes); }};
    if (auto problem = info.isJson ? cleanJson(cleaner, context) : cleanTable(cleaner, context))
        return *problem;
    if (auto problem = output.value()->commit())
        return *problem;
    return cleaner.counts;
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/totalsimport.h"

#include "core/ingest/recordfault.h"
#include "core/ingest/totalsmapper.h"
#include "core/jobs/jobcontext.h"

#include <xxhash.h>

namespace clicksieve {

namespace {

/// Rows between two looks at the stop flag: well under a millisecond of work.
constexpr std::uint64_t kRowsBetweenStops = 1'024;

void reject(SourceInfo &info, const QString &why)
{
    ++info.rejectedRows;
    if (info.rejected.size() < SourceInfo::kRejectedKept)
        info.rejected.push_back({info.rows, why});
}

} // namespace

SourceInfo TotalsImport::read(const Source &source, JobContext &context)
{
    SourceInfo info = source.info();
    info.noEventTimes = source.format->totals->sentence;
    m_builder.beginSource({info.formatId, info.formatTitle, info.noEventTimes},
                          source.format->totals->splitOverFiles);
    readRows(source, info, context);
    // The campaign may stand in the name of the file, so the name is part of what was read; its folder is not.
    const std::string_view text = source.text->text();
    const std::string name = source.name.section(QLatin1Char('/'), -1).toStdString();
    const std::uint64_t hash =
        XXH3_64bits_withSeed(text.data(), text.size(), XXH3_64bits(name.data(), name.size()));
    if (m_textsRead.insert(hash).second) {
        m_builder.endSource();
    } else {
        info.duplicateEvents = info.rows - info.rejectedRows;
    }
    return info;
}

void TotalsImport::readRows(const Source &source, SourceInfo &info, JobContext &context)
{
    CsvReader reader(source.text->text(), source.delimiter, source.bodyBegin);
    TotalsMapper mapper(source);
    std::size_t reported = source.bodyBegin;
    while (reader.next()) {
        ++info.rows;
        TotalsRecord record;
        QString complaint = faultSentence(reader);
        if (complaint.isEmpty())
            complaint = mapper.map(reader.cells(), record);
        if (complaint.isEmpty())
            m_builder.add(record);
        else
            reject(info, complaint);
        if (info.rows % kRowsBetweenStops != 0)
            continue;
        if (context.stopRequested())
            return;
        context.addDone(reader.end() - reported);
        context.addRows(kRowsBetweenStops);
        reported = reader.end();
    }
    context.addDone(source.text->text().size() - reported);
    context.addRows(info.rows % kRowsBetweenStops);
}

} // namespace clicksieve

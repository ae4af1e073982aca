// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/sourcepreview.h"

#include "core/ingest/cellview.h"
#include "core/ingest/recordfault.h"
#include "core/ingest/rowmapper.h"

namespace clicksieve {

namespace {

constexpr qsizetype kLongestText = 300;

QString cutOff(std::string_view text)
{
    return shown(text, kLongestText);
}

PreviewRow rowOf(const EventRecord &record)
{
    PreviewRow row;
    row.time = record.time;
    row.type = record.type;
    row.recipient = cutOff(record.recipient.empty() ? record.recipientKey : record.recipient);
    row.campaign = cutOff(record.campaignName.empty() ? record.campaign : record.campaignName);
    row.url = cutOff(record.url);
    row.address = cutOff(record.address);
    row.agent = cutOff(record.agent);
    return row;
}

template <typename Reader>
std::vector<PreviewRow> readRows(Reader reader, const Source &source, std::size_t limit)
{
    std::vector<PreviewRow> rows;
    RowMapper mapper(source);
    std::uint32_t number = 0;
    while (rows.size() < limit && reader.next()) {
        number += startsRecord(reader) ? 1U : 0U;
        if (isEmptyRecord(reader))
            continue;
        EventRecord record;
        QString complaint = faultSentence(reader);
        if (complaint.isEmpty())
            complaint = mapper.map(reader.cells(), record);
        rows.push_back(complaint.isEmpty() ? rowOf(record) : PreviewRow{});
        rows.back().row = number;
        rows.back().complaint = complaint;
    }
    return rows;
}

} // namespace

std::vector<PreviewRow> previewOf(const Source &source, std::size_t limit)
{
    if (source.format->totals)
        return {};
    if (source.format->shape == Shape::Json)
        return readRows(
            JsonReader(source.text->text(), source.formats->recordKeys(), source.header, source.format->each),
            source, limit);
    return readRows(CsvReader(source.text->text(), source.delimiter, source.bodyBegin), source, limit);
}

} // namespace clicksieve

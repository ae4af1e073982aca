// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/totalsmapper.h"

#include "core/ingest/cellview.h"
#include "core/ingest/wholenumber.h"

#include <algorithm>

namespace clicksieve {

namespace {

bool isIn(const std::vector<std::string> &words, const std::string &word)
{
    return std::ranges::find(words, word) != words.end();
}

} // namespace

TotalsMapper::TotalsMapper(const Source &source)
    : m_source(source)
    , m_format(*source.format->totals)
    , m_expected(source.header.size())
{
    while (m_expected > 0 && source.header[m_expected - 1].empty())
        --m_expected;
    m_recipient = columnsOf(*source.format, Field::Recipient, source.header);
    for (ColumnPlace &key : columnsOf(*source.format, Field::RecipientKey, source.header))
        m_recipient.push_back(std::move(key));
    m_campaign = columnsOf(*source.format, Field::Campaign, source.header);
    m_campaignName = columnsOf(*source.format, Field::CampaignName, source.header);
    for (const auto &[total, names] : m_format.columns) {
        for (const std::string &name : names) {
            if (auto place = placeOf(name, source.header))
                m_counts[total].push_back(std::move(*place));
        }
    }
    m_campaignOfFile = source.campaignInName();
}

QString TotalsMapper::map(std::span<const std::string_view> cells, TotalsRecord &record)
{
    const bool fits =
        cells.size() >= m_expected && cells.size() <= m_source.header.size()
        && std::ranges::all_of(cells.subspan(m_expected), [](std::string_view cell) { return cell.empty(); });
    if (!fits)
        return QStringLiteral(
                   "It has %1 cells, the header has %2. A cell with the separator in it may lack its quotes.")
            .arg(cells.size())
            .arg(m_expected);
    if (QString complaint = mapNames(cells, record); !complaint.isEmpty())
        return complaint;
    for (const Total total : m_format.everyRow)
        record.counts.set(total, 1);
    for (const auto &[total, places] : m_counts) {
        const std::string &column = m_source.header[places.front().column];
        if (QString complaint = mapCount(total, value(places, cells), column, record.counts);
            !complaint.isEmpty())
            return complaint;
    }
    // Of a recipient, who has opened or clicked follows from how often.
    for (const auto &[mark, count] :
         {std::pair(Total::Opened, Total::Opens), std::pair(Total::Clicked, Total::Clicks)}) {
        const auto times = record.counts.get(count);
        if (m_format.rowIs == TotalsFormat::RowIs::Recipient && times && !record.counts.get(mark))
            record.counts.set(mark, *times > 0 ? 1 : 0);
    }
    return {};
}

QString TotalsMapper::mapNames(std::span<const std::string_view> cells, TotalsRecord &record)
{
    record.campaign = value(m_campaign, cells);
    record.campaignName = value(m_campaignName, cells);
    if (record.campaign.empty() && record.campaignName.empty())
        record.campaign = m_source.campaignAnswer;
    if (m_format.rowIs == TotalsFormat::RowIs::Campaign)
        return {};
    m_lowered.assign(value(m_recipient, cells));
    for (char &character : m_lowered) {
        if (character >= 'A' && character <= 'Z')
            character = static_cast<char>(character + ('a' - 'A'));
    }
    record.recipient = m_lowered;
    return m_lowered.empty() ? QStringLiteral("It names no recipient. It may be the sum of the others.")
                             : QString();
}

std::string_view TotalsMapper::value(const std::vector<ColumnPlace> &places,
                                     std::span<const std::string_view> cells) const
{
    for (const ColumnPlace &place : places) {
        const std::string_view cell =
            place.column == ColumnPlace::kInFileName ? m_campaignOfFile : trimmed(cells[place.column]);
        if (!cell.empty() && !isIn(m_source.format->nulls, folded(cell)))
            return cell;
    }
    return {};
}

/// True for what a recipient is or is not, instead of how often.
bool TotalsMapper::isMark(Total total) const
{
    return m_format.rowIs == TotalsFormat::RowIs::Recipient && total != Total::Opens
           && total != Total::Clicks;
}

QString TotalsMapper::mapCount(Total total, std::string_view cell, const std::string &column,
                               TotalCounts &counts) const
{
    const QString name = QString::fromStdString(column);
    const auto number = wholeNumber(cell);
    if (isMark(total)) {
        const std::string word = folded(cell);
        const bool isNo =
            cell.empty() || isIn(m_format.no, word) || number == std::optional<std::uint64_t>(0);
        const bool isYes = isIn(m_format.yes, word) || number || m_format.anyOtherIsYes;
        if (!isNo && !isYes)
            return QStringLiteral("\"%1\" under \"%2\" says neither yes nor no.").arg(shown(cell), name);
        counts.set(total, isNo ? 0 : 1);
        return {};
    }
    if (cell.empty()) { // a campaign may leave a count out; a recipient without one would count as none
        return m_format.rowIs == TotalsFormat::RowIs::Campaign
                   ? QString()
                   : QStringLiteral("It has no number under \"%1\".").arg(name);
    }
    if (!number)
        return QStringLiteral("\"%1\" under \"%2\" is no whole number.").arg(shown(cell), name);
    counts.set(total, number);
    return {};
}

} // namespace clicksieve

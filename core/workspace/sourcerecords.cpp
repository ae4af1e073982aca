// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/sourcerecords.h"

#include <QCborArray>
#include <QCborMap>

#include <type_traits>

namespace clicksieve {

namespace {

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

/// Puts members into a map. Numbers go as signed ones, to the bit.
class Putter {
public:
    template <typename T>
    void operator()(const char *name, const T &value)
    {
        if constexpr (std::is_same_v<T, QString> || std::is_same_v<T, bool>) {
            m_map.insert(key(name), value);
        } else if constexpr (std::is_same_v<T, std::string>) {
            m_map.insert(key(name), QByteArray::fromStdString(value)); // which need not be UTF-8
        } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
            QCborArray texts;
            for (const std::string &text : value)
                texts.append(QByteArray::fromStdString(text));
            m_map.insert(key(name), texts);
        } else {
            m_map.insert(key(name), static_cast<qint64>(value));
        }
    }

    [[nodiscard]] const QCborMap &map() const { return m_map; }

private:
    QCborMap m_map;
};

/// Takes them out again; leaves alone what the map does not have.
class Taker {
public:
    explicit Taker(QCborMap map) : m_map(std::move(map)) {}

    template <typename T>
    void operator()(const char *name, T &value)
    {
        const QCborValue found = m_map[key(name)];
        if constexpr (std::is_same_v<T, QString>) {
            value = found.toString(value);
        } else if constexpr (std::is_same_v<T, bool>) {
            value = found.toBool(value);
        } else if constexpr (std::is_same_v<T, std::string>) {
            value = found.toByteArray().toStdString();
        } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
            const QCborArray texts = found.toArray();
            for (const QCborValue &text : texts)
                value.push_back(text.toByteArray().toStdString());
        } else if (found.isInteger()) {
            value = static_cast<T>(found.toInteger());
        }
    }

private:
    QCborMap m_map;
};

/// Every member of a source but the rejected rows and the columns.
template <typename Info, typename Visit>
void visitSource(Info &info, Visit &visit)
{
    visit("path", info.path);
    visit("inner", info.inner);
    visit("sheet", info.sheet);
    visit("conversion", info.conversion);
    visit("name", info.name);
    visit("formatId", info.formatId);
    visit("formatTitle", info.formatTitle);
    visit("encoding", info.encoding);
    visit("timeZone", info.timeZone);
    visit("zoneIsGuess", info.zoneIsGuess);
    visit("dayOrderIsOpen", info.dayOrderIsOpen);
    visit("campaignAnswer", info.campaignAnswer);
    visit("sentAtAnswer", info.sentAtAnswer);
    visit("sentAtIsEstimate", info.sentAtIsEstimate);
    visit("filteredByVendor", info.filteredByVendor);
    visit("noEventTimes", info.noEventTimes);
    visit("isJson", info.isJson);
    visit("recordKeys", info.recordKeys);
    visit("delimiter", info.delimiter);
    visit("hasHeader", info.hasHeader);
    visit("bytes", info.bytes);
    visit("modifiedMs", info.modifiedMs);
    visit("keptAs", info.keptAs);
    visit("rows", info.rows);
    visit("rejectedRows", info.rejectedRows);
    visit("emptyRows", info.emptyRows);
    visit("skippedClock", info.skippedClock);
    visit("repeatedClock", info.repeatedClock);
    visit("mayOverlap", info.mayOverlap);
    visit("duplicateEvents", info.duplicateEvents);
    visit("resolution", info.resolution);
    visit("hasUrl", info.columns.url);
    visit("hasAddress", info.columns.address);
    visit("hasAgent", info.columns.agent);
    visit("hasRecipient", info.columns.recipient);
    visit("hasMachineFlag", info.columns.machineFlag);
}

QCborMap written(const SourceInfo &info)
{
    Putter put;
    visitSource(info, put);
    QCborArray rows;
    QCborArray reasons;
    for (const RejectedRow &row : info.rejected) {
        rows.append(static_cast<qint64>(row.row));
        reasons.append(row.reason);
    }
    QCborMap map = put.map();
    map.insert(key("rejected"), rows);
    map.insert(key("reasons"), reasons);
    return map;
}

bool readSource(const QCborMap &map, SourceInfo &info)
{
    Taker take(map);
    visitSource(info, take);
    const QCborArray rows = map[key("rejected")].toArray();
    const QCborArray reasons = map[key("reasons")].toArray();
    if (rows.size() != reasons.size() || info.resolution > TimeResolution::Day
        || info.conversion > Conversion::Form)
        return false;
    for (qsizetype row = 0; row < rows.size(); ++row)
        info.rejected.push_back(
            {static_cast<std::uint64_t>(rows.at(row).toInteger()), reasons.at(row).toString()});
    return true;
}

QCborMap written(const CampaignTotals &campaign)
{
    QCborArray counts;
    for (const Total total : kTotals) {
        const auto count = campaign.counts.get(total);
        counts.append(count ? QCborValue(static_cast<qint64>(*count)) : QCborValue());
    }
    return {{key("id"), QByteArray::fromStdString(campaign.id)},
            {key("name"), QByteArray::fromStdString(campaign.name)},
            {key("origin"), static_cast<qint64>(campaign.origin)},
            {key("counts"), counts}};
}

CampaignTotals readCampaign(const QCborMap &map)
{
    CampaignTotals campaign;
    campaign.id = map[key("id")].toByteArray().toStdString();
    campaign.name = map[key("name")].toByteArray().toStdString();
    campaign.origin = static_cast<std::size_t>(map[key("origin")].toInteger());
    const QCborArray counts = map[key("counts")].toArray();
    for (std::size_t total = 0; total < kTotals.size(); ++total) {
        const QCborValue count = counts.at(static_cast<qsizetype>(total));
        if (count.isInteger())
            campaign.counts.set(kTotals[total], static_cast<std::uint64_t>(count.toInteger()));
    }
    return campaign;
}

} // namespace

QCborValue sourceRecords(const SourceRecords &records)
{
    QCborArray sources;
    for (const SourceInfo &info : records.sources)
        sources.append(written(info));
    QCborArray skipped;
    for (const SkippedFile &file : records.skipped)
        skipped.append(QCborMap{{key("name"), file.name}, {key("reason"), file.reason}});
    QCborArray origins;
    for (const TotalsOrigin &origin : records.totals.origins)
        origins.append(QCborMap{{key("formatId"), origin.formatId},
                                {key("title"), origin.title},
                                {key("sentence"), origin.sentence}});
    QCborArray campaigns;
    for (const CampaignTotals &campaign : records.totals.campaigns)
        campaigns.append(written(campaign));
    return QCborMap{{key("sources"), sources},
                    {key("skipped"), skipped},
                    {key("totalsOrigins"), origins},
                    {key("totals"), campaigns}};
}

std::optional<SourceRecords> readSourceRecords(const QCborValue &value)
{
    const QCborMap map = value.toMap();
    if (!map[key("sources")].isArray())
        return std::nullopt;
    SourceRecords records;
    for (const QCborValue &source : map[key("sources")].toArray()) {
        if (!readSource(source.toMap(), records.sources.emplace_back()))
            return std::nullopt;
    }
    for (const QCborValue &file : map[key("skipped")].toArray())
        records.skipped.push_back(
            {file.toMap()[key("name")].toString(), file.toMap()[key("reason")].toString()});
    for (const QCborValue &origin : map[key("totalsOrigins")].toArray())
        records.totals.origins.push_back({origin.toMap()[key("formatId")].toString(),
                                          origin.toMap()[key("title")].toString(),
                                          origin.toMap()[key("sentence")].toString()});
    for (const QCborValue &campaign : map[key("totals")].toArray())
        records.totals.campaigns.push_back(readCampaign(campaign.toMap()));
    return records;
}

} // namespace clicksieve

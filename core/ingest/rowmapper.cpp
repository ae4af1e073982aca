// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/rowmapper.h"

#include "core/ingest/cellpart.h"
#include "core/ingest/cellview.h"
#include "core/ingest/dayandtime.h"

#include <xxhash.h>

#include <algorithm>
#include <cstring>

namespace clicksieve {

namespace {

/// Whether any of eight characters is A to Z: the highest bit of each says so.
std::uint64_t upperCaseBits(std::uint64_t eight)
{
    constexpr std::uint64_t kEach = 0x0101'0101'0101'0101U;
    constexpr std::uint64_t kHighest = 0x80 * kEach;
    const std::uint64_t low = eight & ~kHighest;
    const std::uint64_t fromA = low + (0x80 - 'A') * kEach;
    const std::uint64_t behindZ = low + (0x80 - 'Z' - 1) * kEach;
    return fromA & ~behindZ & ~eight & kHighest;
}

bool hasUpperCase(std::string_view text)
{
    std::uint64_t eight = 0;
    std::uint64_t found = 0;
    if (text.empty())
        return false; // its bytes may be nowhere
    if (text.size() < sizeof eight) {
        std::memcpy(&eight, text.data(), text.size());
        return upperCaseBits(eight) != 0;
    }
    const std::size_t last = text.size() - sizeof eight;
    for (std::size_t place = 0; place < last; place += sizeof eight) {
        std::memcpy(&eight, text.data() + place, sizeof eight);
        found |= upperCaseBits(eight);
    }
    std::memcpy(&eight, text.data() + last, sizeof eight); // some of them once more
    return (found | upperCaseBits(eight)) != 0;
}

/// The address in "Anna <anna@nordbank.example>"; the text itself where it is written otherwise.
std::string_view addressIn(std::string_view recipient)
{
    const std::size_t bracket = recipient.ends_with('>') ? recipient.rfind('<') : std::string_view::npos;
    return bracket == std::string_view::npos ? recipient
                                             : recipient.substr(bracket + 1, recipient.size() - bracket - 2);
}

/// True for what can be a link, and for none.
bool isLink(std::string_view text)
{
    return text.empty() || text.find(':') != std::string_view::npos
           || text.find('/') != std::string_view::npos || text.find('.') != std::string_view::npos;
}

} // namespace

RowMapper::RowMapper(const Source &source)
    : m_source(source)
    , m_words(*source.format)
    , m_eventOfFile(source.variant->event)
{
    for (std::size_t field = 0; field < kFieldCount; ++field) {
        m_places[field] = columnsOf(*source.format, static_cast<Field>(field), source.header);
        m_plainColumn[field] = plainColumn(m_places[field]);
    }
    for (const std::string &name : source.format->duplicateKey) {
        if (auto place = placeOf(name, source.header))
            m_identity.push_back(std::move(*place));
    }
    if (source.format->shape == Shape::Json && source.variant->event) {
        for (const std::string &name : source.variant->columns) {
            if (auto place = placeOf(name, source.header))
                m_marks.push_back(std::move(*place));
        }
    }
    m_campaignOfFile = source.campaignInName();
    if (!m_eventOfFile) {
        const std::string name = folded(source.name.toStdString());
        for (const auto &[part, type] : source.format->fileNameEvents) {
            if (name.find(part) != std::string::npos) {
                m_eventOfFile = type;
                break;
            }
        }
    }
}

/// The column whose cells are the values as they are; kNoColumn where there is none, kNotPlain where it takes more to find
/// them.
std::size_t RowMapper::plainColumn(const std::vector<ColumnPlace> &places) const
{
    if (places.empty())
        return kNoColumn;
    const bool isPlain = places.size() == 1 && places.front().column != ColumnPlace::kInFileName
                         && places.front().part.empty() && m_source.format->nulls.empty();
    return isPlain ? places.front().column : kNotPlain;
}

SourceColumns RowMapper::columns() const
{
    const auto has = [this](Field field) { return !m_places[static_cast<std::size_t>(field)].empty(); };
    return {has(Field::Url), has(Field::Address), has(Field::Agent), has(Field::Recipient),
            has(Field::MachineFlag)};
}

QString RowMapper::map(std::span<const std::string_view> cells, EventRecord &record)
{
    const std::size_t expected = m_source.header.size();
    const bool onlyEmptyCellsMore =
        cells.size() > expected
        && std::ranges::all_of(cells.subspan(expected), [](std::string_view cell) { return cell.empty(); });
    if (cells.size() != expected && !onlyEmptyCellsMore)
        return QStringLiteral(
                   "It has %1 cells, the header has %2. A cell with the separator in it may lack its quotes.")
            .arg(cells.size())
            .arg(expected);

    if (onlyEmptyCellsMore && !isLink(value(Field::Url, cells)))
        return QStringLiteral(
            "Its cells stand one column too far right. A cell with the separator in it may lack its quotes.");

    const std::string_view time = timeOf(cells);
    if (time.empty())
        return QStringLiteral("It has no time.");
    record.time = m_times.timeOf(time, [this](std::string_view text) {
        return m_source.timePattern == nullptr ? kNoTime : m_source.timePattern->parse(text, *m_source.zone);
    });
    if (record.time == kNoTime)
        return QStringLiteral("\"%1\" is no time that can be read here.").arg(shown(time));

    if (QString complaint = mapEvent(cells, record); !complaint.isEmpty())
        return complaint;
    record.recipient = lowered(addressIn(value(Field::Recipient, cells)));
    record.recipientKey = value(Field::RecipientKey, cells);
    record.campaign = value(Field::Campaign, cells);
    record.campaignName = value(Field::CampaignName, cells);
    if (record.campaign.empty() && record.campaignName.empty())
        record.campaign = m_source.campaignAnswer;
    record.url = value(Field::Url, cells);
    record.address = value(Field::Address, cells);
    record.agent = value(Field::Agent, cells);
    if (record.flag == MachineFlag::Unknown)
        record.flag = flagOf(cells);
    record.sentAt = m_sentTimes.timeOf(value(Field::SentAt, cells),
                                       [this](std::string_view text) { return sentAtOf(text); });
    record.identity = m_source.mayOverlap ? contentOf(record) : identityOf(cells);
    return {};
}

std::string_view RowMapper::timeOf(std::span<const std::string_view> cells) const
{
    const std::string_view time = value(Field::Time, cells);
    if (m_places[static_cast<std::size_t>(Field::TimeOfDay)].empty() || time.empty())
        return time;
    const std::string_view timeOfDay = value(Field::TimeOfDay, cells);
    if (timeOfDay.empty())
        return {};
    return joinedDayAndTime(time, timeOfDay, m_dayAndTime);
}

std::string_view RowMapper::firstValue(Field field, std::span<const std::string_view> cells) const
{
    for (const ColumnPlace &place : m_places[static_cast<std::size_t>(field)]) {
        const std::string_view cell = valueAt(place, cells, m_parts[static_cast<std::size_t>(field)]);
        if (!cell.empty())
            return cell;
    }
    return {};
}

std::string_view RowMapper::valueAt(const ColumnPlace &place, std::span<const std::string_view> cells,
                                    std::string &part) const
{
    if (place.column == ColumnPlace::kInFileName)
        return m_campaignOfFile;
    std::string_view cell = trimmed(cells[place.column]);
    if (!place.part.empty())
        cell = trimmed(partOfCell(cell, place.part, part));
    const auto &nulls = m_source.format->nulls;
    const bool isNull = !nulls.empty() && std::ranges::find(nulls, folded(cell)) != nulls.end();
    return isNull ? std::string_view() : cell;
}

/// A number that two rows share where they are the same event; 0 where the format does not say what makes one.
std::uint64_t RowMapper::identityOf(std::span<const std::string_view> cells) const
{
    if (m_identity.empty() || m_identity.size() < m_source.format->duplicateKey.size())
        return 0;
    std::uint64_t identity = 1;
    bool anything = false;
    std::string part;
    for (const ColumnPlace &place : m_identity) {
        const std::string_view cell = valueAt(place, cells, part);
        anything |= !cell.empty();
        identity = XXH3_64bits_withSeed(cell.data(), cell.size(), identity);
    }
    return anything ? std::max<std::uint64_t>(identity, 1) : 0;
}

std::uint64_t RowMapper::contentOf(const EventRecord &record)
{
    std::uint64_t content =
        XXH3_64bits_withSeed(&record.time, sizeof record.time, static_cast<std::uint64_t>(record.type));
    for (const std::string_view text : {record.recipient, record.recipientKey, record.campaign,
                                        record.campaignName, record.url, record.address, record.agent})
        content = XXH3_64bits_withSeed(text.data(), text.size(), content);
    return std::max<std::uint64_t>(content, 1);
}

QString RowMapper::mapEvent(std::span<const std::string_view> cells, EventRecord &record)
{
    const std::string_view word = value(Field::Event, cells);
    for (const ColumnPlace &place : m_marks) {
        std::string part;
        if (valueAt(place, cells, part).empty())
            return QStringLiteral("It does not say what happened (no %1).")
                .arg(QString::fromStdString(m_source.header[place.column]));
    }
    if (m_source.variant->event || (word.empty() && m_eventOfFile)) {
        record.type = *m_eventOfFile;
        return {};
    }
    if (word.empty())
        return QStringLiteral("It does not say what happened (no event).");
    const EventWords::Meaning *meaning = m_words.find(word);
    if (meaning == nullptr)
        return QStringLiteral("\"%1\" is no event that this format is known to have.").arg(shown(word));
    record.type = meaning->type;
    if (meaning->isMachine)
        record.flag = MachineFlag::Machine;
    return {};
}

/// Where there are several marks, one that says "machine" counts: none of them speaks of every kind.
MachineFlag RowMapper::flagOf(std::span<const std::string_view> cells) const
{
    constexpr auto kField = static_cast<std::size_t>(Field::MachineFlag);
    const ExportFormat &format = *m_source.format;
    const auto isIn = [](const std::vector<std::string> &words, const std::string &word) {
        return std::ranges::find(words, word) != words.end();
    };
    MachineFlag flag = MachineFlag::Unknown;
    for (const ColumnPlace &place : m_places[kField]) {
        const std::string word = folded(valueAt(place, cells, m_parts[kField]));
        if (word.empty())
            continue;
        if (isIn(format.machineWords, word))
            return MachineFlag::Machine;
        if (isIn(format.humanWords, word))
            flag = MachineFlag::Human;
    }
    return flag;
}

/// The send time is a help, not the event: one that cannot be read is taken as not said.
TimeMs RowMapper::sentAtOf(std::string_view value) const
{
    if (value.empty())
        return kNoTime;
    const TimeMs likeTheEvents = m_source.timePattern->parse(value, *m_source.zone);
    if (likeTheEvents != kNoTime)
        return likeTheEvents;
    for (const TimePattern &pattern : m_source.format->timePatterns) {
        if (const TimeMs time = pattern.parse(value, *m_source.zone); time != kNoTime)
            return time;
    }
    return kNoTime;
}

std::string_view RowMapper::lowered(std::string_view recipient)
{
    if (!hasUpperCase(recipient))
        return recipient;
    m_lowered.assign(recipient);
    for (char &character : m_lowered) {
        if (character >= 'A' && character <= 'Z')
            character = static_cast<char>(character + ('a' - 'A'));
    }
    return m_lowered;
}

} // namespace clicksieve

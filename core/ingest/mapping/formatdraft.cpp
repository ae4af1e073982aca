// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/mapping/formatdraft.h"

#include "core/ingest/mapping/cellkinds.h"
#include "core/ingest/mapping/mappingwords.h"
#include "core/ingest/mapping/timeways.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <utility>

namespace clicksieve {

namespace {

/// Above the general formats (40, 41), below those of a service (78 and more): the columns of a simple list may all
/// stand in the export of a service as well.
constexpr int kConfidence = 60;
constexpr int kMostConfidence = 100;
/// How many words a sentence names.
constexpr std::size_t kShownWords = 3;

constexpr std::array<std::pair<Field, const char *>, kFieldCount> kKeys = {
    {{Field::Time, "time"},
     {Field::TimeOfDay, "timeOfDay"},
     {Field::Event, "event"},
     {Field::Recipient, "recipient"},
     {Field::RecipientKey, "recipientKey"},
     {Field::Campaign, "campaign"},
     {Field::CampaignName, "campaignName"},
     {Field::Url, "url"},
     {Field::Address, "address"},
     {Field::Agent, "agent"},
     {Field::SentAt, "sentAt"},
     {Field::MachineFlag, "machineFlag"}}};

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString titleOf(const RecordSample &sample, const std::string &column)
{
    const auto place = sample.columnNamed(column);
    return place ? sample.columns[*place].title : text(column);
}

std::vector<std::string_view> cellsOf(const RecordSample &sample, const std::string &column)
{
    const auto place = sample.columnNamed(column);
    return place ? sample.cellsOf(*place) : std::vector<std::string_view>();
}

bool isFilledThroughout(const RecordSample &sample, std::size_t column)
{
    return std::ranges::none_of(sample.rows, [&](const auto &row) { return row[column].empty(); });
}

/// The columns that mark the format. A JSON format is only taken where the record has all of them.
QJsonArray markingColumns(const FormatDraft &draft, const RecordSample &sample)
{
    QJsonArray names;
    for (std::size_t column = 0; column < sample.columns.size(); ++column) {
        const std::string &name = sample.columns[column].name;
        const bool isChosen =
            std::ranges::any_of(draft.columns, [&](const auto &chosen) { return chosen.second == name; });
        const bool marks = sample.shape == Shape::Table
                           || (isFilledThroughout(sample, column) && (isChosen || !draft.everyRow));
        if (marks)
            names.append(text(name));
    }
    if (names.isEmpty())
        names.append(text(draft.columns.at(Field::Time)));
    return names;
}

/// A recipient column without addresses holds the service's own keys.
const char *keyOf(Field field, const char *usual, const FormatDraft &draft, const RecordSample &sample)
{
    if (field != Field::Recipient)
        return usual;
    const auto cells = cellsOf(sample, draft.columns.at(field));
    const auto addresses = static_cast<std::size_t>(std::ranges::count_if(cells, isMailAddress));
    return addresses * 2 >= cells.size() ? usual : "recipientKey";
}

QJsonObject columnsOf(const FormatDraft &draft, const RecordSample &sample)
{
    QJsonObject columns;
    for (const auto &[field, key] : kKeys) {
        const auto chosen = draft.columns.find(field);
        if (chosen != draft.columns.end())
            columns[QLatin1String(keyOf(field, key, draft, sample))] = QJsonArray{text(chosen->second)};
    }
    return columns;
}

QJsonObject eventsOf(const FormatDraft &draft)
{
    QJsonObject events;
    for (const auto &[word, type] : MappingWords::shipped().eventsLike(draft.events))
        events[text(word)] = text(wordFor(type));
    for (const auto &[word, type] : draft.events)
        events[text(word)] = text(wordFor(type));
    return events;
}

QJsonObject timesOf(const FormatDraft &draft)
{
    QJsonArray formats{draft.timePattern};
    if (!draft.sentAtPattern.isEmpty() && draft.sentAtPattern != draft.timePattern)
        formats.append(draft.sentAtPattern);
    QJsonObject time{{QStringLiteral("formats"), formats}, {QStringLiteral("zone"), draft.timeZone}};
    if (draft.zoneIsGuess)
        time[QStringLiteral("zoneIsGuess")] = true;
    return time;
}

QJsonObject flagOf(const FormatDraft &draft, const RecordSample &sample)
{
    QJsonArray machine;
    QJsonArray human;
    for (const EventWord &value : wordsOf(sample, draft.columns.at(Field::MachineFlag))) {
        if (const auto says = MappingWords::shipped().yesOrNo(value.word))
            (*says ? machine : human).append(text(folded(value.word.toStdString())));
    }
    for (const char *usual : {"true", "yes", "1"}) {
        if (!machine.contains(QLatin1String(usual)) && !human.contains(QLatin1String(usual)))
            machine.append(QLatin1String(usual));
    }
    return {{QStringLiteral("machine"), machine}, {QStringLiteral("human"), human}};
}

void addTimeLacks(QStringList &lacking, const FormatDraft &draft, const RecordSample &sample)
{
    if (!draft.has(Field::Time)) {
        lacking << QStringLiteral("Choose the column that says when it happened.");
        return;
    }
    const std::string &column = draft.columns.at(Field::Time);
    if (!draft.timePattern.isEmpty())
        return;
    const auto cells = cellsOf(sample, column);
    lacking << (cells.empty()
                    ? QStringLiteral("The column \"%1\" is empty: choose another one for the time.")
                          .arg(titleOf(sample, column))
                    : QStringLiteral("\"%1\" in \"%2\" is written in no way that can be read as a time.")
                          .arg(text(cells.front()).left(40), titleOf(sample, column)));
}

void addEventLacks(QStringList &lacking, const FormatDraft &draft, const RecordSample &sample)
{
    if (!draft.has(Field::Event)) {
        if (!draft.everyRow)
            lacking << QStringLiteral("Choose the column that says what happened, or say what every row is.");
        return;
    }
    QStringList open;
    for (const EventWord &word : wordsOf(sample, draft.columns.at(Field::Event))) {
        if (!draft.events.contains(folded(word.word.toStdString())))
            open << QStringLiteral("\"%1\"").arg(word.word.left(40));
    }
    if (open.isEmpty())
        return;
    const auto more = open.size() - static_cast<qsizetype>(kShownWords);
    const QString shown = open.mid(0, static_cast<qsizetype>(kShownWords)).join(QStringLiteral(", "));
    lacking << (more > 0 ? QStringLiteral("Say what %1 and %2 more words mean.").arg(shown).arg(more)
                : open.size() == 1 ? QStringLiteral("Say what the word %1 means.").arg(shown)
                                   : QStringLiteral("Say what the words %1 mean.").arg(shown));
}

void addFlagLacks(QStringList &lacking, const FormatDraft &draft, const RecordSample &sample)
{
    if (!draft.has(Field::MachineFlag))
        return;
    const auto values = wordsOf(sample, draft.columns.at(Field::MachineFlag));
    const bool anySays = std::ranges::any_of(values, [](const EventWord &value) {
        return MappingWords::shipped().yesOrNo(value.word).has_value();
    });
    if (!values.empty() && !anySays)
        lacking << QStringLiteral("No cell of \"%1\" says yes or no: leave the machine mark out.")
                       .arg(titleOf(sample, draft.columns.at(Field::MachineFlag)));
}

} // namespace

std::vector<EventWord> wordsOf(const RecordSample &sample, const std::string &column, std::size_t limit)
{
    std::vector<EventWord> words;
    std::map<std::string, std::size_t> placeOfWord;
    for (const std::string_view cell : cellsOf(sample, column)) {
        const auto [known, isNew] = placeOfWord.emplace(folded(cell), words.size());
        if (isNew && words.size() == limit) {
            placeOfWord.erase(known);
            continue;
        }
        if (isNew)
            words.push_back({text(cell), 0});
        ++words[known->second].rows;
    }
    std::ranges::stable_sort(words, std::ranges::greater(), &EventWord::rows);
    return words;
}

QStringList lackingIn(const FormatDraft &draft, const RecordSample &sample)
{
    QStringList lacking;
    addTimeLacks(lacking, draft, sample);
    addEventLacks(lacking, draft, sample);
    if (!draft.has(Field::Recipient))
        lacking << QStringLiteral("Choose the column that says whose message it was.");
    addFlagLacks(lacking, draft, sample);
    if (!TimeZone::named(draft.timeZone))
        lacking << QStringLiteral(
                       "There is no time zone \"%1\". Write it like Europe/Berlin, UTC or UTC-06:00.")
                       .arg(draft.timeZone);
    if (draft.title.trimmed().isEmpty())
        lacking << QStringLiteral("Give the export a name.");
    return lacking;
}

QJsonObject formatJson(const FormatDraft &draft, const RecordSample &sample, const QString &id,
                       const ExportFormat *rival)
{
    QJsonObject variant{{QStringLiteral("id"), QStringLiteral("own")},
                        {QStringLiteral("columns"), markingColumns(draft, sample)}};
    if (!draft.has(Field::Event) && draft.everyRow)
        variant[QStringLiteral("event")] = text(wordFor(*draft.everyRow));
    const int confidence = rival == nullptr
                               ? kConfidence
                               : std::min(kMostConfidence, std::max(kConfidence, rival->confidence + 1));
    const QString title = draft.title.trimmed();
    QJsonObject format{{QStringLiteral("schema"), 1},
                       {QStringLiteral("id"), id},
                       {QStringLiteral("vendor"), title},
                       {QStringLiteral("title"), title},
                       {QStringLiteral("confidence"), confidence},
                       {QStringLiteral("variants"), QJsonArray{variant}},
                       {QStringLiteral("columns"), columnsOf(draft, sample)},
                       {QStringLiteral("time"), timesOf(draft)}};
    if (draft.has(Field::Event))
        format[QStringLiteral("events")] = eventsOf(draft);
    if (draft.has(Field::MachineFlag))
        format[QStringLiteral("machineFlag")] = flagOf(draft, sample);
    if (sample.shape == Shape::Json)
        format[QStringLiteral("shape")] = QStringLiteral("json");
    if (!sample.each.empty())
        format[QStringLiteral("each")] = text(sample.each);
    QJsonArray records;
    for (const std::string &key : sample.recordKeys)
        records.append(text(key));
    if (!records.isEmpty())
        format[QStringLiteral("records")] = records;
    return format;
}

} // namespace clicksieve

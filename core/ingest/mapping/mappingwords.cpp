// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/mapping/mappingwords.h"

#include "core/ingest/formatcatalogue.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

namespace clicksieve {

namespace {

constexpr int kExact = 100;
constexpr int kByPath = 95;      ///< the last keys of a path
constexpr int kByVendor = 90;    ///< a name that one service uses
constexpr int kInsideLeast = 45; ///< a known name among many other words

constexpr std::array<std::pair<const char *, Field>, 11> kFields = {{{"time", Field::Time},
                                                                     {"timeOfDay", Field::TimeOfDay},
                                                                     {"event", Field::Event},
                                                                     {"recipient", Field::Recipient},
                                                                     {"campaign", Field::Campaign},
                                                                     {"campaignName", Field::CampaignName},
                                                                     {"url", Field::Url},
                                                                     {"address", Field::Address},
                                                                     {"agent", Field::Agent},
                                                                     {"sentAt", Field::SentAt},
                                                                     {"machineFlag", Field::MachineFlag}}};

/// Where several kinds are named in one text, the first of these is meant: "clicked unsubscribe", "delivery bounced".
constexpr std::array<EventType, 8> kStrongestFirst = {
    EventType::Complaint, EventType::Unsubscribe, EventType::Bounce,    EventType::Click,
    EventType::Open,      EventType::Other,       EventType::Delivered, EventType::Sent};

QStringList texts(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &item : value.toArray())
        list << item.toString();
    return list;
}

std::vector<TimePattern> patterns(const QJsonValue &value)
{
    std::vector<TimePattern> list;
    for (const QString &text : texts(value)) {
        if (auto pattern = TimePattern::compile(text))
            list.push_back(std::move(*pattern));
    }
    return list;
}

/// @p inner as whole words inside @p text.
bool hasWords(const QString &text, const QString &inner)
{
    return (u' ' + text + u' ').contains(u' ' + inner + u' ');
}

qsizetype wordCount(const QString &text)
{
    return text.count(u' ') + 1;
}

/// The word with an upper-case letter that folded() does not know in front, as it may stand in a file: "Åbnet".
QString capitalised(const QString &word)
{
    return word.isEmpty() || word.front().unicode() < 0x80 ? QString() : word.front().toUpper() + word.mid(1);
}

} // namespace

const MappingWords &MappingWords::shipped()
{
    static const MappingWords words;
    return words;
}

MappingWords::MappingWords()
{
    QFile file(QStringLiteral(":/clicksieve/mapping/words.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the words for mapping are missing");
    const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
    m_times = patterns(all[QLatin1String("times")]);
    m_days = patterns(all[QLatin1String("days")]);
    for (const QString &text : texts(all[QLatin1String("timesOfDay")])) {
        if (auto pattern = TimePattern::compile(QStringLiteral("yyyy-MM-dd ") + text))
            m_timesOfDay.push_back(std::move(*pattern));
    }
    for (const QString &name : texts(all[QLatin1String("othersAddresses")]))
        m_senders.push_back(normalised(name));
    const QJsonObject languages = all[QLatin1String("languages")].toObject();
    for (auto language = languages.begin(); language != languages.end(); ++language)
        readLanguage(language.key(), language.value().toObject());
    for (const ExportFormat &format : FormatCatalogue::shipped()->formats())
        readFormat(format);
}

void MappingWords::readLanguage(const QString &language, const QJsonObject &words)
{
    const QJsonObject columns = words[QLatin1String("columns")].toObject();
    for (const auto &[key, field] : kFields) {
        for (const QString &name : texts(columns[QLatin1String(key)]))
            m_columns[field][normalised(name)] = kExact;
    }
    const QJsonObject events = words[QLatin1String("events")].toObject();
    for (const EventType type : kStrongestFirst) {
        const std::string_view key = wordFor(type);
        for (const QString &word :
             texts(events[QLatin1String(key.data(), static_cast<qsizetype>(key.size()))])) {
            auto &event = m_events[normalised(word)];
            if (event.languages.empty())
                event = {type, {}, word};
            event.languages.insert(language);
        }
    }
    for (const QString &word : texts(words[QLatin1String("yes")]))
        m_yesOrNo.insert(normalised(word), true);
    for (const QString &word : texts(words[QLatin1String("no")]))
        m_yesOrNo.insert(normalised(word), false);
    for (const QString &word : texts(words[QLatin1String("not")]))
        m_denials.insert(normalised(word));
}

void MappingWords::readFormat(const ExportFormat &format)
{
    if (format.totals)
        return;
    for (const auto &[field, names] : format.columns) {
        for (const std::string &name : names) {
            const QString known = normalised(QString::fromStdString(name));
            if (!known.isEmpty() && !m_columns[field].contains(known))
                m_columns[field].insert(known, kByVendor);
        }
    }
    for (const auto &[word, type] : format.events) {
        const QString text = QString::fromStdString(word);
        const QString known = normalised(text);
        const bool isNumber = std::ranges::all_of(known, [](QChar letter) { return letter.isDigit(); });
        if (!isNumber && !m_events.contains(known))
            m_events.insert(known, {type, {}, text});
    }
}

int MappingWords::fit(Field field, const QString &title) const
{
    const auto names = m_columns.find(field);
    const QString whole = normalised(title);
    if (names == m_columns.end() || whole.isEmpty())
        return 0;
    if (const auto exact = names->second.find(whole); exact != names->second.end())
        return *exact;
    const QString last = normalised(title.section(u'.', -1));
    int best = names->second.contains(last) ? kByPath : 0;
    const auto words = static_cast<double>(wordCount(whole));
    for (auto known = names->second.begin(); known != names->second.end(); ++known) {
        if (!hasWords(whole, known.key()))
            continue;
        const double share = static_cast<double>(wordCount(known.key())) / words;
        best = std::max(best, kInsideLeast + static_cast<int>((kByVendor - kInsideLeast) * share));
    }
    return best;
}

bool MappingWords::isOfSender(const QString &title) const
{
    const QString whole = normalised(title);
    return std::ranges::any_of(m_senders, [&](const QString &sender) { return hasWords(whole, sender); });
}

std::optional<EventType> MappingWords::eventFor(const QString &word) const
{
    const QString whole = normalised(word);
    if (const auto exact = m_events.find(whole); exact != m_events.end())
        return exact->type;
    const QStringList parts = whole.split(u' ', Qt::SkipEmptyParts);
    if (std::ranges::any_of(parts, [&](const QString &part) { return m_denials.contains(part); }))
        return std::nullopt;
    std::optional<EventType> strongest;
    const auto rank = [](EventType type) { return std::ranges::find(kStrongestFirst, type); };
    for (const QString &part : parts) {
        const auto known = m_events.find(part);
        if (known != m_events.end() && (!strongest || rank(known->type) < rank(*strongest)))
            strongest = known->type;
    }
    return strongest;
}

std::optional<bool> MappingWords::yesOrNo(const QString &word) const
{
    const auto known = m_yesOrNo.find(normalised(word));
    return known == m_yesOrNo.end() ? std::nullopt : std::optional(*known);
}

std::map<std::string, EventType> MappingWords::eventsLike(const std::map<std::string, EventType> &words) const
{
    std::set<QString> languages;
    for (const auto &[word, type] : words) {
        const auto known = m_events.find(normalised(QString::fromStdString(word)));
        if (known != m_events.end())
            languages.insert(known->languages.begin(), known->languages.end());
    }
    std::map<std::string, EventType> all;
    for (const Event &event : m_events) {
        const bool isLike = std::ranges::any_of(
            event.languages, [&](const QString &language) { return languages.contains(language); });
        if (!isLike)
            continue;
        all.emplace(folded(event.word.toStdString()), event.type);
        if (const QString upper = capitalised(event.word); !upper.isEmpty())
            all.emplace(folded(upper.toStdString()), event.type);
    }
    return all;
}

QString MappingWords::normalised(const QString &text)
{
    QString out;
    bool gap = false;
    QChar before;
    for (const QChar letter : text.normalized(QString::NormalizationForm_D)) {
        if (letter.isMark())
            continue;
        if (!letter.isLetterOrNumber()) {
            gap = !out.isEmpty();
        } else {
            gap |= letter.isUpper() && before.isLower();
            if (gap)
                out += u' ';
            gap = false;
            out += letter.toLower();
        }
        before = letter;
    }
    return out;
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/mapping/jsonpaths.h"

#include "core/ingest/jsonreader.h"
#include "core/ingest/mapping/cellkinds.h"
#include "core/ingest/mapping/mappingwords.h"
#include "core/ingest/mapping/timeways.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QVariant>

#include <algorithm>
#include <map>
#include <set>

namespace clicksieve {

namespace {

/// Where keys of lists of records are looked for.
constexpr std::size_t kHead = std::size_t{1} << 20;
constexpr int kRecordsForKeys = 200;
constexpr int kRecordsForPaths = 500;
constexpr int kDeepest = 6;
/// A record with more is data under changing keys, not a record with names.
constexpr std::size_t kMostPaths = 400;
constexpr int kMostKeys = 8;

int wholeRecords(std::string_view text, std::span<const std::string> keys)
{
    JsonRecords records(text, keys);
    int whole = 0;
    while (whole < kRecordsForKeys && records.next())
        whole += records.isBroken() ? 0 : 1;
    return whole;
}

/// Keys of lists of objects, in order of appearance.
std::vector<std::string> listKeys(std::string_view head, std::span<const std::string> known)
{
    static const QRegularExpression pattern(QStringLiteral("\"([^\"\\\\]+)\"\\s*:\\s*\\[\\s*\\{"));
    std::vector<std::string> keys;
    auto matches = pattern.globalMatch(QString::fromUtf8(head.data(), static_cast<qsizetype>(head.size())));
    while (matches.hasNext() && keys.size() < kMostKeys) {
        std::string key = matches.next().captured(1).toStdString();
        if (std::ranges::find(known, key) == known.end() && std::ranges::find(keys, key) == keys.end())
            keys.push_back(std::move(key));
    }
    return keys;
}

QJsonObject objectOf(std::string_view bytes)
{
    return QJsonDocument::fromJson(
               QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())))
        .object();
}

/// True where the first record itself tells whose it is: then a list in it holds events of that recipient.
bool isOfOneRecipient(std::string_view head, std::span<const std::string> known)
{
    JsonRecords records(head, known);
    if (!records.next() || records.isBroken())
        return false;
    const QJsonObject record = objectOf(records.record());
    return std::ranges::any_of(
        record, [](const QJsonValue &value) { return isMailAddress(value.toString().toStdString()); });
}

/// The key of the list that holds the records, where what is known finds one record or none.
std::vector<std::string> findRecordKey(std::string_view head, std::span<const std::string> known)
{
    int most = wholeRecords(head, known);
    std::vector<std::string> best;
    if (most > 1 || isOfOneRecipient(head, known))
        return best;
    for (const std::string &key : listKeys(head, known)) {
        std::vector<std::string> keys(known.begin(), known.end());
        keys.push_back(key);
        if (const int whole = wholeRecords(head, keys); whole > most) {
            most = whole;
            best = {key};
        }
    }
    return best;
}

/// Collects the paths of values and, apart, those of lists of objects.
class PathCollector {
public:
    void add(const QJsonObject &object, const std::string &prefix = {}, int depth = 0)
    {
        for (auto entry = object.begin(); entry != object.end(); ++entry) {
            const std::string key = entry.key().toStdString();
            if (key.empty() || key.find('.') != std::string::npos || key.starts_with('$') || key == "*")
                continue; // no path can name it
            addValue(entry.value(), prefix.empty() ? key : prefix + '.' + key, depth);
        }
    }
    [[nodiscard]] const std::map<std::string, QString> &values() const { return m_values; }
    [[nodiscard]] const std::set<std::string> &lists() const { return m_lists; }

private:
    void addValue(QJsonValue value, const std::string &path, int depth)
    {
        if (value.isArray()) {
            const QJsonArray array = value.toArray();
            if (array.size() > 1 && array.first().isObject())
                m_lists.insert(path);
            value = array.isEmpty() ? QJsonValue() : array.first();
        }
        if (value.isObject() && depth < kDeepest)
            add(value.toObject(), path, depth + 1);
        else if (!value.isObject() && !value.isArray() && !value.isNull() && !value.isUndefined()
                 && m_values.size() < kMostPaths)
            m_values.emplace(path, value.toVariant().toString());
    }

    std::map<std::string, QString> m_values; ///< with the first value that was met
    std::set<std::string> m_lists;
};

bool isBelow(const std::string &path, const std::string &list)
{
    return path.size() > list.size() && path.starts_with(list) && path[list.size()] == '.';
}

/// The list whose elements are events: it has a time, and the record around it has none that could be an event's.
std::string findEach(const PathCollector &collector)
{
    const MappingWords &words = MappingWords::shipped();
    const auto isEventTime = [&](const std::string &path, const QString &value) {
        const QString title = QString::fromStdString(path);
        return isTime(value.toStdString())
               && words.fit(Field::Time, title) >= words.fit(Field::SentAt, title);
    };
    for (const std::string &list : collector.lists()) {
        bool inside = false;
        bool outside = false;
        for (const auto &[path, value] : collector.values())
            (isBelow(path, list) ? inside : outside) |= isEventTime(path, value);
        if (inside && !outside)
            return list;
    }
    return {};
}

} // namespace

JsonPaths JsonPaths::of(std::string_view text, std::span<const std::string> knownKeys)
{
    JsonPaths found;
    found.recordKeys = findRecordKey(text.substr(0, kHead), knownKeys);
    std::vector<std::string> keys(knownKeys.begin(), knownKeys.end());
    keys.insert(keys.end(), found.recordKeys.begin(), found.recordKeys.end());
    PathCollector collector;
    JsonRecords records(text, keys);
    for (int record = 0; record < kRecordsForPaths && records.next(); ++record) {
        const std::string_view bytes = records.record();
        if (!records.isBroken())
            collector.add(objectOf(bytes));
    }
    found.each = findEach(collector);
    for (const auto &[path, value] : collector.values())
        found.paths.push_back(path);
    return found;
}

} // namespace clicksieve

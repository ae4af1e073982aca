// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/parameters.h"

#include <QJsonArray>

#include <cmath>

namespace clicksieve {

namespace {

/// Two lists of one signal are told apart by a level of a byte.
constexpr std::size_t kMostEntries = 100;

} // namespace

double Parameters::number(const char *key, double lowest, double highest)
{
    const QJsonValue value = m_object[QLatin1String(key)];
    const double number = value.toDouble(std::nan(""));
    if (std::isnan(number) || number < lowest || number > highest) {
        complain(QStringLiteral("\"%1\" must be a number from %2 to %3")
                     .arg(QLatin1String(key))
                     .arg(lowest)
                     .arg(highest));
        return lowest;
    }
    return number;
}

int Parameters::count(const char *key, int lowest, int highest)
{
    return static_cast<int>(number(key, lowest, highest));
}

TimeMs Parameters::seconds(const char *key, double lowest, double highest)
{
    constexpr double kMsPerSecond = 1'000;
    return std::llround(number(key, lowest, highest) * kMsPerSecond);
}

QString Parameters::word(const char *key)
{
    const QString word = m_object[QLatin1String(key)].toString();
    if (word.isEmpty())
        complain(QStringLiteral("\"%1\" must be a word").arg(QLatin1String(key)));
    return word;
}

QStringList Parameters::words(const char *key)
{
    QStringList words;
    for (const QJsonValue &value : m_object[QLatin1String(key)].toArray())
        words << value.toString();
    if (words.isEmpty())
        complain(QStringLiteral("\"%1\" must be a list of words").arg(QLatin1String(key)));
    return words;
}

std::vector<Parameters> Parameters::list(const char *key)
{
    std::vector<Parameters> entries;
    for (const QJsonValue &value : m_object[QLatin1String(key)].toArray())
        entries.push_back(Parameters(m_id, value.toObject()));
    if (entries.empty() || entries.size() > kMostEntries)
        complain(QStringLiteral("\"%1\" must be a list of 1 to %2 entries")
                     .arg(QLatin1String(key))
                     .arg(kMostEntries));
    return entries;
}

void Parameters::adopt(const Parameters &entry)
{
    if (m_complaint.isEmpty())
        m_complaint = entry.m_complaint;
}

void Parameters::complain(const QString &what)
{
    if (m_complaint.isEmpty())
        m_complaint = QStringLiteral("signal \"%1\": %2").arg(m_id, what);
}

} // namespace clicksieve

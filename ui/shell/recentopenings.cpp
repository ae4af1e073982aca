// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recentopenings.h"

#include "ui/theme/numbers.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace clicksieve {

namespace {

constexpr std::size_t kKept = 8;

const QString kList = QStringLiteral("recent");
const QString kFiles = QStringLiteral("files");
const QString kChoices = QStringLiteral("choices");

// Of a choice.
const QString kPath = QStringLiteral("path");
const QString kInner = QStringLiteral("inner");
const QString kLeftOut = QStringLiteral("leftOut");
const QString kFormat = QStringLiteral("format");
const QString kZone = QStringLiteral("timeZone");
const QString kDayOrder = QStringLiteral("dayOrder");
const QString kCampaign = QStringLiteral("campaign");
const QString kSentAt = QStringLiteral("sentAt");
const QString kIsEstimate = QStringLiteral("sentAtIsEstimate");

QVariantMap toMap(const SourceChoice &choice)
{
    QVariantMap map{{kPath, choice.path},        {kInner, choice.inner},
                    {kLeftOut, choice.leftOut},  {kFormat, choice.formatId},
                    {kZone, choice.timeZone},    {kDayOrder, static_cast<int>(choice.dayOrder)},
                    {kCampaign, choice.campaign}};
    if (choice.sentAt != kNoTime) {
        map.insert(kSentAt, static_cast<qlonglong>(choice.sentAt));
        map.insert(kIsEstimate, choice.sentAtIsEstimate);
    }
    return map;
}

SourceChoice fromMap(const QVariantMap &map)
{
    SourceChoice choice;
    choice.path = map[kPath].toString();
    choice.inner = map[kInner].toString();
    choice.leftOut = map[kLeftOut].toBool();
    choice.formatId = map[kFormat].toString();
    choice.timeZone = map[kZone].toString();
    const int order = map[kDayOrder].toInt();
    if (order == static_cast<int>(DayOrder::DayFirst) || order == static_cast<int>(DayOrder::MonthFirst))
        choice.dayOrder = static_cast<DayOrder>(order);
    choice.campaign = map[kCampaign].toString();
    choice.sentAt = map.value(kSentAt, static_cast<qlonglong>(kNoTime)).toLongLong();
    choice.sentAtIsEstimate = map[kIsEstimate].toBool();
    return choice;
}

QString visible(const QString &fileName)
{
    return visibleText(fileName.toStdString());
}

} // namespace

RecentOpenings::RecentOpenings(QObject *parent) : QObject(parent)
{
    load();
}

void RecentOpenings::add(const AnalysisRequest &request)
{
    AnalysisRequest entry = request;
    for (QString &file : entry.files)
        file = QFileInfo(file).absoluteFilePath(); // "spring.csv" means another file tomorrow
    for (SourceChoice &choice : entry.choices)
        choice.path = QFileInfo(choice.path).absoluteFilePath();
    std::erase_if(m_entries, [&entry](const AnalysisRequest &old) { return old.files == entry.files; });
    m_entries.insert(m_entries.begin(), entry);
    if (m_entries.size() > kKept)
        m_entries.resize(kKept);
    save();
    emit changed();
}

void RecentOpenings::clear()
{
    m_entries.clear();
    save();
    emit changed();
}

QString RecentOpenings::label(const AnalysisRequest &request)
{
    const QString first = visible(QFileInfo(request.files.value(0)).fileName());
    const auto more = request.files.size() - 1;
    return more > 0 ? tr("%1 and %2 more").arg(first, countText(static_cast<quint64>(more))) : first;
}

QString RecentOpenings::details(const AnalysisRequest &request)
{
    QStringList lines;
    for (const QString &file : request.files)
        lines += visible(QDir::toNativeSeparators(file));
    return lines.join(QLatin1Char('\n'));
}

void RecentOpenings::load()
{
    QSettings settings;
    const int count = settings.beginReadArray(kList);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        AnalysisRequest entry;
        entry.files = settings.value(kFiles).toStringList();
        const QVariantList choices = settings.value(kChoices).toList();
        for (const QVariant &choice : choices)
            entry.choices.push_back(fromMap(choice.toMap()));
        if (!entry.files.isEmpty())
            m_entries.push_back(entry);
    }
    settings.endArray();
}

void RecentOpenings::save() const
{
    QSettings settings;
    settings.remove(kList); // a shorter list would leave its old tail behind
    settings.beginWriteArray(kList, static_cast<int>(m_entries.size()));
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        settings.setArrayIndex(static_cast<int>(i));
        settings.setValue(kFiles, m_entries[i].files);
        QVariantList choices;
        for (const SourceChoice &choice : m_entries[i].choices)
            choices << toMap(choice);
        settings.setValue(kChoices, choices);
    }
    settings.endArray();
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/sourcenotes.h"

#include "core/events/eventtable.h"

#include <QLocale>

namespace clicksieve {

namespace {

QString counted(std::uint64_t number)
{
    return QLocale(QLocale::English).toString(static_cast<qulonglong>(number));
}

void addLeftOut(std::vector<SourceNote> &notes, const SourceInfo &source)
{
    const auto add = [&](const QString &sentence) { notes.push_back({SourceNote::Kind::LeftOut, sentence}); };
    if (source.rows == 0)
        add(QStringLiteral(
                "%1: it has a header but no rows, so it adds nothing. If that is a surprise, export it "
                "again.")
                .arg(source.name));
    if (source.duplicateEvents > 0 && source.isTotals())
        add(QStringLiteral("%1: it is the same as another file of that name, and counts once.")
                .arg(source.name));
    else if (source.duplicateEvents > 0)
        add(QStringLiteral("%1: %2 events were told before, in it or in another file, and count once.")
                .arg(source.name, counted(source.duplicateEvents)));
    if (source.rejectedRows > 0)
        add(QStringLiteral("%1: %2 of %3 rows could not be read. The first is row %4: %5")
                .arg(source.name, counted(source.rejectedRows), counted(source.rows),
                     counted(source.rejected.front().row), source.rejected.front().reason));
}

void addAssumed(std::vector<SourceNote> &notes, const SourceInfo &source)
{
    const auto add = [&](const QString &sentence) { notes.push_back({SourceNote::Kind::Assumed, sentence}); };
    if (source.zoneIsGuess)
        add(QStringLiteral(
                "%1: its times name no time zone, and its service does not say which one it writes. %2 is "
                "taken; choose another one when opening if times look shifted.")
                .arg(source.name, source.timeZone));
    if (source.sentAtIsEstimate)
        add(QStringLiteral("%1: when the mail was sent is an estimate, the first open or click. Delays since "
                           "then may be "
                           "too short.")
                .arg(source.name));
    if (source.repeatedClock > 0)
        add(QStringLiteral(
                "%1: %2 events are at a time that clocks in %3 show twice in autumn. The first is taken.")
                .arg(source.name, counted(source.repeatedClock), source.timeZone));
    if (source.skippedClock > 0)
        add(QStringLiteral(
                "%1: %2 events are at a time that clocks in %3 leave out in spring, so it may be another "
                "time zone.")
                .arg(source.name, counted(source.skippedClock), source.timeZone));
    if (!source.filteredByVendor.isEmpty())
        add(QStringLiteral("%1: %2").arg(source.name, source.filteredByVendor));
}

} // namespace

std::vector<SourceNote> sourceNotes(const EventTable &table)
{
    std::vector<SourceNote> notes;
    for (const SkippedFile &file : table.skippedFiles())
        notes.push_back({SourceNote::Kind::LeftOut, QStringLiteral("Not read: %1").arg(file.reason)});
    for (const SourceInfo &source : table.sources()) {
        addLeftOut(notes, source);
        addAssumed(notes, source);
    }
    return notes;
}

} // namespace clicksieve

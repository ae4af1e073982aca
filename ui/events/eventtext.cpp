// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/eventtext.h"

#include "ui/tables/roles.h"
#include "ui/theme/numbers.h"

#include <algorithm>
#include <cmath>

namespace clicksieve {

namespace {

constexpr qint64 kMinute = 60'000;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;

// How much of "2026-03-10 09:00:31" a coarser source really says.
constexpr qsizetype kUpToMinutes = 16;
constexpr qsizetype kUpToDays = 10;

} // namespace

QString EventText::cell(std::size_t event, EventColumn column) const
{
    const QString text = knownCell(event, column);
    return text.isEmpty() ? QString(QChar(kUnknownSign)) : text;
}

/// Empty where the export does not say.
QString EventText::knownCell(std::size_t event, EventColumn column) const
{
    const EventTable &table = *m_analysis.table;
    switch (column) {
    case EventColumn::SinceSend:
        return sinceSend(table.sinceSend(event), resolutionOf(event));
    case EventColumn::Time:
        return clock(event);
    case EventColumn::Recipient:
        return visibleText(table.recipientText(table.recipient(event)));
    case EventColumn::What:
        return what(table.type(event));
    case EventColumn::Link:
        return visibleText(table.linkText(table.linkOf(table.url(event))));
    case EventColumn::Campaign:
        return visibleText(table.campaignName(table.campaign(event)));
    case EventColumn::Verdict:
        return verdict(event);
    case EventColumn::Actor:
        return actor(event);
    case EventColumn::Address:
        return visibleText(table.addressText(table.client(event)));
    case EventColumn::Agent:
        return visibleText(table.agentText(table.client(event)));
    }
    return {};
}

QString EventText::whyUnknown(std::size_t event, EventColumn column) const
{
    if (!knownCell(event, column).isEmpty())
        return {};
    switch (column) {
    case EventColumn::SinceSend:
        return tr("The export does not say when this message was sent.");
    case EventColumn::Recipient:
        return tr("The export does not say who received this message.");
    case EventColumn::Link:
        return m_analysis.table->type(event) == EventType::Open
                   ? tr("An open has no link.")
                   : tr("The export does not say which link was clicked.");
    case EventColumn::Actor:
        return tr("No machine is known to have a hand in this.");
    case EventColumn::Address:
        return tr("The export does not say from which IP address this came.");
    case EventColumn::Agent:
        return tr("The export does not say which program did this.");
    default:
        return tr("The export does not say.");
    }
}

QString EventText::csvCell(std::size_t event, EventColumn column) const
{
    if (column != EventColumn::Verdict)
        return cell(event, column);
    const std::string_view word = wordFor(m_analysis.verdicts->verdict(event));
    const QLatin1String verdict(word.data(), static_cast<qsizetype>(word.size()));
    return m_analysis.verdicts->isOverridden(event)
               ? QStringLiteral("%1 (override)").arg(verdict)
               : QStringLiteral("%1 %2 %").arg(verdict).arg(verdictPercent(event));
}

QString EventText::verdict(std::size_t event) const
{
    if (m_analysis.verdicts->isOverridden(event))
        return tr("%1 (yours)", "a verdict that the user set: machine (yours)")
            .arg(verdictWord(m_analysis.verdicts->verdict(event)));
    if (m_analysis.verdicts->verdict(event) == Verdict::Uncertain)
        return tr("unclear (%1 % machine)", "how likely a machine did it").arg(verdictPercent(event));
    return tr("%1 %2 %", "verdict and how sure: machine 99 %")
        .arg(verdictWord(m_analysis.verdicts->verdict(event)))
        .arg(verdictPercent(event));
}

int EventText::verdictPercent(std::size_t event) const
{
    const double machine = m_analysis.verdicts->probability(event);
    const double share = m_analysis.verdicts->verdict(event) == Verdict::Human ? 1 - machine : machine;
    return std::clamp(static_cast<int>(std::lround(share * 100)), 1, 99); // nothing here is quite certain
}

QString EventText::actor(std::size_t event) const
{
    const Actor &actor = m_analysis.verdicts->actor(event);
    if (actor.kind != ActorKind::Unknown)
        return actor.name;
    if (m_analysis.verdicts->verdict(event) != Verdict::Machine)
        return {};
    return actor.name.isEmpty() ? unknownMachine() : actor.name;
}

QString EventText::actorKind(std::size_t event) const
{
    switch (m_analysis.verdicts->actor(event).kind) {
    case ActorKind::LinkScanner:
        return tr("a mail security scanner");
    case ActorKind::PrivacyPrefetch:
        return tr("loads images before anybody reads");
    case ActorKind::LinkPreview:
        return tr("makes link previews");
    case ActorKind::HttpLibrary:
        return tr("a program, not a browser");
    case ActorKind::Robot:
        return tr("a robot");
    case ActorKind::VendorFlagged:
        return tr("the e-mail service itself calls it a machine");
    case ActorKind::ImageProxy:
        return tr("fetches images for people when they open");
    case ActorKind::SharedEgress:
        return tr("a gateway that many people share");
    case ActorKind::Unknown:
        break;
    }
    return {};
}

QString EventText::clock(std::size_t event) const
{
    const QString text = clockText(m_analysis.table->time(event));
    switch (resolutionOf(event)) {
    case TimeResolution::Minute:
        return text.left(kUpToMinutes);
    case TimeResolution::Day:
        return text.left(kUpToDays);
    default:
        return text;
    }
}

TimeResolution EventText::resolutionOf(std::size_t event) const
{
    const std::size_t source = m_analysis.table->source(event).value();
    const auto &sources = m_analysis.table->sources();
    return source < sources.size() ? sources[source].resolution : TimeResolution::Second;
}

QString EventText::sinceSend(TimeMs ms, TimeResolution resolution)
{
    if (ms == kNoTime)
        return {};
    const qint64 size = std::abs(ms);
    const qint64 days = size / kDay;
    const qint64 hours = size % kDay / kHour;
    const qint64 minutes = size % kHour / kMinute;
    QString text = ms < 0 ? QStringLiteral("−") : QString();
    if (days > 0 || resolution == TimeResolution::Day)
        text += tr("%1 d", "days").arg(days);
    if (resolution == TimeResolution::Day)
        return text;
    if (days > 0)
        text += u' ';
    if (resolution == TimeResolution::Minute)
        return text + tr("%1 h %2 m", "hours and minutes").arg(hours).arg(minutes, 2, 10, QLatin1Char('0'));
    text += QString::asprintf("%02lld:%02lld:%02lld", hours, minutes, size % kMinute / 1'000);
    if (resolution == TimeResolution::Millisecond)
        text += QString::asprintf(".%lld", size % 1'000 / 100);
    return text;
}

QString EventText::unknownMachine()
{
    return tr("unknown machine");
}

QString EventText::title(EventColumn column)
{
    switch (column) {
    case EventColumn::SinceSend:
        return tr("Since send");
    case EventColumn::Time:
        return tr("Time (UTC)");
    case EventColumn::Recipient:
        return tr("Recipient");
    case EventColumn::What:
        return tr("What");
    case EventColumn::Link:
        return tr("Link");
    case EventColumn::Campaign:
        return tr("Campaign");
    case EventColumn::Verdict:
        return tr("Verdict");
    case EventColumn::Actor:
        return tr("Who the machine is");
    case EventColumn::Address:
        return tr("IP address");
    case EventColumn::Agent:
        return tr("Program");
    }
    return {};
}

QString EventText::explanation(EventColumn column)
{
    switch (column) {
    case EventColumn::SinceSend:
        return tr("Hours, minutes and seconds from the sending of the message to this event.");
    case EventColumn::Time:
        return tr("When it happened, in universal time.");
    case EventColumn::Recipient:
        return tr("Whom the message was sent to.");
    case EventColumn::What:
        return tr("Whether the message was opened or a link in it was clicked.");
    case EventColumn::Link:
        return tr("The link that was clicked, without the part that differs for each recipient.");
    case EventColumn::Campaign:
        return tr("The campaign that the message belongs to.");
    case EventColumn::Verdict:
        return tr("Who did it, a person or a machine, and how sure that is. Select a row to see why.");
    case EventColumn::Actor:
        return tr("The name of the machine, or of the service between a person and you.");
    case EventColumn::Address:
        return tr("The IP address that the open or click came from.");
    case EventColumn::Agent:
        return tr("How the browser, the mail program or the machine calls itself (user agent).");
    }
    return {};
}

QString EventText::what(EventType type)
{
    return type == EventType::Click ? tr("click") : tr("open");
}

QString EventText::verdictWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Human:
        return tr("human");
    case Verdict::Uncertain:
        return tr("unclear");
    case Verdict::Machine:
        break;
    }
    return tr("machine");
}

} // namespace clicksieve

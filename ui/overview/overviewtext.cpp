// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overviewtext.h"

#include "ui/theme/numbers.h"

#include <QCoreApplication>
#include <QDateTime>

namespace clicksieve {

namespace {

/// Above this share of all opens, machines' opens are worth a sentence.
constexpr double kTelling = 0.05;
/// Above this share of all machine clicks one actor is "most of them".
constexpr double kMost = 0.5;

class OverviewWords {
    Q_DECLARE_TR_FUNCTIONS(OverviewWords)
};

QString momentText(TimeMs time, const QString &format)
{
    return displayLocale().toString(QDateTime::fromMSecsSinceEpoch(time, Qt::UTC), format);
}

QString sentText(const OverviewData &data)
{
    const QString clock = QStringLiteral("HH:mm");
    const QString date = QStringLiteral("ddd d MMM yyyy ");
    if (data.firstSent == kNoTime)
        return {};
    const QString from = momentText(data.firstSent, date + clock);
    QString to = momentText(data.lastSent, date + clock);
    if (from == to)
        return OverviewWords::tr("sent %1 UTC").arg(from);
    if (momentText(data.firstSent, date) == momentText(data.lastSent, date))
        to = momentText(data.lastSent, clock);
    return OverviewWords::tr("sent %1 – %2 UTC").arg(from, to);
}

double shareOf(std::uint64_t part, std::uint64_t all)
{
    return all == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(all);
}

QString clicksSentence(const Figures &total)
{
    if (total.raw.clicks == 0)
        return OverviewWords::tr("There are no clicks in view.");
    if (total.machineClicks == 0)
        return OverviewWords::tr("No click in view looks like a machine's.");
    return OverviewWords::tr("%1 of the clicks were made by machines; %2 of %3 recipients are affected.")
        .arg(percentText(shareOf(total.machineClicks, total.raw.clicks)), countText(total.machineRecipients),
             countText(total.messages));
}

QString topActorSentence(const OverviewData &data, const Verdicts &verdicts)
{
    const auto top =
        std::max_element(data.actors.begin(), data.actors.end(),
                         [](const ActorShare &a, const ActorShare &b) { return a.clicks < b.clicks; });
    if (top == data.actors.end() || top->actor == 0 || shareOf(top->clicks, data.total.machineClicks) < kMost)
        return {};
    return OverviewWords::tr("Most of these clicks came from %1.")
        .arg(actorText(verdicts.actors()[top->actor]));
}

QString opensSentence(const Figures &total)
{
    const double share = shareOf(total.machineOpens, total.raw.opens);
    return share < kTelling
               ? QString()
               : OverviewWords::tr("Machines also made %1 of the opens.").arg(percentText(share));
}

QString peopleSentence(const Figures &total)
{
    if (total.adjusted.uniqueOpens == 0)
        return {};
    return OverviewWords::tr("Among people, %1 of %2 who opened also clicked.")
        .arg(countText(total.adjusted.uniqueClicks), countText(total.adjusted.uniqueOpens));
}

void addUncertain(QStringList &lines, const Figures &total)
{
    const auto add = [&lines](std::uint64_t count, const char *one, const char *many) {
        if (count > 0)
            lines += count == 1 ? OverviewWords::tr(one) : OverviewWords::tr(many).arg(countText(count));
    };
    add(total.uncertainClicks,
        QT_TRANSLATE_NOOP("OverviewWords", "1 click is uncertain: it counts for the more likely side."),
        QT_TRANSLATE_NOOP("OverviewWords", "%1 clicks are uncertain: each counts for the more likely side."));
    add(total.uncertainOpens,
        QT_TRANSLATE_NOOP("OverviewWords", "1 open is uncertain: it counts for the more likely side."),
        QT_TRANSLATE_NOOP("OverviewWords", "%1 opens are uncertain: each counts for the more likely side."));
    add(total.anonymousActions,
        QT_TRANSLATE_NOOP("OverviewWords",
                          "1 open or click names no recipient: it is in no figure of people."),
        QT_TRANSLATE_NOOP("OverviewWords",
                          "%1 opens and clicks name no recipient: they are in no figure of people."));
}

} // namespace

QString headingText(const OverviewData &data, const EventTable &table)
{
    QStringList parts;
    // With several campaigns, the selector beside this says which ones are shown.
    if (table.campaignCount() == 1 && data.campaignsInView == 1)
        parts += visibleText(table.campaignName(CampaignIndex{data.campaigns.front().group}));
    else if (data.campaignsInView != 1 && data.campaignsInView != table.campaignCount())
        parts += OverviewWords::tr("%1 campaigns in view")
                     .arg(countText(static_cast<quint64>(data.campaignsInView)));
    const QString sent = sentText(data);
    if (!sent.isEmpty())
        parts += sent;
    if (data.total.delivered)
        parts += OverviewWords::tr("%1 delivered").arg(countText(data.total.delivered));
    else if (data.total.sent)
        parts += OverviewWords::tr("%1 sent").arg(countText(data.total.sent));
    else
        parts += OverviewWords::tr("%1 recipients with opens or clicks").arg(countText(data.total.messages));
    return parts.join(QStringLiteral("  ·  "));
}

QString storyText(const OverviewData &data, const Verdicts &verdicts)
{
    QStringList sentences{clicksSentence(data.total), topActorSentence(data, verdicts),
                          opensSentence(data.total), peopleSentence(data.total)};
    sentences.removeAll(QString());
    return unbroken(sentences.join(QLatin1Char(' ')));
}

QString missingSendTimeText(const OverviewData &data)
{
    if (data.withoutSendTime == 0)
        return {};
    if (data.withoutSendTime == data.messages)
        return OverviewWords::tr(
            "This export does not say when it was sent. Signs of machines that need the send time are off.");
    return OverviewWords::tr("For %1 of %2 messages the export does not say when they were sent.")
        .arg(countText(data.withoutSendTime), countText(data.messages));
}

QStringList unjudgedTexts(const OverviewData &data, const Verdicts &verdicts)
{
    QStringList lines;
    addUncertain(lines, data.total);
    for (const SignalReport &report : verdicts.reports()) {
        if (!report.applicable)
            lines += OverviewWords::tr("“%1” could not be looked for: %2").arg(report.title, report.reason);
    }
    return lines;
}

QString ratioTip(const QString &definition, const Ratio &ratio)
{
    const auto value = ratio.value();
    if (!value) {
        const QString why =
            ratio.denominator ? OverviewWords::tr("There is nothing to divide by: the lower count is 0.")
                              : OverviewWords::tr("The export does not say how many there are to divide by.");
        return definition + QLatin1Char('\n') + why;
    }
    QString tip = definition + QLatin1Char('\n')
                  + OverviewWords::tr("%1 of %2 = %3")
                        .arg(countText(ratio.numerator), countText(ratio.denominator), percentText(value));
    if (const auto interval = ratio.interval())
        tip += QLatin1Char('\n')
               + OverviewWords::tr("95 % interval: %1 to %2 (what chance alone could do)")
                     .arg(percentText(interval->first), percentText(interval->second));
    return tip;
}

QString actorText(const Actor &actor)
{
    return actor.name.isEmpty() ? OverviewWords::tr("unknown machine")
                                : visibleText(actor.name.toStdString());
}

QString actorKindText(ActorKind kind)
{
    switch (kind) {
    case ActorKind::LinkScanner:
        return OverviewWords::tr("mail security: tries links before the recipient sees them");
    case ActorKind::PrivacyPrefetch:
        return OverviewWords::tr("privacy: images loaded ahead of reading");
    case ActorKind::LinkPreview:
        return OverviewWords::tr("link preview of a chat or mail program");
    case ActorKind::HttpLibrary:
        return OverviewWords::tr("a program without a person in front of it");
    case ActorKind::Robot:
        return OverviewWords::tr("a robot that says so");
    case ActorKind::VendorFlagged:
        return OverviewWords::tr("marked as a machine by the e-mail service");
    case ActorKind::ImageProxy:
        return OverviewWords::tr("images fetched by the mailbox provider when a person opened");
    case ActorKind::SharedEgress:
        return OverviewWords::tr("a company gateway that many people share");
    case ActorKind::Unknown:
        break;
    }
    return OverviewWords::tr("behaves like a machine, but of nobody we know");
}

QString unbroken(QString text)
{
    return text.replace(QStringLiteral(" %"), QStringLiteral("\u00A0%"));
}

} // namespace clicksieve

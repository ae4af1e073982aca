// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overviewtext.h"

#include "core/events/sourcenotes.h"
#include "ui/theme/numbers.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <optional>
#include <utility>

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

QString clicksSentence(const OverviewData &data)
{
    const Figures &total = data.total;
    if (total.raw.clicks == 0)
        return OverviewWords::tr("There are no clicks in view.");
    if (total.machineClicks == 0)
        return OverviewWords::tr("No click in view looks like a machine's.");
    const QString sentence =
        countsMessages(data)
            ? OverviewWords::tr("%1 of the clicks were made by machines; %2 of %3 messages are affected.")
            : OverviewWords::tr("%1 of the clicks were made by machines; %2 of %3 recipients are affected.");
    return sentence.arg(percentText(shareOf(total.machineClicks, total.raw.clicks)),
                        countText(total.machineRecipients), countText(total.messages));
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

QString peopleSentence(const OverviewData &data)
{
    const Figures &total = data.total;
    if (total.adjusted.uniqueOpens == 0)
        return {};
    const QString clicked = countText(total.adjusted.uniqueClicks);
    const QString opened = countText(total.adjusted.uniqueOpens);
    return countsMessages(data)
               ? OverviewWords::tr("Of the %1 messages that people opened, they clicked %2.")
                     .arg(opened, clicked)
               : OverviewWords::tr("Among people, %1 of %2 who opened also clicked.").arg(clicked, opened);
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

/// "249 of 1,421 = 17.5 %"
QString ratioParts(const Ratio &ratio)
{
    return OverviewWords::tr("%1 of %2 = %3")
        .arg(countText(ratio.numerator), countText(ratio.denominator), percentText(ratio.value()));
}

/// Opens that a privacy service made ahead of any reader, whose names are joined into @p services.
std::uint64_t prefetchedOpens(const OverviewData &data, const Verdicts &verdicts, QStringList &services)
{
    std::uint64_t opens = 0;
    for (const ActorShare &share : data.actors) {
        const Actor &actor = verdicts.actors()[share.actor];
        if (actor.kind != ActorKind::PrivacyPrefetch || share.opens == 0)
            continue;
        opens += share.opens;
        services += actorText(actor);
    }
    return opens;
}

void addPrefetched(QStringList &lines, const OverviewData &data, const Verdicts &verdicts)
{
    QStringList services;
    const std::uint64_t opens = prefetchedOpens(data, verdicts, services);
    if (opens == 0 || data.total.prefetchedOnly == 0)
        return;
    const QString sentence =
        countsMessages(data)
            ? OverviewWords::tr("%1 opens were made by %2 ahead of any reader. Of %3 messages nothing else "
                                "is known: whether anybody opened them cannot be "
                                "told, and the people-only click-to-open rate leaves them out.")
            : OverviewWords::tr("%1 opens were made by %2 ahead of any reader. Of %3 recipients nothing else "
                                "is known: whether they opened the message cannot be "
                                "told, and the people-only click-to-open rate leaves them out.");
    lines +=
        sentence.arg(countText(opens), services.join(OverviewWords::tr(" and ", "between names of services")),
                     countText(data.total.prefetchedOnly));
}

/// The people-only click-to-open rate with everything uncertain counted for one side and for the other.
std::optional<std::pair<double, double>> uncertainRange(const Figures &total)
{
    const auto strict = total.ctor(total.strict).value();
    const auto lenient = total.ctor(total.lenient).value();
    if (!strict || !lenient)
        return std::nullopt;
    return std::minmax(*strict, *lenient);
}

QString totalsHeading(const Totals &totals)
{
    QStringList parts;
    if (totals.campaigns.size() == 1 && !totals.campaigns.front().shownName().empty())
        parts += visibleText(totals.campaigns.front().shownName());
    else if (totals.campaigns.size() > 1)
        parts +=
            OverviewWords::tr("%1 campaigns").arg(countText(static_cast<quint64>(totals.campaigns.size())));
    parts += OverviewWords::tr("totals only");
    return parts.join(QStringLiteral("  ·  "));
}

} // namespace

bool countsMessages(const OverviewData &data)
{
    return data.campaignsInView > 1;
}

QString headingText(const OverviewData &data, const EventTable &table)
{
    QStringList parts;
    if (table.isTotalsOnly())
        return totalsHeading(table.totals());
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
        parts += (countsMessages(data) ? OverviewWords::tr("%1 messages with opens or clicks")
                                       : OverviewWords::tr("%1 recipients with opens or clicks"))
                     .arg(countText(data.total.messages));
    return parts.join(QStringLiteral("  ·  "));
}

QString storyText(const OverviewData &data, const Verdicts &verdicts)
{
    QStringList sentences{clicksSentence(data), topActorSentence(data, verdicts), opensSentence(data.total),
                          peopleSentence(data)};
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
    addPrefetched(lines, data, verdicts);
    for (const SignalReport &report : verdicts.reports()) {
        if (!report.applicable)
            lines += OverviewWords::tr("“%1” could not be looked for: %2").arg(report.title, report.reason);
    }
    return lines;
}

QStringList readingTexts(const EventTable &table)
{
    QStringList lines;
    for (const SourceNote &note : sourceNotes(table))
        lines += visibleText(note.sentence.toStdString());
    return lines;
}

QString ratioTip(const QString &definition, const Ratio &ratio)
{
    const auto value = ratio.value();
    if (!value) {
        const QString why =
            !ratio.numerator ? OverviewWords::tr("The export does not say how many there are.")
            : ratio.denominator
                ? OverviewWords::tr("There is nothing to divide by: the lower count is 0.")
                : OverviewWords::tr("The export does not say how many there are to divide by.");
        return definition + QLatin1Char('\n') + why;
    }
    QString tip = definition + QLatin1Char('\n') + ratioParts(ratio);
    if (*value > 1)
        tip += QLatin1Char('\n')
               + OverviewWords::tr("More clicked than opened: scanners try links but do not load images.");
    if (const auto interval = ratio.interval())
        tip += QLatin1Char('\n')
               + OverviewWords::tr("95 % interval: %1 to %2 (what chance alone could do)")
                     .arg(percentText(interval->first), percentText(interval->second));
    return tip;
}

QString doubtText(const Figures &total)
{
    QStringList parts;
    if (const auto range = uncertainRange(total))
        parts += percentText(range->first) == percentText(range->second)
                     ? OverviewWords::tr("Uncertain events: no difference")
                     : OverviewWords::tr("Uncertain events: %1")
                           .arg(percentRangeText(range->first, range->second));
    if (const auto interval = total.ctor(total.adjusted).interval())
        parts += OverviewWords::tr("Chance: %1").arg(percentRangeText(interval->first, interval->second));
    return unbroken(parts.join(QLatin1Char('\n')));
}

QString doubtTip(const Figures &total)
{
    if (doubtText(total).isEmpty())
        return {};
    return OverviewWords::tr(
               "Two things keep the people-only rate from being exact; each has its own range.\n\n"
               "Uncertain events: what the rate would be if all of them were machines', or all of them "
               "people's.")
           + QLatin1Char('\n')
           + OverviewWords::tr("All machines': %1").arg(ratioParts(total.ctor(total.strict)))
           + QLatin1Char('\n')
           + OverviewWords::tr("All people's: %1").arg(ratioParts(total.ctor(total.lenient)))
           + QStringLiteral("\n\n")
           + OverviewWords::tr("Chance: even with every event judged rightly, so few messages cannot show a "
                               "rate more closely "
                               "(95 % interval, the thin line in the chart).");
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

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "weblogsummary.h"

#include "console.h"
#include "core/weblogs/loadstory.h"
#include "core/weblogs/weblog.h"
#include "figuretext.h"
#include "texttable.h"

#include <QDateTime>

#include <cmath>
#include <cstdlib>

namespace clicksieve {

namespace {

constexpr std::size_t kShown = 8;
constexpr qsizetype kWidth = 60;

QString moment(std::int64_t second)
{
    return QDateTime::fromSecsSinceEpoch(second, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString clock(std::int64_t second)
{
    return QDateTime::fromSecsSinceEpoch(second, Qt::UTC).toString(QStringLiteral("HH:mm:ss"));
}

/// "37 s", "1 h 0 min 37 s"
QString stretch(std::int64_t ms)
{
    const std::int64_t seconds = (std::abs(ms) + 500) / 1'000;
    if (seconds < 120)
        return QStringLiteral("%1 s").arg(seconds);
    return QStringLiteral("%1 h %2 min %3 s").arg(seconds / 3'600).arg(seconds / 60 % 60).arg(seconds % 60);
}

std::uint64_t of(const SecondCounts &counts, RequestClass whose)
{
    return counts.requests[static_cast<std::size_t>(whose)];
}

void printClock(const WebLog &log)
{
    if (!log.send)
        return;
    print(QStringLiteral("\nThe send began at %1 UTC by the server's clock.").arg(moment(*log.send)));
    if (!log.skew) {
        print(QStringLiteral(
            "  No visits agree on how far the two clocks are apart, so they are taken for the same."));
        return;
    }
    print(QStringLiteral(
              "  %1 visits show that it is %2 %3 that of the e-mail service, the visitor's way included.")
              .arg(log.skew->pairs)
              .arg(stretch(log.skew->ahead),
                   log.skew->ahead >= 0 ? QStringLiteral("ahead of") : QStringLiteral("behind")));
    if (log.skew->isTimeZone())
        print(QStringLiteral(
            "  That is a wrong time zone in one of the two; it was set right for what follows."));
}

void printStory(const WebLog &log, const LoadStory &story)
{
    const bool hasClasses = log.send.has_value();
    print(QStringLiteral("\nAt %1 UTC your server got %2 requests in one second%3.")
              .arg(clock(story.peakAt), counted(std::uint64_t{story.peak.all()}),
                   hasClasses ? QStringLiteral("; %1 came from link scanners")
                                    .arg(percent(of(story.peak, RequestClass::Scanner), story.peak.all()))
                              : QString()));
    if (story.firstErrorAt)
        print(QStringLiteral("  The first request that it could not serve came at %1 (%2 in the %3 minutes).")
                  .arg(clock(*story.firstErrorAt), counted(std::uint64_t{story.counts.errors}))
                  .arg(LoadStory::kLooked / 60));
    else
        print(QStringLiteral("  It served all requests: no status 5xx, 429, 499 or 408."));
    print(QStringLiteral("  %1 requests came in the %2 minutes from %3 on.")
              .arg(counted(std::uint64_t{story.counts.all()}))
              .arg(LoadStory::kLooked / 60)
              .arg(clock(story.from)));
    if (!story.excess) {
        print(QStringLiteral("  How many are usual cannot be told: the log begins too late."));
        return;
    }
    print(QStringLiteral("  That is %1 (± %2) more than %3.")
              .arg(rounded(story.excess->more), rounded(story.excess->margin),
                   story.excess->baseline == Excess::Baseline::EarlierDays
                       ? QStringLiteral("at that hour of %1 earlier days").arg(story.excess->days)
                       : QStringLiteral("the hour before would let expect")));
}

void printClasses(const WebLog &log, const LoadStory &story)
{
    if (!log.send)
        return;
    print(QStringLiteral("\nWhose requests"));
    TextTable text({QStringLiteral("Made by"), QStringLiteral("after the send"), QStringLiteral("share"),
                    QStringLiteral("whole log"), QStringLiteral("share")});
    for (const auto &[whose, title] : {std::pair(RequestClass::Scanner, "link scanners"),
                                       std::pair(RequestClass::Person, "people of the mail"),
                                       std::pair(RequestClass::Unattributed, "of the mail, not known"),
                                       std::pair(RequestClass::Background, "everybody else")}) {
        const std::uint64_t all = log.byClass[static_cast<std::size_t>(whose)];
        text.add({QString::fromLatin1(title), counted(std::uint64_t{of(story.counts, whose)}),
                  percent(of(story.counts, whose), story.counts.all()), counted(std::uint64_t{all}),
                  percent(all, log.requests)});
    }
    text.print();
    const auto reason = [&log](RequestReason why) {
        return counted(std::uint64_t{log.byReason[static_cast<std::size_t>(why)]});
    };
    print(QStringLiteral("  Known by: the recipient's id %1, the same address at the same time %2, an id "
                         "that no recipient "
                         "has %3;")
              .arg(reason(RequestReason::RecipientId), reason(RequestReason::SameClient),
                   reason(RequestReason::ScrambledId)));
    print(QStringLiteral("  by a parameter of the campaign alone %1, by the page alone %2.")
              .arg(reason(RequestReason::CampaignParameter), reason(RequestReason::CampaignPage)));
}

void printCache(const WebLog &log)
{
    if (log.ofCampaigns == 0 || log.addresses == 0)
        return;
    print(QStringLiteral("\nWhat a cache makes of it"));
    print(QStringLiteral("  %1 requests %2 ask for %3 different addresses: a cache can answer %4 at most.")
              .arg(counted(std::uint64_t{log.ofCampaigns}),
                   log.send ? QStringLiteral("of the mail") : QStringLiteral("with parameters"),
                   counted(std::uint64_t{log.addresses}),
                   percent(log.ofCampaigns - log.addresses, log.ofCampaigns)));
    if (log.addressesWithoutIds < log.addresses)
        print(QStringLiteral(
                  "  If it leaves out the parameters that tell recipients, %1 are left: it can answer %2.")
                  .arg(counted(std::uint64_t{log.addressesWithoutIds}),
                       percent(log.ofCampaigns - log.addressesWithoutIds, log.ofCampaigns)));
    TextTable text({QStringLiteral("Parameter"), QStringLiteral("requests"),
                    QStringLiteral("different values"), QStringLiteral("tells recipients")});
    for (std::size_t place = 0; place < std::min(log.parameters.size(), kShown); ++place) {
        const ParameterUse &use = log.parameters[place];
        text.add({printable(use.name).left(kWidth), counted(std::uint64_t{use.requests}),
                  (use.isMore ? QStringLiteral("over ") : QString()) + counted(std::uint64_t{use.values}),
                  use.tellsRecipients ? QStringLiteral("yes") : QStringLiteral("not known to")});
    }
    text.print();
}

void printRanking(const QString &title, const Ranking &ranking)
{
    if (ranking.empty())
        return;
    print(QStringLiteral("\n%1").arg(title));
    TextTable text({QStringLiteral("Which"), QStringLiteral("requests")});
    for (std::size_t place = 0; place < std::min(ranking.size(), kShown); ++place) {
        const QString shown = printable(ranking[place].first);
        text.add({shown.size() > kWidth ? shown.left(kWidth - 1) + QStringLiteral("…") : shown,
                  counted(std::uint64_t{ranking[place].second})});
    }
    text.print();
}

} // namespace

void printWebLog(const WebLog &log, const LoadStory &story)
{
    for (const LogFile &file : log.files)
        print(QStringLiteral("%1: %2, %3 requests")
                  .arg(printable(file.name), file.format, counted(std::uint64_t{file.requests})));
    print(QStringLiteral("From %1 to %2 UTC").arg(moment(log.first), moment(log.last)));
    if (log.zoneless > 0)
        print(QStringLiteral("  %1 times name no time zone and were taken for UTC.")
                  .arg(counted(std::uint64_t{log.zoneless})));
    printClock(log);
    printStory(log, story);
    printClasses(log, story);
    printCache(log);
    printRanking(QStringLiteral("Pages of the mail"), log.pages);
    printRanking(QStringLiteral("Networks of link scanners"), log.networks);
    printRanking(QStringLiteral("Programs of link scanners"), log.agents);
}

} // namespace clicksieve

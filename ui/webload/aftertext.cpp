// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webload/aftertext.h"

#include "ui/theme/numbers.h"

#include <QCoreApplication>
#include <QDateTime>

#include <cmath>
#include <cstdlib>

namespace clicksieve {

namespace {

constexpr std::size_t kListed = 8; ///< networks and programs in a report

QString tr(const char *text)
{
    return QCoreApplication::translate("afterSend", text);
}

QString count(std::uint64_t value)
{
    return countText(quint64{value});
}

QString rounded(double value)
{
    return value < 0 ? QStringLiteral("−") + count(static_cast<std::uint64_t>(std::llround(-value)))
                     : count(static_cast<std::uint64_t>(std::llround(value)));
}

QString share(std::uint64_t part, std::uint64_t whole)
{
    return percentText(whole == 0 ? std::nullopt
                                  : std::optional(static_cast<double>(part) / static_cast<double>(whole)));
}

QString clock(std::int64_t second)
{
    return QDateTime::fromSecsSinceEpoch(second, Qt::UTC).toString(QStringLiteral("HH:mm:ss"));
}

std::uint32_t of(const SecondCounts &counts, RequestClass whose)
{
    return counts.requests[static_cast<std::size_t>(whose)];
}

QString listText(const QString &title, const Ranking &ranking)
{
    if (ranking.empty())
        return {};
    QString text = u'\n' + title + u'\n';
    for (std::size_t place = 0; place < std::min(ranking.size(), kListed); ++place)
        text +=
            QStringLiteral("  %1  %2\n").arg(count(ranking[place].second), visibleText(ranking[place].first));
    return text;
}

} // namespace

QString afterHeadline(const WebLog &log, const LoadStory &story)
{
    QString text = tr("At %1 UTC your server got %2 requests in one second")
                       .arg(clock(story.peakAt), count(story.peak.all()));
    if (log.send)
        text += tr("; %1 came from link scanners")
                    .arg(share(of(story.peak, RequestClass::Scanner), story.peak.all()));
    text += u'.';
    if (!story.firstErrorAt)
        return text + u' ' + tr("It served all of them.");
    const std::int64_t later = *story.firstErrorAt - story.peakAt;
    if (later == 0)
        return text + u' ' + tr("The first that it could not serve came in that second.");
    return text + u' '
           + (later > 0 ? tr("The first that it could not serve came %1 later.")
                        : tr("The first that it could not serve came %1 before."))
                 .arg(durationText(std::abs(later) * 1'000));
}

QString afterStory(const WebLog &log, const LoadStory &story)
{
    QStringList sentences;
    const std::uint64_t all = story.counts.all();
    sentences
        << (log.send ? tr("In the %1 minutes after the send %2 requests came")
                     : tr("In the busiest %1 minutes %2 requests came"))
                   .arg(LoadStory::kLooked / 60)
                   .arg(count(all))
               + (story.excess
                      ? tr(", %1 (± %2) more than %3.")
                            .arg(rounded(story.excess->more), rounded(story.excess->margin),
                                 story.excess->baseline == Excess::Baseline::EarlierDays
                                     ? (story.excess->days == 1
                                            ? tr("at that hour of the day before")
                                            : tr("at that hour of %1 earlier days").arg(story.excess->days))
                                     : tr("the hour before would let expect"))
                      : tr(". How many are usual cannot be told: the log begins too late."));
    if (story.counts.errors > 0)
        sentences << tr("%1 could not be served.").arg(count(story.counts.errors));
    if (log.send) {
        sentences << tr("Link scanners made %1, people of the mail %2; of %3 of the mail it is not known.")
                         .arg(share(of(story.counts, RequestClass::Scanner), all),
                              share(of(story.counts, RequestClass::Person), all),
                              share(of(story.counts, RequestClass::Unattributed), all));
        if (!log.skew)
            sentences << tr(
                "No visits agree on how far the server's clock and that of the e-mail service are apart.");
        else if (log.skew->isTimeZone())
            sentences << tr("The two clocks are %1 apart, a wrong time zone; it was set right.")
                             .arg(durationText(std::abs(log.skew->ahead)));
        else
            sentences << tr("The server's clock is %1 %2 that of the e-mail service, by %3 visits; it was "
                            "set right.")
                             .arg(durationText(std::abs(log.skew->ahead)),
                                  log.skew->ahead >= 0 ? tr("ahead of") : tr("behind"),
                                  count(log.skew->pairs));
    }
    return sentences.join(u' ');
}

QString cacheText(const WebLog &log)
{
    if (log.ofCampaigns == 0 || log.addresses == 0)
        return {};
    QString text =
        tr("%1 requests %2 asked for %3 different addresses, so that a cache can answer %4 of them at most.")
            .arg(count(log.ofCampaigns), log.send ? tr("of the mail") : tr("with parameters"),
                 count(log.addresses), share(log.ofCampaigns - log.addresses, log.ofCampaigns));
    if (log.addressesWithoutIds < log.addresses) {
        QStringList names;
        for (const ParameterUse &use : log.parameters) {
            if (use.tellsRecipients)
                names << visibleText(use.name);
        }
        text += u' '
                + tr("If it leaves out what tells recipients (%1), it can answer %2.")
                      .arg(names.join(QStringLiteral(", ")),
                           share(log.ofCampaigns - log.addressesWithoutIds, log.ofCampaigns));
    }
    return text;
}

QString logNotes(const WebLog &log)
{
    QStringList notes;
    for (const LogFile &file : log.files) {
        const QString name = visibleText(file.name.toStdString());
        notes << tr("%1: %2, %3 requests.").arg(name, file.format, count(file.requests));
        if (file.rejectedLines > 0)
            notes << tr("%1 lines of it are no requests; the first is line %2: %3")
                         .arg(count(file.rejectedLines), count(file.rejected.front().row),
                              file.rejected.front().reason);
    }
    if (log.zoneless > 0)
        notes << tr("%1 times name no time zone and were taken for UTC.").arg(count(log.zoneless));
    return notes.join(u' ');
}

QString reportForWebTeam(const WebLog &log, const LoadStory &story)
{
    QString text = afterHeadline(log, story) + u'\n' + afterStory(log, story) + u'\n';
    if (log.send)
        text +=
            tr("The send began at %1 UTC by the server's clock.").arg(clockText(*log.send * 1'000)) + u'\n';
    if (const QString cache = cacheText(log); !cache.isEmpty())
        text += u'\n' + cache + u'\n';
    text += listText(tr("Pages of the mail"), log.pages)
            + listText(tr("Networks of link scanners"), log.networks)
            + listText(tr("Programs of link scanners"), log.agents);
    text += u'\n'
            + tr("What helps without keeping anybody out: pages of the mail from a cache that leaves out "
                 "recipients' parameters, a "
                 "static page, smaller batches. Blocking scanners is not recommended: people behind the same "
                 "networks are blocked "
                 "too, and mail whose links cannot be checked ends in spam.")
            + u'\n';
    return text + u'\n' + logNotes(log) + u'\n';
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trialreading.h"

#include "core/detect/detector.h"
#include "core/ingest/formatcatalogue.h"
#include "core/jobs/jobcontext.h"

#include <algorithm>
#include <set>

namespace clicksieve {

namespace {

TimeMs earlier(TimeMs one, TimeMs other)
{
    return one == kNoTime ? other : std::min(one, other);
}

/// True where only the user tells when the message was sent, or nobody does.
bool isUnsent(const EventTable &table, std::size_t message, std::span<const TimeMs> answers)
{
    const TimeMs sent = table.messages().sentTime(message);
    return sent == kNoTime
           || (!table.messages().hasSentEvent(message) && std::ranges::find(answers, sent) != answers.end());
}

SourceSpan spanOf(const EventTable &table, std::size_t source, std::span<const TimeMs> answers)
{
    SourceSpan span;
    std::set<std::uint32_t> campaigns;
    const auto [first, last] = table.eventsOf(SourceIndex{source});
    for (std::size_t event = first; event < last; ++event) {
        span.first = earlier(span.first, table.time(event));
        span.last = span.last == kNoTime ? table.time(event) : std::max(span.last, table.time(event));
        const MessageIndex message = table.message(event);
        if (!isAction(table.type(event)) || message.isNone() || !isUnsent(table, message.value(), answers))
            continue;
        span.firstUnsent = earlier(span.firstUnsent, table.time(event));
        campaigns.insert(table.campaign(event).value());
    }
    span.unsentCampaigns = campaigns.size();
    return span;
}

} // namespace

Result<TrialReading> readOnTrial(const AnalysisRequest &request, JobContext &context)
{
    auto ruleset = rulesOf(request);
    if (!ruleset)
        return ruleset.error();
    ImportRequest import = request;
    import.asksFirst = false;
    import.takesOpenForGranted = true;
    if (!import.formats)
        import.formats = FormatCatalogue::ofUser();
    auto table = importFiles(import, context);
    if (!table)
        return table.error();

    TrialReading reading;
    reading.table = table.value();
    std::vector<TimeMs> answers;
    for (const SourceInfo &source : reading.table->sources()) {
        if (source.sentAtAnswer != kNoTime)
            answers.push_back(source.sentAtAnswer);
    }
    for (std::size_t source = 0; source < reading.table->sources().size(); ++source) {
        if (context.stopRequested())
            return Error{Error::Kind::Cancelled, QStringLiteral("Stopped.")};
        reading.spans.push_back(spanOf(*reading.table, source, answers));
    }
    auto reports = reportsBefore(*reading.table, *ruleset.value());
    if (!reports)
        return reports.error();
    reading.reports = std::move(reports.value());
    return reading;
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/planjson.h"

#include "core/export/jsonmember.h"
#include "core/export/outputfile.h"
#include "core/planner/planreport.h"

#include <array>

namespace clicksieve {

namespace {

void writeForecast(JsonWriter &json, std::string_view key, const LoadForecast &forecast)
{
    constexpr std::array<std::string_view, 3> kPeaks = {"peak_1_s", "peak_10_s", "peak_60_s"};
    json.key(key);
    json.beginObject();
    member(json, "expected_peak_rate", forecast.peakRate);
    member(json, "peak_at", forecast.peakAt);
    for (std::size_t place = 0; place < kPeaks.size(); ++place) {
        json.key(kPeaks[place]);
        json.beginObject();
        member(json, "low", forecast.peaks[place].low);
        member(json, "middle", forecast.peaks[place].middle);
        member(json, "high", forecast.peaks[place].high);
        json.endObject();
    }
    member(json, "longest_wait", forecast.longestWait);
    member(json, "overload", forecast.overload);
    member(json, "finished_after", forecast.finishedAfter);
    json.endObject();
}

void writeResponse(JsonWriter &json, std::string_view key, const Response &response, bool isMeasured)
{
    json.key(key);
    json.beginObject();
    member(json, "requests_per_message", response.requests);
    member(json, "together", response.burst);
    member(json, "half_after", response.curve.secondsFor(0.5));
    member(json, "is_measured", isMeasured);
    json.endObject();
}

void writeAdvice(JsonWriter &json, const PlanReport &report)
{
    json.key("fewest_batches");
    json.beginArray();
    for (const BatchAdvice &advice : report.advice) {
        json.beginObject();
        member(json, "interval", advice.interval);
        member(json, "batches", advice.batches);
        if (advice.forecast)
            writeForecast(json, "forecast", *advice.forecast);
        json.endObject();
    }
    json.endArray();
}

} // namespace

std::string planJson(const PlanQuestion &question, const PlanReport &report)
{
    const LoadProfile profile = question.profile();
    JsonWriter json;
    json.beginObject();
    member(json, "recipients", question.plan.recipients);
    member(json, "batches", question.plan.batches);
    member(json, "interval", question.plan.interval);
    member(json, "delivery_rate", question.plan.deliveryRate);
    member(json, "background", question.limits.background);
    member(json, "capacity", question.limits.capacity);
    member(json, "budget", question.limits.budget());
    writeResponse(json, "scanners", profile.scanners, question.measured && question.measured->hasOwnScanners);
    writeResponse(json, "people", profile.people, question.measured && question.measured->hasOwnPeople);
    writeForecast(json, "planned", report.planned);
    member(json, "planned_fits", report.plannedFits);
    writeForecast(json, "at_once", report.atOnce);
    writeAdvice(json, report);
    member(json, "slow_enough_rate", report.slowEnough);
    json.key("what_if");
    json.beginObject();
    for (const WhatIf &whatIf : report.whatIfs)
        writeForecast(json, wordFor(whatIf.change), whatIf.forecast);
    json.endObject();
    json.endObject();
    return json.take();
}

std::optional<Error> writePlanJson(const PlanQuestion &question, const PlanReport &report,
                                   const QString &path)
{
    auto output = OutputFile::create(path);
    if (!output)
        return output.error();
    output.value()->write(std::string_view(planJson(question, report)));
    output.value()->write(std::string_view("\n"));
    return output.value()->commit();
}

} // namespace clicksieve

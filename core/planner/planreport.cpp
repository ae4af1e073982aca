// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planner/planreport.h"

#include <cmath>

namespace clicksieve {

namespace {

WhatIf whatIf(const PlanQuestion &question, WhatIf::Change change)
{
    LoadProfile profile = question.profile();
    ServerLimits limits = question.limits;
    const auto scale = [](Response &response, double factor) {
        response.requests *= factor;
        response.burst = std::max(1.0, response.burst * factor);
    };
    switch (change) {
    case WhatIf::Change::CachedPages: {
        const double left = (1 - WhatIf::kCachedShare) / std::max(1 - question.assumptions.cachedShare, 1e-9);
        scale(profile.scanners, std::min(1.0, left));
        scale(profile.people, std::min(1.0, left));
        break;
    }
    case WhatIf::Change::HalfTheLinks:
        scale(profile.scanners, 0.5);
        break;
    case WhatIf::Change::StaticPage:
        limits.capacity = *limits.capacity * WhatIf::kStaticFactor;
        break;
    }
    const SendPlan atOnce{question.plan.recipients, 1, 0, question.plan.deliveryRate};
    return {change, forecast(atOnce, profile, limits), fits(atOnce, profile, limits)};
}

} // namespace

PlanReport planReport(const PlanQuestion &question)
{
    const SendPlan &plan = question.plan;
    const LoadProfile profile = question.profile();
    PlanReport report;
    report.planned = forecast(plan, profile, question.limits);
    report.atOnce = plan.batches == 1
                        ? report.planned
                        : forecast({plan.recipients, 1, 0, plan.deliveryRate}, profile, question.limits);
    if (!question.limits.capacity)
        return report;
    report.plannedFits = fits(plan, profile, question.limits);
    report.advice =
        fewestBatches(plan.recipients, plan.deliveryRate, profile, question.limits, PlanReport::kIntervals);
    if (std::isfinite(plan.deliveryRate))
        report.slowEnough = slowEnoughRate(plan.recipients, profile, question.limits);
    for (const WhatIf::Change change :
         {WhatIf::Change::CachedPages, WhatIf::Change::HalfTheLinks, WhatIf::Change::StaticPage})
        report.whatIfs.push_back(whatIf(question, change));
    return report;
}

std::string_view wordFor(WhatIf::Change change)
{
    switch (change) {
    case WhatIf::Change::CachedPages:
        return "cached-pages";
    case WhatIf::Change::HalfTheLinks:
        return "half-the-links";
    case WhatIf::Change::StaticPage:
        break;
    }
    return "static-page";
}

} // namespace clicksieve

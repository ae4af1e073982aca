// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planner/responsecurve.h"

#include <algorithm>

namespace clicksieve {

namespace {

constexpr double kMoment = 1e-3; ///< seconds, in which what comes at once comes

} // namespace

ResponseCurve::ResponseCurve(std::vector<Point> points) : m_points(std::move(points)) {}

ResponseCurve ResponseCurve::of(std::span<const double> delays)
{
    std::vector<Point> steps; // one for each moment
    const std::size_t count = std::min(delays.size(), kMostPoints);
    for (std::size_t step = 1; step <= count; ++step) {
        const std::size_t place = delays.size() * step / count - 1;
        const double seconds = std::max(delays[place], kMoment);
        if (steps.empty() || seconds > steps.back().seconds)
            steps.push_back({seconds, 0});
        steps.back().share = static_cast<double>(place + 1) / static_cast<double>(delays.size());
    }
    std::vector<Point> points{{0, 0}};
    if (const double first = std::max(delays.front(), kMoment) - kMoment; first > 0)
        points.push_back({first, 0}); // nothing has come before the first
    points.insert(points.end(), steps.begin(), steps.end());
    return ResponseCurve(std::move(points));
}

const ResponseCurve &ResponseCurve::publishedScanners()
{
    static const ResponseCurve curve(
        {{0, 0}, {10, 0.005}, {20, 0.027}, {60, 0.691}, {300, 0.974}, {1'800, 0.993}, {86'400, 1}});
    return curve;
}

const ResponseCurve &ResponseCurve::publishedPeople()
{
    static const ResponseCurve curve({{0, 0}, {3'600, 0.336}, {10'800, 0.514}, {86'400, 0.81}, {604'800, 1}});
    return curve;
}

double ResponseCurve::shareBy(double seconds) const
{
    if (seconds <= m_points.front().seconds)
        return 0;
    const auto after = std::ranges::upper_bound(m_points, seconds, {}, &Point::seconds);
    if (after == m_points.end())
        return 1;
    const Point &before = *(after - 1);
    return before.share
           + (after->share - before.share) * (seconds - before.seconds) / (after->seconds - before.seconds);
}

double ResponseCurve::secondsFor(double share) const
{
    const auto after = std::ranges::lower_bound(m_points, share, {}, &Point::share);
    if (after == m_points.begin())
        return m_points.front().seconds;
    if (after == m_points.end())
        return m_points.back().seconds;
    const Point &before = *(after - 1);
    return before.seconds
           + (after->seconds - before.seconds) * (share - before.share) / (after->share - before.share);
}

double ResponseCurve::greatestDensity() const
{
    double greatest = 0;
    for (std::size_t place = 1; place < m_points.size(); ++place)
        greatest = std::max(greatest, (m_points[place].share - m_points[place - 1].share)
                                          / (m_points[place].seconds - m_points[place - 1].seconds));
    return greatest;
}

} // namespace clicksieve

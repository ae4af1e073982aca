// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planner/loadforecast.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

namespace clicksieve {

namespace {

constexpr double kTail = 2'000;      ///< seconds after the last delivery in which a peak may still come
constexpr double kLongest = 604'800; ///< seconds looked at, a week: longer plans have no higher peaks later
constexpr double kSameRate = 1e-9;   ///< requests a second: less than that is rounding
constexpr std::array kStretches = {1, 10, 60}; ///< seconds
constexpr double kLow = 0.1;                   ///< of the distribution of the highest count
constexpr double kMiddle = 0.5;
constexpr double kHigh = 0.9;

/// Requests a second of one kind after the start of one batch.
double rateOf(const Response &response, double size, double deliveryRate, double seconds)
{
    if (std::isinf(deliveryRate)) { // the slope over the second around it, for want of a ramp
        const ResponseCurve &curve = response.curve;
        return response.requests * size * (curve.shareBy(seconds + 0.5) - curve.shareBy(seconds - 0.5));
    }
    return response.requests * deliveryRate
           * (response.curve.shareBy(seconds) - response.curve.shareBy(seconds - size / deliveryRate));
}

/// The rate of all batches at each second, @p offset after it: that of the batch that starts at 0, and all earlier ones as
/// many intervals later.
std::vector<double> ratesOf(const Response &response, const SendPlan &plan, std::size_t seconds,
                            double offset)
{
    std::vector<double> one(seconds);
    for (std::size_t second = 0; second < seconds; ++second)
        one[second] =
            rateOf(response, plan.batchSize(), plan.deliveryRate, static_cast<double>(second) + offset);
    if (plan.batches == 1)
        return one;
    std::vector<double> all = one;
    const auto interval = static_cast<std::size_t>(plan.interval);
    const std::size_t afterLast = interval * static_cast<std::size_t>(plan.batches);
    for (std::size_t second = interval; second < seconds; ++second) {
        all[second] += all[second - interval];
        if (second >= afterLast) // a batch that is not there
            all[second] -= one[second - afterLast];
    }
    return all;
}

/// The requests in each second, or in each longer stretch: mean, variance and third central moment.
struct Seconds {
    std::vector<double> mean;
    std::vector<double> variance;
    std::vector<double> third;
};

Seconds secondsOf(const SendPlan &plan, const LoadProfile &profile, double background, double offset)
{
    const double last = std::min(plan.finishedAfter() + kTail, kLongest);
    const auto count = static_cast<std::size_t>(last) + 1;
    const std::vector<double> alone(count, background); // one by one: all moments are the same
    Seconds seconds{alone, alone, alone};
    for (const Response *response : {&profile.scanners, &profile.people}) {
        const std::vector<double> rates = ratesOf(*response, plan, count, offset);
        for (std::size_t second = 0; second < count; ++second) {
            seconds.mean[second] += rates[second];
            seconds.variance[second] += rates[second] * response->burst;
            seconds.third[second] += rates[second] * response->burst * response->burst;
        }
    }
    return seconds;
}

/// How likely the requests of one stretch are at most @p count: of a gamma distribution with the same three moments,
/// by Wilson and Hilferty's cube root.
double shareOf(double count, const Seconds &seconds, std::size_t place)
{
    const double variance = seconds.variance[place];
    if (variance <= 0)
        return 1;
    const double deviation = std::sqrt(variance);
    const double skewness = seconds.third[place] / (variance * deviation);
    const double shape = 4 / (skewness * skewness);
    const double scaled = 1 + (count - seconds.mean[place]) / (deviation * std::sqrt(shape));
    if (scaled <= 0)
        return 0;
    const double normal = (std::cbrt(scaled) - 1 + 1 / (9 * shape)) * 3 * std::sqrt(shape);
    return 0.5 * std::erfc(-normal / std::numbers::sqrt2);
}

/// Of consecutive stretches of the clock.
Seconds inStretches(const Seconds &seconds, int length)
{
    Seconds stretches;
    const auto step = static_cast<std::size_t>(length);
    for (std::size_t first = 0; first < seconds.mean.size(); first += step) {
        const std::size_t end = std::min(seconds.mean.size(), first + step);
        double mean = 0;
        double variance = 0;
        double third = 0;
        for (std::size_t second = first; second < end; ++second) {
            mean += seconds.mean[second];
            variance += seconds.variance[second];
            third += seconds.third[second];
        }
        stretches.mean.push_back(mean);
        stretches.variance.push_back(variance);
        stretches.third.push_back(third);
    }
    return stretches;
}

/// The stretches that may be the highest, and a count that the highest will hardly stay below.
class HighestStretch {
public:
    explicit HighestStretch(Seconds stretches) : m_stretches(std::move(stretches))
    {
        const auto top =
            static_cast<std::size_t>(std::ranges::max_element(m_stretches.mean) - m_stretches.mean.begin());
        const double deviation = std::sqrt(m_stretches.variance[top]);
        m_least = std::max(0.0, m_stretches.mean[top] - 4 * deviation);
        m_most = m_stretches.mean[top] + 20 * deviation + 1;
        for (std::size_t place = 0; place < m_stretches.mean.size(); ++place) {
            if (shareOf(m_least, m_stretches, place) < 1 - kNegligible)
                m_candidates.push_back(place);
        }
    }

    /// The count that the highest stays below with that likelihood.
    [[nodiscard]] double count(double likelihood) const
    {
        double below = m_least;
        double above = m_most;
        while (above - below > kPrecision * m_most) {
            const double count = (below + above) / 2;
            (logShareUpTo(count) < std::log(likelihood) ? below : above) = count;
        }
        return (below + above) / 2;
    }

    /// How likely it stays at or below @p count.
    [[nodiscard]] double shareUpTo(double count) const { return std::exp(logShareUpTo(count)); }

private:
    static constexpr double kNegligible = 1e-12;
    static constexpr double kPrecision = 1e-5;

    [[nodiscard]] double logShareUpTo(double count) const
    {
        double sum = 0;
        for (const std::size_t place : m_candidates)
            sum += std::log(std::max(shareOf(count, m_stretches, place), 1e-300));
        return sum;
    }

    Seconds m_stretches;
    std::vector<std::size_t> m_candidates;
    double m_least = 0;
    double m_most = 0;
};

PeakForecast peakOf(const Seconds &seconds, int length)
{
    const HighestStretch highest(inStretches(seconds, length));
    return {static_cast<double>(length), highest.count(kLow), highest.count(kMiddle), highest.count(kHigh)};
}

void queue(LoadForecast &forecast, const std::vector<double> &rates, double capacity)
{
    double waiting = 0;
    double most = 0;
    double overload = 0;
    for (const double rate : rates) {
        waiting = std::max(0.0, waiting + rate - capacity);
        most = std::max(most, waiting);
        overload += rate > capacity ? 1 : 0;
    }
    forecast.mostWaiting = most;
    forecast.longestWait = most / capacity;
    forecast.overload = overload;
}

} // namespace

double expectedRate(const SendPlan &plan, const LoadProfile &profile, double background, double seconds)
{
    double rate = background;
    for (int batch = 0; batch < plan.batches; ++batch) {
        const double since = seconds - batch * plan.interval;
        if (since < 0)
            break;
        for (const Response *response : {&profile.scanners, &profile.people})
            rate += rateOf(*response, plan.batchSize(), plan.deliveryRate, since);
    }
    return rate;
}

std::vector<double> expectedRates(const SendPlan &plan, const LoadProfile &profile, double background)
{
    return secondsOf(plan, profile, background, 0).mean;
}

LoadForecast forecast(const SendPlan &plan, const LoadProfile &profile, const ServerLimits &limits)
{
    LoadForecast result;
    const Seconds seconds = secondsOf(plan, profile, limits.background, 0);
    result.peakRate = std::ranges::max(seconds.mean);
    const auto top =
        std::ranges::find_if(seconds.mean, [&](double rate) { return rate > result.peakRate - kSameRate; });
    result.peakAt = static_cast<double>(top - seconds.mean.begin());
    for (std::size_t place = 0; place < kStretches.size(); ++place)
        result.peaks[place] = peakOf(seconds, kStretches[place]);
    if (limits.capacity)
        queue(result, secondsOf(plan, profile, limits.background, 0.5).mean, *limits.capacity);
    result.finishedAfter = plan.finishedAfter();
    return result;
}

bool fits(const SendPlan &plan, const LoadProfile &profile, const ServerLimits &limits)
{
    constexpr int kTenSeconds = 10;
    const Seconds seconds = secondsOf(plan, profile, limits.background, 0);
    if (std::ranges::max(seconds.mean) > *limits.budget())
        return false;
    const HighestStretch highest(inStretches(seconds, kTenSeconds));
    return highest.shareUpTo(*limits.capacity * kTenSeconds) >= kHigh;
}

} // namespace clicksieve

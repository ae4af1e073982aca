// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/timeline.h"

#include "core/detect/verdicts.h"
#include "core/events/eventtable.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>

namespace clicksieve {

namespace {

constexpr TimeMs kSecond = 1'000;
constexpr TimeMs kMinute = 60 * kSecond;
constexpr TimeMs kHour = 60 * kMinute;
constexpr TimeMs kDay = 24 * kHour;

/// Widths that read well on an axis.
constexpr std::array kNiceBins = {kSecond, 2 * kSecond, 5 * kSecond, 10 * kSecond, 30 * kSecond,
                                  kMinute, 2 * kMinute, 5 * kMinute, 10 * kMinute, 30 * kMinute,
                                  kHour,   2 * kHour,   6 * kHour,   12 * kHour,   kDay};
/// As many bins as an automatic width aims at: readable, and well below the largest number.
constexpr TimeMs kWantedBins = 240;
/// Logarithmic bins in a factor of ten; the first is [0, 1 s).
constexpr int kBinsPerDecade = 20;

/// A stretch of machine events is a burst from so many events on, while it stays above this share of its densest second.
/// Own choice: a picture needs something to mark, and stragglers would stretch the mark over hours.
constexpr std::uint64_t kFewestBurstEvents = 20;
constexpr double kBurstShare = 0.05;
constexpr TimeMs kBurstGap = 3 * kSecond;
/// Seconds that are searched for the burst: a week.
constexpr TimeMs kBurstSearched = 7 * kDay;

TimeMs floorTo(TimeMs time, TimeMs unit)
{
    const TimeMs rest = time % unit;
    return time - (rest < 0 ? rest + unit : rest);
}

/// The events on the timeline's axis, collected once.
struct Place {
    TimeMs time = 0;
    std::uint32_t event = 0;
};

class TimelineMaker {
public:
    TimelineMaker(const EventTable &table, const Verdicts &verdicts, const Filter &filter,
                  const TimelineOptions &options)
        : m_table(table)
        , m_verdicts(verdicts)
        , m_filter(filter)
    {
        m_timeline.options = options;
    }

    Timeline make()
    {
        collect();
        if (m_places.empty())
            return std::move(m_timeline);
        if (m_timeline.options.axis == TimelineOptions::Axis::SinceSend
            && m_timeline.options.scale == TimelineOptions::Scale::Logarithmic)
            layLogarithmicBins();
        else
            layLinearBins();
        for (const Place &place : m_places)
            count(place);
        m_timeline.burst = findBurst();
        return std::move(m_timeline);
    }

private:
    void collect()
    {
        const TimelineOptions &options = m_timeline.options;
        for (const std::uint32_t event : m_table.messages().allActions()) {
            const bool isClick = m_table.type(event) == EventType::Click;
            if ((isClick ? !options.clicks : !options.opens) || !m_filter.passes(m_table, m_verdicts, event))
                continue;
            const TimeMs time =
                options.axis == TimelineOptions::Axis::Clock ? m_table.time(event) : m_table.sinceSend(event);
            if (time == kNoTime) {
                ++m_timeline.withoutSendTime;
                continue;
            }
            m_places.push_back({time, event});
            m_earliest = std::min(m_earliest, time);
            m_latest = std::max(m_latest, time);
        }
    }

    void layLinearBins()
    {
        TimeMs &width = m_timeline.options.binMs;
        if (width <= 0) {
            const auto enough = std::ranges::find_if(
                kNiceBins, [this](TimeMs bin) { return (m_latest - m_earliest) / bin < kWantedBins; });
            width = enough == kNiceBins.end() ? kNiceBins.back() : *enough;
        }
        const bool sinceSend = m_timeline.options.axis == TimelineOptions::Axis::SinceSend;
        // What is before send is shown as far as it goes, up to a tenth of the picture.
        const TimeMs mostBefore = static_cast<TimeMs>(Timeline::kMaximumBins) / 10 * width;
        TimeMs from =
            floorTo(sinceSend ? std::max(std::min<TimeMs>(0, m_earliest), -mostBefore) : m_earliest, width);
        for (; from <= m_latest && m_timeline.bins.size() < Timeline::kMaximumBins; from += width)
            m_timeline.bins.push_back({from, from + width, 0, 0, 0, 0});
    }

    void layLogarithmicBins()
    {
        m_timeline.options.binMs = 0;
        TimeMs from = 0;
        for (int step = 0; from <= m_latest; ++step) {
            const TimeMs to =
                std::llround(kSecond * std::pow(10.0, static_cast<double>(step) / kBinsPerDecade));
            m_timeline.bins.push_back({from, to, 0, 0, 0, 0});
            from = to;
        }
    }

    void count(const Place &place)
    {
        auto &bins = m_timeline.bins;
        const auto after = std::ranges::upper_bound(bins, place.time, {}, &TimelineBin::from);
        if (after == bins.begin() || place.time >= std::prev(after)->to) {
            ++m_timeline.outside;
            return;
        }
        TimelineBin &bin = *std::prev(after);
        const bool isMachine = m_verdicts.isMachine(place.event);
        if (m_table.type(place.event) == EventType::Click)
            ++(isMachine ? bin.machineClicks : bin.humanClicks);
        else
            ++(isMachine ? bin.machineOpens : bin.humanOpens);
    }

    /// From the densest second outwards, as long as the seconds stay dense.
    [[nodiscard]] std::optional<Burst> findBurst() const
    {
        const TimeMs origin = floorTo(m_earliest, kSecond);
        const TimeMs length = std::min(m_latest - origin, kBurstSearched) / kSecond + 1;
        std::vector<std::uint32_t> perSecond(static_cast<std::size_t>(length), 0);
        for (const Place &place : m_places) {
            const auto second = static_cast<std::size_t>((place.time - origin) / kSecond);
            if (second < perSecond.size() && m_verdicts.isMachine(place.event))
                ++perSecond[second];
        }
        const auto peak = static_cast<std::size_t>(std::ranges::max_element(perSecond) - perSecond.begin());
        const double dense = std::max(1.0, perSecond[peak] * kBurstShare);
        const auto isDense = [&](std::size_t second) { return perSecond[second] >= dense; };
        constexpr std::size_t kGap = kBurstGap / kSecond;
        std::size_t first = peak;
        for (std::size_t second = peak; second > 0 && first - (second - 1) <= kGap; --second)
            first = isDense(second - 1) ? second - 1 : first;
        std::size_t last = peak;
        for (std::size_t second = peak + 1; second < perSecond.size() && second - last <= kGap; ++second)
            last = isDense(second) ? second : last;

        Burst burst;
        burst.from = origin + static_cast<TimeMs>(first) * kSecond;
        burst.to = origin + static_cast<TimeMs>(last + 1) * kSecond;
        std::unordered_set<std::uint32_t> messages;
        for (const Place &place : m_places) {
            if (place.time < burst.from || place.time >= burst.to || !m_verdicts.isMachine(place.event))
                continue;
            ++burst.machineEvents;
            if (const MessageIndex message = m_table.message(place.event); !message.isNone())
                messages.insert(message.value());
        }
        burst.recipients = messages.size();
        return burst.machineEvents >= kFewestBurstEvents ? std::optional(burst) : std::nullopt;
    }

    const EventTable &m_table;
    const Verdicts &m_verdicts;
    const Filter &m_filter;
    Timeline m_timeline;
    std::vector<Place> m_places;
    TimeMs m_earliest = std::numeric_limits<TimeMs>::max();
    TimeMs m_latest = std::numeric_limits<TimeMs>::min();
};

} // namespace

Timeline makeTimeline(const EventTable &table, const Verdicts &verdicts, const Filter &filter,
                      const TimelineOptions &options)
{
    return TimelineMaker(table, verdicts, filter, options).make();
}

} // namespace clicksieve

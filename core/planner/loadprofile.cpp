// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planner/loadprofile.h"

#include "core/detect/verdicts.h"
#include "core/events/eventtable.h"

#include <algorithm>
#include <span>
#include <vector>

namespace clicksieve {

namespace {

constexpr double kMsPerSecond = 1'000;

/// Collects the clicks of an export by kind of visitor.
class LoadMeasurement {
public:
    LoadMeasurement(const EventTable &table, const Verdicts &verdicts) : m_table(table), m_verdicts(verdicts)
    {
        for (std::size_t message = 0; message < messages().size() && !m_isSinceDelivery; ++message)
            m_isSinceDelivery = messages().deliveredTime(message) != kNoTime;
        for (std::size_t message = 0; message < messages().size(); ++message)
            look(message);
        std::ranges::sort(m_scannerDelays);
        std::ranges::sort(m_visitDelays);
    }

    [[nodiscard]] MeasuredLoad result(const LoadAssumptions &assumptions) const
    {
        MeasuredLoad load;
        load.profile = assumedLoad(assumptions);
        load.messages = m_messages;
        load.scannerRequests = m_scannerDelays.size();
        load.visits = m_visitDelays.size();
        load.isSinceDelivery = m_isSinceDelivery;
        load.hasOwnScanners = load.scannerRequests >= MeasuredLoad::kFewest;
        load.hasOwnPeople = load.visits >= MeasuredLoad::kFewest;
        const double uncached = (1 - assumptions.cachedShare) / static_cast<double>(m_messages);
        if (load.hasOwnScanners)
            load.profile.scanners = {static_cast<double>(load.scannerRequests) * uncached,
                                     m_squares / static_cast<double>(load.scannerRequests),
                                     ResponseCurve::of(m_scannerDelays)};
        if (load.hasOwnPeople)
            load.profile.people = {static_cast<double>(load.visits) * assumptions.requestsPerVisit * uncached,
                                   assumptions.requestsPerVisit, ResponseCurve::of(m_visitDelays)};
        return load;
    }

private:
    [[nodiscard]] const MessageTable &messages() const { return m_table.messages(); }

    void look(std::size_t message)
    {
        const TimeMs from =
            m_isSinceDelivery ? messages().deliveredTime(message) : messages().sentTime(message);
        if (from == kNoTime)
            return;
        ++m_messages;
        TimeMs second = kNoTime;
        double inSecond = 0;
        for (const std::uint32_t event : messages().actions(message)) {
            if (m_table.type(event) != EventType::Click)
                continue;
            const TimeMs time = m_table.time(event);
            const double delay = static_cast<double>(time - from) / kMsPerSecond;
            if (!m_verdicts.isMachine(event)) {
                m_visitDelays.push_back(delay);
                continue;
            }
            m_scannerDelays.push_back(delay);
            if (second == kNoTime || time / 1'000 != second) {
                m_squares += inSecond * inSecond;
                inSecond = 0;
                second = time / 1'000;
            }
            ++inSecond;
        }
        m_squares += inSecond * inSecond;
    }

    const EventTable &m_table;
    const Verdicts &m_verdicts;
    bool m_isSinceDelivery = false;
    std::uint64_t m_messages = 0;
    std::vector<double> m_scannerDelays;
    std::vector<double> m_visitDelays;
    double m_squares = 0; ///< of the machines' clicks of a message in one second
};

} // namespace

LoadProfile assumedLoad(const LoadAssumptions &assumptions)
{
    const double uncached = 1 - assumptions.cachedShare;
    const double fetches = assumptions.links * assumptions.fetchesPerLink;
    LoadProfile profile;
    profile.scanners = {assumptions.scannedShare * fetches * uncached, std::max(1.0, fetches),
                        ResponseCurve::publishedScanners()};
    profile.people = {assumptions.clickRate * assumptions.requestsPerVisit * uncached,
                      assumptions.requestsPerVisit, ResponseCurve::publishedPeople()};
    return profile;
}

MeasuredLoad measuredLoad(const EventTable &table, const Verdicts &verdicts,
                          const LoadAssumptions &assumptions)
{
    return LoadMeasurement(table, verdicts).result(assumptions);
}

} // namespace clicksieve

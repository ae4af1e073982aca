// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/timeline.h"

#include <QString>

#include <utility>
#include <vector>

namespace clicksieve {

/// Where a time stands on the timeline's horizontal axis, and what is written there. Linear axes count seconds;
/// the logarithmic one counts decades of seconds, with a short linear piece for the first second.
class TimeScale {
public:
    struct Tick {
        double position = 0;
        QString label; ///< unique among the ticks; "<br>" breaks the line
    };

    TimeScale(TimelineOptions::Axis axis, TimelineOptions::Scale scale);

    [[nodiscard]] double position(TimeMs time) const;
    [[nodiscard]] TimeMs time(double position) const;

    /// Round times between two positions, as many as fit but not more than @p most (at least 2).
    [[nodiscard]] std::vector<Tick> ticks(double from, double to, int most) const;

    /// "0:31–0:58", or "2026-03-10 09:00:31–09:00:58".
    [[nodiscard]] QString rangeText(TimeMs from, TimeMs to) const;

    [[nodiscard]] bool isClock() const { return m_axis == TimelineOptions::Axis::Clock; }
    [[nodiscard]] bool isLogarithmic() const { return m_logarithmic; }

private:
    [[nodiscard]] std::vector<Tick> logarithmicTicks(double from, double to, int most) const;
    [[nodiscard]] std::vector<Tick> linearTicks(double from, double to, int most) const;
    [[nodiscard]] QString tickLabel(TimeMs time, TimeMs step, TimeMs span) const;

    TimelineOptions::Axis m_axis;
    bool m_logarithmic;
};

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeaxis.h"

#include "ui/timeline/timescale.h"

#include <QChart>
#include <QGraphicsLayout>

#include <algorithm>

namespace clicksieve {

namespace {

constexpr int kPixelsADuration = 70; ///< "2 d 12 h" and a gap
constexpr int kPixelsADate = 90;     ///< "Tue 10 Mar" and a gap
constexpr double kHalfLabel = 0.35;  ///< of those, without the gap

} // namespace

TimeAxis::TimeAxis(QObject *parent) : QCategoryAxis(parent)
{
    setLabelsPosition(AxisLabelsPositionOnValue);
}

void TimeAxis::setTicks(const TimeScale &scale, int pixels, QChart &chart)
{
    for (const QString &label : categoriesLabels())
        remove(label);
    setStartValue(min());
    const int pixelsATick = scale.isClock() ? kPixelsADate : kPixelsADuration;
    // A label at the right edge would be cut off.
    const double labelWidth = (max() - min()) * pixelsATick / std::max(pixels, pixelsATick);
    const double lastPlace = max() - labelWidth * kHalfLabel;
    for (const auto &[position, label] : scale.ticks(min(), max(), pixels / pixelsATick)) {
        if (position < lastPlace)
            append(label, position);
    }
    // Qt 6.4 keeps showing the old labels where nothing else of the chart changes.
    chart.layout()->invalidate();
    chart.layout()->activate();
}

} // namespace clicksieve

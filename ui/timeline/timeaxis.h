// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCategoryAxis>

QT_BEGIN_NAMESPACE
class QChart;
QT_END_NAMESPACE

namespace clicksieve {

class TimeScale;

/// The horizontal axis of a chart over time: a range of positions of a TimeScale with round times written under it.
class TimeAxis : public QCategoryAxis {
    Q_OBJECT

public:
    explicit TimeAxis(QObject *parent = nullptr);

    /// Writes the round times of @p scale under the present range; @p pixels: the width there is for them.
    /// @pre the axis belongs to @p chart
    void setTicks(const TimeScale &scale, int pixels, QChart &chart);
};

} // namespace clicksieve

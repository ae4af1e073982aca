// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

#include <QBrush>
#include <QList>
#include <QPair>

#include <functional>

QT_BEGIN_NAMESPACE
class QChart;
class QAbstractSeries;
class QValueAxis;
QT_END_NAMESPACE

namespace clicksieve {

/// Gives background, title, legend and axes of @p chart the calm look of the program. Not the series: only their owner
/// knows what they mean. Run it after series and axes were added, since adding brings Qt's own colours.
void styleChart(QChart &chart, const ChartColours &colours, const QFont &font);

/// Lets a count axis go from 0 to a round number above @p highest, in whole steps, with @p headroom (a share of
/// the highest) left free for labels.
void setCountRange(QValueAxis &axis, double highest, double headroom = 0.0);

/// While it lives, the hatch of machines in areas, bars and slices is one that an SVG can hold. (QSvgGenerator drops
/// brushes made of an image: the areas would come out empty.)
class VectorHatch {
public:
    explicit VectorHatch(QChart &chart);
    ~VectorHatch();
    VectorHatch(const VectorHatch &) = delete;
    VectorHatch &operator=(const VectorHatch &) = delete;

private:
    void replaceIn(QAbstractSeries &series);
    void replace(const QBrush &brush, const std::function<void(const QBrush &)> &set);

    QList<QPair<std::function<void(const QBrush &)>, QBrush>> m_originals;
};

} // namespace clicksieve

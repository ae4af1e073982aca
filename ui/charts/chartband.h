// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>
#include <QString>

class QFont;
class QPainter;

namespace clicksieve {

struct ChartColours;

/// A stretch of a chart's horizontal axis that is marked, with words at its side.
struct ChartBand {
    double from = 0; ///< values of the horizontal axis
    double to = 0;
    QColor colour;
    QString label; ///< plain text; empty: no label, and nothing to click
};

/// Where the label of a band stands: beside @p stretch where there is room, at the upper edge of @p plot.
/// Both in pixels. Null without a label.
[[nodiscard]] QRectF labelRect(const ChartBand &band, const QRectF &stretch, const QRectF &plot,
                               const QFont &font);

/// Paints stretch and label. @p pointed: the label is under the pointer.
void paintBand(QPainter &painter, const ChartBand &band, const QRectF &stretch, const QRectF &plot,
               const ChartColours &colours, bool pointed);

} // namespace clicksieve

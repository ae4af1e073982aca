// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/ratio.h"
#include "ui/charts/chartview.h"

#include <QString>

#include <vector>

class QBarCategoryAxis;
class QBarSet;
class QHorizontalBarSeries;
class QValueAxis;

namespace clicksieve {

/// A rate twice: with every event, and of people.
struct RatePair {
    QString label; ///< plain text; may come from a file
    Ratio reported;
    Ratio people;
};

/// Lying bars, two a row, each with its figure and the whiskers of its 95 % interval.
class RateChart : public ChartView {
    Q_OBJECT

public:
    explicit RateChart(QWidget *parent = nullptr);

    /// @p rates from top to bottom.
    void setRates(const std::vector<RatePair> &rates);

protected:
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    void makeAxes();
    void scaleTo(double percentEnd);
    void colour(const ChartColours &colours);
    [[nodiscard]] QVector<QStringList> figures() const;
    void drawFigure(QPainter &painter, const Ratio &ratio, double position);
    void showTip(bool hovered, int category, bool people);

    std::vector<RatePair> m_rates; ///< from bottom to top, as the axis counts
    QHorizontalBarSeries *m_series;
    QBarSet *m_people;
    QBarSet *m_reported;
    QBarCategoryAxis *m_labels;
    QValueAxis *m_values;
};

} // namespace clicksieve

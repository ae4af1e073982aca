// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartstyle.h"

#include "ui/theme/numbers.h"

#include <QAbstractBarSeries>
#include <QAreaSeries>
#include <QBarSet>
#include <QCategoryAxis>
#include <QChart>
#include <QLegend>
#include <QPieSeries>
#include <QPieSlice>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace clicksieve {

namespace {

constexpr int kMargin = 6;

void styleAxis(QAbstractAxis &axis, const ChartColours &colours, const QFont &font)
{
    QColor quiet = colours.text;
    quiet.setAlphaF(0.75F);
    axis.setLabelsBrush(quiet);
    axis.setLabelsFont(font);
    axis.setTitleBrush(quiet);
    axis.setTitleFont(font);
    axis.setLinePen(QPen(colours.grid, 1));
    axis.setGridLinePen(QPen(colours.grid, 1));
    axis.setMinorGridLinePen(QPen(colours.grid, 1, Qt::DotLine));
    axis.setShadesVisible(false);
}

} // namespace

void styleChart(QChart &chart, const ChartColours &colours, const QFont &font)
{
    chart.setAnimationOptions(QChart::NoAnimation);
    chart.setLocale(displayLocale());
    chart.setLocalizeNumbers(true);
    chart.setBackgroundBrush(colours.background);
    chart.setBackgroundPen(Qt::NoPen);
    chart.setBackgroundRoundness(0);
    chart.setMargins({kMargin, 0, kMargin, kMargin}); // the legend brings its own above
    chart.setPlotAreaBackgroundVisible(false);
    chart.setDropShadowEnabled(false);
    chart.setTitleBrush(colours.text);
    QFont titleFont = font;
    titleFont.setWeight(QFont::DemiBold);
    chart.setTitleFont(titleFont);
    chart.legend()->setLabelColor(colours.text);
    chart.legend()->setFont(font);
    chart.legend()->setBackgroundVisible(false);
    for (QAbstractAxis *axis : chart.axes())
        styleAxis(*axis, colours, font);
}

void setCountRange(QValueAxis &axis, double highest, double headroom)
{
    constexpr double kFewestSteps = 4;
    const double wanted = std::max(highest * (1 + headroom), 1.0);
    const double rough = wanted / kFewestSteps;
    const double decade = std::pow(10.0, std::floor(std::log10(rough)));
    double step = decade;
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * decade <= rough)
            step = factor * decade;
    }
    step = std::max(step, 1.0);
    const double steps = std::ceil(wanted / step);
    axis.setRange(0, steps * step);
    axis.setTickCount(static_cast<int>(steps) + 1);
    axis.setLabelFormat(QStringLiteral("%.0f")); // "%d" shows nothing where numbers are localized
}

VectorHatch::VectorHatch(QChart &chart)
{
    for (QAbstractSeries *series : chart.series())
        replaceIn(*series);
}

VectorHatch::~VectorHatch()
{
    for (const auto &[set, brush] : m_originals)
        set(brush);
}

void VectorHatch::replaceIn(QAbstractSeries &series)
{
    if (auto *area = qobject_cast<QAreaSeries *>(&series))
        replace(area->brush(), [area](const QBrush &brush) { area->setBrush(brush); });
    if (const auto *bars = qobject_cast<QAbstractBarSeries *>(&series)) {
        for (QBarSet *set : bars->barSets())
            replace(set->brush(), [set](const QBrush &brush) { set->setBrush(brush); });
    }
    if (const auto *pie = qobject_cast<QPieSeries *>(&series)) {
        for (QPieSlice *slice : pie->slices())
            replace(slice->brush(), [slice](const QBrush &brush) { slice->setBrush(brush); });
    }
}

void VectorHatch::replace(const QBrush &brush, const std::function<void(const QBrush &)> &set)
{
    if (brush.style() != Qt::TexturePattern)
        return;
    m_originals.append({set, brush});
    set(QBrush(brush.color(), Qt::BDiagPattern));
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webload/planchart.h"

#include "ui/charts/chartstyle.h"
#include "ui/theme/numbers.h"
#include "ui/timeline/timeaxis.h"

#include <QChart>
#include <QLegend>
#include <QLegendMarker>
#include <QLineSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace clicksieve {

namespace {

constexpr std::size_t kMostPoints = 1'200; ///< more than the picture has pixels
constexpr double kNegligible = 0.005;      ///< of the peak: the tail after it is left out
constexpr std::size_t kShortest = 300;     ///< seconds that are shown at least
constexpr double kPen = 2;
constexpr std::size_t kTableStep = 10; ///< seconds

/// The highest of each stretch, so that no peak is lost.
QList<QPointF> pointsOf(const std::vector<double> &rates, std::size_t count, const TimeScale &scale)
{
    QList<QPointF> points;
    const std::size_t step = std::max<std::size_t>(1, count / kMostPoints);
    for (std::size_t second = 0; second < std::min(count, rates.size()); second += step) {
        const auto first = rates.begin() + static_cast<std::ptrdiff_t>(second);
        const auto last = rates.begin() + static_cast<std::ptrdiff_t>(std::min(second + step, rates.size()));
        points << QPointF(scale.position(static_cast<TimeMs>(second) * 1'000),
                          *std::max_element(first, last));
    }
    return points;
}

/// Until what comes of the send is hardly to be seen.
std::size_t shownOf(const std::vector<double> &rates)
{
    if (rates.empty())
        return 0;
    const auto [lowest, highest] = std::ranges::minmax(rates);
    std::size_t end = rates.size();
    while (end > kShortest && rates[end - 1] - lowest < kNegligible * (highest - lowest))
        --end;
    return end;
}

} // namespace

PlanChart::PlanChart(QWidget *parent)
    : ChartView(parent)
    , m_scale(TimelineOptions::Axis::SinceSend, TimelineOptions::Scale::Linear)
    , m_atOnce(new QLineSeries)
    , m_planned(new QLineSeries)
    , m_capacity(new QLineSeries)
    , m_timeAxis(new TimeAxis)
    , m_rateAxis(new QValueAxis)
{
    m_atOnce->setName(tr("All at once"));
    m_capacity->setName(tr("What the site bears"));
    chart()->addAxis(m_timeAxis, Qt::AlignBottom);
    chart()->addAxis(m_rateAxis, Qt::AlignLeft);
    for (QLineSeries *series : {m_atOnce, m_planned, m_capacity}) {
        chart()->addSeries(series);
        series->attachAxis(m_timeAxis);
        series->attachAxis(m_rateAxis);
    }
    m_timeAxis->setTitleText(tr("Time since sending"));
    m_rateAxis->setTitleText(tr("Requests per second"));
    chart()->legend()->setAlignment(Qt::AlignTop);
    setTable([this] { return figures(); });
    setSeriesStyle([this](const ChartColours &colours) {
        m_atOnce->setPen(QPen(colours.machine, kPen));
        m_planned->setPen(QPen(colours.human, kPen));
        m_capacity->setPen(QPen(colours.text, 1, Qt::DashLine));
    });
    restyle();
}

void PlanChart::setCurves(const Curves &curves, const QString &finding)
{
    m_curves = curves;
    const std::size_t shown = std::max(shownOf(curves.atOnce), shownOf(curves.planned));
    m_atOnce->replace(pointsOf(curves.atOnce, shown, m_scale));
    m_planned->replace(pointsOf(curves.planned, shown, m_scale));
    m_planned->setName(curves.plannedName);
    const double end = m_scale.position(static_cast<TimeMs>(shown) * 1'000);
    double highest = 1;
    for (const QPointF &point : m_atOnce->points() + m_planned->points())
        highest = std::max(highest, point.y());
    m_capacity->replace(curves.capacity ? QList<QPointF>{{0, *curves.capacity}, {end, *curves.capacity}}
                                        : QList<QPointF>());
    setCountRange(*m_rateAxis, highest);
    m_timeAxis->setRange(0, std::max(end, 1.0));
    setTicks();
    chart()->legend()->markers(m_planned).front()->setVisible(!curves.planned.empty());
    chart()->legend()->markers(m_capacity).front()->setVisible(curves.capacity.has_value());
    setFinding(tr("Requests after a send"), finding);
    restyle();
}

void PlanChart::resizeEvent(QResizeEvent *event)
{
    ChartView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        setTicks();
}

void PlanChart::setTicks()
{
    m_timeAxis->setTicks(m_scale, width(), *chart());
}

QVector<QStringList> PlanChart::figures() const
{
    QVector<QStringList> rows{{tr("Time since sending"), tr("All at once"), m_curves.plannedName}};
    const std::size_t shown = std::max(shownOf(m_curves.atOnce), shownOf(m_curves.planned));
    const auto text = [](const std::vector<double> &rates, std::size_t second) {
        return second < rates.size() ? QString::number(rates[second], 'f', 1) : QStringLiteral("–");
    };
    for (std::size_t second = 0; second < shown; second += kTableStep)
        rows.append({durationText(static_cast<qint64>(second) * 1'000), text(m_curves.atOnce, second),
                     text(m_curves.planned, second)});
    return rows;
}

} // namespace clicksieve

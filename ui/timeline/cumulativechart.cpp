// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/cumulativechart.h"

#include "ui/theme/numbers.h"
#include "ui/timeline/timeaxis.h"

#include <QChart>
#include <QLegend>
#include <QLineSeries>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>

namespace clicksieve {

namespace {

constexpr double kPenWidth = 2; ///< affordable: a logarithmic axis has some hundred points

/// "By" a time: the next full second, never 0 s.
QString byText(TimeMs time)
{
    constexpr TimeMs kSecond = 1'000;
    return durationText((std::max<TimeMs>(time, 1) + kSecond - 1) / kSecond * kSecond);
}

} // namespace

CumulativeChart::CumulativeChart(QWidget *parent)
    : ChartView(parent)
    , m_scale(TimelineOptions::Axis::SinceSend, TimelineOptions::Scale::Logarithmic)
    , m_people(new QLineSeries)
    , m_machines(new QLineSeries)
    , m_timeAxis(new TimeAxis)
    , m_shareAxis(new QValueAxis)
{
    m_people->setName(tr("People"));
    m_machines->setName(tr("Machines"));
    m_timeAxis->setTitleText(tr("Time since sending"));
    m_shareAxis->setRange(0, 100);
    m_shareAxis->setTickCount(3);
    m_shareAxis->setLabelFormat(QStringLiteral("%.0f %"));
    chart()->addAxis(m_timeAxis, Qt::AlignBottom);
    chart()->addAxis(m_shareAxis, Qt::AlignLeft);
    for (QLineSeries *series : {m_people, m_machines}) {
        chart()->addSeries(series);
        series->attachAxis(m_timeAxis);
        series->attachAxis(m_shareAxis);
    }
    chart()->legend()->setAlignment(Qt::AlignTop);
    setTable([this] { return figures(); });
    setSeriesStyle([this](const ChartColours &colours) {
        m_people->setPen(QPen(colours.human, kPenWidth));
        m_machines->setPen(QPen(colours.machine, kPenWidth, Qt::DashLine));
    });
    connect(this, &ChartView::hovered, this, &CumulativeChart::tell);
}

void CumulativeChart::setCumulative(const Cumulative &cumulative, const QString &what)
{
    m_cumulative = cumulative;
    m_what = what;
    QList<QPointF> people;
    QList<QPointF> machines;
    for (const CumulativePoint &point : cumulative.points) {
        const double place = m_scale.position(point.time);
        if (cumulative.people > 0)
            people << QPointF(place, point.people * 100);
        if (cumulative.machines > 0)
            machines << QPointF(place, point.machines * 100);
    }
    m_people->replace(people);
    m_machines->replace(machines);
    if (cumulative.points.empty())
        m_timeAxis->setRange(0, 1);
    else
        m_timeAxis->setRange(m_scale.position(cumulative.points.front().time),
                             m_scale.position(cumulative.points.back().time));
    setTicks();
    setFinding(tr("How fast people and machines come"), finding());
    setEmptyText(cumulative.points.empty() ? finding() : QString());
    restyle();
}

QString CumulativeChart::finding() const
{
    if (m_cumulative.points.empty())
        return tr("No %1 with a known send time to show here.").arg(m_what);
    if (!m_cumulative.halfOfPeople)
        return tr("Half of the machines' %1 came by %2.").arg(m_what, byText(*m_cumulative.halfOfMachines));
    if (!m_cumulative.halfOfMachines)
        return tr("Half of the people's %1 came by %2.").arg(m_what, byText(*m_cumulative.halfOfPeople));
    return tr("Half of the people's %1 came by %2; half of the machines' by %3.")
        .arg(m_what, byText(*m_cumulative.halfOfPeople), byText(*m_cumulative.halfOfMachines));
}

void CumulativeChart::setTicks()
{
    m_timeAxis->setTicks(m_scale, width(), *chart());
}

void CumulativeChart::resizeEvent(QResizeEvent *event)
{
    ChartView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        setTicks();
}

void CumulativeChart::tell(double position, const QPoint &globalPosition)
{
    const TimeMs time = m_scale.time(position);
    const auto next =
        std::lower_bound(m_cumulative.points.begin(), m_cumulative.points.end(), time,
                         [](const CumulativePoint &point, TimeMs value) { return point.time < value; });
    if (next == m_cumulative.points.end())
        return;
    const auto shareText = [](double share, std::uint64_t of) {
        return percentText(of == 0 ? std::nullopt : std::optional(share));
    };
    QToolTip::showText(globalPosition,
                       tr("By %1 after sending\nPeople: %2 of %3\nMachines: %4 of %5")
                           .arg(durationText(next->time), shareText(next->people, m_cumulative.people),
                                countText(m_cumulative.people),
                                shareText(next->machines, m_cumulative.machines),
                                countText(m_cumulative.machines)),
                       this);
}

QVector<QStringList> CumulativeChart::figures() const
{
    QVector<QStringList> rows{{tr("By (time since sending)"), tr("People"), tr("Machines")}};
    for (const CumulativePoint &point : m_cumulative.points)
        rows << QStringList{durationText(point.time), percentText(point.people), percentText(point.machines)};
    return rows;
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webload/afterchart.h"

#include "ui/charts/chartstyle.h"
#include "ui/theme/numbers.h"
#include "ui/timeline/timeaxis.h"

#include <QAreaSeries>
#include <QChart>
#include <QLegend>
#include <QLineSeries>
#include <QValueAxis>

#include <algorithm>

namespace clicksieve {

namespace {

/// From the lowest area to the highest.
constexpr std::array kOrder = {RequestClass::Background, RequestClass::Person, RequestClass::Unattributed,
                               RequestClass::Scanner};

std::uint32_t of(const SecondCounts &counts, RequestClass whose)
{
    return counts.requests[static_cast<std::size_t>(whose)];
}

} // namespace

AfterChart::AfterChart(QWidget *parent)
    : ChartView(parent)
    , m_scale(TimelineOptions::Axis::SinceSend, TimelineOptions::Scale::Linear)
    , m_timeAxis(new TimeAxis)
    , m_countAxis(new QValueAxis)
{
    const std::array names = {tr("Everybody else"), tr("People of the mail"), tr("Of the mail, not known"),
                              tr("Link scanners")};
    chart()->addAxis(m_timeAxis, Qt::AlignBottom);
    chart()->addAxis(m_countAxis, Qt::AlignLeft);
    for (std::size_t place = 0; place < kOrder.size(); ++place) {
        m_tops[place] = new QLineSeries(this); // one line borders two areas, neither owns it
        m_areas[place] =
            place == 0 ? new QAreaSeries(m_tops[0]) : new QAreaSeries(m_tops[place], m_tops[place - 1]);
        m_areas[place]->setName(names[place]);
        chart()->addSeries(m_areas[place]);
        m_areas[place]->attachAxis(m_timeAxis);
        m_areas[place]->attachAxis(m_countAxis);
    }
    m_timeAxis->setTitleText(tr("Time since sending"));
    m_countAxis->setTitleText(tr("Requests in %1 seconds").arg(kBin));
    chart()->legend()->setAlignment(Qt::AlignTop);
    setRenderHint(QPainter::Antialiasing, false); // steps have straight edges
    setTable([this] { return figures(); });
    setSeriesStyle([this](const ChartColours &colours) {
        const std::array brushes = {QBrush(colours.raw), QBrush(colours.human), QBrush(colours.uncertain),
                                    QBrush(machineBrush(palette()))};
        const std::array edges = {colours.raw, colours.human, colours.uncertain, colours.machine};
        for (std::size_t place = 0; place < kOrder.size(); ++place) {
            m_areas[place]->setBrush(brushes[place]);
            m_areas[place]->setPen(QPen(edges[place], 1));
        }
    });
    restyle();
}

void AfterChart::setLog(const WebLog &log, const LoadStory &story, const QString &finding)
{
    m_bins.clear();
    for (std::int64_t second = 0; second < LoadStory::kLooked; second += kBin)
        m_bins.push_back(log.series.sum(story.from + second, story.from + second + kBin));
    std::uint32_t highest = 1;
    std::array<QList<QPointF>, kRequestClasses> points;
    for (std::size_t bin = 0; bin < m_bins.size(); ++bin) {
        const double from = m_scale.position(static_cast<TimeMs>(bin) * kBin * 1'000);
        const double to = m_scale.position(static_cast<TimeMs>(bin + 1) * kBin * 1'000);
        std::uint32_t top = 0;
        for (std::size_t place = 0; place < kOrder.size(); ++place) {
            top += of(m_bins[bin], kOrder[place]);
            points[place] << QPointF(from, top) << QPointF(to, top);
        }
        highest = std::max(highest, top);
    }
    for (std::size_t place = 0; place < kOrder.size(); ++place)
        m_tops[place]->replace(points[place]);
    setCountRange(*m_countAxis, highest);
    m_timeAxis->setRange(0, m_scale.position(LoadStory::kLooked * 1'000));
    setTicks();
    setFinding(tr("Requests after the send"), finding);
    restyle();
}

void AfterChart::resizeEvent(QResizeEvent *event)
{
    ChartView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        setTicks();
}

void AfterChart::setTicks()
{
    m_timeAxis->setTicks(m_scale, width(), *chart());
}

QVector<QStringList> AfterChart::figures() const
{
    QStringList head{tr("Time since sending")};
    for (const QAreaSeries *area : m_areas)
        head << area->name();
    QVector<QStringList> rows{head << tr("Not served")};
    for (std::size_t bin = 0; bin < m_bins.size(); ++bin) {
        QStringList row{durationText(static_cast<qint64>(bin) * kBin * 1'000)};
        for (const RequestClass whose : kOrder)
            row << countText(quint64{of(m_bins[bin], whose)});
        rows.append(row << countText(quint64{m_bins[bin].errors}));
    }
    return rows;
}

} // namespace clicksieve

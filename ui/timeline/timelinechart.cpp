// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinechart.h"

#include "ui/charts/chartstyle.h"
#include "ui/theme/numbers.h"
#include "ui/timeline/timeaxis.h"

#include <QAreaSeries>
#include <QChart>
#include <QLegend>
#include <QLineSeries>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace clicksieve {

namespace {

constexpr double kHeadroom = 0.15;   ///< above the highest bin, where the burst's label stands
constexpr double kZoomOfAStep = 0.8; ///< of the width, for one notch of the wheel
constexpr int kClosest = 4;          ///< bins that zooming in always leaves in view

std::uint64_t peopleIn(const TimelineBin &bin)
{
    return bin.humanOpens + bin.humanClicks;
}

std::uint64_t machinesIn(const TimelineBin &bin)
{
    return bin.machineOpens + bin.machineClicks;
}

} // namespace

TimelineChart::TimelineChart(QWidget *parent)
    : ChartView(parent)
    , m_scale(TimelineOptions::Axis::SinceSend, TimelineOptions::Scale::Linear)
    , m_peopleTop(new QLineSeries)
    , m_machinesTop(new QLineSeries)
    , m_people(new QAreaSeries(m_peopleTop))
    , m_machines(new QAreaSeries(m_machinesTop, m_peopleTop))
    , m_timeAxis(new TimeAxis)
    , m_countAxis(new QValueAxis)
{
    makeSeries();
    setRenderHint(QPainter::Antialiasing, false); // bars have straight edges: sharp without it, and quicker
    setRangeSelectable(true);
    setWheelZoom(true);
    setTable([this] { return figures(); });
    setSeriesStyle([this](const ChartColours &colours) {
        m_people->setBrush(colours.human);
        m_people->setPen(QPen(colours.human, 1));
        m_machines->setBrush(machineBrush(palette()));
        m_machines->setPen(QPen(colours.machine, 1));
    });
    connect(this, &ChartView::rangeSelected, this, &TimelineChart::selectTimes);
    connect(this, &ChartView::bandClicked, this, &TimelineChart::burstClicked);
    connect(this, &ChartView::hovered, this, &TimelineChart::tell);
    connect(this, &ChartView::wheelTurned, this, &TimelineChart::zoom);
}

void TimelineChart::makeSeries()
{
    m_peopleTop->setParent(this); // one line borders both areas, neither owns it
    m_machinesTop->setParent(this);
    m_people->setName(tr("People"));
    m_machines->setName(tr("Machines"));
    chart()->addAxis(m_timeAxis, Qt::AlignBottom);
    chart()->addAxis(m_countAxis, Qt::AlignLeft);
    // People last: their outline covers that of the machines where there are none.
    for (QAreaSeries *series : {m_machines, m_people}) {
        chart()->addSeries(series);
        series->attachAxis(m_timeAxis);
        series->attachAxis(m_countAxis);
    }
    chart()->legend()->setAlignment(Qt::AlignTop);
}

void TimelineChart::setTimeline(const Timeline &timeline)
{
    m_timeline = timeline;
    m_scale = TimeScale(timeline.options.axis, timeline.options.scale);
    fillSeries();
    m_timeAxis->setTitleText(m_scale.isClock() ? tr("Date and time (UTC)") : tr("Time since sending"));
    if (m_timeline.bins.empty())
        look(0, 1);
    else
        look(m_scale.position(m_timeline.bins.front().from), m_scale.position(m_timeline.bins.back().to));

    QList<ChartBand> bands;
    if (m_timeline.burst)
        bands.append({m_scale.position(m_timeline.burst->from), m_scale.position(m_timeline.burst->to),
                      chartColours(palette()).machine, burstText()});
    setBands(bands);
    const QString sentence = finding();
    setFinding(tr("Opens and clicks over time"), sentence);
    setEmptyText(m_timeline.bins.empty() ? sentence : QString());
    restyle();
}

void TimelineChart::fillSeries()
{
    QList<QPointF> people;
    QList<QPointF> machines;
    std::uint64_t highest = 0;
    for (const TimelineBin &bin : m_timeline.bins) {
        const double from = m_scale.position(bin.from);
        const double to = m_scale.position(bin.to);
        const auto low = static_cast<double>(peopleIn(bin));
        const auto high = static_cast<double>(peopleIn(bin) + machinesIn(bin));
        people << QPointF(from, low) << QPointF(to, low);
        machines << QPointF(from, high) << QPointF(to, high);
        highest = std::max(highest, peopleIn(bin) + machinesIn(bin));
    }
    m_peopleTop->replace(people);
    m_machinesTop->replace(machines);
    setCountRange(*m_countAxis, static_cast<double>(highest), kHeadroom);
    m_countAxis->setTitleText(m_timeline.options.binMs > 0 && !m_scale.isLogarithmic()
                                  ? tr("%1 per %2").arg(eventWord(), durationText(m_timeline.options.binMs))
                                  : tr("%1 per bar").arg(eventWord()));
}

QString TimelineChart::eventWord() const
{
    const TimelineOptions &options = m_timeline.options;
    if (options.opens && options.clicks)
        return tr("opens and clicks");
    return options.opens ? tr("opens") : tr("clicks");
}

// --- the axis ---

void TimelineChart::look(double from, double to)
{
    m_timeAxis->setRange(from, to);
    setTicks();
}

void TimelineChart::setTicks()
{
    m_timeAxis->setTicks(m_scale, width(), *chart());
}

void TimelineChart::resizeEvent(QResizeEvent *event)
{
    ChartView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        setTicks();
}

void TimelineChart::zoom(double at, double steps)
{
    if (m_timeline.bins.empty())
        return;
    const double first = m_scale.position(m_timeline.bins.front().from);
    const double last = m_scale.position(m_timeline.bins.back().to);
    const auto bins = static_cast<double>(std::max<std::size_t>(m_timeline.bins.size(), kClosest));
    const double closest = (last - first) * kClosest / bins;
    const double before = m_timeAxis->max() - m_timeAxis->min();
    const double width = std::clamp(before * std::pow(kZoomOfAStep, steps), closest, last - first);
    const double left = std::clamp(at - (at - m_timeAxis->min()) / before * width, first, last - width);
    look(left, left + width);
}

// --- what is said ---

const TimelineBin *TimelineChart::binAt(TimeMs time) const
{
    const auto after =
        std::upper_bound(m_timeline.bins.begin(), m_timeline.bins.end(), time,
                         [](TimeMs value, const TimelineBin &bin) { return value < bin.from; });
    return after == m_timeline.bins.begin() ? nullptr : &*std::prev(after);
}

void TimelineChart::tell(double position, const QPoint &globalPosition)
{
    const TimelineBin *bin = binAt(m_scale.time(position));
    if (bin == nullptr)
        return;
    const auto line = [this](const QString &who, std::uint64_t opens, std::uint64_t clicks) {
        if (!m_timeline.options.clicks)
            return tr("%1: %2 opens").arg(who, countText(opens));
        if (!m_timeline.options.opens)
            return tr("%1: %2 clicks").arg(who, countText(clicks));
        return tr("%1: %2 opens, %3 clicks").arg(who, countText(opens), countText(clicks));
    };
    const QString text = m_scale.rangeText(bin->from, bin->to) + u'\n'
                         + line(tr("People"), bin->humanOpens, bin->humanClicks) + u'\n'
                         + line(tr("Machines"), bin->machineOpens, bin->machineClicks);
    QToolTip::showText(globalPosition, text, this);
}

QString TimelineChart::burstText() const
{
    if (!m_timeline.burst)
        return {};
    const Burst &burst = *m_timeline.burst;
    return tr("burst %1: %2 %3, %4 recipients")
        .arg(m_scale.rangeText(burst.from, burst.to), countText(burst.machineEvents), eventWord(),
             countText(burst.recipients));
}

QString TimelineChart::finding() const
{
    std::uint64_t people = 0;
    std::uint64_t machines = 0;
    for (const TimelineBin &bin : m_timeline.bins) {
        people += peopleIn(bin);
        machines += machinesIn(bin);
    }
    if (people + machines == 0)
        return tr("No %1 to show here.").arg(eventWord());
    const QString share = percentText(static_cast<double>(machines) / static_cast<double>(people + machines));
    const QString total = countText(people + machines);
    if (machines == 0)
        return tr("All %1 %2 were made by people.").arg(total, eventWord());
    if (!m_timeline.burst)
        return tr("Machines made %1 of the %2 %3 shown.").arg(share, total, eventWord());
    return tr("Machines made %1 of the %2 %3 shown, %4 of them in one burst (%5).")
        .arg(share, total, eventWord(), countText(m_timeline.burst->machineEvents),
             m_scale.rangeText(m_timeline.burst->from, m_timeline.burst->to));
}

QString TimelineChart::findingOf(const TimeRange &range, quint64 people, quint64 machines) const
{
    const QString when = m_scale.rangeText(range.first, range.second);
    if (people + machines == 0)
        return tr("In the selected time (%1): no %2.").arg(when, eventWord());
    const double share = static_cast<double>(machines) / static_cast<double>(people + machines);
    return tr("In the selected time (%1), machines made %2 of %3 %4.")
        .arg(when, percentText(share), countText(people + machines), eventWord());
}

QVector<QStringList> TimelineChart::figures() const
{
    QVector<QStringList> rows{{m_scale.isClock() ? tr("Time (UTC)") : tr("Time since sending"),
                               tr("Opens by people"), tr("Opens by machines"), tr("Clicks by people"),
                               tr("Clicks by machines")}};
    for (const TimelineBin &bin : m_timeline.bins) {
        if (peopleIn(bin) + machinesIn(bin) > 0)
            rows << QStringList{m_scale.rangeText(bin.from, bin.to), countText(bin.humanOpens),
                                countText(bin.machineOpens), countText(bin.humanClicks),
                                countText(bin.machineClicks)};
    }
    return rows;
}

// --- selecting ---

void TimelineChart::selectTimes(double from, double to)
{
    const TimelineBin *first = binAt(m_scale.time(from));
    const TimelineBin *last = binAt(std::max(m_scale.time(to) - 1, m_scale.time(from)));
    if (first != nullptr && last != nullptr)
        emit timesSelected(first->from, last->to);
}

void TimelineChart::markRange(const std::optional<TimeRange> &range)
{
    if (range)
        setSelection(std::pair(m_scale.position(range->first), m_scale.position(range->second)));
    else
        setSelection({});
}

} // namespace clicksieve

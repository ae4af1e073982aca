// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/timeline.h"
#include "ui/charts/chartview.h"
#include "ui/timeline/timescale.h"

#include <optional>

QT_BEGIN_NAMESPACE
class QAreaSeries;
class QLineSeries;
class QValueAxis;
QT_END_NAMESPACE

namespace clicksieve {

class TimeAxis;

/// Opens and clicks over time, people below and machines (hatched) stacked on them, the burst marked.
class TimelineChart : public ChartView {
    Q_OBJECT

public:
    using TimeRange = std::pair<TimeMs, TimeMs>;

    explicit TimelineChart(QWidget *parent = nullptr);

    void setTimeline(const Timeline &timeline);
    [[nodiscard]] const Timeline &timeline() const { return m_timeline; }
    /// The range that the filter holds; nullopt where it holds none on this axis.
    void markRange(const std::optional<TimeRange> &range);
    /// What a selected range of time shows, in a sentence like that of the whole picture.
    [[nodiscard]] QString findingOf(const std::pair<TimeMs, TimeMs> &range, quint64 people,
                                    quint64 machines) const;
    /// "burst 31 s – 58 s: 4,212 clicks and opens, 388 recipients"; empty without a burst.
    [[nodiscard]] QString burstText() const;

signals:
    void timesSelected(TimeMs from, TimeMs to); ///< [from, to), at borders of bins
    void burstClicked();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeSeries();
    void fillSeries();
    void setTicks();
    void look(double from, double to);
    void zoom(double at, double steps);
    void tell(double position, const QPoint &globalPosition);
    void selectTimes(double from, double to);
    [[nodiscard]] const TimelineBin *binAt(TimeMs time) const;
    [[nodiscard]] QString eventWord() const;
    [[nodiscard]] QString finding() const;
    [[nodiscard]] QVector<QStringList> figures() const;

    Timeline m_timeline;
    TimeScale m_scale;
    QLineSeries *m_peopleTop;
    QLineSeries *m_machinesTop;
    QAreaSeries *m_people;
    QAreaSeries *m_machines;
    TimeAxis *m_timeAxis;
    QValueAxis *m_countAxis;
};

} // namespace clicksieve

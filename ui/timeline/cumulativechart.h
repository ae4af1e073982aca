// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartview.h"
#include "ui/timeline/cumulative.h"
#include "ui/timeline/timescale.h"

QT_BEGIN_NAMESPACE
class QLineSeries;
class QValueAxis;
QT_END_NAMESPACE

namespace clicksieve {

class TimeAxis;

/// How fast people and machines come: the share of each that has come by a time since send, on a logarithmic axis.
class CumulativeChart : public ChartView {
    Q_OBJECT

public:
    explicit CumulativeChart(QWidget *parent = nullptr);

    /// @p what: "clicks", "opens and clicks": the word for the events in the sentences.
    void setCumulative(const Cumulative &cumulative, const QString &what);

    /// "Half of the people's clicks came by 5 h 10 min; half of the machines' by 41 s."
    [[nodiscard]] QString finding() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setTicks();
    void tell(double position, const QPoint &globalPosition);
    [[nodiscard]] QVector<QStringList> figures() const;

    Cumulative m_cumulative;
    QString m_what;
    TimeScale m_scale;
    QLineSeries *m_people;
    QLineSeries *m_machines;
    TimeAxis *m_timeAxis;
    QValueAxis *m_shareAxis;
};

} // namespace clicksieve

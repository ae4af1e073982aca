// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartview.h"
#include "ui/timeline/timescale.h"

#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QLineSeries;
class QValueAxis;
QT_END_NAMESPACE

namespace clicksieve {

class TimeAxis;

/// The requests a second that a send brings, second by second from its start, against what the site bears.
class PlanChart : public ChartView {
    Q_OBJECT

public:
    explicit PlanChart(QWidget *parent = nullptr);

    struct Curves {
        std::vector<double> atOnce;  ///< requests a second, from the start on
        std::vector<double> planned; ///< empty where that is all at once
        QString plannedName;         ///< "in 64 batches"
        std::optional<double> capacity;
    };
    void setCurves(const Curves &curves, const QString &finding);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setTicks();
    [[nodiscard]] QVector<QStringList> figures() const;

    Curves m_curves;
    TimeScale m_scale;
    QLineSeries *m_atOnce;
    QLineSeries *m_planned;
    QLineSeries *m_capacity;
    TimeAxis *m_timeAxis;
    QValueAxis *m_rateAxis;
};

} // namespace clicksieve

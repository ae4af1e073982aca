// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weblogs/loadstory.h"
#include "core/weblogs/weblog.h"
#include "ui/charts/chartview.h"
#include "ui/timeline/timescale.h"

#include <array>

QT_BEGIN_NAMESPACE
class QAreaSeries;
class QLineSeries;
class QValueAxis;
QT_END_NAMESPACE

namespace clicksieve {

class TimeAxis;

/// The requests of a web server after a send, by who made them, stacked: everybody else below, then people of the mail, then
/// what nobody can tell, then scanners.
class AfterChart : public ChartView {
    Q_OBJECT

public:
    explicit AfterChart(QWidget *parent = nullptr);

    void setLog(const WebLog &log, const LoadStory &story, const QString &finding);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    static constexpr std::int64_t kBin = 5; ///< seconds a step of the picture

    void setTicks();
    [[nodiscard]] QVector<QStringList> figures() const;

    std::vector<SecondCounts> m_bins; ///< kBin seconds each
    TimeScale m_scale;
    std::array<QLineSeries *, kRequestClasses> m_tops{}; ///< upper edges, from the lowest area to the highest
    std::array<QAreaSeries *, kRequestClasses> m_areas{};
    TimeAxis *m_timeAxis;
    QValueAxis *m_countAxis;
};

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/ratechart.h"

#include "ui/overview/overviewtext.h"
#include "ui/theme/numbers.h"
#include "ui/theme/palette.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QCursor>
#include <QGraphicsLayout>
#include <QHorizontalBarSeries>
#include <QLegend>
#include <QPainter>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace clicksieve {

namespace {

constexpr double kBarWidth = 0.62;      ///< of a row, both bars together
constexpr double kRoomForFigure = 1.15; ///< the axis goes this much beyond the longest whisker
constexpr int kRowHeight = 46;
constexpr int kTightRowHeight = 34; ///< where there are many
constexpr int kManyRows = 6;
constexpr int kHeightAround = 64;  ///< legend, axis, margins
constexpr int kLongestLabel = 180; ///< pixels

double percent(std::optional<double> share)
{
    return share ? *share * 100 : 0;
}

double farEnd(const Ratio &ratio)
{
    const auto interval = ratio.interval();
    return std::max(percent(ratio.value()), interval ? interval->second * 100 : 0);
}

} // namespace

RateChart::RateChart(QWidget *parent)
    : ChartView(parent)
    , m_series(new QHorizontalBarSeries)
    , m_people(new QBarSet(tr("people only")))
    , m_reported(new QBarSet(tr("reported")))
    , m_labels(new QBarCategoryAxis)
    , m_values(new QValueAxis)
{
    m_series->append(m_people); // the axis counts upwards: the last one lies on top
    m_series->append(m_reported);
    m_series->setBarWidth(kBarWidth);
    chart()->addSeries(m_series);
    makeAxes();
    chart()->legend()->setAlignment(Qt::AlignTop);
    chart()->setMargins(QMargins());
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->legend()->setReverseMarkers(true);
    setSeriesStyle([this](const ChartColours &colours) { colour(colours); });
    setTable([this] { return figures(); });
    restyle();

    // Queued: Qt 6.4 goes on with the bar after the signal.
    connect(
        m_people, &QBarSet::hovered, this,
        [this](bool hovered, int category) { showTip(hovered, category, true); }, Qt::QueuedConnection);
    connect(
        m_reported, &QBarSet::hovered, this,
        [this](bool hovered, int category) { showTip(hovered, category, false); }, Qt::QueuedConnection);
}

void RateChart::makeAxes()
{
    m_values->setLabelFormat(QStringLiteral("%.0f %"));
    m_labels->setGridLineVisible(false);
    m_labels->setLineVisible(false);
    m_values->setLineVisible(false);
    chart()->addAxis(m_labels, Qt::AlignLeft);
    chart()->addAxis(m_values, Qt::AlignBottom);
    m_series->attachAxis(m_labels);
    m_series->attachAxis(m_values);
}

void RateChart::setRates(const std::vector<RatePair> &rates)
{
    m_rates.assign(rates.rbegin(), rates.rend());
    QStringList labels;
    QList<qreal> people;
    QList<qreal> reported;
    double end = 0;
    for (const RatePair &rate : m_rates) {
        // A category axis merges equal names; the zero-width marks keep two campaigns of one name apart.
        labels += fontMetrics().elidedText(rate.label, Qt::ElideMiddle, kLongestLabel)
                  + QString(labels.size(), QChar(u'\u200B'));
        people += percent(rate.people.value());
        reported += percent(rate.reported.value());
        end = std::max({end, farEnd(rate.people), farEnd(rate.reported)});
    }
    m_people->remove(0, m_people->count());
    m_reported->remove(0, m_reported->count());
    m_people->append(people);
    m_reported->append(reported);
    m_labels->setCategories(labels);
    scaleTo(end * kRoomForFigure);
    const int rows = static_cast<int>(m_rates.size());
    // Fixed: the size hint of a graphics view is that of its last scene, so it would never shrink again.
    setFixedHeight(kHeightAround + (rows > kManyRows ? kTightRowHeight : kRowHeight) * rows);
    viewport()->update();
}

void RateChart::scaleTo(double percentEnd)
{
    constexpr int kMostSteps = 6;
    double step = 1;
    for (const double wider : {2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0}) {
        if (percentEnd <= step * kMostSteps)
            break;
        step = wider;
    }
    const int steps = std::max(1, static_cast<int>(std::ceil(percentEnd / step)));
    m_values->setRange(0, steps * step);
    m_values->setTickCount(steps + 1);
}

void RateChart::colour(const ChartColours &colours)
{
    m_people->setBrush(colours.human);
    m_people->setPen(Qt::NoPen);
    m_reported->setBrush(colours.raw);
    m_reported->setPen(Qt::NoPen);
}

QVector<QStringList> RateChart::figures() const
{
    QVector<QStringList> rows{
        {tr("Rate"), tr("Reported"), tr("People only"), tr("95 % from"), tr("95 % to")}};
    for (auto rate = m_rates.rbegin(); rate != m_rates.rend(); ++rate) {
        const auto interval = rate->people.interval();
        const auto end = [&interval](double value) {
            return percentText(interval ? std::optional<double>(value) : std::nullopt);
        };
        rows.append({rate->label, percentText(rate->reported.value()), percentText(rate->people.value()),
                     end(interval ? interval->first : 0), end(interval ? interval->second : 0)});
    }
    return rows;
}

void RateChart::drawForeground(QPainter *painter, const QRectF &rect)
{
    ChartView::drawForeground(painter, rect);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setFont(font());
    painter->setPen(QPen(chartColours(palette()).text, 1));
    for (std::size_t row = 0; row < m_rates.size(); ++row) {
        const double middle = static_cast<double>(row);
        drawFigure(*painter, m_rates[row].people, middle - kBarWidth / 4);
        drawFigure(*painter, m_rates[row].reported, middle + kBarWidth / 4);
    }
    painter->restore();
}

void RateChart::drawFigure(QPainter &painter, const Ratio &ratio, double position)
{
    constexpr double kWhisker = 4;
    constexpr double kGap = 7;
    const auto at = [this, position](double value) {
        return chart()->mapToScene(chart()->mapToPosition(QPointF(value, position), m_series));
    };
    QPointF end = at(percent(ratio.value()));
    if (const auto interval = ratio.interval()) {
        const QPointF low = at(interval->first * 100);
        const QPointF high = at(interval->second * 100);
        const QPointF half(0, kWhisker);
        painter.drawLine(low, high);
        painter.drawLine(low - half, low + half);
        painter.drawLine(high - half, high + half);
        end.setX(std::max(end.x(), high.x()));
    }
    const QRectF box(end.x() + kGap, end.y() - kRowHeight, chart()->size().width(), 2 * kRowHeight);
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, percentText(ratio.value()));
}

void RateChart::showTip(bool hovered, int category, bool people)
{
    if (!hovered || category < 0 || category >= static_cast<int>(m_rates.size())) {
        QToolTip::hideText();
        return;
    }
    const RatePair &rate = m_rates[static_cast<std::size_t>(category)];
    const QString what = tr("%1, %2").arg(rate.label, people ? tr("people only") : tr("reported"));
    const QString tip = ratioTip(what, people ? rate.people : rate.reported);
    QToolTip::showText(QCursor::pos(), tip.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")),
                       this);
}

} // namespace clicksieve

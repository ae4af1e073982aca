// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/domains/domainbars.h"

#include "ui/charts/chartstyle.h"
#include "ui/theme/numbers.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QCursor>
#include <QHorizontalStackedBarSeries>
#include <QLegend>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>

namespace clicksieve {

namespace {

constexpr qsizetype kLongestLabel = 32; ///< characters
constexpr double kBarWidth = 0.7;       ///< of the space of a bar

/// Qt draws axis labels as rich text and drops one that it has already: the name is shortened, escaped, made unique.
QString axisLabel(QString name, const QStringList &taken)
{
    if (name.size() > kLongestLabel)
        name = name.first(kLongestLabel - 1) + u'…';
    QString label = name.toHtmlEscaped();
    while (taken.contains(label))
        label += QChar(u'\u200B'); // a space without width
    return label;
}

} // namespace

DomainBars::DomainBars(QWidget *parent)
    : ChartView(parent)
    , m_people(new QBarSet(tr("Clicks by people")))
    , m_machines(new QBarSet(tr("Clicks by machines")))
    , m_series(new QHorizontalStackedBarSeries)
    , m_domainAxis(new QBarCategoryAxis)
    , m_countAxis(new QValueAxis)
{
    m_series->append(m_people);
    m_series->append(m_machines);
    m_series->setBarWidth(kBarWidth);
    chart()->addSeries(m_series);
    chart()->addAxis(m_domainAxis, Qt::AlignLeft);
    chart()->addAxis(m_countAxis, Qt::AlignBottom);
    m_series->attachAxis(m_domainAxis);
    m_series->attachAxis(m_countAxis);
    m_domainAxis->setGridLineVisible(false);
    chart()->legend()->setAlignment(Qt::AlignTop);
    setTable([this] { return figures(); });
    setSeriesStyle([this](const ChartColours &colours) {
        m_people->setBrush(colours.human);
        m_people->setPen(Qt::NoPen);
        m_machines->setBrush(machineBrush(palette()));
        m_machines->setPen(QPen(colours.machine, 1));
    });
    // Queued: Qt 6.4 crashes where a handler changes the bars that called it.
    connect(m_series, &QAbstractBarSeries::hovered, this, &DomainBars::tell, Qt::QueuedConnection);
    connect(
        m_series, &QAbstractBarSeries::clicked, this,
        [this](int bar) {
            if (const DomainRow *row = rowOfBar(bar); row != nullptr && !row->domain.isNone())
                emit domainClicked(row->domain, row->name);
        },
        Qt::QueuedConnection);
}

void DomainBars::setRows(const std::vector<DomainRow> &rows, const QString &what, const QString &finding)
{
    m_what = what;
    m_rows.clear();
    for (const DomainRow &row : rows) {
        if (m_rows.size() < kMostBars && row.figures.raw.clicks > 0)
            m_rows.push_back(row);
    }
    fillBars();
    chart()->legend()->setVisible(!m_rows.empty());
    setEmptyText(m_rows.empty() ? tr("No clicks to show here.") : QString());
    setFinding(tr("Where machines click most"), finding);
    restyle();
}

/// Qt shows dots for names that have less room than this.
std::size_t DomainBars::barsThatFit() const
{
    constexpr double kLinesABar = 1.6;
    constexpr double kLinesAround = 6; // legend, axis, margins
    const double line = fontMetrics().height();
    const double fit = (height() - kLinesAround * line) / (kLinesABar * line);
    return std::min(m_rows.size(), static_cast<std::size_t>(std::max(fit, 1.0)));
}

void DomainBars::resizeEvent(QResizeEvent *event)
{
    ChartView::resizeEvent(event);
    if (barsThatFit() != m_shown)
        fillBars();
}

void DomainBars::fillBars()
{
    m_shown = barsThatFit();
    // The axis begins at the bottom, the list at the top.
    QStringList labels;
    QList<qreal> people;
    QList<qreal> machines;
    std::uint64_t highest = 0;
    for (auto row = m_rows.rend() - static_cast<std::ptrdiff_t>(m_shown); row != m_rows.rend(); ++row) {
        labels << axisLabel(row->name, labels);
        people << static_cast<qreal>(row->humanClicks());
        machines << static_cast<qreal>(row->figures.machineClicks);
        highest = std::max(highest, row->figures.raw.clicks);
    }
    m_domainAxis->clear();
    m_people->remove(0, m_people->count());
    m_machines->remove(0, m_machines->count());
    m_domainAxis->append(labels);
    m_people->append(people);
    m_machines->append(machines);
    setCountRange(*m_countAxis, static_cast<double>(highest));
}

const DomainRow *DomainBars::rowOfBar(int bar) const
{
    const auto count = static_cast<int>(m_shown);
    return bar >= 0 && bar < count ? &m_rows[static_cast<std::size_t>(count - 1 - bar)] : nullptr;
}

void DomainBars::tell(bool over, int bar)
{
    const DomainRow *row = rowOfBar(bar);
    if (!over || row == nullptr) {
        QToolTip::hideText();
        return;
    }
    const QString text =
        tr("%1<br>Clicks by people: %2<br>Clicks by machines: %3")
            .arg(row->name.toHtmlEscaped(), countText(static_cast<quint64>(row->humanClicks())),
                 countText(static_cast<quint64>(row->figures.machineClicks)));
    QToolTip::showText(QCursor::pos(), text, this);
}

QVector<QStringList> DomainBars::figures() const
{
    QVector<QStringList> table{{m_what, tr("Clicks by people"), tr("Clicks by machines")}};
    for (const DomainRow &row : m_rows)
        table << QStringList{row.name, countText(static_cast<quint64>(row.humanClicks())),
                             countText(static_cast<quint64>(row.figures.machineClicks))};
    return table;
}

} // namespace clicksieve

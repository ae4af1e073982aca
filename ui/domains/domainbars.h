// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartview.h"
#include "ui/domains/domainrow.h"

QT_BEGIN_NAMESPACE
class QBarCategoryAxis;
class QBarSet;
class QHorizontalStackedBarSeries;
class QValueAxis;
QT_END_NAMESPACE

namespace clicksieve {

/// The domains where machines click most: one bar each, people's clicks and machines' (hatched).
class DomainBars : public ChartView {
    Q_OBJECT

public:
    explicit DomainBars(QWidget *parent = nullptr);

    /// @p rows in the order of makeDomainRows() or makeGatewayRows(); @p what they are, for the table of the figures;
    /// @p finding for screen readers.
    void setRows(const std::vector<DomainRow> &rows, const QString &what, const QString &finding);
    /// The domains that may have a bar, from top to bottom; fewer where the chart is too low for their names.
    [[nodiscard]] const std::vector<DomainRow> &rows() const { return m_rows; }

    static constexpr std::size_t kMostBars = 15;

signals:
    void domainClicked(DomainIndex domain, const QString &name);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] std::size_t barsThatFit() const;
    void fillBars();
    [[nodiscard]] const DomainRow *rowOfBar(int bar) const;
    void tell(bool over, int bar);
    [[nodiscard]] QVector<QStringList> figures() const;

    std::vector<DomainRow> m_rows;
    QString m_what;
    std::size_t m_shown = 0; ///< bars on screen: the first of m_rows
    QBarSet *m_people;
    QBarSet *m_machines;
    QHorizontalStackedBarSeries *m_series;
    QBarCategoryAxis *m_domainAxis;
    QValueAxis *m_countAxis;
};

} // namespace clicksieve

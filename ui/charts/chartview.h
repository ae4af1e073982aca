// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartband.h"
#include "ui/theme/palette.h"

#include <QChartView>
#include <QList>
#include <QStringList>
#include <QVector>

#include <functional>
#include <optional>

class QMenu;

namespace clicksieve {

/// A chart as every page shows it: the program's colours (also after a change of theme), a context menu to save, copy
/// and read it as a table, a finding for screen readers, and, where a page wants it, the selection of a range by drag.
///
/// Positions are values of the horizontal axis, which must be a QValueAxis (or QCategoryAxis) for bands, ranges and
/// hover.
class ChartView : public QChartView {
    Q_OBJECT

public:
    explicit ChartView(QWidget *parent = nullptr);

    /// What the chart is ("Clicks since send") and what it shows, in one sentence.
    void setFinding(const QString &name, const QString &sentence);

    /// What a saved picture says above the chart, under its name: "spring-offer"; and how its file is called, without
    /// what the file system cannot take: "Timeline".
    void setPictureOf(const QString &subject, const QString &fileName)
    {
        m_subject = subject;
        m_fileName = fileName;
    }
    /// "Timeline - spring-offer.png" in the user's folder of documents.
    [[nodiscard]] QString proposedPath(const QString &ending) const;

    /// The figures behind the picture, header row first; without it there is no "Show as table".
    void setTable(std::function<QVector<QStringList>()> asTable) { m_asTable = std::move(asTable); }
    [[nodiscard]] QVector<QStringList> table() const
    {
        return m_asTable ? m_asTable() : QVector<QStringList>();
    }
    void showTable();

    /// Paints the series: called by restyle(), so also on every change of theme. Set colours only here.
    void setSeriesStyle(std::function<void(const ChartColours &)> style);
    /// To be called after series or axes were added or exchanged: adding gives them Qt's own colours.
    void restyle();

    /// Drag marks a range, double click asks for the whole again.
    void setRangeSelectable(bool selectable);
    /// The marked range. It stays where it is put: a drag alone does not change it, the owner does.
    void setSelection(std::optional<std::pair<double, double>> range);
    /// Stretches to be marked behind the figures. A band with a label emits bandClicked() when that is clicked.
    void setBands(const QList<ChartBand> &bands);
    /// Shown in the middle instead of a picture without figures; empty: nothing.
    void setEmptyText(const QString &text);
    /// Wheel turns are reported rather than left to a scroll area around the chart.
    void setWheelZoom(bool on) { m_wheelZoom = on; }

    /// PNG at two pixels a point; SVG. False where the file could not be written; then nothing was replaced.
    bool savePng(const QString &path);
    bool saveSvg(const QString &path);
    void copyPicture();

    /// "Save as PNG…", "Save as SVG…", "Copy picture", "Show as table".
    void addActionsTo(QMenu &menu);

    /// Value of the horizontal axis at a pixel of the viewport, and back.
    [[nodiscard]] double valueAt(double pixel) const;
    [[nodiscard]] double pixelAt(double value) const;

signals:
    void rangeSelected(double from, double to); ///< from < to, within the axis
    void resetWanted();
    void bandClicked(int band);
    void hovered(double value, const QPoint &globalPosition); ///< the pointer is over the plot
    void wheelTurned(double value, double steps);             ///< steps > 0: away from the user, "closer"
    /// Before the context menu opens, for pages to add their own actions on top. Direct connections only.
    void contextMenuWanted(QMenu *menu);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    [[nodiscard]] QRectF plotArea() const;
    [[nodiscard]] QRectF stretch(double from, double to) const;
    [[nodiscard]] std::optional<std::pair<double, double>> draggedRange() const;
    [[nodiscard]] QImage picture();
    [[nodiscard]] int headHeight() const;
    void paintPicture(QPainter &painter);
    [[nodiscard]] int bandAt(const QPointF &position) const;
    void layOutHidden();
    void askWhereToSave(const QString &title, const QString &filter, const QString &ending,
                        bool (ChartView::*save)(const QString &));
    void hover(const QMouseEvent &event);

    std::function<void(const ChartColours &)> m_seriesStyle;
    std::function<QVector<QStringList>()> m_asTable;
    QList<ChartBand> m_bands;
    std::optional<std::pair<double, double>> m_selection;
    std::optional<QPointF> m_pressed; ///< where a drag began, in viewport pixels
    QPointF m_pointer;
    QString m_emptyText;
    QString m_subject;
    QString m_fileName;
    bool m_selectable = false;
    bool m_wheelZoom = false;
};

} // namespace clicksieve

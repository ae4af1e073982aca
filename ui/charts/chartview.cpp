// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartview.h"

#include "ui/charts/chartstyle.h"
#include "ui/charts/charttabledialog.h"

#include <QApplication>
#include <QBuffer>
#include <QChart>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLegendMarker>
#include <QMenu>
#include <QMessageBox>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>
#include <QSvgGenerator>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace clicksieve {

namespace {

constexpr double kPixelsAPoint = 2; ///< of a saved PNG: sharp on paper and on dense screens
constexpr int kAroundHead = 8;      ///< of the lines above a saved picture
constexpr int kLongestName = 100;   ///< of a file, well below what file systems take
constexpr double kWheelStep = 120;  ///< angle delta of one notch

const QValueAxis *horizontalAxis(const QChart &chart)
{
    const auto axes = chart.axes(Qt::Horizontal);
    return axes.isEmpty() ? nullptr : qobject_cast<const QValueAxis *>(axes.front());
}

} // namespace

ChartView::ChartView(QWidget *parent) : QChartView(new QChart, parent)
{
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setMouseTracking(true);
    chart()->layout()->setContentsMargins(0, 0, 0, 0); // margins there are enough without Qt's second ones
    // Bands lie over the whole plot; repainting only parts of them leaves traces.
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    restyle();
}

void ChartView::setFinding(const QString &name, const QString &sentence)
{
    setAccessibleName(name);
    setAccessibleDescription(sentence);
}

void ChartView::setSeriesStyle(std::function<void(const ChartColours &)> style)
{
    m_seriesStyle = std::move(style);
    restyle();
}

void ChartView::restyle()
{
    const ChartColours colours = chartColours(palette());
    styleChart(*chart(), colours, font());
    setBackgroundBrush(colours.background);
    if (m_seriesStyle)
        m_seriesStyle(colours);
    for (QLegendMarker *marker : chart()->legend()->markers())
        marker->setPen(QPen(marker->brush().color(), 1)); // Qt's own is black
    viewport()->update();
}

void ChartView::setRangeSelectable(bool selectable)
{
    m_selectable = selectable;
    m_pressed.reset();
    setCursor(selectable ? Qt::CrossCursor : Qt::ArrowCursor);
}

void ChartView::setSelection(std::optional<std::pair<double, double>> range)
{
    m_selection = range;
    viewport()->update();
}

void ChartView::setBands(const QList<ChartBand> &bands)
{
    m_bands = bands;
    viewport()->update();
}

void ChartView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

double ChartView::valueAt(double pixel) const
{
    const QValueAxis *axis = horizontalAxis(*chart());
    const QRectF plot = plotArea();
    if (axis == nullptr || plot.width() <= 0)
        return 0;
    return axis->min() + (pixel - plot.left()) / plot.width() * (axis->max() - axis->min());
}

double ChartView::pixelAt(double value) const
{
    const QValueAxis *axis = horizontalAxis(*chart());
    const QRectF plot = plotArea();
    if (axis == nullptr || axis->max() <= axis->min())
        return plot.left();
    return plot.left() + (value - axis->min()) / (axis->max() - axis->min()) * plot.width();
}

QRectF ChartView::plotArea() const
{
    return chart()->plotArea().translated(chart()->pos());
}

QRectF ChartView::stretch(double from, double to) const
{
    const QRectF plot = plotArea();
    const double left = pixelAt(from);
    return {left, plot.top(), pixelAt(to) - left, plot.height()};
}

// --- painting ---

void ChartView::drawForeground(QPainter *painter, const QRectF &)
{
    painter->save();
    painter->setFont(font());
    const ChartColours colours = chartColours(palette());
    const QRectF plot = plotArea();
    const int pointed = bandAt(m_pointer);
    if (m_selection) // first: the labels of bands are read on top of it
        paintBand(*painter, {m_selection->first, m_selection->second, colours.accent, {}},
                  stretch(m_selection->first, m_selection->second), plot, colours, false);
    if (const auto dragged = draggedRange())
        paintBand(*painter, {dragged->first, dragged->second, colours.accent, {}},
                  stretch(dragged->first, dragged->second), plot, colours, false);
    for (int i = 0; i < m_bands.size(); ++i)
        paintBand(*painter, m_bands[i], stretch(m_bands[i].from, m_bands[i].to), plot, colours, i == pointed);
    if (!m_emptyText.isEmpty()) {
        painter->setPen(colours.text);
        painter->drawText(plot, Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
    }
    painter->restore();
}

void ChartView::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::StyleChange)
        restyle();
}

void ChartView::showEvent(QShowEvent *event)
{
    QChartView::showEvent(event);
    restyle(); // series may have come since, and with them Qt's colours
}

// --- mouse ---

std::optional<std::pair<double, double>> ChartView::draggedRange() const
{
    if (!m_pressed || std::abs(m_pointer.x() - m_pressed->x()) < QApplication::startDragDistance())
        return {};
    const QRectF plot = plotArea();
    const double one = valueAt(std::clamp(m_pressed->x(), plot.left(), plot.right()));
    const double other = valueAt(std::clamp(m_pointer.x(), plot.left(), plot.right()));
    if (one == other)
        return {};
    return std::minmax(one, other);
}

int ChartView::bandAt(const QPointF &position) const
{
    for (int i = 0; i < m_bands.size(); ++i) {
        if (labelRect(m_bands[i], stretch(m_bands[i].from, m_bands[i].to), plotArea(), font())
                .contains(position))
            return i;
    }
    return -1;
}

void ChartView::mousePressEvent(QMouseEvent *event)
{
    QChartView::mousePressEvent(event);
    m_pointer = event->position();
    if (event->button() == Qt::LeftButton && m_selectable && plotArea().contains(m_pointer)
        && bandAt(m_pointer) < 0)
        m_pressed = m_pointer;
}

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    QChartView::mouseMoveEvent(event);
    m_pointer = event->position();
    if (m_bands.isEmpty() && !m_selectable) {
        hover(*event);
        return;
    }
    const Qt::CursorShape plain =
        m_selectable && plotArea().contains(m_pointer) ? Qt::CrossCursor : Qt::ArrowCursor;
    viewport()->setCursor(bandAt(m_pointer) >= 0 ? Qt::PointingHandCursor : plain);
    viewport()->update();
    hover(*event);
}

void ChartView::hover(const QMouseEvent &event)
{
    if (plotArea().contains(event.position()) && event.buttons() == Qt::NoButton)
        emit hovered(valueAt(event.position().x()), event.globalPosition().toPoint());
    else
        QToolTip::hideText();
}

void ChartView::mouseReleaseEvent(QMouseEvent *event)
{
    QChartView::mouseReleaseEvent(event);
    m_pointer = event->position();
    if (event->button() != Qt::LeftButton)
        return;
    const auto range = draggedRange();
    const bool wasPressed = m_pressed.has_value();
    m_pressed.reset();
    viewport()->update();
    if (range)
        emit rangeSelected(range->first, range->second);
    else if (const int band = bandAt(m_pointer); band >= 0 && !wasPressed)
        emit bandClicked(band);
}

void ChartView::mouseDoubleClickEvent(QMouseEvent *event)
{
    QChartView::mouseDoubleClickEvent(event);
    if (event->button() == Qt::LeftButton && m_selectable && plotArea().contains(event->position())
        && bandAt(event->position()) < 0)
        emit resetWanted();
}

void ChartView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_pressed) {
        m_pressed.reset();
        viewport()->update();
    } else if (event->matches(QKeySequence::Copy)) {
        copyPicture();
    } else {
        event->ignore(); // not QChartView's: the arrow keys belong to the page around
    }
}

void ChartView::wheelEvent(QWheelEvent *event)
{
    if (m_wheelZoom && event->angleDelta().y() != 0 && plotArea().contains(event->position())) {
        emit wheelTurned(valueAt(event->position().x()), event->angleDelta().y() / kWheelStep);
        event->accept();
    } else {
        event->ignore(); // a scroll area around the chart scrolls
    }
}

bool ChartView::event(QEvent *event)
{
    if (event->type() == QEvent::Leave) {
        m_pointer = QPointF(-1, -1);
        viewport()->update();
    }
    return QChartView::event(event);
}

// --- saving ---

/// A view that was never shown has not laid out its chart yet.
void ChartView::layOutHidden()
{
    if (isVisible())
        return;
    constexpr QSize kSmallest(400, 200);
    if (width() < kSmallest.width() || height() < kSmallest.height())
        resize(size().expandedTo(kSmallest));
    restyle();
    viewport()->setGeometry(contentsRect());
    QResizeEvent resized(viewport()->size(), viewport()->size());
    resizeEvent(&resized);
}

QImage ChartView::picture()
{
    layOutHidden();
    m_pointer = QPointF(-1, -1); // nothing is pointed at in a picture
    const QSize size = viewport()->size() + QSize(0, headHeight());
    QImage image(size * kPixelsAPoint, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(kPixelsAPoint);
    image.fill(chartColours(palette()).background);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paintPicture(painter);
    return image;
}

int ChartView::headHeight() const
{
    const int lines = (accessibleName().isEmpty() ? 0 : 1) + (m_subject.isEmpty() ? 0 : 1);
    return lines == 0 ? 0 : lines * fontMetrics().height() + 2 * kAroundHead;
}

/// The chart under its name and what it is of: away from its page it has to say so itself.
void ChartView::paintPicture(QPainter &painter)
{
    const QSize size = viewport()->size();
    const int line = fontMetrics().height();
    painter.save();
    painter.setPen(chartColours(palette()).text);
    QFont bold = font();
    bold.setBold(true);
    int top = kAroundHead;
    for (const QString &text : {accessibleName(), m_subject}) {
        if (text.isEmpty())
            continue;
        const QFont &used = top == kAroundHead ? bold : font();
        painter.setFont(used);
        const QRect place(kAroundHead, top, size.width() - 2 * kAroundHead, line);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         QFontMetrics(used).elidedText(text, Qt::ElideRight, place.width()));
        top += line;
    }
    painter.restore();
    render(&painter, QRectF(QPointF(0, headHeight()), size), QRect(QPoint(0, 0), size));
}

QString ChartView::proposedPath(const QString &ending) const
{
    QString name = m_fileName.isEmpty() ? tr("chart") : m_fileName;
    if (!m_subject.isEmpty())
        name += QStringLiteral(" - ") + m_subject;
    static const QRegularExpression kNotInNames(QStringLiteral(R"([\\/:*?"<>|\x00-\x1F\x7F]+)"));
    name.replace(kNotInNames, QStringLiteral("_"));
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    return folder.filePath(name.left(kLongestName).trimmed() + QLatin1Char('.') + ending);
}

bool ChartView::savePng(const QString &path)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && picture().save(&file, "PNG") && file.commit();
}

bool ChartView::saveSvg(const QString &path)
{
    layOutHidden();
    m_pointer = QPointF(-1, -1);
    const QSize size = viewport()->size() + QSize(0, headHeight());
    QBuffer svg;
    svg.open(QIODevice::WriteOnly);
    {
        const VectorHatch hatch(*chart());
        QSvgGenerator generator;
        generator.setOutputDevice(&svg);
        generator.setSize(size);
        generator.setViewBox(QRect(QPoint(0, 0), size));
        generator.setTitle(accessibleName().toHtmlEscaped()); // the generator writes them as they are
        generator.setDescription(accessibleDescription().toHtmlEscaped());
        QPainter painter(&generator);
        paintPicture(painter);
    }
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(svg.data()) == svg.size() && file.commit();
}

void ChartView::copyPicture()
{
    QGuiApplication::clipboard()->setImage(picture());
}

void ChartView::showTable()
{
    auto *dialog = new ChartTableDialog(accessibleName(), table(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void ChartView::askWhereToSave(const QString &title, const QString &filter, const QString &ending,
                               bool (ChartView::*save)(const QString &))
{
    auto *dialog = new QFileDialog(this, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(filter);
    dialog->setDefaultSuffix(ending);
    const QFileInfo proposed(proposedPath(ending));
    dialog->setDirectory(proposed.absolutePath());
    dialog->selectFile(proposed.fileName());
    connect(dialog, &QFileDialog::fileSelected, this, [this, save](const QString &path) {
        if ((this->*save)(path))
            return;
        auto *box =
            new QMessageBox(QMessageBox::Warning, tr("Clicksieve"),
                            tr("The picture could not be written to “%1”. Check that the folder exists and "
                               "may be written to, or choose another one.")
                                .arg(QFileInfo(path).fileName()),
                            QMessageBox::Ok, this);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setTextFormat(Qt::PlainText);
        box->open();
    });
    dialog->open();
}

void ChartView::addActionsTo(QMenu &menu)
{
    menu.addAction(tr("Save as &PNG…"), this, [this] {
        askWhereToSave(tr("Save chart as PNG"), tr("PNG pictures (*.png)"), QStringLiteral("png"),
                       &ChartView::savePng);
    });
    menu.addAction(tr("Save as &SVG…"), this, [this] {
        askWhereToSave(tr("Save chart as SVG"), tr("SVG pictures (*.svg)"), QStringLiteral("svg"),
                       &ChartView::saveSvg);
    });
    menu.addAction(tr("&Copy"), this, &ChartView::copyPicture);
    if (m_asTable)
        menu.addAction(tr("Show as &table"), this, &ChartView::showTable);
}

void ChartView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    emit contextMenuWanted(menu);
    if (!menu->isEmpty())
        menu->addSeparator();
    addActionsTo(*menu);
    menu->popup(event->globalPos());
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/tableview.h"

#include "ui/tables/roles.h"
#include "ui/tables/selectiontext.h"
#include "ui/tables/tablestyle.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMessageBox>
#include <QPainter>
#include <QProgressDialog>

#include <memory>

namespace clicksieve {

namespace {

/// More cells than this are a file, not a clipboard: beyond it the window would stand still.
constexpr qint64 kMostCellsToCopy = 200'000;
constexpr double kRowHeightInLines = 1.6;
constexpr int kProgressAfterMs = 500;

const QKeyCombination kCopyWithHeaders = Qt::CTRL | Qt::SHIFT | Qt::Key_C;

QString csvText(const QModelIndex &index)
{
    const QVariant plain = index.data(CsvRole);
    return (plain.isValid() ? plain : index.data(Qt::DisplayRole)).toString();
}

/// Reads every cell now, since a worker may not touch the model.
CsvRows readRows(const QAbstractItemModel &model)
{
    auto rows = std::make_shared<std::vector<QStringList>>();
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << csvText(model.index(row, column));
        rows->push_back(cells);
    }
    return {static_cast<qint64>(rows->size()),
            [rows](qint64 row) { return (*rows)[static_cast<std::size_t>(row)]; }};
}

} // namespace

void setUpTable(QTableView &table)
{
    auto *style = new TableStyle(&table);
    table.setStyle(style);
    table.horizontalHeader()->setStyle(style); // setStyle() does not reach children

    table.setShowGrid(false);
    table.setAlternatingRowColors(false);
    table.setWordWrap(false);
    table.setTextElideMode(Qt::ElideRight);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setTabKeyNavigation(false); // Tab leaves the table
    table.setCornerButtonEnabled(false);

    QHeaderView *rows = table.verticalHeader();
    rows->hide();
    rows->setSectionResizeMode(QHeaderView::Fixed);
    rows->setMinimumSectionSize(table.fontMetrics().height()); // its own default would be taller than a row
    rows->setDefaultSectionSize(static_cast<int>(table.fontMetrics().height() * kRowHeightInLines));
    rows->setHighlightSections(false);

    QHeaderView *columns = table.horizontalHeader();
    columns->setHighlightSections(false);
    columns->setSectionsMovable(true);
    columns->setSortIndicator(-1,
                              Qt::AscendingOrder); // the model's own order until the user asks for another
    columns->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    columns->setSortIndicatorClearable(true); // a third click goes back to it
    table.setSortingEnabled(true);
}

TableView::TableView(QWidget *parent) : QTableView(parent), m_csvName(tr("table"))
{
    setUpTable(*this);
}

/// The headers keep selection models of their own, which stay empty: asked to paint, a header would look at every
/// selected row of the table, seconds after "select all" of ten million. Nothing is lost, sections are not highlighted.
void TableView::setSelectionModel(QItemSelectionModel *selectionModel)
{
    QItemSelectionModel *ofColumns = horizontalHeader()->selectionModel();
    QItemSelectionModel *ofRows = verticalHeader()->selectionModel();
    QTableView::setSelectionModel(selectionModel);
    if (selectionModel == nullptr)
        return;
    if (ofColumns != nullptr && ofColumns->model() == selectionModel->model())
        horizontalHeader()->setSelectionModel(ofColumns);
    if (ofRows != nullptr && ofRows->model() == selectionModel->model())
        verticalHeader()->setSelectionModel(ofRows);
}

void TableView::copySelection(bool withHeaders)
{
    if (model() == nullptr || !selectionModel()->hasSelection())
        return;
    const SelectionText selection(selectionModel()->selection(), visibleColumns());
    if (selection.cellCount() > kMostCellsToCopy) {
        refuseCopy();
        return;
    }
    QGuiApplication::clipboard()->setText(selection.tsv(withHeaders));
}

void TableView::refuseCopy()
{
    showMessage(
        tr("The clipboard is too small for so many rows. Select fewer, or save the table as a CSV file "
           "(right click, “Save table as CSV…”)."));
    emit copyRefused();
}

void TableView::exportCsv(const QString &path)
{
    if (model() == nullptr)
        return;
    const QList<int> columns = visibleColumns();
    QStringList header;
    for (const int column : columns)
        header << model()->headerData(column, Qt::Horizontal).toString();

    const CsvRows all = rowsForCsv();
    const CsvRows visible{all.count, [all, columns](qint64 row) {
                              const QStringList cells = all.cells(row);
                              QStringList picked;
                              for (const int column : columns)
                                  picked << cells.value(column);
                              return picked;
                          }};
    m_save.start<qint64>(
        [path, header, visible](JobContext &context) { return writeCsvFile(path, header, visible, context); },
        [this, path](const Result<qint64> &rows) {
            if (rows) {
                emit csvSaved(path, rows.value());
            } else if (rows.error().kind != Error::Kind::Cancelled) {
                showMessage(rows.error().message);
                emit csvFailed(rows.error().message);
            }
        });
    showProgressOfSave();
}

/// Shows itself after half a second only.
void TableView::showProgressOfSave()
{
    constexpr int kSteps = 1'000;
    auto *progress = new QProgressDialog(tr("Saving the table…"), tr("Stop"), 0, kSteps, this);
    progress->setAttribute(Qt::WA_DeleteOnClose);
    progress->setWindowTitle(tr("Save table as CSV"));
    progress->setMinimumDuration(kProgressAfterMs);
    progress->setAutoReset(false);
    connect(&m_save, &BackgroundJob::progressed, progress,
            [progress](double share) { progress->setValue(static_cast<int>(share * kSteps)); });
    connect(&m_save, &BackgroundJob::finished, progress, &QObject::deleteLater);
    connect(&m_save, &BackgroundJob::started, progress, &QObject::deleteLater); // a newer save has its own
    connect(progress, &QProgressDialog::canceled, &m_save, &BackgroundJob::cancel);
}

CsvRows TableView::rowsForCsv() const
{
    return m_csvRows ? m_csvRows() : readRows(*model());
}

/// Model columns in the order on screen.
QList<int> TableView::visibleColumns() const
{
    QList<int> columns;
    for (int place = 0; place < horizontalHeader()->count(); ++place) {
        const int column = horizontalHeader()->logicalIndex(place);
        if (!isColumnHidden(column))
            columns << column;
    }
    return columns;
}

void TableView::addActionsTo(QMenu &menu)
{
    const bool selected = selectionModel() != nullptr && selectionModel()->hasSelection();
    QAction *copy = menu.addAction(tr("&Copy"), this, [this] { copySelection(false); });
    copy->setShortcut(QKeySequence::Copy);
    copy->setEnabled(selected);
    QAction *copyWithHeaders =
        menu.addAction(tr("Copy with &headers"), this, [this] { copySelection(true); });
    copyWithHeaders->setShortcut(kCopyWithHeaders);
    copyWithHeaders->setEnabled(selected);
    menu.addSeparator();
    QAction *save = menu.addAction(tr("&Save table as CSV…"), this, &TableView::askWhereToSave);
    save->setEnabled(model() != nullptr && model()->rowCount() > 0);
}

void TableView::askWhereToSave()
{
    auto *dialog = new QFileDialog(this, tr("Save table as CSV"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("CSV files (*.csv)"));
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(m_csvName + QStringLiteral(".csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &TableView::exportCsv);
    dialog->open();
}

void TableView::showMessage(const QString &text)
{
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Clicksieve"), text, QMessageBox::Ok, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText); // it may carry a file name
    box->open();
}

void TableView::setPlaceholderText(const QString &text)
{
    m_placeholderText = text;
    viewport()->update();
}

void TableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_placeholderText.isEmpty() || (model() != nullptr && model()->rowCount() > 0))
        return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap, m_placeholderText);
}

void TableView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    emit contextMenuWanted(menu, indexAt(event->pos()));
    if (!menu->isEmpty())
        menu->addSeparator();
    addActionsTo(*menu);
    menu->popup(event->globalPos());
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copySelection(false);
    else if (event->keyCombination() == kCopyWithHeaders)
        copySelection(true);
    else
        QTableView::keyPressEvent(event);
}

} // namespace clicksieve

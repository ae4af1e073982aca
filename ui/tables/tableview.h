// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/backgroundjob.h"
#include "ui/tables/csvfile.h"

#include <QTableView>

#include <functional>

class QMenu;

namespace clicksieve {

/// The look of every table: rows of one fixed height, no grid, no row numbers, whole rows selected, sortable by a
/// click on the header. Call before setModel(): setSortingEnabled() on a model sorts it at once.
void setUpTable(QTableView &table);

/// A table for up to tens of millions of rows. Set up by setUpTable(); sorting is the model's own (sort()).
/// Ctrl+C copies what is selected as TSV, Ctrl+Shift+C with headers; hidden columns stay out.
class TableView : public QTableView {
    Q_OBJECT

public:
    explicit TableView(QWidget *parent = nullptr);

    /// What an empty table says in its middle, a sentence.
    void setPlaceholderText(const QString &text);
    /// The file name that "Save table as CSV…" proposes, without folder and ending.
    void setCsvName(const QString &name) { m_csvName = name; }
    /// For models with more than some 10,000 rows: @p rows is called on the UI thread when a save begins and hands
    /// out the rows in their present order, one cell for each column of the model. Without it the model's
    /// CsvRole (or DisplayRole) texts are read on the UI thread.
    void setCsvRows(std::function<CsvRows()> rows) { m_csvRows = std::move(rows); }

    /// Saves all rows and the visible columns in the background; csvSaved() or csvFailed() follows.
    void exportCsv(const QString &path);
    void copySelection(bool withHeaders);

    /// "Copy", "Copy with headers", "Save table as CSV…". A page may add more through contextMenuWanted().
    void addActionsTo(QMenu &menu);

    void setSelectionModel(QItemSelectionModel *selectionModel) override;

signals:
    void csvSaved(const QString &path, qint64 rows);
    void csvFailed(const QString &message); ///< a plain sentence; already shown to the user
    /// Before the context menu opens, for pages to add their own actions on top. Direct connections only.
    void contextMenuWanted(QMenu *menu, const QModelIndex &index);
    /// The selection is too large for the clipboard; the user has been told.
    void copyRefused();

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void askWhereToSave();
    void showProgressOfSave();
    [[nodiscard]] QList<int> visibleColumns() const;
    [[nodiscard]] CsvRows rowsForCsv() const;
    void refuseCopy();
    void showMessage(const QString &text);

    QString m_placeholderText;
    QString m_csvName;
    std::function<CsvRows()> m_csvRows;
    BackgroundJob m_save;
};

} // namespace clicksieve

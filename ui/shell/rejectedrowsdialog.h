// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventtable.h"
#include "core/jobs/backgroundjob.h"

#include <QDialog>

#include <memory>

class QLabel;
class QPushButton;

namespace clicksieve {

class TableView;

/// The list of rows that could not be read, to look at and to save. Not modal.
class RejectedRowsDialog : public QDialog {
    Q_OBJECT

public:
    explicit RejectedRowsDialog(std::shared_ptr<const EventTable> table, QWidget *parent = nullptr);

    /// Rows of all files that gave no event.
    [[nodiscard]] static quint64 rejectedRows(const EventTable &table);

    /// Saves the list with the text of each row, in the background; the dialog says how that ended.
    void saveTo(const QString &path);

private:
    void fillTable();
    void save();

    std::shared_ptr<const EventTable> m_table;
    TableView *m_view;
    QPushButton *m_save;
    QLabel *m_result; ///< where the list was saved to, or why not
    BackgroundJob m_job;
};

} // namespace clicksieve

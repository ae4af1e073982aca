// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventtable.h"

#include <QDialog>

#include <memory>

namespace clicksieve {

class TableView;

/// The list of rows that could not be read, to look at and to save. Not modal.
class RejectedRowsDialog : public QDialog {
    Q_OBJECT

public:
    explicit RejectedRowsDialog(std::shared_ptr<const EventTable> table, QWidget *parent = nullptr);

    /// Rows of all files that gave no event.
    [[nodiscard]] static quint64 rejectedRows(const EventTable &table);

private:
    void fillTable(std::shared_ptr<const EventTable> table);
    void save();

    TableView *m_view;
};

} // namespace clicksieve

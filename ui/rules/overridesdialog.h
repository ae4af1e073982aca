// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QPushButton;

namespace clicksieve {

class OverridesModel;
class Session;
class TableView;

/// Every verdict that the user set, to be looked through, saved as CSV and taken back. Not modal; follows the session.
class OverridesDialog : public QDialog {
    Q_OBJECT

public:
    /// @p session outlives it.
    explicit OverridesDialog(Session &session, QWidget *parent = nullptr);

private:
    void refresh();
    void takeBack();
    void takeAllBack();

    Session &m_session;
    OverridesModel *m_model;
    TableView *m_table;
    QPushButton *m_takeBack;
    QPushButton *m_takeAllBack;
};

} // namespace clicksieve

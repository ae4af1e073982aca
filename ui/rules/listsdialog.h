// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/backgroundjob.h"
#include "ui/rules/listsmodel.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace clicksieve {

class Session;
class TableView;

/// What the user knows of addresses, programs and links, for every export: to be looked through, added to and taken back.
/// Below it the links that only machines clicked, for the user to say whether people can see them. Not modal;
/// follows the session.
class ListsDialog : public QDialog {
    Q_OBJECT

public:
    /// @p session outlives it.
    explicit ListsDialog(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] bool isUpToDate() const { return !m_job.isRunning(); }

private:
    void buildLayout();
    void refresh();
    void takeBack();
    void markHidden();
    void addTyped();
    void showButtons();
    void say(const QString &sentence);
    [[nodiscard]] std::vector<ListRow> selected() const;

    Session &m_session;
    ListsModel *m_model;
    TableView *m_table;
    QLineEdit *m_new;
    QPushButton *m_add;
    QPushButton *m_takeBack;
    QPushButton *m_markHidden;
    QLabel *m_message;   ///< what is wrong; hidden where nothing is
    BackgroundJob m_job; ///< last, so that it ends before what it fills
};

} // namespace clicksieve

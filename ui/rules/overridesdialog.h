// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/backgroundjob.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace clicksieve {

struct OverridesRead;
class OverridesModel;
class Session;
class TableView;

/// Every verdict that the user set, to be looked through, taken back, saved to a file and read from one. Not modal; follows
/// the session.
class OverridesDialog : public QDialog {
    Q_OBJECT

public:
    /// @p session outlives it.
    explicit OverridesDialog(Session &session, QWidget *parent = nullptr);

    /// Saves all, to be read again by addFrom().
    void saveTo(const QString &path);
    /// Puts those of a file after the ones there are, in one step to be undone. Reads in the background.
    void addFrom(const QString &path);

private:
    void askWhereToSave();
    void askWhatToRead();
    void add(const OverridesRead &read, const QString &path);
    void say(const QString &sentence);
    void refresh();
    void takeBack();
    void takeAllBack();

    Session &m_session;
    OverridesModel *m_model;
    TableView *m_table;
    QPushButton *m_takeBack;
    QPushButton *m_takeAllBack;
    QPushButton *m_save;
    QLabel *m_result; ///< of the last saving or reading
    BackgroundJob m_reading;
};

} // namespace clicksieve

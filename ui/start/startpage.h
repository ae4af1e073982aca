// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace clicksieve {

class Opener;
class Session;

/// What there is before anything is open: where to drop files, the sample, what was opened lately; while files are
/// being read, how far that is.
class StartPage : public QWidget {
    Q_OBJECT

public:
    StartPage(Session &session, Opener &opener, QWidget *parent = nullptr);

private:
    [[nodiscard]] QWidget *makeDropArea(Session &session);
    [[nodiscard]] QWidget *makeRecents();
    void fillRecents();
    void setOpening(bool opening);

    Opener &m_opener;
    QLabel *m_headline;
    QPushButton *m_open;
    QPushButton *m_sample;
    QWidget *m_recents = nullptr;
    QVBoxLayout *m_recentRows = nullptr;
};

} // namespace clicksieve

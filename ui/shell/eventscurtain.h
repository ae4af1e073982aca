// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace clicksieve {

class Page;
class Session;

/// A page that shows events, with a curtain in front of it while the files hold totals only: what is needed for the
/// page is said, instead of zeros.
class EventsCurtain : public QWidget {
    Q_OBJECT

public:
    /// Takes @p page. @p session outlives the curtain.
    EventsCurtain(Session &session, Page *page, QWidget *parent = nullptr);

private:
    void showWhatFits();

    Session &m_session;
    Page *m_page;
    QWidget *m_curtain;
    QLabel *m_sentence;
};

} // namespace clicksieve

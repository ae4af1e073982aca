// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace clicksieve {

class NoticeBar;
class Opener;
class Session;

/// What went wrong with opening, and what is wrong with the data that was opened: two notices above the page.
class Notices : public QWidget {
    Q_OBJECT

public:
    Notices(Session &session, Opener &opener, QWidget *parent = nullptr);

    /// The sentence of why the last opening failed; empty when it did not.
    [[nodiscard]] QString failure() const;
    /// The sentence about rows that could not be read; empty when there are none.
    [[nodiscard]] QString quality() const;

private:
    void showFailure(const QString &message);
    void showQuality();
    void showRejectedRows();

    Session &m_session;
    Opener &m_opener;
    NoticeBar *m_failure;
    NoticeBar *m_quality;
};

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>
#include <QWidget>

namespace clicksieve {

class Session;

/// One page of the window. It hears of a new snapshot, filter or verdict only while it is visible, and catches up when it is
/// shown: hidden pages do not compute. A page computes in the background and keeps the old picture until then.
class Page : public QWidget {
    Q_OBJECT

public:
    Page(Session &session, const QString &title, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const { return m_title; }
    /// True once what the page shows is that of the current snapshot and filter: for tests and for --render.
    [[nodiscard]] virtual bool isUpToDate() const = 0;

protected:
    [[nodiscard]] Session &session() const { return m_session; }
    /// Starts to show the current snapshot under the current filter. Only called while there is a snapshot.
    virtual void refresh() = 0;

    void showEvent(QShowEvent *event) override;

    /// What the page shows is not that of the session any more: refresh() now, or when it is shown.
    void markStale();

private:
    Session &m_session;
    QString m_title;
    bool m_stale = true;
};

} // namespace clicksieve

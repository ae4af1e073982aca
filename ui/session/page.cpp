// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/page.h"

#include "ui/session/session.h"

namespace clicksieve {

Page::Page(Session &session, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_title(title)
{
    setAccessibleName(title);
    connect(&session, &Session::analysisChanged, this, &Page::markStale);
    connect(&session, &Session::filterChanged, this, &Page::markStale);
    connect(&session, &Session::verdictsChanged, this, &Page::markStale);
}

void Page::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        markStale();
}

void Page::markStale()
{
    m_stale = true;
    if (!isVisible() || !m_session.hasAnalysis())
        return;
    m_stale = false;
    refresh();
}

} // namespace clicksieve

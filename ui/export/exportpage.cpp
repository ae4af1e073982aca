// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exportpage.h"

#include "ui/export/cleanedpanel.h"
#include "ui/export/tablespanel.h"
#include "ui/session/session.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace clicksieve {

namespace {

constexpr int kWidest = 860; ///< lines longer than this are hard to read

} // namespace

ExportPage::ExportPage(Session &session, QWidget *parent)
    : Page(session, tr("Export"), parent)
    , m_cleaned(new CleanedPanel)
    , m_tables(new TablesPanel)
{
    auto *pictures = new QLabel(
        tr("Pictures: every chart can be saved as PNG or SVG, or copied, with a right click on it. "
           "Every table can be saved as CSV the same way."));
    pictures->setWordWrap(true);
    pictures->setProperty("look", QStringLiteral("quiet"));

    auto *content = new QWidget;
    content->setMaximumWidth(kWidest);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(20, 16, 20, 20);
    column->setSpacing(14);
    column->addWidget(m_cleaned);
    column->addWidget(m_tables);
    column->addWidget(pictures);
    column->addStretch(1);

    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
}

bool ExportPage::isUpToDate() const
{
    return m_cleaned->isUpToDate(session().analysis());
}

void ExportPage::refresh()
{
    m_cleaned->setAnalysis(session().analysis());
    m_tables->setView(session().analysis(), session().filter());
}

} // namespace clicksieve

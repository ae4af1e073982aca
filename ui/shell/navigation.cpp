// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigation.h"

#include <QEvent>
#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace clicksieve {

namespace {

constexpr int kWidth = 168;
constexpr int kFoldedWidth = 48;
constexpr int kIconSide = 20;

} // namespace

Navigation::Navigation(QWidget *parent) : QFrame(parent), m_list(new QListWidget), m_fold(new QToolButton)
{
    setProperty("look", QStringLiteral("side"));
    m_list->setProperty("look", QStringLiteral("navigation"));
    m_list->setIconSize(QSize(kIconSide, kIconSide));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Pages"));
    m_fold->setAutoRaise(true);
    connect(m_list, &QListWidget::currentRowChanged, this, &Navigation::chosen);
    connect(m_fold, &QToolButton::clicked, this, [this] { setFolded(!m_folded); });

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 8);
    column->addWidget(m_list, 1);
    column->addWidget(m_fold, 0, Qt::AlignHCenter);
    setFolded(false);
}

void Navigation::addPage(const QString &title, PageIcon icon, const QString &shortcut)
{
    m_entries.push_back({title, icon});
    auto *item = new QListWidgetItem(m_folded ? QString() : title, m_list);
    item->setData(Qt::AccessibleTextRole, title);
    item->setToolTip(QStringLiteral("%1 (%2)").arg(title, shortcut));
    showIcons();
}

void Navigation::setCurrent(int page)
{
    m_list->setCurrentRow(page);
}

void Navigation::setFolded(bool folded)
{
    m_folded = folded;
    setFixedWidth(folded ? kFoldedWidth : kWidth);
    for (int i = 0; i < m_list->count(); ++i)
        m_list->item(i)->setText(folded ? QString() : m_entries[static_cast<std::size_t>(i)].title);
    const QString what = folded ? tr("Show the names of the pages") : tr("Show icons only");
    m_fold->setToolTip(what);
    m_fold->setAccessibleName(what);
    showIcons();
}

void Navigation::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showIcons();
}

void Navigation::showIcons()
{
    for (int i = 0; i < m_list->count(); ++i)
        m_list->item(i)->setIcon(pageIcon(m_entries[static_cast<std::size_t>(i)].icon, palette()));
    m_fold->setIcon(arrowIcon(m_folded ? ArrowIcon::Expand : ArrowIcon::Collapse, palette()));
}

} // namespace clicksieve

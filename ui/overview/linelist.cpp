// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/linelist.h"

#include <QLabel>
#include <QVBoxLayout>

namespace clicksieve {

LineList::LineList(QWidget *parent) : QFrame(parent), m_title(new QLabel), m_lines(new QVBoxLayout)
{
    setProperty("look", QStringLiteral("card"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addLayout(m_lines);
    m_lines->setSpacing(4);
}

void LineList::setLines(const QString &title, const QStringList &lines, const QString &whenEmpty)
{
    m_title->setText(title);
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QStringList shown = lines.isEmpty() ? QStringList{whenEmpty} : lines;
    for (const QString &line : shown) {
        auto *label = new QLabel(lines.isEmpty() ? line : QStringLiteral("•  ") + line);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setProperty("look", QStringLiteral("quiet"));
        m_lines->addWidget(label);
    }
}

} // namespace clicksieve

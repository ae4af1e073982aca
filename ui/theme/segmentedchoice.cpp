// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/segmentedchoice.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace clicksieve {

SegmentedChoice::SegmentedChoice(const QString &name, const QStringList &choices, int chosen, QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(name);
    // Fusion hardly shows which one is pressed, in the dark not at all.
    setStyleSheet(QStringLiteral(
        "QToolButton { padding: 3px 9px; border: 1px solid palette(mid); background: palette(base); }"
        "QToolButton:hover, QToolButton:focus { border-color: palette(highlight); }"
        "QToolButton:checked { background: palette(highlight); color: palette(highlighted-text); }"
        "QToolButton:checked:disabled { background: palette(mid); color: palette(text); }"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (const QString &choice : choices) {
        auto *button = new QToolButton;
        button->setText(choice);
        button->setCheckable(true);
        button->setAccessibleName(QStringLiteral("%1: %2").arg(name, choice));
        button->setFocusPolicy(Qt::StrongFocus);
        m_buttons.addButton(button, static_cast<int>(m_buttons.buttons().size()));
        layout->addWidget(button);
    }
    choose(chosen);
    connect(&m_buttons, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
        if (checked)
            emit chosenChanged(id);
    });
}

void SegmentedChoice::choose(int choice)
{
    if (QAbstractButton *button = m_buttons.button(choice))
        button->setChecked(true);
}

} // namespace clicksieve

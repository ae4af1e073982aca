// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/steadycombo.h"

#include <QWheelEvent>

namespace clicksieve {

namespace {

constexpr int kFewestCharacters = 16;
constexpr int kMostEntriesShown = 18;

} // namespace

SteadyCombo::SteadyCombo(QWidget *parent) : QComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(kFewestCharacters);
    setMaxVisibleItems(kMostEntriesShown);
    setFocusPolicy(Qt::StrongFocus);
}

void SteadyCombo::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace clicksieve

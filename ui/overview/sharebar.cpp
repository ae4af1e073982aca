// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/sharebar.h"

#include "ui/theme/palette.h"

#include <QPainter>

namespace clicksieve {

namespace {

constexpr QSize kHint{90, 12};

} // namespace

ShareBar::ShareBar(double share, QWidget *parent) : QWidget(parent), m_share(share)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumWidth(kHint.width() / 2);
}

QSize ShareBar::sizeHint() const
{
    return kHint;
}

void ShareBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), chartColours(palette()).grid);
    QRect bar = rect();
    bar.setWidth(std::max(m_share > 0 ? 1 : 0, qRound(m_share * width())));
    painter.fillRect(bar, machineBrush(palette()));
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/plainlabel.h"

#include <QLabel>

namespace clicksieve {

QLabel *makePlainLabel(bool quiet)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    if (quiet)
        label->setProperty("look", QStringLiteral("quiet"));
    return label;
}

} // namespace clicksieve

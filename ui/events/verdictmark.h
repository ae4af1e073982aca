// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/verdict.h"

#include <QPalette>
#include <QPixmap>
#include <QRectF>

class QPainter;

namespace clicksieve {

/// The mark of a verdict: blue disc for a person, hatched orange square for a machine, hollow diamond for uncertain.
/// Shape and colour both say it.
void paintVerdictMark(QPainter &painter, const QRectF &place, Verdict verdict, const QPalette &palette);

/// The same as a picture of @p side device-independent pixels.
[[nodiscard]] QPixmap verdictMark(int side, Verdict verdict, const QPalette &palette, qreal devicePixelRatio);

} // namespace clicksieve

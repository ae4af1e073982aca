// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBrush>
#include <QColor>
#include <QPalette>

class QApplication;

namespace clicksieve {

/// The colours that mean something in a picture. The same thing has the same colour on every page.
struct ChartColours {
    QColor raw;       ///< every event, as reported: neutral grey-blue
    QColor human;     ///< people, adjusted figures: blue
    QColor machine;   ///< machines: orange, always with the hatch of machineBrush()
    QColor uncertain; ///< cannot be told: warm grey
    QColor grid;
    QColor text;
    QColor background;
    QColor accent; ///< selections and what can be clicked
};

enum class ThemeChoice { System, Light, Dark };

/// Gives the whole program its look: Fusion, a light or dark palette, one small style sheet. Every widget hears of it
/// as PaletteChange. System follows the palette that the desktop gave the program at its start.
void applyTheme(QApplication &application, ThemeChoice choice);

/// True where text is lighter than the window behind it.
[[nodiscard]] bool isDark(const QPalette &palette);

/// Of fields, check boxes and radio buttons: at least 3 : 1 to window and base (WCAG 2.1, 1.4.11).
[[nodiscard]] QColor controlBorder(const QPalette &palette);

[[nodiscard]] ChartColours chartColours(const QPalette &palette);

/// The hatch of everything that a machine made, so that it can be told without seeing the colour.
[[nodiscard]] QBrush machineBrush(const QPalette &palette);

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/palette.h"

#include "ui/theme/stylesheet.h"
#include "ui/theme/themestyle.h"

#include <QApplication>
#include <QImage>

namespace clicksieve {

namespace {

constexpr int kHatchSide = 6; ///< pixels; small enough for a thin bar to show the pattern

/// The surfaces of one theme. Text on window and base has a contrast of at least 7 : 1, quiet text 4.5 : 1.
struct Surfaces {
    QRgb window, base, alternate, button, text, quiet, disabled, border, accent, onAccent, tooltip;
};

constexpr Surfaces kLight{0xF4F6F8, 0xFFFFFF, 0xF0F3F6, 0xFFFFFF, 0x1D2733, 0x5A6675,
                          0x98A2AE, 0xD5DBE2, 0x1B6EC2, 0xFFFFFF, 0xFFFFFF};
constexpr Surfaces kDark{0x1B1F24, 0x23282F, 0x292F37, 0x2C323A, 0xE4E8ED, 0xA3AEBB,
                         0x6B7580, 0x3B434D, 0x4C9FEB, 0x0E1722, 0x2C323A};

QPalette makePalette(const Surfaces &surfaces)
{
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(surfaces.window));
    palette.setColor(QPalette::Base, QColor(surfaces.base));
    palette.setColor(QPalette::AlternateBase, QColor(surfaces.alternate));
    palette.setColor(QPalette::Button, QColor(surfaces.button));
    palette.setColor(QPalette::ToolTipBase, QColor(surfaces.tooltip));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText,
                            QPalette::BrightText})
        palette.setColor(role, QColor(surfaces.text));
    palette.setColor(QPalette::PlaceholderText, QColor(surfaces.quiet));
    palette.setColor(QPalette::Highlight, QColor(surfaces.accent));
    palette.setColor(QPalette::HighlightedText, QColor(surfaces.onAccent));
    palette.setColor(QPalette::Link, QColor(surfaces.accent));
    palette.setColor(QPalette::LinkVisited, QColor(surfaces.accent));
    palette.setColor(QPalette::Light, QColor(surfaces.base).lighter(110));
    palette.setColor(QPalette::Midlight, QColor(surfaces.alternate));
    palette.setColor(QPalette::Mid, QColor(surfaces.border));
    palette.setColor(QPalette::Dark, QColor(surfaces.border).darker(115));
    palette.setColor(QPalette::Shadow, QColor(surfaces.border).darker(160));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(surfaces.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(surfaces.border));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, QColor(surfaces.quiet));
    return palette;
}

} // namespace

void applyTheme(QApplication &application, ThemeChoice choice)
{
    // Read once, before our own palette hides it.
    static const bool kDesktopIsDark = isDark(QApplication::palette());

    const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && kDesktopIsDark);
    QApplication::setStyle(new ThemeStyle); // the application owns it
    const QPalette palette = makePalette(dark ? kDark : kLight);
    QApplication::setPalette(palette);
    application.setStyleSheet(styleSheet(palette));
}

bool isDark(const QPalette &palette)
{
    return qGray(palette.color(QPalette::WindowText).rgb()) > qGray(palette.color(QPalette::Window).rgb());
}

QColor controlBorder(const QPalette &palette)
{
    return isDark(palette) ? QColor(0x838F9B) : QColor(0x7A8694);
}

ChartColours chartColours(const QPalette &palette)
{
    const bool dark = isDark(palette);
    ChartColours colours;
    colours.raw = dark ? QColor(0x8A98AA) : QColor(0x93A1B2);
    colours.human = dark ? QColor(0x4C9FEB) : QColor(0x1B6EC2);
    colours.machine = dark ? QColor(0xF2994A) : QColor(0xDB7514);
    colours.uncertain = dark ? QColor(0xB3A98F) : QColor(0xA79C82);
    colours.grid = dark ? QColor(0x39414B) : QColor(0xE3E8ED);
    colours.text = palette.color(QPalette::Text);
    colours.background = palette.color(QPalette::Base);
    colours.accent = palette.color(QPalette::Highlight);
    return colours;
}

QBrush machineBrush(const QPalette &palette)
{
    const QColor strong = chartColours(palette).machine;
    QColor weak = strong;
    weak.setAlphaF(0.45F);
    // An own tile rather than Qt::BDiagPattern: that one leaves the gaps empty, and thin bars then look torn.
    QImage tile(kHatchSide, kHatchSide, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < kHatchSide; ++y) {
        for (int x = 0; x < kHatchSide; ++x)
            tile.setPixelColor(x, y, (x + y) % kHatchSide < kHatchSide / 2 ? strong : weak);
    }
    QBrush brush(tile);
    brush.setColor(strong);
    return brush;
}

} // namespace clicksieve

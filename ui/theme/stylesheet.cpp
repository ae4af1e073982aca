// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/stylesheet.h"

#include "ui/theme/palette.h"

#include <utility>

namespace clicksieve {

namespace {

const QString kTemplate = QStringLiteral(R"(
QToolTip { color: @text; background: @tip; border: 1px solid @border; padding: 5px; }
*[look="card"] { background: @base; border: 1px solid @border; border-radius: 6px; }
*[look="drop"] { background: @base; border: 2px dashed @border; border-radius: 10px; }
*[look="drop"][hot="true"] { border-color: @accent; background: @soft; }
*[look="notice"] { background: @warn; border: 0; border-bottom: 1px solid @border; }
*[look="bar"] { background: @window; border: 0; border-bottom: 1px solid @border; }
QToolButton[look="chip"] { background: @soft; color: @text; border: 1px solid @accent; border-radius: 11px;
    padding: 2px 10px; }
QToolButton[look="chip"]:hover, QToolButton[look="chip"]:focus { background: @softer; }
QPushButton[look="primary"] { background: @accent; color: @onaccent; border: 0; border-radius: 5px;
    padding: 7px 18px; font-weight: 600; }
QPushButton[look="primary"]:hover, QPushButton[look="primary"]:focus { background: @strong; }
QPushButton[look="primary"]:disabled { background: @border; color: @quiet; }
QPushButton[look="plain"] { background: @base; color: @text; border: 1px solid @border; border-radius: 5px;
    padding: 6px 16px; }
QPushButton[look="plain"]:hover, QPushButton[look="plain"]:focus { border-color: @accent; }
QPushButton[look="plain"]:disabled { color: @quiet; }
QPushButton[look="small"] { background: @base; color: @text; border: 1px solid @border; border-radius: 4px;
    padding: 3px 12px; }
QPushButton[look="small"]:hover, QPushButton[look="small"]:focus { border-color: @accent; }
QPushButton[look="small"]:disabled { color: @quiet; }
QPushButton[look="link"] { background: transparent; color: @link; border: 0; padding: 2px 4px; text-align: left; }
QPushButton[look="link"]:hover, QPushButton[look="link"]:focus { text-decoration: underline; }
QPushButton[look="link"]:disabled { color: @quiet; }
QLabel[look="quiet"] { color: @quiet; }
QLabel[look="figure-people"] { color: @people; }
QLabel[look="figure-machines"] { color: @machines; }
*[look="side"] { background: @window; border: 0; border-right: 1px solid @border; }
QListView[look="navigation"] { background: @window; border: 0; outline: 0; padding: 6px 0; }
QListView[look="navigation"]::item { padding: 8px 10px; border: 0; border-left: 3px solid transparent; color: @text; }
QListView[look="navigation"]::item:selected { background: @soft; border-left: 3px solid @accent; color: @text; }
QListView[look="navigation"]::item:hover:!selected { background: @hover; }
QListView[look="navigation"]::item:disabled { color: @disabled; }
QStatusBar { border-top: 1px solid @border; }
QStatusBar::item { border: 0; }
)");

QColor mix(const QColor &a, const QColor &b, double shareOfB)
{
    const auto blend = [shareOfB](int x, int y) { return static_cast<int>(x + (y - x) * shareOfB); };
    return QColor(blend(a.red(), b.red()), blend(a.green(), b.green()), blend(a.blue(), b.blue()));
}

} // namespace

QString styleSheet(const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor window = palette.color(QPalette::Window);
    const QColor text = palette.color(QPalette::Text);
    const QColor accent = palette.color(QPalette::Highlight);
    const QColor warning = chartColours(palette).machine;

    // Longer names first: "@soft" would otherwise eat the beginning of "@softer".
    const std::pair<QString, QColor> colours[] = {
        {QStringLiteral("@onaccent"), palette.color(QPalette::HighlightedText)},
        {QStringLiteral("@machines"), chartColours(palette).machine},
        {QStringLiteral("@people"), chartColours(palette).human},
        {QStringLiteral("@disabled"), palette.color(QPalette::Disabled, QPalette::Text)},
        {QStringLiteral("@softer"), mix(window, accent, 0.28)},
        {QStringLiteral("@strong"), mix(accent, text, 0.2)},
        {QStringLiteral("@border"), palette.color(QPalette::Mid)},
        {QStringLiteral("@accent"), accent},
        {QStringLiteral("@window"), window},
        {QStringLiteral("@hover"), mix(window, text, 0.06)},
        {QStringLiteral("@quiet"), palette.color(QPalette::PlaceholderText)},
        {QStringLiteral("@soft"), mix(window, accent, 0.14)},
        {QStringLiteral("@text"), text},
        {QStringLiteral("@link"), palette.color(QPalette::Link)},
        {QStringLiteral("@warn"), mix(base, warning, 0.16)},
        {QStringLiteral("@base"), base},
        {QStringLiteral("@tip"), palette.color(QPalette::ToolTipBase)},
    };
    QString sheet = kTemplate;
    for (const auto &[name, colour] : colours)
        sheet.replace(name, colour.name());
    return sheet;
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/linkdelegate.h"

#include <QApplication>

namespace clicksieve {

QString elidedLink(const QString &link, const QFontMetrics &metrics, int width)
{
    const auto fits = [&metrics, width](const QString &text) {
        return metrics.horizontalAdvance(text) <= width;
    };
    if (fits(link))
        return link;
    QString shown = link;
    if (const qsizetype scheme = shown.indexOf(QLatin1String("://")); scheme >= 0)
        shown.remove(0, scheme + 3);
    if (fits(shown))
        return shown;
    for (const QChar sign : {QLatin1Char('#'), QLatin1Char('?')}) {
        if (const qsizetype rest = shown.indexOf(sign); rest >= 0)
            shown = shown.first(rest + 1) + QChar(u'…');
        if (fits(shown))
            return shown;
    }
    const qsizetype path = shown.indexOf(QLatin1Char('/'));
    if (path < 0)
        return metrics.elidedText(shown, Qt::ElideMiddle, width);
    shown = QChar(u'…') + shown.mid(path);
    if (fits(shown))
        return shown;
    shown = shown.section(QLatin1Char('?'), 0, 0);
    return fits(shown) ? shown : metrics.elidedText(shown, Qt::ElideRight, width);
}

void LinkDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStyle *style = cell.widget != nullptr ? cell.widget->style() : QApplication::style();
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, cell.widget) + 1;
    cell.text = elidedLink(cell.text, cell.fontMetrics, cell.rect.width() - 2 * margin);
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
}

} // namespace clicksieve

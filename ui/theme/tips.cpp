// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tips.h"

#include <QApplication>
#include <QHelpEvent>
#include <QToolTip>
#include <QWidget>

namespace clicksieve {

QString tipText(const QString &plain)
{
    if (plain.isEmpty())
        return {};
    QString lines = plain.toHtmlEscaped();
    lines.replace(QLatin1Char('\n'), QStringLiteral("<br>"));
    return QStringLiteral("<p>%1</p>").arg(lines);
}

WrappedTips::WrappedTips(QObject *parent) : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool WrappedTips::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !watched->isWidgetType())
        return false;
    auto *widget = static_cast<QWidget *>(watched);
    const QString tip = widget->toolTip();
    if (tip.isEmpty() || Qt::mightBeRichText(tip))
        return false; // of its cells, or wrapped already
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), tipText(tip), widget, {},
                       widget->toolTipDuration());
    return true;
}

} // namespace clicksieve

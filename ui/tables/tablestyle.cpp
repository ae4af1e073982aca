// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/tablestyle.h"

#include <QStyleOption>

namespace clicksieve {

namespace {

// Text begins kPadding from the edge of its column: cells add one pixel to their metric.
constexpr int kPadding = 6;
constexpr int kCellMargin = kPadding - 1;

/// The metric is one for both directions; only the sides of a header need more air.
constexpr int kHeaderMarginAbove = 4;

} // namespace

TableStyle::TableStyle(QObject *parent) : QProxyStyle(QStringLiteral("Fusion"))
{
    setParent(parent);
}

int TableStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_HeaderMargin:
        return kPadding;
    case PM_FocusFrameHMargin:
        return kCellMargin;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize TableStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                   const QWidget *widget) const
{
    const QSize full = QProxyStyle::sizeFromContents(type, option, size, widget);
    return type == CT_HeaderSection ? full - QSize(0, 2 * (kPadding - kHeaderMarginAbove)) : full;
}

/// For the same reason a header's text gets the whole height.
QRect TableStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    QRect place = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_HeaderLabel) {
        place.setTop(option->rect.top());
        place.setBottom(option->rect.bottom());
    }
    return place;
}

void TableStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    const auto *cell = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (element != CE_ItemViewItem || cell == nullptr) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    QStyleOptionViewItem withoutFrame = *cell;
    withoutFrame.state &= ~State_HasFocus;
    QProxyStyle::drawControl(element, &withoutFrame, painter, widget);
}

} // namespace clicksieve

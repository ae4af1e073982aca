// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>
#include <QStyledItemDelegate>

namespace clicksieve {

/// @p link as far as it fits into @p width pixels. What says least goes first: the scheme, then what follows a "?" or
/// "#", then the host: "shop.example/privacy?…", "…/privacy".
[[nodiscard]] QString elidedLink(const QString &link, const QFontMetrics &metrics, int width);

/// Shows links so that their path is seen where the column is narrow.
class LinkDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace clicksieve

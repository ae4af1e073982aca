// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace clicksieve {

/// Draws a share as a bar in the cell, with the cell's text right-aligned beside it. The share comes from BarRole
/// (ui/tables/roles.h); without one the cell is drawn as usual.
class BarDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum class Meaning { Raw, Human, Machine }; ///< Machine is hatched

    explicit BarDelegate(Meaning meaning, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    [[nodiscard]] QBrush brush(const QPalette &palette) const;

    Meaning m_meaning;
};

} // namespace clicksieve

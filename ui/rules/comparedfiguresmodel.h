// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"
#include "core/metrics/rulescomparison.h"

#include <QAbstractTableModel>

#include <memory>

namespace clicksieve {

/// The figures of people under two rulesets, campaign by campaign, all together first where there are several.
class ComparedFiguresModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Campaign, Ctor, Clicked, Opened, Clicks, Opens, Changed, ColumnCount };

    explicit ComparedFiguresModel(QObject *parent = nullptr);

    void show(const Analysis &analysis, std::shared_ptr<const RulesComparison> comparison);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// What one row shows; the figures are of m_comparison.
    struct Row {
        QString name;
        const Figures *before = nullptr;
        const Figures *after = nullptr;
        std::uint64_t changed = 0;
    };
    [[nodiscard]] Row rowAt(int row) const;
    [[nodiscard]] static QString text(const Row &row, int column);
    [[nodiscard]] bool hasTotal() const { return m_comparison->campaigns.size() > 1; }

    std::shared_ptr<const EventTable> m_table;
    std::shared_ptr<const RulesComparison> m_comparison; ///< null: nothing to show
};

} // namespace clicksieve

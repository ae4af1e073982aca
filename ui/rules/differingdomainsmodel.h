// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"
#include "core/metrics/rulescomparison.h"

#include <QAbstractTableModel>

#include <memory>

namespace clicksieve {

/// The recipient domains with opens and clicks that change sides, most first; the first row is all of them.
class DifferingDomainsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Domain, ClicksToPeople, ClicksToMachines, OpensToPeople, OpensToMachines, ColumnCount };

    explicit DifferingDomainsModel(QObject *parent = nullptr);

    void show(const Analysis &analysis, std::shared_ptr<const RulesComparison> comparison);
    /// None for the row of all.
    [[nodiscard]] DomainIndex domainAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString nameAt(int row) const;
    [[nodiscard]] const Differences &differencesAt(int row) const;

    std::shared_ptr<const EventTable> m_table;
    std::shared_ptr<const RulesComparison> m_comparison; ///< null: nothing to show
};

} // namespace clicksieve

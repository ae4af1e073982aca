// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/rulescomparison.h"
#include "ui/events/eventtext.h"
#include "ui/tables/csvfile.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace clicksieve {

/// The opens and clicks that two rulesets put on different sides, of all domains or of one, in order of the files.
class DifferingEventsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { SinceSend, Recipient, What, Before, After, Link, ColumnCount };

    explicit DifferingEventsModel(QObject *parent = nullptr);

    /// @p domain: none for all.
    void show(const Analysis &analysis, std::shared_ptr<const RulesComparison> comparison,
              DomainIndex domain);
    [[nodiscard]] std::size_t eventAt(int row) const { return (*m_rows)[static_cast<std::size_t>(row)]; }
    /// All rows, for a file.
    [[nodiscard]] CsvRows csvRows() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    using Rows = std::vector<std::uint32_t>;

    std::shared_ptr<const RulesComparison> m_comparison; ///< null: nothing to show
    Analysis m_analysis;
    EventText m_text;
    std::shared_ptr<const Rows> m_rows = std::make_shared<Rows>();
};

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/domains/domainrow.h"

#include <QAbstractTableModel>

namespace clicksieve {

/// The domains, or the gateways in front of them, as a table in the order given; sorting is a proxy's, by SortRole
/// (ui/tables/roles.h), and so is searching, by SearchRole.
class DomainModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        Domain,  ///< or gateway
        Gateway, ///< who takes the domain's mail in; for tables of domains
        Domains, ///< how many; for tables of gateways
        Reached, ///< delivered, or sent where no domain's delivered is known
        OpensReported,
        CtorReported,
        CtorPeople,
        Clicks,
        MachineClicks,
        MachineShare,
        MachineRecipients,
        ColumnCount
    };

    enum class Of { Domains, Gateways };
    static constexpr int SearchRole =
        Qt::UserRole + 10; ///< of Domain: QString, all that a search finds the row by

    explicit DomainModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    /// @p severalCampaigns: the figures of recipients are of messages, as one recipient may be in each campaign.
    void setRows(std::vector<DomainRow> rows, bool severalCampaigns = false, Of of = Of::Domains);
    /// Whether the column has something to say about these rows.
    [[nodiscard]] bool isOfUse(int column) const;
    /// @pre 0 <= row < rowCount()
    [[nodiscard]] const DomainRow &at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    [[nodiscard]] const std::vector<DomainRow> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] std::optional<std::uint64_t> reached(const Figures &figures) const;
    [[nodiscard]] QString text(const DomainRow &row, int column) const;
    [[nodiscard]] QVariant value(const DomainRow &row, int column) const;
    [[nodiscard]] QVariant csv(const DomainRow &row, int column) const;
    [[nodiscard]] QString explanation(const DomainRow &row, int column) const;
    [[nodiscard]] static QString explainReported(const Ratio &rate);
    [[nodiscard]] static QString explainPeople(const Figures &figures);
    [[nodiscard]] QString title(int column) const;
    [[nodiscard]] QString definition(int column) const;

    std::vector<DomainRow> m_rows;
    bool m_deliveredKnown = false;
    bool m_severalCampaigns = false;
    Of m_of = Of::Domains;
};

} // namespace clicksieve

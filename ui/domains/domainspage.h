// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/backgroundjob.h"
#include "ui/domains/domainrow.h"
#include "ui/session/page.h"

#include <QSortFilterProxyModel>

#include <memory>
#include <optional>

class QLabel;
class QLineEdit;

namespace clicksieve {

class DomainBars;
class DomainModel;
class MailServerBar;
class SegmentedChoice;
class TableView;

/// Where machines click: the heaviest domains as bars, all domains as a table; the same by who takes the mail in.
class DomainsPage : public Page {
    Q_OBJECT

public:
    explicit DomainsPage(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] bool isUpToDate() const override;

protected:
    void refresh() override;

private:
    /// What the rows are made of.
    struct Made {
        // Weak: a page that nobody looks at keeps no old analysis alive.
        std::weak_ptr<const Verdicts> verdicts;
        std::shared_ptr<const MailServers> servers;
        Filter filter;
        bool byGateway = false;

        [[nodiscard]] bool isOf(const Made &other) const
        {
            return filter == other.filter && verdicts.lock() == other.verdicts.lock()
                   && servers == other.servers && byGateway == other.byGateway;
        }
    };

    /// Which columns there are.
    struct Columns {
        bool byGateway = false;
        bool gatewayKnown = false;

        friend bool operator==(const Columns &, const Columns &) = default;
    };

    [[nodiscard]] Made wanted() const;
    void buildLayout();
    void setUpDomainTable();
    void present(const std::vector<DomainRow> &rows);
    void search(const QString &part);
    void showDomainsOf(const QString &gateway);
    void showColumns();
    void sizeColumns();
    void showCount();
    void filterDomain(DomainIndex domain, const QString &name);
    [[nodiscard]] bool severalCampaigns() const;
    [[nodiscard]] const DomainRow *rowAt(const QModelIndex &index) const;

    SegmentedChoice *m_by;
    MailServerBar *m_servers;
    QLabel *m_finding;
    DomainBars *m_bars;
    QLineEdit *m_search;
    QLabel *m_count;
    TableView *m_table;
    DomainModel *m_model;
    QSortFilterProxyModel m_proxy;
    Made m_made;                       ///< of the rows that are on screen or being made
    std::optional<Columns> m_sizedFor; ///< the widths are of these
    BackgroundJob m_job;               ///< last, so that it ends before what it fills
};

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/backgroundjob.h"
#include "ui/domains/domainrow.h"
#include "ui/session/page.h"

#include <QSortFilterProxyModel>

#include <memory>

class QLabel;
class QLineEdit;

namespace clicksieve {

class DomainBars;
class DomainModel;
class TableView;

/// Where machines click: the heaviest domains as bars, all domains as a table.
class DomainsPage : public Page {
    Q_OBJECT

public:
    explicit DomainsPage(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] bool isUpToDate() const override;

protected:
    void refresh() override;

private:
    void buildLayout();
    void setUpDomainTable();
    void present(const std::vector<DomainRow> &rows);
    void search(const QString &part);
    void sizeColumns();
    void showCount();
    void filterDomain(DomainIndex domain, const QString &name);
    [[nodiscard]] bool severalCampaigns() const;
    [[nodiscard]] const DomainRow *rowAt(const QModelIndex &index) const;

    QLabel *m_finding;
    DomainBars *m_bars;
    QLineEdit *m_search;
    QLabel *m_count;
    TableView *m_table;
    DomainModel *m_model;
    QSortFilterProxyModel m_proxy;
    // Of the rows that are on screen or being made. Weak: a page that nobody looks at keeps no old analysis alive.
    std::weak_ptr<const Verdicts> m_verdicts;
    Filter m_filter;
    bool m_columnsSized = false;
    BackgroundJob m_job; ///< last, so that it ends before what it fills
};

} // namespace clicksieve

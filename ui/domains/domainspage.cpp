// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/domains/domainspage.h"

#include "ui/domains/domainbars.h"
#include "ui/domains/domainmodel.h"
#include "ui/domains/mailserverbar.h"
#include "ui/session/session.h"
#include "ui/session/subject.h"
#include "ui/tables/bardelegate.h"
#include "ui/tables/roles.h"
#include "ui/tables/tableview.h"
#include "ui/theme/numbers.h"
#include "ui/theme/segmentedchoice.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSplitter>
#include <QVBoxLayout>

namespace clicksieve {

namespace {

QFrame *makeCard(QLayout *contents)
{
    auto *card = new QFrame;
    card->setProperty("look", QStringLiteral("card"));
    card->setLayout(contents);
    return card;
}

} // namespace

DomainsPage::DomainsPage(Session &session, QWidget *parent)
    : Page(session, tr("Domains"), parent)
    , m_by(new SegmentedChoice(tr("Show"), {tr("By domain"), tr("By gateway")}, 0))
    , m_servers(new MailServerBar(session))
    , m_finding(new QLabel)
    , m_bars(new DomainBars)
    , m_search(new QLineEdit)
    , m_count(new QLabel)
    , m_table(new TableView)
    , m_model(new DomainModel(this))
{
    buildLayout();
    setUpDomainTable();
    connect(m_bars, &DomainBars::domainClicked, this, &DomainsPage::filterDomain);
    connect(m_search, &QLineEdit::textChanged, this, &DomainsPage::search);
    connect(m_by, &SegmentedChoice::chosenChanged, this, [this] {
        m_search->clear(); // what was looked for is no gateway
        markStale();
    });
    connect(&session, &Session::mailServersChanged, this, &DomainsPage::markStale);
}

void DomainsPage::buildLayout()
{
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_finding->setFont(strong);
    m_finding->setTextFormat(Qt::PlainText);
    m_finding->setWordWrap(true);
    m_search->setPlaceholderText(tr("part of a domain name"));
    m_search->setAccessibleName(tr("Search domains"));
    m_search->setClearButtonEnabled(true);
    constexpr int kSearchWidth = 260;
    m_search->setFixedWidth(kSearchWidth);
    m_count->setProperty("look", QStringLiteral("quiet"));
    m_count->setTextFormat(Qt::PlainText);
    m_bars->setMinimumHeight(120);

    auto *picture = new QVBoxLayout;
    picture->addWidget(m_finding);
    picture->addWidget(m_bars, 1);
    auto *searchRow = new QHBoxLayout;
    searchRow->addWidget(m_by);
    searchRow->addWidget(m_search);
    searchRow->addWidget(m_count, 1);
    auto *list = new QVBoxLayout;
    list->addLayout(searchRow);
    list->addWidget(m_servers);
    list->addWidget(m_table, 1);
    m_servers->hide();
    m_table->setFrameShape(QFrame::NoFrame);

    constexpr int kMargin = 16;
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setHandleWidth(kMargin * 3 / 4);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeCard(picture));
    splitter->addWidget(makeCard(list));
    splitter->setSizes({10, 9}); // shares
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->addWidget(splitter);
}

void DomainsPage::setUpDomainTable()
{
    m_proxy.setSortRole(SortRole);
    m_proxy.setSortCaseSensitivity(Qt::CaseInsensitive);
    m_proxy.setFilterKeyColumn(DomainModel::Domain);
    m_proxy.setFilterRole(DomainModel::SearchRole);
    m_proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy.setSourceModel(m_model);
    m_table->setModel(&m_proxy);
    m_table->setAccessibleName(tr("Domains"));
    m_table->setCsvName(tr("domains"));
    m_table->setItemDelegateForColumn(DomainModel::MachineShare,
                                      new BarDelegate(BarDelegate::Meaning::Machine, m_table));
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        const DomainRow *row = rowAt(index);
        if (row != nullptr && m_made.byGateway)
            showDomainsOf(row->isUnknown ? QString() : row->name);
        else if (row != nullptr)
            filterDomain(row->domain, row->name);
    });
    connect(m_table, &TableView::contextMenuWanted, this, [this](QMenu *menu, const QModelIndex &index) {
        const DomainRow *row = rowAt(index);
        if (row != nullptr && m_made.byGateway && !row->isUnknown)
            menu->addAction(tr("Show its &domains"), this, [this, name = row->name] { showDomainsOf(name); });
        if (row == nullptr || row->domain.isNone())
            return;
        menu->addAction(tr("Show &only this domain"), this,
                        [this, domain = row->domain, name = row->name] { filterDomain(domain, name); });
    });
}

// --- computing ---

DomainsPage::Made DomainsPage::wanted() const
{
    return {session().analysis().verdicts, session().mailServers(), session().filter(), m_by->chosen() == 1};
}

bool DomainsPage::isUpToDate() const
{
    return !m_job.isRunning() && m_made.isOf(wanted());
}

void DomainsPage::refresh()
{
    const Made made = wanted();
    if (m_made.isOf(made))
        return; // on screen, or on the way
    m_made = made;
    using Rows = std::vector<DomainRow>;
    m_job.start<Rows>(
        [analysis = session().analysis(), filter = made.filter, servers = made.servers,
         byGateway = made.byGateway](JobContext &context) {
            return Result<Rows>(byGateway ? makeGatewayRows(analysis, filter, *servers, context)
                                          : makeDomainRows(analysis, filter, *servers, context));
        },
        [this](const Result<Rows> &rows) {
            if (rows)
                present(rows.value());
            else if (rows.error().kind != Error::Kind::Cancelled)
                m_finding->setText(rows.error().message);
        });
}

// --- showing ---

void DomainsPage::present(const std::vector<DomainRow> &rows)
{
    const QString finding = m_made.byGateway ? gatewaySentence(rows) : machineClicksSentence(rows);
    m_finding->setText(finding);
    m_bars->setRows(rows, m_made.byGateway ? tr("Gateway or mailboxes") : tr("Domain"), finding);
    m_bars->setPictureOf(subjectText(session().analysis(), session().filter()), title());
    m_model->setRows(rows, severalCampaigns(),
                     m_made.byGateway ? DomainModel::Of::Gateways : DomainModel::Of::Domains);
    m_servers->setVisible(m_made.byGateway);
    showColumns();
    showCount();
    if (rows.empty())
        return;
    const bool anyKnown = m_made.byGateway ? !rows.front().isUnknown : m_model->isOfUse(DomainModel::Gateway);
    const Columns columns{m_made.byGateway, anyKnown};
    if (m_sizedFor != columns) {
        sizeColumns();
        m_sizedFor = columns; // from now on the widths are the user's
    }
}

void DomainsPage::showColumns()
{
    for (const int column : {DomainModel::Gateway, DomainModel::Domains})
        m_table->setColumnHidden(column, !m_model->isOfUse(column));
    m_search->setPlaceholderText(m_made.byGateway ? tr("part of a name") : tr("part of a domain name"));
}

bool DomainsPage::severalCampaigns() const
{
    return !m_made.filter.campaign && session().analysis().table->campaignCount() > 1;
}

/// Qt's own way leaves room for a sort sign twice; then not all columns fit.
void DomainsPage::sizeColumns()
{
    const bool hasColumnMore = m_made.byGateway || m_model->isOfUse(DomainModel::Gateway);
    const int room = hasColumnMore ? 12 : 18; ///< for margins and the sort sign
    constexpr int kWidest = 300;
    constexpr int kBarWidth = 115;
    const QAbstractItemView &cells = *m_table;
    const QFontMetrics metrics = m_table->horizontalHeader()->fontMetrics();
    for (int column = 0; column < DomainModel::ColumnCount; ++column) {
        const QString title = m_proxy.headerData(column, Qt::Horizontal).toString();
        const int width = std::max(cells.sizeHintForColumn(column), metrics.horizontalAdvance(title) + room);
        m_table->setColumnWidth(column, std::min(width, kWidest));
    }
    m_table->setColumnWidth(DomainModel::MachineShare, kBarWidth);
}

void DomainsPage::search(const QString &part)
{
    m_proxy.setFilterFixedString(part.trimmed());
    showCount();
}

void DomainsPage::showCount()
{
    const auto shown = static_cast<quint64>(m_proxy.rowCount());
    const auto all = static_cast<quint64>(m_model->rowCount());
    if (m_made.byGateway)
        m_count->clear();
    else if (shown != all)
        m_count->setText(tr("%1 of %2 domains").arg(countText(shown), countText(all)));
    else
        m_count->setText(all == 1 ? tr("1 domain") : tr("%1 domains").arg(countText(all)));
}

// --- selecting ---

/// The search finds domains by who takes their mail in, too.
void DomainsPage::showDomainsOf(const QString &gateway)
{
    m_by->choose(0);
    m_search->setText(gateway);
}

const DomainRow *DomainsPage::rowAt(const QModelIndex &index) const
{
    const QModelIndex source = m_proxy.mapToSource(index);
    return source.isValid() ? &m_model->at(source.row()) : nullptr;
}

void DomainsPage::filterDomain(DomainIndex domain, const QString &name)
{
    if (domain.isNone())
        return;
    Filter filter = session().filter();
    filter.domain = domain;
    session().setFilter(filter, tr("Domain %1").arg(name));
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/eventspage.h"

#include "core/detect/detector.h"
#include "ui/events/columntexts.h"
#include "ui/events/eventsmodel.h"
#include "ui/events/filterrow.h"
#include "ui/events/linkdelegate.h"
#include "ui/events/listactions.h"
#include "ui/events/verdictdelegate.h"
#include "ui/events/whypanel.h"
#include "ui/session/session.h"
#include "ui/tables/tableview.h"
#include "ui/theme/numbers.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace clicksieve {

namespace {

constexpr int kMargin = 12;
constexpr int kPanelWidth = 350;
constexpr std::chrono::milliseconds kSayBusyAfter{250};

/// Below this width of the page the explanation stands under the table, not beside it.
constexpr int kNarrow = 860;

/// In widths of the digit 0, by EventColumn.
constexpr int kColumnWidths[kEventColumns] = {13, 21, 29, 8, 27, 16, 22, 24, 17, 40};
/// On screen, from the left: what makes up the story of an event stands together, the verdict where it is always seen.
constexpr EventColumn kOrderOnScreen[kEventColumns] = {
    EventColumn::SinceSend, EventColumn::Verdict, EventColumn::Recipient, EventColumn::What,
    EventColumn::Link,      EventColumn::Actor,   EventColumn::Campaign,  EventColumn::Time,
    EventColumn::Address,   EventColumn::Agent};

bool hasSendTime(const EventTable &table)
{
    const MessageTable &messages = table.messages();
    for (std::size_t message = 0; message < messages.size(); ++message) {
        if (messages.sentTime(message) != kNoTime)
            return true;
    }
    return false;
}

} // namespace

EventsPage::EventsPage(Session &session, QWidget *parent)
    : Page(session, tr("Events"), parent)
    , m_model(new EventsModel(this))
    , m_table(new TableView(this))
    , m_filters(nullptr)
    , m_why(new WhyPanel(this))
    , m_splitter(new QSplitter(this))
{
    m_table->setModel(m_model);
    m_filters = new FilterRow(m_table, this);
    setUpColumns();

    m_splitter->addWidget(makeTableSide());
    m_splitter->addWidget(m_why);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({3 * kPanelWidth, kPanelWidth});

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->addWidget(makeTop());
    layout->addWidget(m_splitter, 1);
    setTabOrder(m_filters, m_table);
    setFocusProxy(m_table);

    m_busy.setSingleShot(true);
    m_busy.setInterval(kSayBusyAfter);
    connectParts();
    showCount();
}

QWidget *EventsPage::makeTop()
{
    auto *top = new QWidget(this);
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, 0, 0);
    m_count = new QLabel(top);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setAccessibleName(tr("Number of rows"));
    m_clear = new QPushButton(tr("Clear the fields below"), top);
    m_clear->setProperty("look", QStringLiteral("link"));
    m_onlyHere = new QLabel(tr("The fields below narrow only this table."), top);
    m_onlyHere->setProperty("look", QStringLiteral("quiet"));
    for (QWidget *part : {static_cast<QWidget *>(m_onlyHere), static_cast<QWidget *>(m_clear)}) {
        QSizePolicy policy = part->sizePolicy();
        policy.setRetainSizeWhenHidden(true); // nothing below moves when they come
        part->setSizePolicy(policy);
    }
    showFieldsUsed(false);
    row->addWidget(m_count);
    row->addWidget(m_onlyHere);
    row->addWidget(m_clear);
    row->addStretch();
    return top;
}

QWidget *EventsPage::makeTableSide()
{
    auto *side = new QWidget(this);
    auto *parts = new QVBoxLayout(side);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(0);
    parts->addWidget(m_filters);
    parts->addWidget(m_table, 1);
    return side;
}

void EventsPage::setUpColumns()
{
    m_table->setCsvName(tr("events"));
    m_table->setCsvRows([this] { return m_model->csvRows(); });
    m_table->setAccessibleName(tr("Opens and clicks"));
    m_table->setAccessibleDescription(tr("Every open and click with its verdict. Press Enter to read why."));
    m_table->setItemDelegateForColumn(static_cast<int>(EventColumn::Verdict), new VerdictDelegate(m_table));
    const int digit = m_table->fontMetrics().horizontalAdvance(u'0');
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_table->setColumnWidth(column, kColumnWidths[column] * digit);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setItemDelegateForColumn(static_cast<int>(EventColumn::Link), new LinkDelegate(m_table));
    m_table->setTextElideMode(Qt::ElideMiddle); // addresses end alike
    QHeaderView *header = m_table->horizontalHeader();
    for (std::size_t place = 0; place < kEventColumns; ++place)
        header->moveSection(header->visualIndex(static_cast<int>(kOrderOnScreen[place])),
                            static_cast<int>(place));
}

/// The order that a new export is shown in, until the user asks for another: by the first time column that it fills.
void EventsPage::sortAtFirst()
{
    QHeaderView *header = m_table->horizontalHeader();
    if (m_sortedAtFirst && header->sortIndicatorSection() != static_cast<int>(*m_sortedAtFirst))
        return; // the user's
    const EventColumn column =
        hasSendTime(*session().analysis().table) ? EventColumn::SinceSend : EventColumn::Time;
    m_sortedAtFirst = column;
    if (header->sortIndicatorSection() != static_cast<int>(column))
        m_table->sortByColumn(static_cast<int>(column), Qt::AscendingOrder);
}

void EventsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool narrow = width() < kNarrow;
    const Qt::Orientation orientation = narrow ? Qt::Vertical : Qt::Horizontal;
    if (m_splitter->orientation() == orientation)
        return;
    m_splitter->setOrientation(orientation);
    m_why->setCompact(narrow);
    m_splitter->setStretchFactor(1, narrow ? 1 : 0); // of more room, a panel at the side needs nothing
    m_splitter->setSizes(narrow ? QList<int>{height() / 2, height() / 2}
                                : QList<int>{3 * kPanelWidth, kPanelWidth});
}

void EventsPage::showFieldsUsed(bool used)
{
    m_onlyHere->setVisible(used);
    m_clear->setVisible(used);
}

void EventsPage::connectParts()
{
    connect(m_model, &EventsModel::updated, this, &EventsPage::adopt);
    connect(m_model, &EventsModel::failed, this,
            [this](const QString &message) { m_count->setText(message); });
    connect(m_model, &EventsModel::busyChanged, this,
            [this](bool busy) { busy ? m_busy.start() : m_busy.stop(); });
    connect(&m_busy, &QTimer::timeout, this,
            [this] { m_count->setText(tr("%1 · looking through the events…").arg(countText())); });

    connect(m_filters, &FilterRow::edited, this, [this] {
        m_filtersPending = true;
        showFieldsUsed(!m_filters->isClear());
    });
    connect(m_filters, &FilterRow::changed, this, &EventsPage::applyFilters);
    connect(m_filters, &FilterRow::left, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_filters->clear();
        applyFilters();
        m_table->setFocus();
    });
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_filters, &FilterRow::focusFirst);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &EventsPage::noteCurrentRow);
    connect(m_table, &QAbstractItemView::activated, m_why, qOverload<>(&QWidget::setFocus));
    connect(m_table, &TableView::contextMenuWanted, this, &EventsPage::fillMenu);

    connect(m_why, &WhyPanel::left, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_why, &WhyPanel::eventWanted, this, &EventsPage::goTo);
    connect(m_why, &WhyPanel::similarWanted, this,
            [this](qulonglong event) { showOnlyDomainOf(event, true); });
    connect(m_why, &WhyPanel::domainWanted, this,
            [this](qulonglong event) { showOnlyDomainOf(event, false); });
    connect(m_why, &WhyPanel::overrideWanted, this, &EventsPage::addOverride);
    connect(m_why, &WhyPanel::takingBackWanted, this, &EventsPage::takeOverrideBack);
}

bool EventsPage::isUpToDate() const
{
    return m_shown.table == session().analysis().table && m_shown.verdicts == session().analysis().verdicts
           && m_shownFilter == session().filter() && !m_filtersPending && m_model->isUpToDate();
}

void EventsPage::refresh()
{
    if (m_shown.table != session().analysis().table) {
        m_event.reset(); // a position in the old table
        m_why->clear();
        const bool oneCampaign = session().analysis().table->campaignCount() <= 1;
        if (oneCampaign)
            m_filters->edit(EventColumn::Campaign)->clear();
        m_table->setColumnHidden(static_cast<int>(EventColumn::Campaign), oneCampaign);
        sortAtFirst();
    }
    m_shown = session().analysis();
    applyFilters();
}

/// Asks the model for the rows that the session's filter and the fields above the table let pass.
void EventsPage::applyFilters()
{
    m_filtersPending = false;
    if (m_shown.table == nullptr)
        return;
    m_shownFilter = session().filter();
    EventQuery query;
    query.filter = m_shownFilter;
    m_filters->applyTo(query);
    m_model->show(m_shown, query);
}

/// The model has new rows: says how many, and finds the event again that was looked at.
void EventsPage::adopt()
{
    showCount();
    m_table->setPlaceholderText(m_model->totalCount() == 0
                                    ? tr("There are no opens and clicks in this export.")
                                    : tr("No open or click passes the filters."));
    if (m_event)
        goTo(*m_event);
    if (!m_table->currentIndex().isValid())
        m_table->scrollToTop(); // where the user was, there may be nothing of the same
}

void EventsPage::goTo(std::size_t event)
{
    const int row = m_model->rowOf(event);
    if (row < 0) {
        m_table->clearSelection();
        m_table->setCurrentIndex({});
    }
    explain(event);
    if (row < 0)
        return;
    const int column = std::max(m_table->currentIndex().column(), 0);
    const QModelIndex index = m_model->index(row, column);
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
}

void EventsPage::noteCurrentRow()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const std::size_t event = m_model->eventAt(current.row());
    if (m_event != event)
        explain(event);
}

void EventsPage::explain(std::size_t event)
{
    m_event = event;
    const Analysis &analysis = m_model->analysis();
    m_why->explainEvent(analysis, event, clicksieve::explain(*analysis.table, *analysis.verdicts, event),
                        m_model->rowOf(event) < 0);
}

QString EventsPage::countText() const
{
    const quint64 total = m_model->totalCount();
    const auto shown = static_cast<quint64>(m_model->rowCount());
    if (shown == total)
        return tr("%1 opens and clicks").arg(clicksieve::countText(total));
    return tr("%1 of %2 opens and clicks").arg(clicksieve::countText(shown), clicksieve::countText(total));
}

void EventsPage::showCount()
{
    m_count->setText(countText());
    showFieldsUsed(!m_filters->isClear());
}

void EventsPage::showOnlyDomainOf(std::size_t event, bool andVerdict)
{
    if (m_model->analysis().table != session().analysis().table)
        return; // a row of the snapshot before, which is about to go
    const EventTable &table = *m_shown.table;
    const DomainIndex domain = table.domainOf(table.recipient(event));
    if (domain.isNone())
        return;
    Filter filter = session().filter();
    filter.domain = domain;
    QString what = tr("show only %1").arg(visibleText(table.domainText(domain)));
    if (andVerdict) {
        filter.verdict = m_shown.verdicts->verdict(event);
        what = tr("show similar events");
    }
    session().setFilter(filter, what);
}

/// A later word on the same thing takes the place of the earlier one.
void EventsPage::addOverride(std::size_t event, Override::Scope scope, bool isMachine)
{
    if (m_model->analysis().table != session().analysis().table)
        return; // a row of the snapshot before, which is about to go
    const auto id = overrideId(*m_shown.table, scope, event);
    if (!id)
        return;
    OverrideList list = session().overrides();
    std::erase_if(list, [&](const Override &old) { return old.scope == scope && old.id == *id; });
    list.push_back({scope, *id, isMachine});
    session().setOverrides(list, isMachine ? tr("it was a machine") : tr("it was a person"));
}

void EventsPage::takeOverrideBack(std::size_t event)
{
    if (m_model->analysis().table != session().analysis().table)
        return;
    OverrideList list = session().overrides();
    while (const auto place = decidingOverride(*m_shown.table, list, event))
        list.erase(list.begin() + static_cast<std::ptrdiff_t>(*place));
    session().setOverrides(list, tr("take your verdict back"));
}

void EventsPage::fillMenu(QMenu *menu, const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const std::size_t event = m_model->eventAt(index.row());
    const auto column = static_cast<EventColumn>(index.column());
    const QString text = index.data().toString();
    if (hasTexts(column) && columnId(m_model->analysis(), column, event) != EventIndex::kNone) {
        menu->addAction(tr("Show only rows with this text in the column"), this,
                        [this, column, text] { m_filters->edit(column)->setText(text); });
    }
    const EventTable &table = *m_model->analysis().table;
    if (!table.domainOf(table.recipient(event)).isNone()) {
        menu->addAction(tr("Show similar (same domain, same verdict)"), this,
                        [this, event] { showOnlyDomainOf(event, true); });
        menu->addAction(tr("Show only this recipient's domain"), this,
                        [this, event] { showOnlyDomainOf(event, false); });
    }
    menu->addSeparator();
    if (m_model->analysis().verdicts->isOverridden(event))
        menu->addAction(tr("Take your verdict back"), this, [this, event] { takeOverrideBack(event); });
    menu->addAction(tr("It was a person"), this,
                    [this, event] { addOverride(event, Override::Scope::Event, false); });
    menu->addAction(tr("It was a machine"), this,
                    [this, event] { addOverride(event, Override::Scope::Event, true); });
    menu->addSeparator();
    addListActions(*menu, session(), event);
    menu->addSeparator();
    menu->addAction(tr("Copy this cell"), this, [text] { QGuiApplication::clipboard()->setText(text); });
}

} // namespace clicksieve

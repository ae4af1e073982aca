// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/whypanel.h"

#include "core/detect/turningpoint.h"
#include "ui/events/eventdetails.h"
#include "ui/events/eventsmodel.h"
#include "ui/events/evidencelist.h"
#include "ui/events/linkdelegate.h"
#include "ui/events/verdictdelegate.h"
#include "ui/events/verdictmark.h"
#include "ui/tables/tableview.h"
#include "ui/theme/numbers.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace clicksieve {

namespace {

constexpr int kMarkSide = 16;
constexpr int kMargin = 12;
constexpr int kMessageRows = 9;       ///< of its list, header included
constexpr double kHeadlineSize = 1.2; ///< of the normal font
constexpr EventColumn kMessageColumns[] = {EventColumn::SinceSend, EventColumn::What, EventColumn::Link,
                                           EventColumn::Verdict};

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

/// "This click was made by a machine (99 %)."
QString headlineFor(const Analysis &analysis, std::size_t event)
{
    const bool click = analysis.table->type(event) == EventType::Click;
    if (analysis.verdicts->isOverridden(event)) {
        if (analysis.verdicts->isMachine(event))
            return click ? WhyPanel::tr("You said that a machine made this click.")
                         : WhyPanel::tr("You said that a machine made this open.");
        return click ? WhyPanel::tr("You said that a person made this click.")
                     : WhyPanel::tr("You said that a person made this open.");
    }
    // A no-break space: the sign stays with its number where the line ends.
    const QString percent = QStringLiteral("%1\u00A0%").arg(EventText(analysis).verdictPercent(event));
    switch (analysis.verdicts->verdict(event)) {
    case Verdict::Machine:
        return (click ? WhyPanel::tr("This click was made by a machine (%1).")
                      : WhyPanel::tr("This open was made by a machine (%1)."))
            .arg(percent);
    case Verdict::Human:
        return (click ? WhyPanel::tr("This click was made by a person (%1).")
                      : WhyPanel::tr("This open was made by a person (%1)."))
            .arg(percent);
    case Verdict::Uncertain:
        break;
    }
    return (click ? WhyPanel::tr("Unclear who made this click (%1 machine).")
                  : WhyPanel::tr("Unclear who made this open (%1 machine)."))
        .arg(percent);
}

/// Why an event that nothing speaks for is a person's all the same. @p against: how many signs of a machine there are.
QString assumptionFor(const Analysis &analysis, std::size_t event, qsizetype against)
{
    const bool click = analysis.table->type(event) == EventType::Click;
    const QString most =
        click ? WhyPanel::tr("Most clicks are people's") : WhyPanel::tr("Most opens are people's");
    if (against == 0)
        return WhyPanel::tr("%1, and nothing here speaks for a machine.").arg(most);
    return (against == 1 ? WhyPanel::tr("%1; this one sign is too weak to change that.")
                         : WhyPanel::tr("%1; these signs are too weak to change that."))
        .arg(most);
}

} // namespace

WhyPanel::WhyPanel(QWidget *parent) : QWidget(parent), m_stack(new QStackedWidget(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);

    auto *empty = plainLabel(this);
    empty->setText(tr("Select an event to see why."));
    empty->setAlignment(Qt::AlignCenter);
    empty->setProperty("look", QStringLiteral("quiet"));
    m_stack->addWidget(empty);

    auto *full = new QWidget(this);
    auto *parts = new QVBoxLayout(full);
    parts->setContentsMargins(kMargin, 0, 0, 0);
    parts->addWidget(makeExplanation(), 1);
    m_message = makeMessage();
    parts->addWidget(m_message);
    parts->addWidget(makeOwnVerdicts());
    parts->addWidget(makeButtons());
    m_stack->addWidget(full);

    setAccessibleName(tr("Why?"));
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &WhyPanel::left);
}

QWidget *WhyPanel::makeExplanation()
{
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::StrongFocus);
    area->setAccessibleName(tr("What was found"));
    auto *content = new QWidget(area);
    auto *parts = new QVBoxLayout(content);
    parts->setContentsMargins(0, 0, kMargin / 2, 0);

    auto *top = new QHBoxLayout;
    m_mark = new QLabel(content);
    m_mark->setAlignment(Qt::AlignTop);
    m_mark->setContentsMargins(0, 3, 2, 0);
    m_headline = plainLabel(content);
    QFont font = m_headline->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * kHeadlineSize);
    m_headline->setFont(font);
    top->addWidget(m_mark);
    top->addWidget(m_headline, 1);
    parts->addLayout(top);

    m_summary = plainLabel(content);
    m_summary->setProperty("look", QStringLiteral("quiet"));
    parts->addWidget(m_summary);
    m_hiddenNote = plainLabel(content);
    m_hiddenNote->setText(tr("The filters hide this event from the table."));
    parts->addWidget(m_hiddenNote);

    parts->addSpacing(kMargin / 2);
    m_for = new EvidenceList(content);
    parts->addWidget(m_for);
    m_against = new EvidenceList(content);
    parts->addWidget(m_against);
    m_turningPoint = new EvidenceList(content);
    parts->addWidget(m_turningPoint);
    parts->addSpacing(kMargin / 2);
    m_details = new EventDetails(content);
    parts->addWidget(m_details);
    parts->addStretch();
    area->setWidget(content);
    m_explanation = area;
    return area;
}

QWidget *WhyPanel::makeMessage()
{
    auto *box = new QWidget(this);
    auto *parts = new QVBoxLayout(box);
    parts->setContentsMargins(0, 0, 0, 0);
    m_messageTitle = plainLabel(box);
    parts->addWidget(m_messageTitle);

    m_messageModel = new EventsModel(this);
    m_messageTable = new TableView(box);
    m_messageTable->setSortingEnabled(false); // by time, that is the point
    m_messageTable->horizontalHeader()->setSortIndicatorShown(false);
    m_messageTable->setTextElideMode(Qt::ElideMiddle);
    m_messageTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_messageTable->setModel(m_messageModel);
    m_messageTable->setCsvRows([this] { return m_messageModel->csvRows(); });
    m_messageTable->setItemDelegateForColumn(static_cast<int>(EventColumn::Verdict),
                                             new VerdictDelegate(m_messageTable));
    m_messageTable->setItemDelegateForColumn(static_cast<int>(EventColumn::Link),
                                             new LinkDelegate(m_messageTable));
    m_messageTable->setFixedHeight(m_messageTable->verticalHeader()->defaultSectionSize() * kMessageRows);
    m_messageTable->setAccessibleName(tr("Opens and clicks of the same message"));
    for (int column = 0; column < m_messageModel->columnCount(); ++column)
        m_messageTable->setColumnHidden(column,
                                        std::ranges::find(kMessageColumns, static_cast<EventColumn>(column))
                                            == std::end(kMessageColumns));
    m_messageTable->horizontalHeader()->setSectionResizeMode(static_cast<int>(EventColumn::Link),
                                                             QHeaderView::Stretch);
    connect(m_messageTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &WhyPanel::noteMessageRow,
            Qt::QueuedConnection); // showing another event fills this table anew
    parts->addWidget(m_messageTable);
    return box;
}

QWidget *WhyPanel::makeOwnVerdicts()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    m_person = makeOwnVerdict(tr("It was a person"), false);
    m_machine = makeOwnVerdict(tr("It was a machine"), true);
    m_takeBack = new QPushButton(tr("Take back"), box);
    m_takeBack->setProperty("look", QStringLiteral("small"));
    m_takeBack->setToolTip(tr("Your verdict goes; the rules decide again."));
    connect(m_takeBack, &QPushButton::clicked, this, [this] { emit takingBackWanted(m_event); });
    for (QWidget *button : {static_cast<QWidget *>(m_person), static_cast<QWidget *>(m_machine),
                            static_cast<QWidget *>(m_takeBack)})
        row->addWidget(button);
    row->addStretch();
    return box;
}

/// Of this event at a click; of more at a click on the arrow.
QToolButton *WhyPanel::makeOwnVerdict(const QString &text, bool isMachine)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setPopupMode(QToolButton::MenuButtonPopup);
    button->setToolTip(
        tr("Your own verdict on this event, which goes before the rules. The arrow has more."));
    auto *menu = new QMenu(button);
    button->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, isMachine] { fillScopes(*menu, isMachine); });
    connect(button, &QToolButton::clicked, this,
            [this, isMachine] { emit overrideWanted(m_event, Override::Scope::Event, isMachine); });
    return button;
}

void WhyPanel::fillScopes(QMenu &menu, bool isMachine)
{
    menu.clear();
    const std::pair<Override::Scope, QString> scopes[] = {
        {Override::Scope::Message, tr("Everything of this message")},
        {Override::Scope::Client, tr("Everything from this address and program")},
        {Override::Scope::Link, tr("Every click on this link")},
        {Override::Scope::Domain, tr("Everything of this recipient domain")}};
    for (const auto &[scope, text] : scopes) {
        QAction *action = menu.addAction(
            text, this, [this, which = scope, isMachine] { emit overrideWanted(m_event, which, isMachine); });
        action->setEnabled(overrideId(*m_analysis.table, scope, m_event).has_value());
    }
}

void WhyPanel::showOwnVerdicts()
{
    const bool isOwn = m_analysis.verdicts->isOverridden(m_event);
    const bool isMachine = m_analysis.verdicts->isMachine(m_event);
    m_person->setVisible(!isOwn || isMachine);
    m_machine->setVisible(!isOwn || !isMachine);
    m_takeBack->setVisible(isOwn);
}

QWidget *WhyPanel::makeButtons()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    m_similar = new QPushButton(tr("Show similar"), box);
    m_similar->setToolTip(
        tr("Shows only events of the same recipient domain with the same verdict, on every page."));
    m_domain = new QPushButton(tr("Show only this domain"), box);
    m_domain->setToolTip(tr("Shows only events of this recipient's domain, on every page."));
    for (QPushButton *button : {m_similar, m_domain}) {
        button->setProperty("look", QStringLiteral("plain"));
        row->addWidget(button);
    }
    row->addStretch();
    connect(m_similar, &QPushButton::clicked, this, [this] { emit similarWanted(m_event); });
    connect(m_domain, &QPushButton::clicked, this, [this] { emit domainWanted(m_event); });
    return box;
}

void WhyPanel::clear()
{
    m_analysis = {};
    m_messageModel->showRows({}, {});
    m_stack->setCurrentIndex(0);
    setFocusProxy(nullptr); // Tab would lead to what is not shown
}

void WhyPanel::explainEvent(const Analysis &analysis, std::size_t event,
                            const std::vector<Evidence> &evidence, bool hiddenByFilters)
{
    m_analysis = analysis;
    m_event = event;
    showHeadline();
    showOwnVerdicts();
    showEvidence(evidence);
    m_details->show(analysis, event);
    showMessage();
    m_hiddenNote->setVisible(hiddenByFilters);
    const bool hasDomain = !analysis.table->domainOf(analysis.table->recipient(event)).isNone();
    m_similar->setEnabled(hasDomain);
    m_domain->setEnabled(hasDomain);
    m_stack->setCurrentIndex(1);
    setFocusProxy(m_explanation);
}

void WhyPanel::setCompact(bool compact)
{
    m_message->setVisible(!compact);
}

QString WhyPanel::headline() const
{
    return m_analysis.table == nullptr ? QString() : m_headline->text();
}

void WhyPanel::showHeadline()
{
    m_headline->setText(headlineFor(m_analysis, m_event));
    m_mark->setPixmap(
        verdictMark(kMarkSide, m_analysis.verdicts->verdict(m_event), palette(), devicePixelRatioF()));
    const EventText text(m_analysis);
    QStringList parts{text.cell(m_event, EventColumn::Recipient)};
    if (m_analysis.table->sinceSend(m_event) != kNoTime)
        parts << tr("%1 after the message was sent").arg(text.cell(m_event, EventColumn::SinceSend));
    m_summary->setText(parts.join(QStringLiteral(" · ")));
}

void WhyPanel::showEvidence(const std::vector<Evidence> &evidence)
{
    QStringList machine;
    QStringList person;
    for (const Evidence &piece : evidence) {
        if (piece.weight != 0)
            (piece.weight > 0 ? machine : person) << piece.sentence;
    }
    // What was found does not explain the user's own verdict.
    const bool isOwn = m_analysis.verdicts->isOverridden(m_event);
    switch (isOwn ? Verdict::Uncertain : m_analysis.verdicts->verdict(m_event)) {
    case Verdict::Machine:
        m_for->show(tr("What speaks for it"), machine);
        m_against->show(tr("What speaks against it"), person);
        break;
    case Verdict::Human:
        m_for->show(tr("What speaks for it"),
                    person.isEmpty() ? QStringList{assumptionFor(m_analysis, m_event, machine.size())}
                                     : person);
        m_against->show(tr("What speaks against it"), machine);
        break;
    case Verdict::Uncertain:
        m_for->show(tr("What speaks for a machine"), machine);
        m_against->show(tr("What speaks for a person"), person);
        break;
    }
    m_turningPoint->setVisible(!isOwn);
    m_turningPoint->show(tr("What would change it"),
                         turningPoint(*m_analysis.table, *m_analysis.verdicts, m_event, evidence));
}

/// The opens and clicks of the same message, this event current among them.
void WhyPanel::showMessage()
{
    const EventTable &table = *m_analysis.table;
    const MessageIndex message = table.message(m_event);
    EventsModel::Rows rows{static_cast<std::uint32_t>(m_event)};
    if (!message.isNone()) {
        const auto actions = table.messages().actions(message.value());
        rows.assign(actions.begin(), actions.end());
    }
    m_messageTable->setVisible(rows.size() > 1);
    m_messageTitle->setText(
        rows.size() == 1
            ? tr("Nothing else happened with this message.")
            : tr("All %1 opens and clicks of this message:").arg(countText(quint64{rows.size()})));
    m_messageModel->showRows(m_analysis, std::move(rows));
    m_messageTable->selectRow(m_messageModel->rowOf(m_event));
    for (const EventColumn column : {EventColumn::SinceSend, EventColumn::What, EventColumn::Verdict})
        m_messageTable->resizeColumnToContents(static_cast<int>(column));
}

void WhyPanel::noteMessageRow()
{
    const QModelIndex current = m_messageTable->currentIndex();
    if (!current.isValid())
        return;
    const std::size_t event = m_messageModel->eventAt(current.row());
    if (event != m_event)
        emit eventWanted(event);
}

void WhyPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_analysis.table != nullptr)
        showHeadline();
}

} // namespace clicksieve

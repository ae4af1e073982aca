// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/filterrow.h"

#include "ui/events/columntexts.h"
#include "ui/events/eventtext.h"

#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>
#include <chrono>

namespace clicksieve {

namespace {

constexpr std::chrono::milliseconds kWaitForMoreKeys{300};
constexpr int kGap = 2;

/// The column's title in the middle of "Filter by …".
QString accessibleNameFor(EventColumn column)
{
    return FilterRow::tr("Filter by %1").arg(EventText::title(column));
}

} // namespace

FilterRow::FilterRow(QTableView *table, QWidget *parent) : QWidget(parent), m_table(table)
{
    for (std::size_t i = 0; i < kEventColumns; ++i) {
        const auto column = static_cast<EventColumn>(i);
        if (hasTexts(column))
            addEdit(column, accessibleNameFor(column));
        if (column == EventColumn::What)
            m_what = addBox(column, accessibleNameFor(column));
        if (column == EventColumn::Verdict)
            m_verdict = addBox(column, accessibleNameFor(column));
    }
    for (const EventType type : {EventType::Open, EventType::Click})
        m_what->addItem(EventText::what(type), static_cast<int>(type));
    for (const Verdict verdict : {Verdict::Machine, Verdict::Human, Verdict::Uncertain})
        m_verdict->addItem(EventText::verdictWord(verdict), static_cast<int>(verdict));

    m_wait.setSingleShot(true);
    m_wait.setInterval(kWaitForMoreKeys);
    connect(&m_wait, &QTimer::timeout, this, &FilterRow::changed);

    QHeaderView *header = table->horizontalHeader();
    connect(header, &QHeaderView::sectionResized, this, &FilterRow::place);
    connect(header, &QHeaderView::sectionMoved, this, &FilterRow::place);
    connect(header, &QHeaderView::sectionMoved, this, &FilterRow::orderTabs);
    connect(header, &QHeaderView::geometriesChanged, this, &FilterRow::place);
    connect(table->horizontalScrollBar(), &QScrollBar::valueChanged, this, &FilterRow::place);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setAccessibleName(tr("Filters for the columns below"));
}

void FilterRow::addEdit(EventColumn column, const QString &accessibleName)
{
    auto *edit = new QLineEdit(this);
    edit->setClearButtonEnabled(true);
    edit->setPlaceholderText(tr("contains…"));
    edit->setAccessibleName(accessibleName);
    edit->setToolTip(tr("Shows only rows with this text in the column below. Capitals do not matter."));
    edit->installEventFilter(this);
    connect(edit, &QLineEdit::textChanged, this, &FilterRow::noteEdit);
    m_fields.insert(column, edit);
    m_edits.insert(column, edit);
}

QComboBox *FilterRow::addBox(EventColumn column, const QString &accessibleName)
{
    auto *box = new QComboBox(this);
    box->addItem(tr("any"));
    box->setAccessibleName(accessibleName);
    box->installEventFilter(this);
    connect(box, &QComboBox::currentIndexChanged, this, &FilterRow::noteEdit);
    m_fields.insert(column, box);
    return box;
}

void FilterRow::noteEdit()
{
    m_wait.start();
    emit edited();
}

void FilterRow::applyTo(EventQuery &query) const
{
    for (auto edit = m_edits.cbegin(); edit != m_edits.cend(); ++edit)
        query.textOf(edit.key()) = edit.value()->text().trimmed();
    query.what.reset();
    if (const QVariant type = m_what->currentData(); type.isValid())
        query.what = static_cast<EventType>(type.toInt());
    query.verdict.reset();
    if (const QVariant verdict = m_verdict->currentData(); verdict.isValid())
        query.verdict = static_cast<Verdict>(verdict.toInt());
}

bool FilterRow::isClear() const
{
    EventQuery query;
    applyTo(query);
    return query == EventQuery{};
}

void FilterRow::clear()
{
    for (QLineEdit *edit : m_edits)
        edit->clear();
    m_what->setCurrentIndex(0);
    m_verdict->setCurrentIndex(0);
}

void FilterRow::focusFirst()
{
    QLineEdit *first = edit(EventColumn::Recipient);
    first->setFocus(Qt::ShortcutFocusReason);
    first->selectAll();
}

QSize FilterRow::sizeHint() const
{
    return {0,
            std::max(m_what->sizeHint().height(), edit(EventColumn::Recipient)->sizeHint().height()) + kGap};
}

QSize FilterRow::minimumSizeHint() const
{
    return sizeHint();
}

void FilterRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

/// Puts every field above its column. What a field cannot show beyond the edge of the table is cut off with it.
void FilterRow::place()
{
    const QHeaderView *header = m_table->horizontalHeader();
    const int left = m_table->frameWidth()
                     + (m_table->verticalHeader()->isVisible() ? m_table->verticalHeader()->width() : 0);
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        const int column = static_cast<int>(field.key());
        const int width = header->sectionSize(column) - kGap;
        field.value()->setVisible(!header->isSectionHidden(column));
        field.value()->setGeometry(left + header->sectionViewportPosition(column), 0, std::max(width, 0),
                                   height() - kGap);
    }
}

/// Tab goes from left to right.
void FilterRow::orderTabs()
{
    const QHeaderView *header = m_table->horizontalHeader();
    QWidget *before = nullptr;
    for (int place = 0; place < header->count(); ++place) {
        QWidget *field = m_fields.value(static_cast<EventColumn>(header->logicalIndex(place)));
        if (before != nullptr && field != nullptr)
            setTabOrder(before, field);
        if (field != nullptr)
            before = field;
    }
}

bool FilterRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        makeVisible(qobject_cast<QWidget *>(watched));
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool downInEdit = key == Qt::Key_Down && qobject_cast<QLineEdit *>(watched) != nullptr;
        if (key == Qt::Key_Escape || downInEdit) {
            emit left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

/// Tab may lead to a field whose column is scrolled out of sight.
void FilterRow::makeVisible(const QWidget *field)
{
    QScrollBar *bar = m_table->horizontalScrollBar();
    if (field->x() < 0)
        bar->setValue(bar->value() + field->x());
    else if (field->geometry().right() > width())
        bar->setValue(bar->value() + field->geometry().right() - width());
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/columnchoices.h"

#include "core/ingest/dayandtime.h"
#include "ui/import/mappinglabels.h"
#include "ui/import/steadycombo.h"
#include "ui/import/zonechoice.h"
#include "ui/theme/numbers.h"
#include "ui/theme/tips.h"

#include <QDateTime>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>

namespace clicksieve {

namespace {

QString nothingText(Field field)
{
    switch (field) {
    case Field::Time:
    case Field::Recipient:
        return ColumnChoices::tr("Choose a column…");
    case Field::TimeOfDay:
        return ColumnChoices::tr("In the time column");
    case Field::Event:
        return ColumnChoices::tr("No column says it");
    default:
        return ColumnChoices::tr("Not in the file");
    }
}

QString shown(const QString &text)
{
    return visibleText(text.toStdString());
}

/// "31 March 2026, 09:00:31": a month by name can be mistaken for nothing.
QString spelledOut(TimeMs time)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(time, Qt::UTC);
    return QLocale(QLocale::English, QLocale::UnitedKingdom)
        .toString(moment, QStringLiteral("d MMMM yyyy, HH:mm:ss"));
}

std::vector<std::string_view> cellsOf(const RecordSample &sample, const std::string &column)
{
    const auto place = sample.columnNamed(column);
    return place ? sample.cellsOf(*place) : std::vector<std::string_view>();
}

/// The first cell of the time columns, as the pattern sees it.
std::string firstTime(const FormatDraft &draft, const RecordSample &sample)
{
    const auto time = sample.columnNamed(draft.columns.at(Field::Time));
    if (!time)
        return {};
    const auto day =
        draft.has(Field::TimeOfDay) ? sample.columnNamed(draft.columns.at(Field::TimeOfDay)) : std::nullopt;
    std::string scratch;
    for (const auto &row : sample.rows) {
        if (row[*time].empty() || (day && row[*day].empty()))
            continue;
        return day ? std::string(joinedDayAndTime(row[*time], row[*day], scratch)) : row[*time];
    }
    return {};
}

} // namespace

ColumnChoices::ColumnChoices(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_zone(new ZoneChoice)
    , m_wayNote(new QLabel)
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(7);
    m_grid->setColumnStretch(1, 1);
    addTimeRows();
    addColumnRow(Field::Event);
    auto *everyRow = new SteadyCombo;
    fillWithEventTypes(*everyRow, tr("Choose…"));
    m_everyRow = addRow(tr("Every row is"), everyRow,
                        tr("What all rows are, where no column says it: a list of opens, say."));
    connect(everyRow, &QComboBox::activated, this,
            [this] { emit everyRowChosen(eventTypeIn(*m_everyRow.combo)); });
    for (const Field field : {Field::Recipient, Field::Campaign, Field::CampaignName, Field::Url,
                              Field::Address, Field::Agent, Field::SentAt, Field::MachineFlag})
        addColumnRow(field);
    auto *needed = new QLabel;
    addNote(needed);
    needed->setText(tr("* is needed. The others make the signs of scanners clearer."));
    needed->show();
    m_grid->setRowStretch(m_rows, 1);
    setFocusProxy(m_columns.at(Field::Time).combo);
}

void ColumnChoices::addTimeRows()
{
    addColumnRow(Field::Time);
    addColumnRow(Field::TimeOfDay);
    auto *way = new SteadyCombo;
    m_way = addRow(tr("Reads as"), way, tr("How the cell is read. The month is spelled out."));
    connect(way, &QComboBox::activated, this,
            [this] { emit timePatternChosen(m_way.combo->currentData().toString()); });
    addNote(m_wayNote);
    m_zone->setUnsaidText(tr("Not known (taken for UTC)"));
    m_zoneRow = addRow(tr("Time zone"), m_zone, tr("The clock that the times show."));
    connect(m_zone, &ZoneChoice::chosen, this, &ColumnChoices::zoneChosen);
}

void ColumnChoices::addNote(QLabel *note)
{
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    note->setProperty("look", QStringLiteral("quiet"));
    note->hide();
    m_grid->addWidget(note, m_rows++, 1, 1, 2);
}

ColumnChoices::Row ColumnChoices::addRow(const QString &label, QComboBox *combo, const QString &explanation)
{
    Row row{new QLabel(label), combo, new QLabel};
    row.label->setBuddy(combo);
    row.label->setToolTip(tipText(explanation));
    row.mark->setProperty("look", QStringLiteral("quiet"));
    row.mark->setFixedWidth(row.mark->fontMetrics().horizontalAdvance(tr("proposed")) + 2);
    combo->setAccessibleName(label);
    combo->setAccessibleDescription(explanation);
    combo->setToolTip(tipText(explanation));
    m_grid->addWidget(row.label, m_rows, 0);
    m_grid->addWidget(row.combo, m_rows, 1);
    m_grid->addWidget(row.mark, m_rows, 2);
    ++m_rows;
    return row;
}

void ColumnChoices::addColumnRow(Field field)
{
    auto *combo = new SteadyCombo;
    const QString label = isNeeded(field) ? labelOf(field) + QStringLiteral(" *") : labelOf(field);
    m_columns[field] = addRow(label, combo, explanationOf(field));
    combo->setAccessibleName(labelOf(field));
    connect(combo, &QComboBox::activated, this, [this, field, combo] {
        const int column = combo->currentIndex() - 1;
        emit columnChosen(field, column < 0 ? std::string()
                                            : m_sample->columns[static_cast<std::size_t>(column)].name);
    });
}

void ColumnChoices::setSample(std::shared_ptr<const RecordSample> sample, MappingGuess guess)
{
    m_sample = std::move(sample);
    m_guess = std::move(guess);
    for (const auto &[field, row] : m_columns) {
        const QSignalBlocker quiet(row.combo);
        row.combo->clear();
        row.combo->addItem(nothingText(field));
        for (std::size_t column = 0; column < m_sample->columns.size(); ++column) {
            const QString title = shown(m_sample->columns[column].title);
            const QString &example = m_guess.columns[column].example;
            row.combo->addItem(example.isEmpty()
                                   ? tr("%1 (empty)").arg(title)
                                   : tr("%1: %2", "column, example").arg(title, shown(example)));
        }
    }
}

void ColumnChoices::showDraft(const FormatDraft &draft)
{
    for (const auto &[field, row] : m_columns) {
        const QSignalBlocker quiet(row.combo);
        const auto chosen = draft.columns.find(field);
        const auto column =
            chosen == draft.columns.end() ? std::nullopt : m_sample->columnNamed(chosen->second);
        row.combo->setCurrentIndex(column ? static_cast<int>(*column) + 1 : 0);
    }
    showEventType(*m_everyRow.combo, draft.everyRow);
    setRowVisible(m_everyRow, !draft.has(Field::Event));
    showWays(draft);
    showZone(draft);
    markProposals(draft);
}

void ColumnChoices::showWays(const FormatDraft &draft)
{
    const TimeWays ways = waysOf(draft, *m_sample);
    const QSignalBlocker quiet(m_way.combo);
    m_way.combo->clear();
    const std::string cell = draft.has(Field::Time) ? firstTime(draft, *m_sample) : std::string();
    static const TimeZone utc = *TimeZone::named(QStringLiteral("UTC"));
    if (ways.areTimes()) {
        for (const QString &text : ways.patterns) {
            const auto pattern = TimePattern::compile(text);
            const TimeMs time = pattern ? pattern->parse(cell, utc) : kNoTime;
            m_way.combo->addItem(time == kNoTime ? text : spelledOut(time), text);
        }
        m_way.combo->setCurrentIndex(std::max(0, m_way.combo->findData(draft.timePattern)));
    }
    setRowVisible(m_way, ways.areTimes());
    const bool areDays = ways.areTimes() && !draft.has(Field::TimeOfDay)
                         && dayWays(cellsOf(*m_sample, draft.columns.at(Field::Time))).fits == ways.fits;
    m_wayNote->setText(
        ways.areAmbiguous()
            ? tr("The dates can be read in two ways. Choose the one that fits the campaign.")
            : tr("These are days without a time of day. Scanners are fast, so most signs of them "
                 "need it."));
    m_wayNote->setVisible(ways.areTimes() && (ways.areAmbiguous() || areDays));
}

void ColumnChoices::showZone(const FormatDraft &draft)
{
    std::vector<std::string_view> cells;
    if (draft.has(Field::Time) && !draft.has(Field::TimeOfDay))
        cells = cellsOf(*m_sample, draft.columns.at(Field::Time));
    const bool isInFile = nameTheirZone(cells, draft.timePattern);
    m_zone->setUnsaidText(isInFile ? tr("The times say it themselves") : tr("Not known (taken for UTC)"));
    m_zone->setZone(draft.zoneIsGuess || isInFile ? QString() : draft.timeZone);
    m_zone->setEnabled(!isInFile);
}

void ColumnChoices::markProposals(const FormatDraft &draft)
{
    const auto mark = [](const Row &row, bool isProposed, const QString &explanation, const QString &reason) {
        const QString all = isProposed && !reason.isEmpty() ? explanation + u' ' + reason : explanation;
        row.mark->setText(isProposed ? tr("proposed") : QString());
        row.mark->setToolTip(isProposed ? tipText(reason) : QString());
        row.combo->setToolTip(tipText(all));
        row.combo->setAccessibleDescription(isProposed ? tr("Proposed.") + u' ' + all : all);
    };
    for (const auto &[field, row] : m_columns) {
        const auto proposal = m_guess.proposals.find(field);
        const auto chosen = draft.columns.find(field);
        const bool isProposed = proposal != m_guess.proposals.end() && chosen != draft.columns.end()
                                && m_sample->columns[proposal->second.column].name == chosen->second;
        mark(row, isProposed, explanationOf(field), isProposed ? proposal->second.reason : QString());
    }
    const bool isProposed = draft.everyRow && draft.everyRow == m_guess.draft.everyRow;
    mark(m_everyRow, isProposed, tr("What all rows are, where no column says it: a list of opens, say."),
         m_guess.everyRowReason);
}

void ColumnChoices::setRowVisible(const Row &row, bool visible)
{
    row.label->setVisible(visible);
    row.combo->setVisible(visible);
    row.mark->setVisible(visible);
}

} // namespace clicksieve

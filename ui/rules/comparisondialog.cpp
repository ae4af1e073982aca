// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/comparisondialog.h"

#include "ui/rules/changestext.h"
#include "ui/rules/comparedfiguresmodel.h"
#include "ui/rules/differingdomainsmodel.h"
#include "ui/rules/differingeventsmodel.h"
#include "ui/rules/reasonstext.h"
#include "ui/session/session.h"
#include "ui/tables/tableview.h"
#include "ui/theme/numbers.h"
#include "ui/theme/plainlabel.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <array>

namespace clicksieve {

namespace {

constexpr QSize kSize(1'180, 680);
constexpr int kNameWidth = 200;
constexpr int kFigureWidth = 142;
constexpr int kDomainWidth = 136;
constexpr int kCountWidth = 97;
constexpr int kEventWidth = 118;
constexpr int kSinceWidth = 84;
constexpr int kRecipientWidth = 176;
constexpr int kWhatWidth = 56;
constexpr std::array kHeights = {120, 480};      ///< of the figures and what is below them
constexpr std::array kEventHeights = {320, 150}; ///< of the events and the reasons
constexpr std::array kWidths = {546, 630};       ///< of the domains and the events

TableView *makeTable(const QString &name, const QString &csvName, QAbstractItemModel *model)
{
    auto *table = new TableView;
    table->setAccessibleName(name);
    table->setSortingEnabled(false); // most first already, or the order of the files
    table->setCsvName(csvName);
    table->setModel(model);
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

void setWidths(TableView &table, int first, int others)
{
    for (int column = 0; column < table.model()->columnCount(); ++column)
        table.setColumnWidth(column, column == 0 ? first : others);
}

} // namespace

ComparisonDialog::ComparisonDialog(Session &session, std::shared_ptr<const Ruleset> rules, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_rules(std::move(rules))
    , m_figures(new ComparedFiguresModel(this))
    , m_domains(new DifferingDomainsModel(this))
    , m_events(new DifferingEventsModel(this))
    , m_effect(makePlainLabel(false))
    , m_notUsed(makePlainLabel(true))
{
    setWindowTitle(tr("Compare with %1").arg(rulesName(*m_rules)));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(kSize);
    m_effect->setAccessibleName(tr("What the other rules do"));
    QLabel *about = makePlainLabel(true);
    about->setText(m_rules->publishedBy.isEmpty()
                       ? visibleText(m_rules->title.toStdString())
                       : tr("%1. Source: %2.")
                             .arg(visibleText(m_rules->title.toStdString()),
                                  visibleText(m_rules->publishedBy.toStdString())));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_stop = buttons->addButton(tr("Stop"), QDialogButtonBox::ActionRole);
    connect(m_stop, &QPushButton::clicked, &m_job, &BackgroundJob::cancel);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->addWidget(about);
    column->addWidget(m_effect);
    makeTables(*column);
    column->addWidget(m_notUsed);
    column->addWidget(buttons);

    connect(&session, &Session::verdictsChanged, this, &ComparisonDialog::start);
    connect(&session, &Session::analysisChanged, this, &ComparisonDialog::start);
    start();
}

void ComparisonDialog::makeTables(QVBoxLayout &column)
{
    TableView *figures = makeTable(tr("Figures of people by campaign"), tr("compared figures"), m_figures);
    setWidths(*figures, kNameWidth, kFigureWidth);
    m_domainTable = makeTable(tr("Domains with a difference"), tr("differing domains"), m_domains);
    setWidths(*m_domainTable, kDomainWidth, kCountWidth);
    m_domainTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_domainTable->setPlaceholderText(tr("No open or click changes sides."));
    m_eventTable = makeTable(tr("Opens and clicks with a difference"), tr("differing events"), m_events);
    setWidths(*m_eventTable, kSinceWidth, kEventWidth);
    m_eventTable->setColumnWidth(DifferingEventsModel::Recipient, kRecipientWidth);
    m_eventTable->setColumnWidth(DifferingEventsModel::What, kWhatWidth);
    m_eventTable->setPlaceholderText(tr("No open or click changes sides."));
    m_eventTable->setCsvRows([this] { return m_events->csvRows(); });
    m_eventTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_reasons = new QPlainTextEdit;
    m_reasons->setReadOnly(true);
    m_reasons->setTabChangesFocus(true);
    m_reasons->setAccessibleName(tr("Why"));
    m_reasons->setPlaceholderText(tr("Choose an open or click to see why the rules differ."));
    connect(m_eventTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ComparisonDialog::showReasons);
    connect(m_domainTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ComparisonDialog::showEvents);

    auto *below = new QSplitter(Qt::Horizontal);
    below->setChildrenCollapsible(false);
    below->addWidget(m_domainTable);
    auto *right = new QSplitter(Qt::Vertical);
    right->setChildrenCollapsible(false);
    right->addWidget(m_eventTable);
    right->addWidget(m_reasons);
    right->setStretchFactor(0, 1);
    right->setSizes({kEventHeights.begin(), kEventHeights.end()});
    below->addWidget(right);
    below->setStretchFactor(1, 1);
    below->setSizes({kWidths.begin(), kWidths.end()});
    auto *all = new QSplitter(Qt::Vertical);
    all->setChildrenCollapsible(false);
    all->addWidget(figures);
    all->addWidget(below);
    all->setStretchFactor(1, 1);
    all->setSizes({kHeights.begin(), kHeights.end()});
    column.addWidget(all, 1);
}

bool ComparisonDialog::isUpToDate() const
{
    return !m_job.isRunning() && m_analysis.verdicts == m_session.analysis().verdicts;
}

void ComparisonDialog::start()
{
    const Analysis analysis = m_session.analysis();
    m_stop->setVisible(true);
    m_stop->setEnabled(true);
    say(tr("Comparing %1 with %2…").arg(rulesName(analysis.verdicts->ruleset()), rulesName(*m_rules)));
    using Made = std::shared_ptr<const RulesComparison>;
    m_job.start<Made>(
        [analysis, rules = m_rules](JobContext &context) -> Result<Made> {
            auto made = compareWith(analysis, rules, context);
            if (!made)
                return made.error();
            return std::make_shared<const RulesComparison>(std::move(made.value()));
        },
        [this, analysis](const Result<Made> &made) { take(made, analysis); });
}

void ComparisonDialog::take(const Result<std::shared_ptr<const RulesComparison>> &made,
                            const Analysis &analysis)
{
    m_stop->setVisible(false);
    if (!made) {
        say(made.error().kind == Error::Kind::Cancelled ? tr("Stopped before the end.")
                                                        : made.error().message);
        return;
    }
    m_analysis = analysis;
    m_comparison = made.value();
    say(tr("From %1 to %2: %3")
            .arg(rulesName(analysis.verdicts->ruleset()), rulesName(*m_rules),
                 changesText(m_comparison->total)));
    m_notUsed->setText(notUsedText());
    m_notUsed->setVisible(!m_notUsed->text().isEmpty());
    m_figures->show(m_analysis, m_comparison);
    m_domains->show(m_analysis, m_comparison);
    if (m_domains->rowCount() > 0)
        m_domainTable->selectRow(0); // which shows the events
    else
        showEvents();
}

void ComparisonDialog::showEvents()
{
    const int row = m_domainTable->currentIndex().row();
    m_events->show(m_analysis, m_comparison, row > 0 ? m_domains->domainAt(row) : DomainIndex());
    showReasons(); // a reset takes the choice away without a word
}

void ComparisonDialog::showReasons()
{
    const int row = m_eventTable->currentIndex().row();
    if (row < 0) {
        m_reasons->clear();
        return;
    }
    const std::size_t event = m_events->eventAt(row);
    m_reasons->setPlainText(reasonsText(*m_analysis.table, *m_analysis.verdicts, event) + u'\n'
                            + reasonsText(*m_analysis.table, *m_comparison->other, event));
}

void ComparisonDialog::say(const QString &sentence)
{
    m_effect->setText(visibleText(sentence.toStdString()));
}

/// What the other rules could not look for in these files.
QString ComparisonDialog::notUsedText() const
{
    QStringList sentences;
    for (const SignalReport &report : m_comparison->other->reports()) {
        if (!report.applicable)
            sentences << tr("Not used: %1. %2").arg(visibleText(report.title.toStdString()), report.reason);
    }
    return sentences.join(QLatin1Char('\n'));
}

} // namespace clicksieve

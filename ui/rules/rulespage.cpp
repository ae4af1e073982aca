// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rulespage.h"

#include "core/detect/actions.h"
#include "core/detect/detector.h"
#include "core/detect/ownrulesets.h"
#include "core/detect/shippedrulesets.h"
#include "core/detect/signal.h"
#include "ui/rules/changestext.h"
#include "ui/rules/comparisondialog.h"
#include "ui/rules/doubtslider.h"
#include "ui/rules/parameterform.h"
#include "ui/rules/rulesmenu.h"
#include "ui/rules/signalsmodel.h"
#include "ui/session/session.h"
#include "ui/tables/tableview.h"
#include "ui/theme/numbers.h"
#include "ui/theme/plainlabel.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <chrono>

namespace clicksieve {

namespace {

constexpr int kMargin = 12;
constexpr int kDetailWidth = 430;
constexpr int kTitleWidth = 300;
constexpr int kEventsWidth = 120;
constexpr qsizetype kLongestName = 60; ///< of rules, well below what can be loaded
constexpr std::chrono::milliseconds kPause{250};

QPushButton *makeButton(const QString &text, const char *look)
{
    auto *button = new QPushButton(text);
    button->setProperty("look", QLatin1String(look));
    return button;
}

} // namespace

RulesPage::RulesPage(Session &session, QWidget *parent)
    : Page(session, tr("Rules"), parent)
    , m_model(new SignalsModel(this))
    , m_table(new TableView)
    , m_doubt(new DoubtSlider)
{
    m_table->setAccessibleName(tr("Signals that are looked for"));
    m_table->setSortingEnabled(false); // the order of the rules
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setCsvName(tr("rules"));
    m_table->setModel(m_model);
    m_table->setColumnWidth(SignalsModel::Title, kTitleWidth);
    m_table->setColumnWidth(SignalsModel::Events, kEventsWidth);
    m_table->horizontalHeader()->setStretchLastSection(true);

    auto *middle = new QHBoxLayout;
    middle->addWidget(m_table, 1);
    middle->addWidget(makeDetail());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->addWidget(makeTop());
    column->addWidget(m_doubt);
    column->addLayout(middle, 1);
    column->addWidget(makeFoot());
    setFocusProxy(m_table);

    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &RulesPage::tryDraft);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RulesPage::showSignal);
    connect(m_model, &SignalsModel::switched, this, [this](int row, bool isOn) {
        m_draft.signalSpecs[static_cast<std::size_t>(row)].enabled = isOn;
        changeDraft();
    });
    connect(m_doubt, &DoubtSlider::changed, this, [this](double lean) {
        m_draft.lean = lean;
        changeDraft();
    });
    connect(m_parameters, &ParameterForm::changed, this, [this](const QJsonObject &parameters) {
        m_draft.signalSpecs[current()].parameters = parameters;
        changeDraft();
    });
}

QWidget *RulesPage::makeTop()
{
    auto *top = new QWidget;
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, 0, 0);
    m_name = makePlainLabel(false);
    m_about = makePlainLabel(true);
    auto *names = new QVBoxLayout;
    names->addWidget(m_name);
    names->addWidget(m_about);
    auto *others = makeButton(tr("Other rules"), "small");
    others->setToolTip(tr("Other rules to judge by. What they would change is shown first."));
    others->setMenu(makeRulesMenu(others, false, [this](const QString &rules) { choose(rules); }));
    auto *comparing = makeButton(tr("Compare with"), "small");
    comparing->setToolTip(
        tr("The rules that count now and others side by side, on the same opens and clicks."));
    comparing->setMenu(makeRulesMenu(comparing, true, [this](const QString &rules) { compare(rules); }));
    auto *save = makeButton(tr("Save rules as…"), "small");
    save->setToolTip(tr("Keeps the rules as they stand here, also for others. In the folder that is "
                        "proposed, they are in the "
                        "menus from then on."));
    connect(save, &QPushButton::clicked, this, &RulesPage::askWhereToSave);
    row->addLayout(names, 1);
    row->addWidget(others);
    row->addWidget(comparing);
    row->addWidget(save);
    return top;
}

QWidget *RulesPage::makeDetail()
{
    m_title = makePlainLabel(false);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_sentence = makePlainLabel(false);
    m_state = makePlainLabel(true);
    m_parameters = new ParameterForm;
    auto *strength = makePlainLabel(true);
    strength->setText(
        tr("Strength: above 0 speaks for a machine, below 0 for a person. 3 makes it twenty times as "
           "likely, 5 a hundred and fifty times."));
    m_sources = makePlainLabel(true);

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    for (QWidget *part : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_sentence),
                          static_cast<QWidget *>(m_state), static_cast<QWidget *>(m_parameters),
                          static_cast<QWidget *>(strength), static_cast<QWidget *>(m_sources)})
        column->addWidget(part);
    column->addStretch(1);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFixedWidth(kDetailWidth);
    area->setWidget(content);
    return area;
}

QWidget *RulesPage::makeFoot()
{
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    m_effect = makePlainLabel(false);
    m_effect->setAccessibleName(tr("What the changes do"));
    m_revert = makeButton(tr("Revert"), "plain");
    m_revert->setToolTip(tr("Back to the rules that count now."));
    m_apply = makeButton(tr("Apply"), "primary");
    m_apply->setToolTip(tr("Every page and file follows these rules from now on. Undo takes them back."));
    connect(m_revert, &QPushButton::clicked, this, &RulesPage::revert);
    connect(m_apply, &QPushButton::clicked, this, &RulesPage::apply);
    row->addWidget(m_effect, 1);
    row->addWidget(m_revert);
    row->addWidget(m_apply);
    return foot;
}

bool RulesPage::isUpToDate() const
{
    return m_shown == session().analysis().verdicts && !m_pause.isActive() && !m_job.isRunning();
}

void RulesPage::refresh()
{
    m_shown = session().analysis().verdicts;
    const auto &rules = m_shown->content().ruleset;
    if (rules != m_base) { // others count now: opened, applied, undone
        m_base = rules;
        m_draft = *rules;
        m_pause.stop();
        m_job.cancel();
        m_trial.reset();
        showDraft();
        if (!m_table->currentIndex().isValid())
            m_table->selectRow(0);
        showSignal();
        return;
    }
    if (isChanged())
        tryDraft(); // on the same table, but overrides may have changed
    showDraft();
}

bool RulesPage::isChanged() const
{
    if (m_base == nullptr)
        return false;
    Ruleset renamed = *m_base; // a name changes no verdict
    renamed.name = m_draft.name;
    renamed.version = m_draft.version;
    renamed.title = m_draft.title;
    renamed.publishedBy = m_draft.publishedBy;
    return m_draft != renamed;
}

std::size_t RulesPage::current() const
{
    return static_cast<std::size_t>(std::max(m_table->currentIndex().row(), 0));
}

void RulesPage::showDraft()
{
    const QString name =
        tr("%1, version %2").arg(visibleText(m_draft.name.toStdString())).arg(m_draft.version);
    m_name->setText(isChanged() ? tr("Rules: %1, not applied yet").arg(name) : tr("Rules: %1").arg(name));
    m_about->setText(visibleText(m_draft.title.toStdString()));
    m_about->setVisible(!m_draft.title.isEmpty());
    m_model->show(m_draft.signalSpecs, m_trial ? m_trial->judged->reports() : m_shown->reports());
    m_doubt->setLean(m_draft.lean);
    m_revert->setEnabled(isChanged());
    m_apply->setEnabled(isChanged() && m_trial.has_value());
    if (!isChanged())
        m_effect->setText(tr("These rules count now. Change one to see what it would do."));
    else if (m_trial)
        m_effect->setText(changesText(m_trial->changes));
}

void RulesPage::showSignal()
{
    if (current() >= m_draft.signalSpecs.size())
        return;
    const SignalSpec &spec = m_draft.signalSpecs[current()];
    const auto text = [](const QString &of) { return visibleText(of.toStdString()); };
    m_title->setText(text(spec.title));
    m_sentence->setText(text(spec.sentence));
    QString why;
    for (const SignalReport &report : m_shown->reports()) {
        if (report.id == spec.id && spec.enabled)
            why = report.reason;
    }
    m_state->setText(why);
    m_state->setVisible(!why.isEmpty());
    m_parameters->setParameters(spec.parameters);
    m_sources->setText(tr("Sources: %1").arg(text(spec.sources.join(QStringLiteral("; ")))));
    m_sources->setVisible(!spec.sources.isEmpty());
}

void RulesPage::changeDraft()
{
    m_trial.reset();
    m_job.cancel();
    showDraft();
    if (!isChanged()) {
        m_pause.stop();
        return;
    }
    m_effect->setText(tr("Trying…"));
    m_pause.start();
}

/// Rules that differ do not go by the name of those that they were made from.
QString RulesPage::nameOfDraft() const
{
    const QString mark = tr(" (changed)");
    const bool isOwn = m_draft.name != m_base->name || m_draft.version != m_base->version;
    return isOwn || m_draft.name.endsWith(mark) ? m_draft.name : m_draft.name + mark;
}

void RulesPage::tryDraft()
{
    auto rules = std::make_shared<Ruleset>(m_draft);
    rules->name = nameOfDraft();
    m_job.start<Trial>(
        [analysis = session().analysis(), rules](JobContext &context) -> Result<Trial> {
            auto judged = detect(*analysis.table, rules, context,
                                 analysis.verdicts->content().actions->lists(), analysis.verdicts.get());
            if (!judged)
                return judged.error();
            const auto after = judged.value()->with(analysis.verdicts->overrides());
            auto changes = compareVerdicts(*analysis.table, *analysis.verdicts, *after, context);
            if (!changes)
                return changes.error();
            return Trial{judged.value(), changes.value()};
        },
        [this](const Result<Trial> &trial) { takeTrial(trial); });
}

void RulesPage::takeTrial(const Result<Trial> &trial)
{
    if (trial.ok()) {
        m_trial = trial.value();
        showDraft();
    } else if (trial.error().kind != Error::Kind::Cancelled) {
        m_effect->setText(visibleText(trial.error().message.toStdString()));
    }
}

void RulesPage::apply()
{
    if (m_trial)
        session().setJudged(m_trial->judged, tr("other rules"));
}

void RulesPage::revert()
{
    m_draft = *m_base;
    changeDraft();
    showSignal();
}

std::optional<Error> RulesPage::openRules(const QString &nameOrFile)
{
    auto loaded = loadRuleset(nameOrFile);
    if (!loaded)
        return loaded.error();
    for (const SignalSpec &spec : loaded.value()->signalSpecs) {
        if (const auto signal = makeSignal(spec); !signal) // better now than when it is switched on
            return signal.error();
    }
    m_draft = *loaded.value();
    changeDraft();
    if (!m_table->currentIndex().isValid())
        m_table->selectRow(0);
    showSignal();
    return std::nullopt;
}

std::optional<Error> RulesPage::saveRules(const QString &path)
{
    const QFileInfo file(path);
    if (file.absolutePath() == ownRulesetsFolder())
        QDir().mkpath(file.absolutePath());
    Ruleset named = m_draft;
    const QString name = file.completeBaseName().left(kLongestName);
    named.name = shippedRulesetPath(name).isEmpty() ? name : tr("%1 (own)", "rules").arg(name);
    if (named.name != m_draft.name) {
        named.version = 0;
        named.title =
            tr("Own rules, made from %1 %2").arg(m_draft.name.left(kLongestName)).arg(m_draft.version);
    }
    ++named.version;
    if (auto problem = saveRuleset(named, path))
        return problem;
    m_draft.name = named.name;
    m_draft.version = named.version;
    m_draft.title = named.title;
    showDraft();
    return std::nullopt;
}

void RulesPage::choose(const QString &nameOrFile)
{
    if (const auto problem = openRules(nameOrFile))
        m_effect->setText(visibleText(problem->message.toStdString()));
}

void RulesPage::compare(const QString &nameOrFile)
{
    const auto loaded = loadRuleset(nameOrFile);
    if (!loaded)
        m_effect->setText(visibleText(loaded.error().message.toStdString()));
    else if (session().hasAnalysis())
        (new ComparisonDialog(session(), loaded.value(), this))->show();
}

void RulesPage::askWhereToSave()
{
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save rules"), QDir(ownRulesetsFolder()).filePath(tr("our rules.json")),
        tr("Rules (*.json)"));
    if (path.isEmpty())
        return;
    const auto problem = saveRules(path);
    m_effect->setText(
        problem ? visibleText(problem->message.toStdString())
                : tr("Saved as %1.").arg(visibleText(QDir::toNativeSeparators(path).toStdString())));
}

} // namespace clicksieve

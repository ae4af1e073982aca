// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webload/webloadpage.h"

#include "ui/session/session.h"
#include "ui/tables/tableview.h"
#include "ui/theme/numbers.h"
#include "ui/theme/plainlabel.h"
#include "ui/theme/segmentedchoice.h"
#include "ui/webload/advicemodel.h"
#include "ui/webload/afterpanel.h"
#include "ui/webload/planform.h"
#include "ui/webload/plantext.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <chrono>
#include <cmath>

namespace clicksieve {

namespace {

constexpr int kMargin = 12;
constexpr int kFormWidth = 330;
constexpr int kChartHeight = 250;
constexpr int kRows = 7; ///< of the table, its head included
constexpr double kHeadlineSize = 1.15;
constexpr std::chrono::milliseconds kPause{300};

QLabel *boldLabel(double size)
{
    QLabel *label = makePlainLabel(false);
    QFont font = label->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * size);
    label->setFont(font);
    return label;
}

QScrollArea *makeScrolled(QWidget *content, const QString &name)
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(name);
    area->setWidget(content);
    return area;
}

} // namespace

WebLoadPage::WebLoadPage(Session &session, QWidget *parent)
    : Page(session, tr("Web load"), parent)
    , m_choice(new SegmentedChoice(tr("What to look at"), {tr("Before a send"), tr("After a send")}, 0))
    , m_stack(new QStackedWidget)
    , m_after(new AfterPanel)
    , m_form(new PlanForm)
    , m_chart(new PlanChart)
    , m_model(new AdviceModel(this))
    , m_table(new TableView)
    , m_headline(boldLabel(kHeadlineSize))
    , m_atOnce(makePlainLabel(false))
    , m_planned(makePlainLabel(false))
    , m_adviceTitle(boldLabel(1))
    , m_help(makePlainLabel(true))
{
    m_stack->addWidget(makePlanner());
    m_stack->addWidget(makeScrolled(m_after, tr("What the send did")));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->addWidget(m_choice, 0, Qt::AlignLeft);
    column->addWidget(m_stack, 1);
    connect(m_choice, &SegmentedChoice::chosenChanged, m_stack, &QStackedWidget::setCurrentIndex);

    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &WebLoadPage::work);
    connect(m_form, &PlanForm::changed, this, [this] {
        m_isShown = false;
        m_pause.start();
    });
}

QWidget *WebLoadPage::makePlanner()
{
    auto *planner = new QWidget;
    auto *row = new QHBoxLayout(planner);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kMargin);
    row->addWidget(makeForm());
    row->addWidget(makeAnswer(), 1);
    return planner;
}

QWidget *WebLoadPage::makeForm()
{
    m_form->setContentsMargins(0, 0, kMargin, 0);
    QScrollArea *area = makeScrolled(m_form, tr("The send to be planned"));
    area->setFixedWidth(kFormWidth);
    return area;
}

QWidget *WebLoadPage::makeAnswer()
{
    m_chart->setFixedHeight(kChartHeight);
    m_table->setAccessibleName(tr("How to send so that the site stands"));
    m_table->setSortingEnabled(false);
    m_table->setCsvName(tr("batches"));
    m_table->setModel(m_model);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setFixedHeight(m_table->verticalHeader()->defaultSectionSize() * kRows
                            + 2 * m_table->frameWidth());

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, kMargin, 0);
    column->addWidget(m_headline);
    column->addWidget(m_atOnce);
    column->addWidget(m_planned);
    column->addWidget(m_chart);
    column->addWidget(m_adviceTitle);
    column->addWidget(m_table);
    column->addWidget(m_help);
    column->addStretch();
    return makeScrolled(content, tr("What to expect"));
}

bool WebLoadPage::isUpToDate() const
{
    return m_isShown && !m_pause.isActive() && !m_measuring.isRunning() && !m_working.isRunning()
           && !m_after->isWorking() && m_measured.lock() == session().analysis().verdicts;
}

void WebLoadPage::refresh()
{
    if (m_measured.lock() != session().analysis().verdicts) // filters change nothing here
        measure();
}

void WebLoadPage::measure()
{
    m_isShown = false;
    m_measuring.start<MeasuredLoad>(
        [analysis = session().analysis(), assumptions = m_form->assumptions()](JobContext &) {
            return measuredLoad(*analysis.table, *analysis.verdicts, assumptions);
        },
        [this, verdicts = session().analysis().verdicts](const Result<MeasuredLoad> &measured) {
            if (!measured)
                return;
            m_measured = verdicts;
            m_after->setAnalysis(session().analysis());
            m_form->setMeasured(measured.value());
            work();
        });
}

/// The assumptions that measuring goes by may have changed: it is done again, since it takes no time beside the rest.
void WebLoadPage::work()
{
    m_working.start<Answer>(
        [question = m_form->question(), analysis = session().analysis()](JobContext &) {
            PlanQuestion asked = question;
            asked.measured = measuredLoad(*analysis.table, *analysis.verdicts, asked.assumptions);
            return answer(asked);
        },
        [this](const Result<Answer> &result) {
            if (result)
                present(result.value());
        });
}

WebLoadPage::Answer WebLoadPage::answer(const PlanQuestion &question)
{
    const SendPlan &plan = question.plan;
    const double background = question.limits.background;
    Answer result{question, planReport(question), {}};
    result.curves.atOnce =
        expectedRates({plan.recipients, 1, 0, plan.deliveryRate}, question.profile(), background);
    if (plan.batches > 1) {
        result.curves.planned = expectedRates(plan, question.profile(), background);
        result.curves.plannedName = tr("In %1 batches").arg(countText(quint64(plan.batches)));
    }
    result.curves.capacity = question.limits.capacity;
    return result;
}

void WebLoadPage::present(const Answer &answer)
{
    const PlanReport &report = answer.report;
    const QString headline = planHeadline(answer.question, report);
    m_headline->setText(headline);
    m_atOnce->setText(forecastText(report.atOnce));
    m_planned->setVisible(answer.question.plan.batches > 1);
    m_planned->setText(tr("In %1 batches, one every %2, %3 requests a second. %4")
                           .arg(answer.question.plan.batches)
                           .arg(durationText(std::llround(answer.question.plan.interval * 1'000)),
                                countText(static_cast<quint64>(std::llround(report.planned.peakRate))),
                                forecastText(report.planned)));
    m_chart->setCurves(answer.curves, headline);
    showAdvice(answer);
    m_isShown = true;
}

void WebLoadPage::showAdvice(const Answer &answer)
{
    const auto &capacity = answer.question.limits.capacity;
    m_table->setVisible(capacity.has_value());
    m_help->setVisible(capacity.has_value());
    if (!capacity) {
        m_adviceTitle->setText(
            tr("Say how many requests a second the site bears, and this page works out how to send."));
        return;
    }
    QString title = tr("How to send so that the site stands: at most %1 of its %2 requests a second")
                        .arg(countText(static_cast<quint64>(std::llround(*answer.question.limits.budget()))),
                             countText(static_cast<quint64>(std::llround(*capacity))));
    if (answer.report.slowEnough)
        title +=
            tr("; or all at once, delivered at no more than %1 a second")
                .arg(QString::number(*answer.report.slowEnough, 'f', *answer.report.slowEnough < 10 ? 1 : 0));
    m_adviceTitle->setText(title + u'.');
    m_model->setAdvice(answer.report.advice, answer.question.plan.recipients);
    m_help->setText(helpText(answer.report));
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/backgroundjob.h"
#include "core/planner/planreport.h"
#include "ui/session/page.h"
#include "ui/webload/planchart.h"

#include <QTimer>

#include <memory>

class QLabel;
class QStackedWidget;

namespace clicksieve {

class AdviceModel;
class AfterPanel;
class PlanForm;
class SegmentedChoice;
class TableView;

/// Before a send: what it does to the web site, and in how many batches it stands it. After one: what it did, by the logs of the
/// server. Goes by the clicks of the whole open export, whatever the filter. It works out in the background and keeps the old
/// picture until then.
class WebLoadPage : public Page {
    Q_OBJECT

public:
    explicit WebLoadPage(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] bool isUpToDate() const override;

protected:
    void refresh() override;

private:
    struct Answer {
        PlanQuestion question;
        PlanReport report;
        PlanChart::Curves curves;
    };

    [[nodiscard]] QWidget *makePlanner();
    [[nodiscard]] QWidget *makeForm();
    [[nodiscard]] QWidget *makeAnswer();
    void measure();
    void work();
    [[nodiscard]] static Answer answer(const PlanQuestion &question);
    void present(const Answer &answer);
    void showAdvice(const Answer &answer);

    SegmentedChoice *m_choice;
    QStackedWidget *m_stack;
    AfterPanel *m_after;
    PlanForm *m_form;
    PlanChart *m_chart;
    AdviceModel *m_model;
    TableView *m_table;
    QLabel *m_headline;
    QLabel *m_atOnce;
    QLabel *m_planned;
    QLabel *m_adviceTitle;
    QLabel *m_help;
    QTimer m_pause; ///< runs out when the user has stopped typing
    BackgroundJob m_measuring;
    BackgroundJob m_working;
    std::weak_ptr<const Verdicts> m_measured; ///< that the form has the figures of
    bool m_isShown = false;                   ///< the answer to the form as it is
};

} // namespace clicksieve

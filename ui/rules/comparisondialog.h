// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"
#include "core/jobs/backgroundjob.h"
#include "core/metrics/rulescomparison.h"

#include <QDialog>

#include <memory>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace clicksieve {

class ComparedFiguresModel;
class DifferingDomainsModel;
class DifferingEventsModel;
class Session;
class TableView;

/// The rules that count and others, side by side on the same events: figures by campaign, domains and events that change
/// sides. Compares in the background, again when the session judges otherwise. Not modal; deletes itself when closed.
class ComparisonDialog : public QDialog {
    Q_OBJECT

public:
    /// @p session outlives it and has an analysis.
    ComparisonDialog(Session &session, std::shared_ptr<const Ruleset> rules, QWidget *parent = nullptr);

    /// True once it shows the comparison with what the session has now: for tests.
    [[nodiscard]] bool isUpToDate() const;

private:
    void makeTables(QVBoxLayout &column);
    void start();
    void take(const Result<std::shared_ptr<const RulesComparison>> &made, const Analysis &analysis);
    void showEvents();
    void showReasons();
    void say(const QString &sentence);
    [[nodiscard]] QString notUsedText() const;

    Session &m_session;
    std::shared_ptr<const Ruleset> m_rules;
    Analysis m_analysis; ///< that was compared
    std::shared_ptr<const RulesComparison> m_comparison;
    ComparedFiguresModel *m_figures;
    DifferingDomainsModel *m_domains;
    DifferingEventsModel *m_events;
    TableView *m_domainTable = nullptr;
    TableView *m_eventTable = nullptr;
    QPlainTextEdit *m_reasons = nullptr; ///< of the event that is chosen
    QLabel *m_effect;
    QLabel *m_notUsed;
    QPushButton *m_stop = nullptr;
    BackgroundJob m_job;
};

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/ruleset.h"
#include "core/jobs/backgroundjob.h"
#include "core/metrics/verdictchanges.h"
#include "ui/session/page.h"

#include <QTimer>

#include <memory>

class QLabel;
class QPushButton;

namespace clicksieve {

class DoubtSlider;
class ParameterForm;
class SignalsModel;
class TableView;

/// The signals that verdicts are made of, each with its sentence, sources and parameters. Changes are tried in the
/// background and shown as what they would change; they count from "Apply" on, which can be undone.
class RulesPage : public Page {
    Q_OBJECT

public:
    explicit RulesPage(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] bool isUpToDate() const override;

    /// Takes shipped rules, by name, or those of a file as a change to be tried. Error: why they cannot be read.
    [[nodiscard]] std::optional<Error> openRules(const QString &nameOrFile);
    /// Writes the rules on the page, named as the file. Error: Unwritable.
    [[nodiscard]] std::optional<Error> saveRules(const QString &path);

protected:
    void refresh() override;

private:
    /// What trying the changed rules gave.
    struct Trial {
        std::shared_ptr<const Verdicts> judged; ///< without overrides
        VerdictChanges changes;
    };

    [[nodiscard]] QWidget *makeTop();
    [[nodiscard]] QWidget *makeDetail();
    [[nodiscard]] QWidget *makeFoot();
    void showDraft();
    void showSignal();
    void changeDraft();
    void tryDraft();
    void takeTrial(const Result<Trial> &trial);
    void apply();
    void revert();
    void choose(const QString &nameOrFile);
    void compare(const QString &nameOrFile);
    void askWhereToSave();
    [[nodiscard]] bool isChanged() const;
    [[nodiscard]] QString nameOfDraft() const;
    [[nodiscard]] std::size_t current() const;

    std::shared_ptr<const Ruleset> m_base; ///< of the verdicts on screen
    std::shared_ptr<const Verdicts> m_shown;
    Ruleset m_draft;
    std::optional<Trial> m_trial; ///< of the draft as it is
    SignalsModel *m_model;
    TableView *m_table;
    DoubtSlider *m_doubt;
    QLabel *m_name = nullptr;
    QLabel *m_about = nullptr; ///< the title of the rules
    QLabel *m_title = nullptr;
    QLabel *m_sentence = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_sources = nullptr;
    ParameterForm *m_parameters = nullptr;
    QLabel *m_effect = nullptr;
    QPushButton *m_apply = nullptr;
    QPushButton *m_revert = nullptr;
    QTimer m_pause; ///< runs out when the user has stopped typing
    BackgroundJob m_job;
};

} // namespace clicksieve

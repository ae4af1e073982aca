// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"
#include "core/detect/evidence.h"

#include <QWidget>

#include <vector>

class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace clicksieve {

class EventDetails;
class EventsModel;
class EvidenceList;
class TableView;

/// Says why one open or click has its verdict: what speaks for it, what against, who did it, and what else happened
/// with the same message. Asks its owner to change anything else.
class WhyPanel : public QWidget {
    Q_OBJECT

public:
    explicit WhyPanel(QWidget *parent = nullptr);

    /// @p evidence: of explain(). @p hiddenByFilters: the event is not in the table beside the panel, and it says so.
    void explainEvent(const Analysis &analysis, std::size_t event, const std::vector<Evidence> &evidence,
                      bool hiddenByFilters = false);
    /// "Select an event to see why."
    void clear();

    /// Without the other opens and clicks of the message, for a place that is not high.
    void setCompact(bool compact);

    [[nodiscard]] QString headline() const;
    /// The opens and clicks of the same message.
    [[nodiscard]] TableView *messageTable() const { return m_messageTable; }

signals:
    void eventWanted(qulonglong event);   ///< another event of the message was selected
    void similarWanted(qulonglong event); ///< same domain, same verdict
    void domainWanted(qulonglong event);
    /// The user says whose all opens and clicks are that share this thing with the event.
    void overrideWanted(qulonglong event, clicksieve::Override::Scope scope, bool isMachine);
    void takingBackWanted(qulonglong event); ///< the user's own verdict on the event
    void left();                             ///< Escape: the user wants to go back to the table

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeExplanation();
    [[nodiscard]] QWidget *makeMessage();
    [[nodiscard]] QWidget *makeButtons();
    [[nodiscard]] QWidget *makeOwnVerdicts();
    [[nodiscard]] QToolButton *makeOwnVerdict(const QString &text, bool isMachine);
    void fillScopes(QMenu &menu, bool isMachine);
    void showOwnVerdicts();
    void showHeadline();
    void showEvidence(const std::vector<Evidence> &evidence);
    void showMessage();
    void noteMessageRow();

    Analysis m_analysis;
    std::size_t m_event = 0;

    QStackedWidget *m_stack;
    QWidget *m_explanation = nullptr;
    QLabel *m_mark = nullptr;
    QLabel *m_headline = nullptr;
    QLabel *m_summary = nullptr;
    QLabel *m_hiddenNote = nullptr;
    EvidenceList *m_for = nullptr;
    EvidenceList *m_against = nullptr;
    EvidenceList *m_turningPoint = nullptr;
    EventDetails *m_details = nullptr;
    QWidget *m_message = nullptr;
    QLabel *m_messageTitle = nullptr;
    TableView *m_messageTable = nullptr;
    EventsModel *m_messageModel = nullptr;
    QToolButton *m_person = nullptr;
    QToolButton *m_machine = nullptr;
    QPushButton *m_takeBack = nullptr;
    QPushButton *m_similar = nullptr;
    QPushButton *m_domain = nullptr;
};

} // namespace clicksieve

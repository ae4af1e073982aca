// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planner/planreport.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace clicksieve {

class NumberField;

/// The questions of a plan: how many mails, how fast, what the site bears, and what is taken for granted where nothing was
/// measured.
class PlanForm : public QWidget {
    Q_OBJECT

public:
    explicit PlanForm(QWidget *parent = nullptr);

    /// With what is measured, if anything is.
    [[nodiscard]] PlanQuestion question() const;
    [[nodiscard]] LoadAssumptions assumptions() const;
    /// What the open export told; the fields that it answers are switched off. The number of mails is that of the export until
    /// the user changes it.
    void setMeasured(const MeasuredLoad &measured);

signals:
    void changed();

private:
    [[nodiscard]] NumberField *addField(QGridLayout &grid, const QString &label, double number, double lowest,
                                        double highest, const QString &tip);
    void addHeading(QGridLayout &grid, const QString &text);

    std::optional<MeasuredLoad> m_measured;
    bool m_isRecipientsOwn = false; ///< the user typed a number
    NumberField *m_recipients;
    NumberField *m_rate;
    NumberField *m_batches;
    NumberField *m_minutes;
    NumberField *m_capacity;
    NumberField *m_background;
    NumberField *m_cached;
    NumberField *m_links;
    NumberField *m_scanned;
    NumberField *m_clickRate;
    NumberField *m_visit;
    QLabel *m_basis;
};

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webload/planform.h"

#include "ui/rules/numberfield.h"
#include "ui/theme/numbers.h"
#include "ui/theme/plainlabel.h"

#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <cmath>

namespace clicksieve {

namespace {

constexpr double kMostMails = 100'000'000;
constexpr double kMostRequests = 1'000'000; ///< a second
constexpr double kUsualRecipients = 50'000;
constexpr double kUsualMinutes = 10;
constexpr double kPercent = 100;
constexpr int kFieldWidth = 104;

} // namespace

PlanForm::PlanForm(QWidget *parent) : QWidget(parent), m_basis(makePlainLabel(true))
{
    auto *fields = new QGridLayout;
    fields->setColumnStretch(0, 1);
    const LoadAssumptions assumed;
    addHeading(*fields, tr("The send"));
    m_recipients =
        addField(*fields, tr("Mails"), kUsualRecipients, 1, kMostMails, tr("How many people get the mail."));
    m_rate = addField(
        *fields, tr("Delivered per second"), SendPlan::kUsualDeliveryRate, 1, kMostRequests,
        tr("How fast your e-mail service sends. Mailchimp says a million in 45 minutes, which is 370."));
    m_batches = addField(*fields, tr("Batches in mind"), 1, 1, BatchAdvice::kMostBatches,
                         tr("In how many parts you would send; 1 is all at once."));
    m_minutes = addField(*fields, tr("Minutes between them"), kUsualMinutes, 1, 1'440,
                         tr("From one batch to the next."));
    addHeading(*fields, tr("The web site"));
    m_capacity = addField(*fields, tr("Requests per second it bears"), 0, 0, kMostRequests,
                          tr("Ask your web team or hosting provider. 0: not known."));
    m_capacity->setSpecialValueText(tr("not known"));
    m_background = addField(*fields, tr("Requests that come anyway"), 0, 0, kMostRequests,
                            tr("In a second, without any mail."));
    m_cached = addField(
        *fields, tr("Answered by a cache, %"), 0, 0, kPercent,
        tr("Of the requests of the mail. Parameters that tell recipients keep a cache from answering."));
    addHeading(*fields, tr("Taken for granted"));
    m_links = addField(*fields, tr("Links in the mail"), assumed.links, 1, 1'000,
                       tr("A scanner follows each of them."));
    m_scanned = addField(*fields, tr("Mails that are scanned, %"), assumed.scannedShare * kPercent, 0,
                         kPercent, tr("Companies' mails mostly are, private ones hardly ever."));
    m_clickRate = addField(*fields, tr("Mails that people click, %"), assumed.clickRate * kPercent, 0,
                           kPercent, tr("Of all mails, machines left out."));
    m_visit = addField(*fields, tr("Requests of one visit"), assumed.requestsPerVisit, 1, 10'000,
                       tr("The page with its pictures and scripts."));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(fields);
    column->addWidget(m_basis);
    column->addStretch();
    connect(m_recipients, &NumberField::valueChanged, this, [this] { m_isRecipientsOwn = true; });
}

NumberField *PlanForm::addField(QGridLayout &grid, const QString &label, double number, double lowest,
                                double highest, const QString &tip)
{
    const int row = grid.rowCount();
    auto *field = new NumberField(number);
    field->setRange(lowest, highest);
    field->setGroupSeparatorShown(true);
    field->setToolTip(tip);
    field->setAccessibleName(label);
    field->setFixedWidth(kFieldWidth);
    auto *text = new QLabel(label);
    text->setBuddy(field);
    text->setToolTip(tip);
    grid.addWidget(text, row, 0);
    grid.addWidget(field, row, 1);
    connect(field, &NumberField::valueChanged, this, &PlanForm::changed);
    return field;
}

void PlanForm::addHeading(QGridLayout &grid, const QString &text)
{
    QLabel *heading = makePlainLabel(false);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    heading->setText(text);
    grid.addWidget(heading, grid.rowCount(), 0, 1, 2);
}

LoadAssumptions PlanForm::assumptions() const
{
    LoadAssumptions assumptions;
    assumptions.links = static_cast<int>(m_links->value());
    assumptions.scannedShare = m_scanned->value() / kPercent;
    assumptions.clickRate = m_clickRate->value() / kPercent;
    assumptions.requestsPerVisit = m_visit->value();
    assumptions.cachedShare = m_cached->value() / kPercent;
    return assumptions;
}

PlanQuestion PlanForm::question() const
{
    PlanQuestion question;
    question.plan.recipients = std::floor(m_recipients->value());
    question.plan.batches = static_cast<int>(m_batches->value());
    question.plan.interval = std::floor(m_minutes->value() * 60);
    const bool isInCurves = m_measured && !m_measured->isSinceDelivery && m_measured->hasOwnScanners;
    if (!isInCurves)
        question.plan.deliveryRate = m_rate->value();
    question.assumptions = assumptions();
    question.limits.background = m_background->value();
    if (m_capacity->value() > 0)
        question.limits.capacity = m_capacity->value();
    question.measured = m_measured;
    return question;
}

void PlanForm::setMeasured(const MeasuredLoad &measured)
{
    m_measured = measured;
    if (!m_isRecipientsOwn && measured.messages > 0) {
        const QSignalBlocker blocker(m_recipients);
        m_recipients->setValue(static_cast<double>(measured.messages));
    }
    m_links->setEnabled(!measured.hasOwnScanners);
    m_scanned->setEnabled(!measured.hasOwnScanners);
    m_clickRate->setEnabled(!measured.hasOwnPeople);
    m_rate->setEnabled(measured.isSinceDelivery || !measured.hasOwnScanners);
    QString basis = measured.hasOwnScanners ? tr("Measured on the open export: %1 clicks of machines.")
                                                  .arg(countText(measured.scannerRequests))
                                            : tr("The open export has fewer than %1 clicks of machines, too "
                                                 "few to go by: published times stand in.")
                                                  .arg(MeasuredLoad::kFewest);
    if (measured.hasOwnPeople)
        basis += u' ' + tr("And %1 clicks of people.").arg(countText(measured.visits));
    if (measured.hasOwnScanners && !measured.isSinceDelivery)
        basis += u' ' + tr("It does not say when mails were delivered, so the speed of that send is in it.");
    m_basis->setText(basis);
}

} // namespace clicksieve

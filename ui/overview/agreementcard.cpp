// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/agreementcard.h"

#include "core/metrics/ratio.h"
#include "ui/theme/numbers.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace clicksieve {

AgreementCard::AgreementCard(QWidget *parent) : QFrame(parent), m_lines(new QGridLayout)
{
    setProperty("look", QStringLiteral("card"));
    m_lines->setHorizontalSpacing(24);
    m_lines->setVerticalSpacing(4);
    m_lines->setColumnStretch(0, 1);
    auto *note = new QLabel(tr(
        "Its mark is one of the signs that are weighed here, so the two are not independent of each other."));
    note->setWordWrap(true);
    note->setProperty("look", QStringLiteral("quiet"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(new QLabel(tr("What your e-mail service says of machines")));
    column->addLayout(m_lines);
    column->addWidget(note);
}

void AgreementCard::setAgreement(const VendorAgreement &agreement)
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    addLine({QString(), tr("marked by it"), tr("same here"), tr("machine to it, person here"),
             tr("person to it, machine here"), tr("unclear here")},
            true);
    addRow(tr("Opens"), agreement.opens);
    addRow(tr("Clicks"), agreement.clicks);
}

void AgreementCard::addRow(const QString &name, const Agreement &agreement)
{
    const std::uint64_t unclear = agreement.count(Verdict::Uncertain, MachineFlag::Machine)
                                  + agreement.count(Verdict::Uncertain, MachineFlag::Human);
    addLine({name, countText(std::optional(agreement.marked())),
             percentText(Ratio{agreement.agreed(), agreement.marked()}.value()),
             countText(std::optional(agreement.count(Verdict::Human, MachineFlag::Machine))),
             countText(std::optional(agreement.count(Verdict::Machine, MachineFlag::Human))),
             countText(std::optional(unclear))},
            false);
}

void AgreementCard::addLine(const QStringList &cells, bool isHead)
{
    const int row = m_lines->count() / static_cast<int>(cells.size()); // every line is full
    for (int column = 0; column < cells.size(); ++column) {
        auto *label = new QLabel(cells[column]);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(isHead);
        label->setAlignment(column == 0 ? Qt::AlignLeft : Qt::AlignRight);
        if (isHead)
            label->setProperty("look", QStringLiteral("quiet"));
        m_lines->addWidget(label, row, column);
    }
}

} // namespace clicksieve

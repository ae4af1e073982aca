// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rejectedrowsdialog.h"

#include "ui/shell/rejectedrowsmodel.h"
#include "ui/tables/tableview.h"
#include "ui/theme/numbers.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace clicksieve {

namespace {

QString introduction(const EventTable &table, int listed)
{
    const quint64 all = RejectedRowsDialog::rejectedRows(table);
    QString text =
        RejectedRowsDialog::tr("These rows are in no figure. A cleaned file keeps them as they are.");
    if (all > static_cast<quint64>(listed))
        text += QLatin1Char(' ')
                + RejectedRowsDialog::tr("Of %1 such rows, the first %2 of each file are listed.")
                      .arg(countText(all), countText(static_cast<quint64>(SourceInfo::kRejectedKept)));
    return text;
}

} // namespace

RejectedRowsDialog::RejectedRowsDialog(std::shared_ptr<const EventTable> table, QWidget *parent)
    : QDialog(parent)
    , m_view(new TableView)
{
    setWindowTitle(tr("Rows that could not be read"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(760, 440);

    auto *note = new QLabel;
    note->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *saveButton = buttons->addButton(tr("Save list as CSV…"), QDialogButtonBox::ActionRole);
    connect(saveButton, &QPushButton::clicked, this, &RejectedRowsDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->addWidget(note);
    column->addWidget(m_view, 1);
    column->addWidget(buttons);

    const EventTable &events = *table;
    fillTable(std::move(table));
    note->setText(introduction(events, m_view->model()->rowCount()));
}

quint64 RejectedRowsDialog::rejectedRows(const EventTable &table)
{
    quint64 rows = 0;
    for (const SourceInfo &source : table.sources())
        rows += source.rejectedRows;
    return rows;
}

void RejectedRowsDialog::fillTable(std::shared_ptr<const EventTable> table)
{
    m_view->setSortingEnabled(false); // file order is what helps to find the rows
    m_view->setCsvName(tr("rows not read"));
    m_view->setModel(new RejectedRowsModel(std::move(table), this));
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->resizeColumnsToContents();
}

void RejectedRowsDialog::save()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save list as CSV"), tr("rows not read.csv"),
                                                      tr("CSV files (*.csv)"));
    if (!path.isEmpty())
        m_view->exportCsv(path);
}

} // namespace clicksieve

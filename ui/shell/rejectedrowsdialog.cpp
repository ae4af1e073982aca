// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rejectedrowsdialog.h"

#include "core/events/rejectedreasons.h"
#include "core/export/rejectedcsv.h"
#include "ui/shell/rejectedrowsmodel.h"
#include "ui/tables/tableview.h"
#include "ui/theme/numbers.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace clicksieve {

namespace {

constexpr std::size_t kReasonsShown = 5;

/// "1,204 × "…" is no time that can be read here.", the commonest reasons a line each.
QString reasonsText(const EventTable &table)
{
    const std::vector<RejectedReason> reasons = rejectedReasons(table);
    QStringList lines;
    for (std::size_t i = 0; i < std::min(reasons.size(), kReasonsShown); ++i)
        lines += RejectedRowsDialog::tr("%1 × %2", "number of rows, reason")
                     .arg(countText(static_cast<quint64>(reasons[i].rows)),
                          visibleText(reasons[i].reason.toStdString()));
    if (reasons.size() > kReasonsShown)
        lines += RejectedRowsDialog::tr("and %1 other reasons")
                     .arg(countText(static_cast<quint64>(reasons.size() - kReasonsShown)));
    return lines.join(QLatin1Char('\n'));
}

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
    , m_table(std::move(table))
    , m_view(new TableView)
    , m_save(nullptr)
    , m_result(new QLabel)
{
    setWindowTitle(tr("Rows that could not be read"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(760, 440);

    auto *note = new QLabel;
    note->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_save = buttons->addButton(tr("Save list as CSV…"), QDialogButtonBox::ActionRole);
    m_save->setToolTip(tr("File, row, reason, and the row as it stands in the file"));
    connect(m_save, &QPushButton::clicked, this, &RejectedRowsDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *reasons = new QLabel(reasonsText(*m_table));
    for (QLabel *label : {reasons, m_result}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    reasons->setProperty("look", QStringLiteral("quiet"));
    m_result->hide();

    auto *column = new QVBoxLayout(this);
    column->addWidget(note);
    column->addWidget(reasons);
    column->addWidget(m_view, 1);
    column->addWidget(m_result);
    column->addWidget(buttons);

    fillTable();
    note->setText(introduction(*m_table, m_view->model()->rowCount()));
}

quint64 RejectedRowsDialog::rejectedRows(const EventTable &table)
{
    quint64 rows = 0;
    for (const SourceInfo &source : table.sources())
        rows += source.rejectedRows;
    return rows;
}

void RejectedRowsDialog::fillTable()
{
    m_view->setSortingEnabled(false); // file order is what helps to find the rows
    m_view->setCsvName(tr("rows not read"));
    m_view->setModel(new RejectedRowsModel(m_table, this));
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->resizeColumnsToContents();
}

void RejectedRowsDialog::save()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save list as CSV"), tr("rows not read.csv"),
                                                      tr("CSV files (*.csv)"));
    if (!path.isEmpty())
        saveTo(path);
}

void RejectedRowsDialog::saveTo(const QString &path)
{
    m_save->setEnabled(false);
    m_result->setText(tr("Saving…"));
    m_result->show();
    m_job.start<bool>(
        [table = m_table, path](JobContext &context) -> Result<bool> {
            if (auto problem = writeRejectedRows(*table, path, context))
                return *problem;
            return true;
        },
        [this, path](const Result<bool> &result) {
            const QString name = visibleText(QDir::toNativeSeparators(path).toStdString());
            m_result->setText(result.ok() ? tr("Saved to %1.").arg(name)
                                          : visibleText(result.error().message.toStdString()));
            m_save->setEnabled(true);
        });
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/charttabledialog.h"

#include "ui/tables/tableview.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace clicksieve {

namespace {

constexpr QSize kSize(720, 460);

/// Figures stand to the right; the first column names the row.
QStandardItemModel *makeModel(const QVector<QStringList> &rows, QObject *parent)
{
    auto *model = new QStandardItemModel(parent);
    if (rows.isEmpty())
        return model;
    model->setHorizontalHeaderLabels(rows.front());
    for (qsizetype row = 1; row < rows.size(); ++row) {
        QList<QStandardItem *> items;
        for (const QString &text : rows[row]) {
            auto *item = new QStandardItem(text);
            item->setEditable(false);
            item->setTextAlignment((items.isEmpty() ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
            items << item;
        }
        model->appendRow(items);
    }
    for (int column = 1; column < model->columnCount(); ++column)
        model->setHeaderData(column, Qt::Horizontal, QVariant(Qt::AlignRight | Qt::AlignVCenter),
                             Qt::TextAlignmentRole);
    return model;
}

} // namespace

ChartTableDialog::ChartTableDialog(const QString &title, const QVector<QStringList> &rows, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(title);
    auto *table = new TableView;
    table->setAccessibleName(title);
    table->setCsvName(title);
    table->setSortingEnabled(false); // the figures are texts, and stand in the order of the picture
    table->setModel(makeModel(rows, this));
    table->resizeColumnsToContents();
    table->horizontalHeader()->setStretchLastSection(true);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *copy = buttons->addButton(tr("&Copy all"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, table, [table] {
        table->selectAll();
        table->copySelection(true);
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(table);
    layout->addWidget(buttons);
    resize(kSize);
}

} // namespace clicksieve

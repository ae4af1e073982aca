// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/overridesdialog.h"

#include "ui/rules/overridesmodel.h"
#include "ui/session/session.h"
#include "ui/tables/tableview.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace clicksieve {

namespace {

constexpr QSize kSize(760, 420);
constexpr int kWhatWidth = 470;
constexpr int kWhoseWidth = 120;

} // namespace

OverridesDialog::OverridesDialog(Session &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_model(new OverridesModel(this))
    , m_table(new TableView)
{
    setWindowTitle(tr("Your verdicts"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(kSize);
    auto *note = new QLabel(
        tr("They go before the rules, the later before the earlier, and last until other files are "
           "opened. Edit > Undo works here too."));
    note->setWordWrap(true);

    m_table->setAccessibleName(windowTitle());
    m_table->setSortingEnabled(false); // their order decides
    m_table->setCsvName(tr("your verdicts"));
    m_table->setPlaceholderText(tr("You have set no verdict. Select an event on the Events page to do so."));
    m_table->setModel(m_model);
    m_table->setColumnWidth(OverridesModel::What, kWhatWidth);
    m_table->setColumnWidth(OverridesModel::Whose, kWhoseWidth);
    m_table->horizontalHeader()->setStretchLastSection(true);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_takeBack = buttons->addButton(tr("Take back"), QDialogButtonBox::ActionRole);
    m_takeAllBack = buttons->addButton(tr("Take all back"), QDialogButtonBox::ActionRole);
    connect(m_takeBack, &QPushButton::clicked, this, &OverridesDialog::takeBack);
    connect(m_takeAllBack, &QPushButton::clicked, this, &OverridesDialog::takeAllBack);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->addWidget(note);
    column->addWidget(m_table, 1);
    column->addWidget(buttons);

    connect(&session, &Session::verdictsChanged, this, &OverridesDialog::refresh);
    connect(&session, &Session::analysisChanged, this, &OverridesDialog::refresh);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_takeBack->setEnabled(m_table->selectionModel()->hasSelection()); });
    refresh();
}

void OverridesDialog::refresh()
{
    m_model->show(m_session.analysis());
    m_takeBack->setEnabled(false);
    m_takeAllBack->setEnabled(m_model->rowCount() > 0);
}

void OverridesDialog::takeBack()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::vector<bool> isTaken(m_session.overrides().size());
    for (const QModelIndex &row : rows) {
        const std::size_t place = m_model->placeAt(row.row());
        if (place < isTaken.size())
            isTaken[place] = true;
    }
    OverrideList left;
    for (std::size_t place = 0; place < isTaken.size(); ++place) {
        if (!isTaken[place])
            left.push_back(m_session.overrides()[place]);
    }
    m_session.setOverrides(left, tr("take your verdict back"));
}

void OverridesDialog::takeAllBack()
{
    m_session.setOverrides({}, tr("take all your verdicts back"));
}

} // namespace clicksieve

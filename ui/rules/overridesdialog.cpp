// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/overridesdialog.h"

#include "core/export/overridecsv.h"
#include "ui/rules/overridesmodel.h"
#include "ui/session/session.h"
#include "ui/tables/tableview.h"
#include "ui/theme/numbers.h"
#include "ui/theme/plainlabel.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace clicksieve {

namespace {

constexpr QSize kSize(760, 420);
constexpr int kWhatWidth = 470;
constexpr int kWhoseWidth = 120;

/// "3 rows could not be used; the first is row 4: …"
QString rejectedText(const std::vector<RejectedRow> &rejected)
{
    const RejectedRow &first = rejected.front();
    return rejected.size() == 1
               ? OverridesDialog::tr("Row %1 could not be used: %2").arg(first.row).arg(first.reason)
               : OverridesDialog::tr("%1 rows could not be used; the first is row %2: %3")
                     .arg(countText(quint64{rejected.size()}))
                     .arg(first.row)
                     .arg(first.reason);
}

QString verdictsText(std::size_t count)
{
    return count == 1 ? OverridesDialog::tr("1 verdict")
                      : OverridesDialog::tr("%1 verdicts").arg(countText(quint64{count}));
}

} // namespace

OverridesDialog::OverridesDialog(Session &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_model(new OverridesModel(this))
    , m_table(new TableView)
    , m_result(makePlainLabel(false))
{
    setWindowTitle(tr("Your verdicts"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(kSize);
    QLabel *note = makePlainLabel(false);
    note->setText(tr("They go before the rules, the later before the earlier, and last until other files are "
                     "opened. A saved workspace keeps them; saved as a list, they can be added again. Edit > "
                     "Undo works here too."));
    m_result->hide();

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
    m_save = buttons->addButton(tr("Save…"), QDialogButtonBox::ActionRole);
    auto *addButton = buttons->addButton(tr("Add from a file…"), QDialogButtonBox::ActionRole);
    connect(m_save, &QPushButton::clicked, this, &OverridesDialog::askWhereToSave);
    connect(addButton, &QPushButton::clicked, this, &OverridesDialog::askWhatToRead);
    connect(m_takeBack, &QPushButton::clicked, this, &OverridesDialog::takeBack);
    connect(m_takeAllBack, &QPushButton::clicked, this, &OverridesDialog::takeAllBack);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->addWidget(note);
    column->addWidget(m_table, 1);
    column->addWidget(m_result);
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
    m_save->setEnabled(m_model->rowCount() > 0);
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

void OverridesDialog::askWhereToSave()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save your verdicts"), folder.filePath(tr("your verdicts.csv")), tr("CSV files (*.csv)"));
    if (!path.isEmpty())
        saveTo(path);
}

void OverridesDialog::askWhatToRead()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Add verdicts"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
        tr("CSV files (*.csv)"));
    if (!path.isEmpty())
        addFrom(path);
}

void OverridesDialog::saveTo(const QString &path)
{
    const OverrideList &list = m_session.overrides();
    const auto problem = writeOverrides(*m_session.analysis().table, list, path);
    say(problem ? problem->message
                : tr("Saved %1 to %2.").arg(verdictsText(list.size()), QDir::toNativeSeparators(path)));
}

void OverridesDialog::addFrom(const QString &path)
{
    m_reading.start<OverridesRead>(
        [table = m_session.analysis().table, path](JobContext &context) {
            return readOverrides(*table, path, context);
        },
        [this, path, table = m_session.analysis().table](const Result<OverridesRead> &read) {
            if (!read)
                say(read.error().message);
            else if (table == m_session.analysis().table) // else other files came meanwhile
                add(read.value(), path);
        });
}

void OverridesDialog::add(const OverridesRead &read, const QString &path)
{
    OverrideList list = m_session.overrides();
    list.insert(list.end(), read.list.begin(), read.list.end());
    m_session.setOverrides(list, tr("add your verdicts from a file"));
    const QString added =
        tr("Added %1 from %2.").arg(verdictsText(read.list.size()), QFileInfo(path).fileName());
    say(read.rejected.empty() ? added : added + u' ' + rejectedText(read.rejected));
}

void OverridesDialog::say(const QString &sentence)
{
    m_result->setText(visibleText(sentence.toStdString()));
    m_result->show();
}

} // namespace clicksieve

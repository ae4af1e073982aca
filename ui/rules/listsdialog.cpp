// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/listsdialog.h"

#include "core/metrics/machinelinks.h"
#include "ui/session/session.h"
#include "ui/tables/tableview.h"
#include "ui/theme/numbers.h"
#include "ui/theme/plainlabel.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace clicksieve {

namespace {

constexpr QSize kSize(820, 480);
constexpr int kWhatWidth = 290;
constexpr int kEntryWidth = 350;
constexpr std::size_t kMostProposals = 20; ///< more would bury the lists

/// Rules that others publish know nothing of hidden links.
bool looksAtHiddenLinks(const Ruleset &rules)
{
    return std::any_of(rules.signalSpecs.begin(), rules.signalSpecs.end(), [](const SignalSpec &spec) {
        return spec.enabled && spec.kind == QStringLiteral("hidden-link");
    });
}

std::vector<ListRow> makeRows(const Analysis &analysis, JobContext &context)
{
    std::vector<ListRow> rows;
    for (ListEntry &entry : listEntries(*analysis.verdicts))
        rows.push_back({std::move(entry)});
    const auto isListed = [&rows](const std::string &link) {
        return std::any_of(rows.begin(), rows.end(), [&link](const ListRow &row) {
            return row.entry.kind == ListEntry::Kind::HiddenLink
                   && (link == row.entry.text || link.substr(0, link.find('?')) == row.entry.text);
        });
    };
    std::size_t proposals = 0;
    for (const MachineLink &link : linksOfMachinesOnly(*analysis.table, *analysis.verdicts, context)) {
        std::string text(analysis.table->linkText(link.link));
        if (proposals == kMostProposals || isListed(text))
            continue;
        ++proposals;
        rows.push_back({{ListEntry::Kind::HiddenLink, std::move(text), link.clicks}, true, link.messages});
    }
    return rows;
}

} // namespace

ListsDialog::ListsDialog(Session &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_model(new ListsModel(this))
    , m_table(new TableView)
    , m_new(new QLineEdit)
    , m_add(new QPushButton(tr("&Add")))
    , m_takeBack(new QPushButton(tr("&Take back")))
    , m_markHidden(new QPushButton(tr("People cannot &see it")))
    , m_message(makePlainLabel(false))
{
    setWindowTitle(tr("Your lists"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(kSize);
    buildLayout();
    connect(m_add, &QPushButton::clicked, this, &ListsDialog::addTyped);
    connect(m_new, &QLineEdit::textChanged, this, &ListsDialog::showButtons);
    connect(m_takeBack, &QPushButton::clicked, this, &ListsDialog::takeBack);
    connect(m_markHidden, &QPushButton::clicked, this, &ListsDialog::markHidden);
    connect(&session, &Session::verdictsChanged, this, &ListsDialog::refresh);
    connect(&session, &Session::analysisChanged, this, &ListsDialog::refresh);
    connect(&session, &Session::listsComplained, this, &ListsDialog::say);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ListsDialog::showButtons);
    refresh();
}

void ListsDialog::buildLayout()
{
    QLabel *note = makePlainLabel(false);
    note->setText(tr("They go for every export, until you take them back. An address or program that is "
                     "never a scanner's is "
                     "not judged by what it is, nor by how many recipients it serves; when and how its opens "
                     "and clicks come "
                     "still counts. A click on a link that people cannot see is a machine's, and so is what "
                     "happens in the "
                     "same message right beside it. Links that only machines clicked are proposed: if people "
                     "cannot see one in "
                     "the mail, say so."));
    m_table->setAccessibleName(windowTitle());
    m_table->setSortingEnabled(false);
    m_table->setCsvName(tr("your lists"));
    m_table->setPlaceholderText(tr("Your lists are empty, and no link was clicked by machines only."));
    m_table->setModel(m_model);
    m_table->setColumnWidth(ListsModel::What, kWhatWidth);
    m_table->setColumnWidth(ListsModel::Entry, kEntryWidth);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_new->setPlaceholderText(tr("an address or network that is never a scanner's, such as 192.0.2.0/24"));
    m_new->setAccessibleName(tr("Address or network to add"));
    m_message->hide();

    auto *adding = new QHBoxLayout;
    adding->addWidget(m_new, 1);
    adding->addWidget(m_add);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_markHidden, QDialogButtonBox::ActionRole);
    buttons->addButton(m_takeBack, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(note);
    column->addWidget(m_table, 1);
    column->addLayout(adding);
    column->addWidget(m_message);
    column->addWidget(buttons);
}

void ListsDialog::refresh()
{
    using Rows = std::vector<ListRow>;
    m_job.start<Rows>([analysis = m_session.analysis()](
                          JobContext &context) { return Result<Rows>(makeRows(analysis, context)); },
                      [this](const Result<Rows> &rows) {
                          if (rows.ok())
                              m_model->setRows(rows.value());
                          showButtons();
                      });
    const bool isOverlooked = !m_session.lists().hiddenLinks.empty()
                              && !looksAtHiddenLinks(m_session.analysis().verdicts->ruleset());
    say(isOverlooked ? tr("The rules in use do not look at hidden links.") : QString());
}

std::vector<ListRow> ListsDialog::selected() const
{
    std::vector<ListRow> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.push_back(m_model->at(index.row()));
    return rows;
}

void ListsDialog::showButtons()
{
    const auto isProposal = [](const ListRow &row) { return row.isProposal; };
    const std::vector<ListRow> rows = selected();
    m_markHidden->setEnabled(!rows.empty() && std::all_of(rows.begin(), rows.end(), isProposal));
    m_takeBack->setEnabled(!rows.empty() && std::none_of(rows.begin(), rows.end(), isProposal));
    m_add->setEnabled(!m_new->text().trimmed().isEmpty());
}

void ListsDialog::takeBack()
{
    UserLists lists = m_session.lists();
    for (const ListRow &row : selected())
        lists = without(lists, row.entry);
    m_session.setLists(lists, tr("take a line of your lists back"));
}

void ListsDialog::markHidden()
{
    UserLists lists = m_session.lists();
    for (const ListRow &row : selected())
        lists.hiddenLinks.push_back(row.entry.text);
    m_session.setLists(lists, tr("this link is hidden from people"));
}

void ListsDialog::addTyped()
{
    const std::string typed = m_new->text().trimmed().toStdString();
    if (!isNetwork(typed)) {
        say(tr("\"%1\" is no address and no network. Write it as 192.0.2.7 or 192.0.2.0/24.")
                .arg(m_new->text().trimmed()));
        return;
    }
    say({});
    UserLists lists = m_session.lists();
    if (std::find(lists.networks.begin(), lists.networks.end(), typed) == lists.networks.end())
        lists.networks.push_back(typed);
    m_session.setLists(lists, tr("never take an address for a scanner's"));
    m_new->clear();
}

void ListsDialog::say(const QString &sentence)
{
    m_message->setText(visibleText(sentence.toStdString()));
    m_message->setVisible(!sentence.isEmpty());
}

} // namespace clicksieve

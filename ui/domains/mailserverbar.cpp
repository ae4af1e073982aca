// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/domains/mailserverbar.h"

#include "core/gateways/gatewaygroups.h"
#include "ui/session/session.h"
#include "ui/theme/numbers.h"
#include "ui/theme/plainlabel.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>

namespace clicksieve {

namespace {

QPushButton *makeButton(const QString &text, const QString &tip)
{
    auto *button = new QPushButton(text);
    button->setProperty("look", QStringLiteral("plain"));
    button->setToolTip(tip);
    return button;
}

} // namespace

MailServerBar::MailServerBar(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_state(makePlainLabel(true))
    , m_problem(makePlainLabel(false))
    , m_read(makeButton(tr("&Read a table…"),
                        tr("A table of domains and their mail servers, one pair a row, such as "
                           "company.example,mx1.company.example")))
    , m_forget(makeButton(tr("For&get"), tr("Forget everything that is known about mail servers")))
{
    auto *row = new QHBoxLayout;
    row->addWidget(m_state, 1);
    row->addWidget(m_read);
    row->addWidget(m_forget);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_problem);
    m_problem->hide();
    connect(m_read, &QPushButton::clicked, this, &MailServerBar::askForTable);
    connect(m_forget, &QPushButton::clicked, this, [this] {
        m_problem->hide();
        m_session.setMailServers(std::make_shared<MailServers>());
    });
    connect(&session, &Session::mailServersChanged, this, &MailServerBar::showState);
    connect(&session, &Session::analysisChanged, this, &MailServerBar::showState);
    showState();
}

void MailServerBar::askForTable()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Read a table of domains and mail servers"),
                                     QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                                     tr("Tables (*.csv *.tsv *.txt);;All files (*)"));
    if (!path.isEmpty())
        readTable(path);
}

void MailServerBar::readTable(const QString &path)
{
    m_read->setEnabled(false);
    m_reading.start<MailServerFile>([path](JobContext &context) { return readMailServers(path, context); },
                                    [this](const Result<MailServerFile> &file) { take(file); });
}

void MailServerBar::take(const Result<MailServerFile> &file)
{
    m_read->setEnabled(true);
    const QString problem = file.ok() ? rejectedSentence(file.value()) : file.error().message;
    m_problem->setText(visibleText(problem.toStdString()));
    m_problem->setVisible(!problem.isEmpty());
    if (!file.ok())
        return;
    auto servers = std::make_shared<MailServers>(*m_session.mailServers());
    servers->takeOver(file.value().servers);
    m_session.setMailServers(std::move(servers));
}

void MailServerBar::showState()
{
    m_forget->setEnabled(m_session.mailServers()->size() > 0);
    if (!m_session.hasAnalysis())
        return;
    const GatewayGroups gateways(*m_session.analysis().table, *m_session.mailServers());
    const std::uint32_t all = m_session.analysis().table->domainCount();
    m_state->setText(
        gateways.knownDomains() == 0
            ? tr("Which gateway scans a domain's mail shows in the name of its mail server (MX). "
                 "Exports do not have it: read a table of domains and mail servers.")
            : tr("The mail servers of %1 of %2 domains are known.")
                  .arg(countText(quint64{gateways.knownDomains()}), countText(quint64{all})));
}

} // namespace clicksieve

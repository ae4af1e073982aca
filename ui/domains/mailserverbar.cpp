// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/domains/mailserverbar.h"

#include "core/gateways/gatewaygroups.h"
#include "ui/lookup/dnsresolver.h"
#include "ui/session/session.h"
#include "ui/theme/numbers.h"
#include "ui/theme/plainlabel.h"

#include <QDateTime>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace clicksieve {

namespace {

QPushButton *makeButton(const QString &text, const QString &tip)
{
    auto *button = new QPushButton(text);
    button->setProperty("look", QStringLiteral("plain"));
    button->setToolTip(tip);
    return button;
}

/// A day for display; in the local zone, as the user remembers it.
QString dayText(TimeMs time)
{
    return displayLocale().toString(QDateTime::fromMSecsSinceEpoch(time).date(),
                                    QStringLiteral("d MMM yyyy"));
}

} // namespace

MailServerBar::MailServerBar(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_state(makePlainLabel(true))
    , m_message(makePlainLabel(false))
    , m_progress(new QProgressBar)
    , m_read(makeButton(tr("&Read a table…"),
                        tr("A table of domains and their mail servers, one pair a row, such as "
                           "company.example,mx1.company.example")))
    , m_lookUp(makeButton(tr("Look &up…"),
                          tr("Ask this computer's name server for the mail servers of the domains")))
    , m_forget(makeButton(tr("For&get"), tr("Forget everything that is known about mail servers")))
{
    buildLayout();
    connect(m_read, &QPushButton::clicked, this, &MailServerBar::askForTable);
    connect(m_lookUp, &QPushButton::clicked, this, [this] {
        if (m_lookup)
            stopLookUp();
        else
            askToLookUp();
    });
    connect(m_forget, &QPushButton::clicked, this, [this] {
        say({});
        m_session.setMailServers(std::make_shared<MailServers>());
    });
    connect(&session, &Session::mailServersNotKept, this, &MailServerBar::say);
    connect(&session, &Session::mailServersChanged, this, &MailServerBar::showState);
    connect(&session, &Session::analysisChanged, this, &MailServerBar::showState);
    showState();
}

MailServerBar::~MailServerBar() = default;

void MailServerBar::buildLayout()
{
    constexpr int kProgressWidth = 160;
    m_progress->setFixedWidth(kProgressWidth);
    m_progress->hide();
    m_message->hide();
    auto *row = new QHBoxLayout;
    row->addWidget(m_state, 1);
    row->addWidget(m_progress);
    row->addWidget(m_read);
    row->addWidget(m_lookUp);
    row->addWidget(m_forget);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_message);
}

void MailServerBar::setResolver(std::unique_ptr<MailResolver> resolver)
{
    m_resolver = std::move(resolver);
}

// --- a table ---

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
    say(file.ok() ? rejectedSentence(file.value()) : file.error().message);
    if (file.ok())
        learn(file.value().servers);
}

// --- a look-up ---

std::vector<std::string> MailServerBar::domainsToAsk() const
{
    constexpr qint64 kMsADay = 86'400'000;
    const qint64 oldest = QDateTime::currentMSecsSinceEpoch() - kOldAfterDays * kMsADay;
    const EventTable &table = *m_session.analysis().table;
    std::vector<std::string> domains;
    for (std::uint32_t domain = 0; domain < table.domainCount(); ++domain) {
        auto name = MailServers::hostName(table.domainText(DomainIndex{domain}));
        const DomainServers *known = name ? m_session.mailServers()->find(*name) : nullptr;
        if (name && (known == nullptr || known->learned < oldest))
            domains.push_back(std::move(*name));
    }
    return domains;
}

void MailServerBar::askToLookUp()
{
    const std::size_t count = domainsToAsk().size();
    if (count == 0) {
        say(tr("Nothing to look up: what is known of every domain is less than %1 days old.")
                .arg(kOldAfterDays));
        return;
    }
    QMessageBox question(QMessageBox::Question, tr("Look up mail servers"),
                         count == 1 ? tr("Ask for the mail servers of 1 domain?")
                                    : tr("Ask for the mail servers of %1 domains?").arg(countText(count)),
                         QMessageBox::Cancel, this);
    question.setInformativeText(
        tr("The names of these domains, such as company.example, go to the name server that this computer "
           "uses, and from there to those of the domains. Nothing else is sent: no addresses, no links, no "
           "figures."));
    QPushButton *agree = question.addButton(tr("&Look up"), QMessageBox::AcceptRole);
    question.setDefaultButton(agree);
    question.exec();
    if (question.clickedButton() == agree)
        lookUp();
}

void MailServerBar::lookUp()
{
    const std::vector<std::string> domains = domainsToAsk();
    if (!m_resolver)
        m_resolver = std::make_unique<DnsResolver>();
    m_lookup = std::make_unique<MailServerLookup>(*m_resolver);
    connect(m_lookup.get(), &MailServerLookup::progressed, this, &MailServerBar::showProgress);
    // Queued: it ends what sends it.
    connect(m_lookup.get(), &MailServerLookup::finished, this, &MailServerBar::takeLookUp,
            Qt::QueuedConnection);
    say({});
    m_read->setEnabled(false);
    m_forget->setEnabled(false);
    m_lookUp->setText(tr("&Stop"));
    showProgress(0, domains.size(), -1);
    m_progress->show();
    m_lookup->start(domains);
}

void MailServerBar::stopLookUp()
{
    if (m_lookup)
        m_lookup->cancel();
}

void MailServerBar::showProgress(quint64 done, quint64 total, qint64 msLeft)
{
    m_progress->setMaximum(static_cast<int>(total));
    m_progress->setValue(static_cast<int>(done));
    const QString asked = tr("Looked up %1 of %2 domains").arg(countText(done), countText(total));
    m_state->setText(msLeft < 0 ? asked : tr("%1, %2 left").arg(asked, durationText(msLeft)));
}

void MailServerBar::takeLookUp(const MailLookupResult &result)
{
    m_lookup.reset();
    m_progress->hide();
    m_read->setEnabled(true);
    m_lookUp->setText(tr("Look &up…"));
    QStringList sentences;
    if (result.isStopped)
        sentences << tr("Stopped.");
    sentences << tr("Found the mail servers of %1 domains.").arg(countText(quint64{result.found}));
    if (result.noMail > 0)
        sentences << tr("%1 take no mail, or are not there.").arg(countText(quint64{result.noMail}));
    if (result.failed > 0)
        sentences
            << tr("For %1 there was no answer: try again later.").arg(countText(quint64{result.failed}));
    say(sentences.join(u' '));
    learn(result.servers);
}

// --- what is known ---

void MailServerBar::learn(const MailServers &added)
{
    auto servers = std::make_shared<MailServers>(*m_session.mailServers());
    servers->takeOver(added);
    m_session.setMailServers(std::move(servers));
}

void MailServerBar::say(const QString &sentence)
{
    m_message->setText(visibleText(sentence.toStdString()));
    m_message->setVisible(!sentence.isEmpty());
}

/// From the first day to the last on which something was learned.
QString MailServerBar::ageText() const
{
    TimeMs first = std::numeric_limits<TimeMs>::max();
    TimeMs last = kNoTime;
    for (const auto &[domain, known] : m_session.mailServers()->domains()) {
        first = std::min(first, known.learned);
        last = std::max(last, known.learned);
    }
    const QString from = dayText(first);
    const QString to = dayText(last);
    return from == to ? tr("Read or looked up on %1.").arg(from)
                      : tr("Read or looked up from %1 to %2.").arg(from, to);
}

void MailServerBar::showState()
{
    if (m_lookup)
        return; // its progress is shown
    m_forget->setEnabled(m_session.mailServers()->size() > 0);
    m_lookUp->setEnabled(m_session.hasAnalysis());
    if (!m_session.hasAnalysis())
        return;
    const GatewayGroups gateways(*m_session.analysis().table, *m_session.mailServers());
    const quint64 known = gateways.knownDomains();
    const quint64 all = m_session.analysis().table->domainCount();
    m_state->setText(
        known == 0
            ? tr("Which gateway scans a domain's mail shows in the name of its mail server (MX). "
                 "Exports do not have it: read a table of domains and mail servers, or look them "
                 "up.")
            : tr("The mail servers of %1 of %2 domains are known.").arg(countText(known), countText(all))
                  + u' ' + ageText());
}

} // namespace clicksieve

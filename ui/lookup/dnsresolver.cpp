// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lookup/dnsresolver.h"

#include <QDnsLookup>
#include <QHostAddress>

#include <algorithm>
#include <tuple>
#include <utility>

namespace clicksieve {

DnsResolver::DnsResolver(const QString &server, QObject *parent) : QObject(parent), m_server(server) {}

DnsResolver::~DnsResolver()
{
    forgetAll();
}

void DnsResolver::ask(Question question, const std::string &domain, Answer answer)
{
    const bool ofServers = question == Question::MailServers;
    auto *lookup =
        new QDnsLookup(ofServers ? QDnsLookup::MX : QDnsLookup::A, QString::fromStdString(domain), this);
    if (!m_server.isEmpty())
        lookup->setNameserver(QHostAddress(m_server));
    connect(lookup, &QDnsLookup::finished, this, [lookup, answer = std::move(answer)] {
        const MailAnswer found = answerOf(*lookup);
        lookup->deleteLater();
        answer(found);
    });
    lookup->lookup();
}

void DnsResolver::forgetAll()
{
    for (QDnsLookup *lookup : findChildren<QDnsLookup *>(Qt::FindDirectChildrenOnly)) {
        lookup->disconnect(this);
        lookup->abort();
        lookup->deleteLater();
    }
}

MailAnswer DnsResolver::answerOf(const QDnsLookup &lookup)
{
    MailAnswer answer;
    switch (lookup.error()) {
    case QDnsLookup::NoError:
        break;
    case QDnsLookup::NotFoundError:
        answer.kind = MailAnswer::Kind::NoSuchDomain;
        return answer;
    default: // Qt 6.4 calls it an invalid reply where there is no such record, and where nobody replies
        return answer;
    }
    for (const QDnsMailExchangeRecord &record : lookup.mailExchangeRecords()) {
        if (auto name = MailServers::hostName(record.exchange().toStdString()))
            answer.servers.push_back({std::move(*name), record.preference()});
    }
    const bool anyRecord = !lookup.mailExchangeRecords().isEmpty() || !lookup.hostAddressRecords().isEmpty();
    answer.kind = anyRecord ? MailAnswer::Kind::Found : MailAnswer::Kind::NoRecord;
    std::sort(answer.servers.begin(), answer.servers.end(),
              [](const MailServer &one, const MailServer &other) {
                  return std::tie(one.preference, one.name) < std::tie(other.preference, other.name);
              });
    return answer;
}

} // namespace clicksieve

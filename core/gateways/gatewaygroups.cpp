// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateways/gatewaygroups.h"

#include "core/events/eventtable.h"
#include "core/gateways/mailservers.h"

#include <algorithm>

namespace clicksieve {

namespace {

/// Whose the servers are; kNone where the table knows none of those that are tried first.
std::uint32_t gatewayOf(const std::vector<MailServer> &servers, const GatewayTable &table)
{
    const int first =
        std::min_element(servers.begin(), servers.end(), [](const MailServer &one, const MailServer &other) {
            return one.preference < other.preference;
        })->preference;
    std::uint32_t best = GatewayTable::kNone;
    for (const MailServer &server : servers) {
        const std::uint32_t found =
            server.preference == first ? table.gatewayOf(server.name) : GatewayTable::kNone;
        if (found == GatewayTable::kNone)
            continue;
        if (table.gateways()[found].kind == Gateway::Kind::Gateway)
            return found;
        if (best == GatewayTable::kNone)
            best = found;
    }
    return best;
}

} // namespace

GatewayGroups::GatewayGroups(const EventTable &table, const MailServers &servers,
                             const GatewayTable &gateways)
    : m_groups(1)
    , m_groupOfDomain(table.domainCount(), kUnknown)
{
    for (std::uint32_t domain = 0; domain < table.domainCount(); ++domain) {
        const auto name = MailServers::hostName(table.domainText(DomainIndex{domain}));
        const DomainServers *of = name ? servers.find(*name) : nullptr;
        if (of != nullptr) {
            ++m_knownDomains;
            const std::uint32_t gateway =
                of->servers.empty() ? GatewayTable::kNone : gatewayOf(of->servers, gateways);
            m_groupOfDomain[domain] = numberOf(of->servers.empty()              ? GatewayGroup::Kind::NoMail
                                               : gateway == GatewayTable::kNone ? GatewayGroup::Kind::Other
                                                                                : GatewayGroup::Kind::Known,
                                               gateway);
        }
        ++m_groups[m_groupOfDomain[domain]].domains;
    }
}

std::uint32_t GatewayGroups::numberOf(GatewayGroup::Kind kind, std::uint32_t gateway)
{
    const auto known = std::find_if(m_groups.begin(), m_groups.end(), [&](const GatewayGroup &group) {
        return group.kind == kind && group.gateway == gateway;
    });
    if (known != m_groups.end())
        return static_cast<std::uint32_t>(known - m_groups.begin());
    m_groups.push_back({kind, gateway, 0});
    return static_cast<std::uint32_t>(m_groups.size() - 1);
}

QString nameOf(const GatewayGroup &group)
{
    switch (group.kind) {
    case GatewayGroup::Kind::Known:
        return GatewayTable::shipped().gateways()[group.gateway].name;
    case GatewayGroup::Kind::Other:
        return QStringLiteral("Other mail servers");
    case GatewayGroup::Kind::NoMail:
        return QStringLiteral("No mail server");
    case GatewayGroup::Kind::Unknown:
        break;
    }
    return QStringLiteral("Unknown");
}

std::string_view wordFor(const GatewayGroup &group)
{
    switch (group.kind) {
    case GatewayGroup::Kind::Known:
        return wordFor(GatewayTable::shipped().gateways()[group.gateway].kind);
    case GatewayGroup::Kind::Other:
        return "other";
    case GatewayGroup::Kind::NoMail:
        return "none";
    case GatewayGroup::Kind::Unknown:
        break;
    }
    return "unknown";
}

} // namespace clicksieve

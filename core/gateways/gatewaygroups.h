// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/index.h"
#include "core/gateways/gatewaytable.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace clicksieve {

class EventTable;
class MailServers;

/// Recipient domains whose mail the same provider takes in.
struct GatewayGroup {
    enum class Kind : std::uint8_t {
        Known,  ///< a gateway or mailbox provider of the table
        Other,  ///< the mail server is known, the table does not know whose it is: often the company's own
        NoMail, ///< the domain says that it takes no mail
        Unknown ///< nothing is known of the domain's mail servers, or the recipient has no domain
    };

    Kind kind = Kind::Unknown;
    std::uint32_t gateway = GatewayTable::kNone; ///< of Known: position in GatewayTable::gateways()
    std::uint32_t domains = 0;                   ///< of the table of events
};

/// Who takes mail in for each recipient domain of a table of events. Of several servers of one domain the one tried
/// first counts; among equals one that the table knows, gateways before others. Immutable; any thread.
class GatewayGroups {
public:
    GatewayGroups(const EventTable &table, const MailServers &servers,
                  const GatewayTable &gateways = GatewayTable::shipped());

    [[nodiscard]] const std::vector<GatewayGroup> &groups() const { return m_groups; }
    /// Position in groups(). None gives that of the unknown.
    [[nodiscard]] std::uint32_t groupOf(DomainIndex domain) const
    {
        return domain.isNone() ? kUnknown : m_groupOfDomain[domain.value()];
    }
    /// Domains of the table whose mail servers are known.
    [[nodiscard]] std::uint32_t knownDomains() const { return m_knownDomains; }

private:
    static constexpr std::uint32_t kUnknown = 0;

    std::uint32_t numberOf(GatewayGroup::Kind kind, std::uint32_t gateway);

    std::vector<GatewayGroup> m_groups; ///< the unknown first
    std::vector<std::uint32_t> m_groupOfDomain;
    std::uint32_t m_knownDomains = 0;
};

/// What to call it: the name of the gateway, "Other mail servers", "No mail server", "Unknown".
[[nodiscard]] QString nameOf(const GatewayGroup &group);
/// "gateway", "mailbox", …, "other", "none" or "unknown", for files.
[[nodiscard]] std::string_view wordFor(const GatewayGroup &group);

} // namespace clicksieve

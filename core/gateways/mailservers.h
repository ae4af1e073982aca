// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/event.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace clicksieve {

/// One mail exchanger (MX) of a domain.
struct MailServer {
    std::string name;   ///< in lower case, without the dot at the end
    int preference = 0; ///< the lowest is tried first

    friend bool operator==(const MailServer &, const MailServer &) = default;
};

/// What is known of one domain.
struct DomainServers {
    std::vector<MailServer> servers; ///< empty where the domain takes no mail
    TimeMs learned = kNoTime;        ///< when it was read or looked up, ms UTC

    friend bool operator==(const DomainServers &, const DomainServers &) = default;
};

/// Which servers take mail in for which domains. Domains are kept as the net writes them: in lower case, other than Latin
/// letters as xn--…; any way of writing one finds it.
class MailServers {
public:
    /// The name of a domain or server as it is kept; nullopt where @p text is no name with a dot in it.
    [[nodiscard]] static std::optional<std::string> hostName(std::string_view text);

    /// @p domain and @p server as from hostName(). A server that the domain has already stays once.
    void add(const std::string &domain, MailServer server);
    /// Forgets what was known of the domain and says that nobody takes mail in for it.
    void setNone(const std::string &domain) { m_domains[domain].servers.clear(); }
    /// That everything here was learned at @p time.
    void setLearned(TimeMs time);
    void setLearned(const std::string &domain, TimeMs time) { m_domains[domain].learned = time; }
    /// Everything that @p other knows; of a domain that both know, what @p other knows.
    void takeOver(const MailServers &other);

    /// Null where nothing is known; empty where the domain takes no mail. @p domain as from hostName().
    [[nodiscard]] const DomainServers *find(const std::string &domain) const;
    /// How many domains are known.
    [[nodiscard]] std::size_t size() const { return m_domains.size(); }
    [[nodiscard]] const std::unordered_map<std::string, DomainServers> &domains() const { return m_domains; }

private:
    std::unordered_map<std::string, DomainServers> m_domains;
};

} // namespace clicksieve

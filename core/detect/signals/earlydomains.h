// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/actions.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

namespace clicksieve {

/// At which mail domains of a campaign nearly every message is acted on soon after delivery, and how rare that is
/// elsewhere. Two kinds of domains are told apart by their counts alone, as a mixture that is fitted by expectation and
/// maximisation: at scanned ones each message is clicked early with a share from a few tenths up, at the others with one
/// small share that is learned. Same messages, same result.
class EarlyDomains {
public:
    /// What is known of a domain; domains with equal counts are alike.
    struct Domain {
        std::uint32_t messages = 0;
        std::uint32_t early = 0; ///< of them clicked (opened) soon after delivery
        double scanned = 0;      ///< probability, 0 to 1
        double machineShare = 0; ///< of the messages that a machine clicks (opens) early, if it is scanned
    };

    /// Of the messages [firstMessage, lastMessage), by actions of @p type within @p within of delivery. Messages without a
    /// time of delivery or sending, and those that bounced, do not count.
    EarlyDomains(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage, EventType type,
                 TimeMs within);

    /// Null for a domain without messages that count.
    [[nodiscard]] const Domain *find(DomainIndex domain) const;
    /// How many times as likely a machine's first early action comes @p delay after delivery as a person's: learned from the
    /// first ones at scanned and at other domains.
    [[nodiscard]] double timeRatio(TimeMs delay) const;
    /// Of the messages at domains that are not scanned, the share that is acted on so early.
    [[nodiscard]] double usualShare() const { return m_usual; }
    /// How many messages that share was learned from.
    [[nodiscard]] double usualMessages() const { return m_usualMessages; }
    /// Of all domains, the share that is scanned.
    [[nodiscard]] double scannedShare() const { return m_scanned; }

private:
    /// The first early action of one message.
    struct First {
        std::uint32_t domain = 0;
        TimeMs delay = 0;
    };

    struct Kind {
        Domain domain;
        double domains = 0; ///< how many have these counts
    };

    void group();
    void fit();
    void learnTimes(const std::vector<First> &firsts, TimeMs within);
    void judge(Domain &domain) const;

    std::unordered_map<std::uint32_t, Domain> m_domains;             ///< with counts alone
    std::map<std::pair<std::uint32_t, std::uint32_t>, Kind> m_kinds; ///< by messages and early ones
    std::vector<double> m_timeRatios; ///< by doublings of the delay, see placeOf() in the source
    double m_usual = 0.01;
    double m_usualMessages = 0;
    double m_scanned = 0.1;
};

} // namespace clicksieve

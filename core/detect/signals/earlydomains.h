// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/actions.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

namespace clicksieve {

/// At which mail domains of a campaign nearly every message is acted on soon after delivery, and how rare that is
/// elsewhere. Two kinds of domains are told apart by their counts alone, as a mixture that is fitted by expectation and
/// maximisation: at scanned ones each message is clicked early with a share from a few tenths up, at the others with one
/// small share that is learned. Domains where many messages are a machine's for certain are a third kind: what happens to
/// the others of their messages is learned from all of them together. Same messages, same result.
class EarlyDomains {
public:
    /// What is known of a domain; domains with equal counts are alike.
    struct Domain {
        std::uint32_t messages = 0; ///< that no machine clicked for certain
        std::uint32_t early = 0;    ///< of them clicked (opened) soon after delivery
        std::uint32_t certain = 0;  ///< messages that a machine clicked for certain
        double scanned = 0;         ///< probability, 0 to 1
        double machineShare = 0;    ///< of the messages that a machine clicks (opens) early, if it is scanned
    };

    /// Says of a message that a machine clicked it for certain.
    using IsCertain = std::function<bool(std::size_t message)>;

    /// Of the messages [firstMessage, lastMessage), by actions of @p type within @p within of delivery. Messages without a
    /// time of delivery or sending, and those that bounced, do not count. @p isCertain: empty for no message.
    EarlyDomains(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage, EventType type,
                 TimeMs within, const IsCertain &isCertain);

    EarlyDomains(const EarlyDomains &) = delete; // it points into itself
    EarlyDomains &operator=(const EarlyDomains &) = delete;

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

    struct Counted {
        Domain domain; ///< with counts alone
        /// Null until it is grouped. Kept, since most questions are about single messages.
        const Kind *kind = nullptr;
    };

    using Key = std::array<std::uint32_t, 3>; ///< messages, early ones, swept or not

    [[nodiscard]] static bool isSwept(const Domain &domain);
    [[nodiscard]] static Key keyOf(const Domain &domain);
    void group();
    void learnSwept();
    void fit();
    void learnTimes(const std::vector<First> &firsts, TimeMs within);
    void judge(Domain &domain) const;

    std::unordered_map<std::uint32_t, Counted> m_domains;
    std::map<Key, Kind> m_kinds;
    std::vector<double> m_timeRatios; ///< by doublings of the delay, see placeOf() in the source
    double m_usual = 0.01;
    double m_usualMessages = 0;
    double m_scanned = 0.1;
    double m_besideSweeps =
        0.1; ///< of the messages at swept domains that are not swept, the share acted on early
};

} // namespace clicksieve

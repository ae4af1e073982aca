// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"
#include "core/weblogs/logrequest.h"
#include "core/weblogs/secondseries.h"

#include <cstdint>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace clicksieve {

/// Why a request is taken for one of a campaign.
enum class RequestReason : std::uint8_t {
    None,
    RecipientId,       ///< it carries the id of a recipient who clicked at that moment
    SameClient,        ///< its address clicked at that moment, says the e-mail service
    ScrambledId,       ///< it carries an id that no recipient has: scanners alter what they follow
    CampaignParameter, ///< it carries what an e-mail service appends, soon after the send
    CampaignPage       ///< it asks for a page that the mail links to, soon after the send, from no other page
};
inline constexpr std::size_t kRequestReasons = 6;

/// The clicks of an export, in the order in which requests of a web server ask for them. Immutable; any thread. Shares the
/// analysis.
class CampaignTraffic {
public:
    struct Judgement {
        RequestClass whose = RequestClass::Background;
        RequestReason reason = RequestReason::None;
    };

    explicit CampaignTraffic(const Analysis &analysis);

    /// @param skew microseconds that the server's clock is ahead of that of the e-mail service
    [[nodiscard]] Judgement judge(const LogRequest &request, std::int64_t skew) const;
    /// The times of the clicks (milliseconds, rising) that may be the same visit as @p request: of the recipient whose id it
    /// carries, else of its address. Empty where there are none, or so many that they tell nothing.
    [[nodiscard]] std::span<const TimeMs> candidates(const LogRequest &request) const;

    /// When the first mail was sent; kNoTime where the export does not say.
    [[nodiscard]] TimeMs firstSend() const { return m_sends.empty() ? kNoTime : m_sends.front(); }
    /// True from kBefore before a send until kFollows after it.
    [[nodiscard]] bool isInWindow(TimeMs time) const;

    static constexpr TimeMs kSameVisit =
        10'000; ///< own choice: the way from the e-mail service takes a second or two
    static constexpr TimeMs kBefore = 600'000;     ///< a test before the send; own choice
    static constexpr TimeMs kFollows = 86'400'000; ///< four fifths of all clicks: GetResponse 2020

private:
    /// The clicks of one address or recipient.
    struct Clicks {
        std::vector<TimeMs> times; ///< rising
        std::vector<bool> isMachine;
    };
    using ClicksByKey = std::unordered_map<std::uint64_t, Clicks>;

    void addClicks();
    void addLinks();
    void addWindows();
    [[nodiscard]] const Clicks *clicksOfId(const LogRequest &request, bool &isTagged,
                                           bool &isUnknownId) const;
    [[nodiscard]] const Clicks *clicksOfClient(const LogRequest &request) const;

    Analysis m_analysis;
    ClicksByKey m_byId;                        ///< hash of the parameter and its value
    ClicksByKey m_byClient;                    ///< position in the dictionary of addresses
    std::unordered_set<std::uint64_t> m_paths; ///< hashes of those that mails link to
    std::unordered_map<std::uint64_t, std::size_t>
        m_idsOf;                 ///< hash of a parameter: how many ids of it there are
    std::vector<TimeMs> m_sends; ///< rising
};

} // namespace clicksieve

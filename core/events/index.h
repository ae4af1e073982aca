// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace clicksieve {

/// A position in one particular dictionary or column. The tag keeps a campaign from being
/// used where a recipient is meant; the value 0xFFFFFFFF means "none" (the export did not say).
template <typename Tag>
class Index {
public:
    static constexpr std::uint32_t kNone = 0xFFFF'FFFFU;

    constexpr Index() = default;
    constexpr explicit Index(std::uint32_t value) : m_value(value) {}
    constexpr explicit Index(std::size_t value) : m_value(static_cast<std::uint32_t>(value)) {}

    [[nodiscard]] constexpr std::uint32_t value() const { return m_value; }
    [[nodiscard]] constexpr bool isNone() const { return m_value == kNone; }

    friend constexpr auto operator<=>(Index, Index) = default;

private:
    std::uint32_t m_value = kNone;
};

using EventIndex = Index<struct EventTag>;         ///< row of the EventTable
using CampaignIndex = Index<struct CampaignTag>;   ///< one sending
using RecipientIndex = Index<struct RecipientTag>; ///< one e-mail address (or the ESP's stand-in for it)
using DomainIndex = Index<struct DomainTag>;       ///< the part of the address after the last @
using UrlIndex = Index<struct UrlTag>;             ///< a clicked URL as the export has it
using LinkIndex = Index<struct LinkTag>;           ///< a URL without its per-recipient parameters
using AddressIndex = Index<struct AddressTag>;     ///< IP address, as text
using AgentIndex = Index<struct AgentTag>;         ///< user agent
using ClientIndex = Index<struct ClientTag>;       ///< a pair of address and agent
using MessageIndex = Index<struct MessageTag>;     ///< one campaign to one recipient
using SourceIndex = Index<struct SourceTag>;       ///< one imported file

} // namespace clicksieve

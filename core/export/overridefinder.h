// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/overrides.h"
#include "core/events/index.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace clicksieve {

/// The texts that tell one thing of a table from the others; those that a scope does not need may be empty.
struct OverrideKey {
    std::string_view campaign; ///< the ESP's id
    std::string_view recipient;
    std::string_view domain;
    std::string_view event; ///< "open" or "click"
    std::string_view time;  ///< as isoTime() writes it
    std::string_view link;  ///< the URL of an event as it stands in the export, else that of the link
    std::string_view address;
    std::string_view program;
};

/// Finds in a table what an override of another session, or of another export of the same mails, was of. Looks through the
/// messages and clients once, when first asked for one. The table must live as long. One thread.
class OverrideFinder {
public:
    explicit OverrideFinder(const EventTable &table) : m_table(table) {}

    /// The id as in Override; nullopt where the table holds no such thing.
    [[nodiscard]] std::optional<std::uint32_t> find(Override::Scope scope, const OverrideKey &key);

private:
    [[nodiscard]] std::optional<std::uint32_t> findEvent(const OverrideKey &key);
    [[nodiscard]] std::optional<std::uint32_t> findMessage(const OverrideKey &key);
    [[nodiscard]] std::optional<std::uint32_t> findClient(const OverrideKey &key);

    const EventTable &m_table;
    std::unordered_map<std::uint64_t, std::uint32_t> m_messages; ///< campaign and recipient → message
    std::unordered_map<std::uint64_t, std::uint32_t> m_clients;  ///< address and agent → client
};

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace clicksieve {

/// Texts, each stored once and numbered in order of first appearance. Owns the bytes; a view stays
/// valid as long as the dictionary lives, also across moves. Not thread-safe while it grows.
class Dictionary {
public:
    Dictionary();
    Dictionary(Dictionary &&) noexcept = default;
    Dictionary &operator=(Dictionary &&) noexcept = default;
    ~Dictionary() = default;

    /// Texts that are all different, in order: those of another dictionary. @p bytes holds them one after the other, and
    /// the lengths add up to its size.
    [[nodiscard]] static Dictionary of(std::unique_ptr<char[]> bytes, std::span<const std::uint32_t> lengths);

    /// The number of @p text, added if it is new. Throws std::length_error past 2^32 - 2 texts.
    std::uint32_t intern(std::string_view text);
    /// Makes room for @p texts in all, which saves copying while it grows.
    void reserve(std::uint32_t texts);

    /// A text that is to be interned a little later. The text has to live until then.
    struct Lookup {
        std::string_view text;
        std::uint32_t hash = 0;
    };
    /// Has the processor fetch the place where @p text would stand, so that intern() need not wait for it.
    [[nodiscard]] Lookup prepare(std::string_view text) const;
    /// As intern() of each, in order; @p ids is as long as @p lookups. Much faster than one by one where the dictionary
    /// is larger than the processor's cache, since the memory of all is fetched at once.
    void intern(std::span<const Lookup> lookups, std::uint32_t *ids);

    /// The number of @p text, or Index::kNone where it was never interned.
    [[nodiscard]] std::uint32_t find(std::string_view text) const;

    /// @pre id < size()
    [[nodiscard]] std::string_view operator[](std::uint32_t id) const { return m_texts[id]; }

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_texts.size()); }
    [[nodiscard]] const std::vector<std::string_view> &texts() const { return m_texts; }

private:
    struct Slot {
        std::uint32_t hash = 0; ///< tells where the slot is in a larger table, and saves most comparisons
        std::uint32_t id = 0xFFFF'FFFFU;
    };

    [[nodiscard]] std::uint32_t internHashed(std::string_view text, std::uint32_t hash);
    [[nodiscard]] std::uint32_t likelyId(std::uint32_t hash) const;
    [[nodiscard]] std::string_view store(std::string_view text);
    void growTo(std::size_t count);

    std::vector<Slot> m_slots;
    std::vector<std::string_view> m_texts;
    std::vector<std::unique_ptr<char[]>> m_pages;
    std::size_t m_pageUsed = 0;
    std::size_t m_pageSize = 0;
};

} // namespace clicksieve

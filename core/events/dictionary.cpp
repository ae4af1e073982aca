// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/dictionary.h"

#include "core/events/sametext.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <stdexcept>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace clicksieve {

namespace {

constexpr std::size_t kFirstSlots = 1024;
constexpr std::size_t kFirstPage = std::size_t{16} << 10;
constexpr std::size_t kLargestPage = std::size_t{1} << 20;
constexpr std::uint32_t kEmpty = 0xFFFF'FFFFU;

/// Enough to place as many texts as there can be, and equal for two of a million texts at most a few hundred times.
std::uint32_t hashOf(std::string_view text)
{
    return static_cast<std::uint32_t>(XXH3_64bits(text.data(), text.size()));
}

} // namespace

Dictionary::Dictionary() : m_slots(kFirstSlots) {}

Dictionary Dictionary::of(std::unique_ptr<char[]> bytes, std::span<const std::uint32_t> lengths)
{
    Dictionary dictionary;
    dictionary.reserve(static_cast<std::uint32_t>(lengths.size()));
    const char *next = bytes.get();
    for (const std::uint32_t length : lengths) {
        dictionary.m_texts.push_back(length == 0 ? std::string_view{} : std::string_view(next, length));
        next += length;
    }
    dictionary.m_pages.push_back(std::move(bytes));
    // A little ahead, so that the memory of many slots is fetched at once.
    constexpr std::size_t kAhead = 16;
    const std::size_t mask = dictionary.m_slots.size() - 1;
    std::array<std::uint32_t, kAhead> hashes{};
    const std::size_t count = lengths.size();
    for (std::size_t i = 0; i < count + kAhead; ++i) {
        if (i >= kAhead) {
            const std::uint32_t hash = hashes[i % kAhead];
            std::size_t place = hash & mask;
            while (dictionary.m_slots[place].id != kEmpty)
                place = (place + 1) & mask;
            dictionary.m_slots[place] = {hash, static_cast<std::uint32_t>(i - kAhead)};
        }
        if (i < count) {
            hashes[i % kAhead] = hashOf(dictionary.m_texts[i]);
            __builtin_prefetch(&dictionary.m_slots[hashes[i % kAhead] & mask], 1);
        }
    }
    return dictionary;
}

std::uint32_t Dictionary::intern(std::string_view text)
{
    return internHashed(text, hashOf(text));
}

Dictionary::Lookup Dictionary::prepare(std::string_view text) const
{
    const std::uint32_t hash = hashOf(text);
    __builtin_prefetch(&m_slots[hash & (m_slots.size() - 1)]);
    return {text, hash};
}

void Dictionary::intern(std::span<const Lookup> lookups, std::uint32_t *ids)
{
    // Slot, then view, then bytes: each step tells where the next one is. ids holds the guesses meanwhile.
    for (std::size_t i = 0; i < lookups.size(); ++i) {
        ids[i] = likelyId(lookups[i].hash);
        if (ids[i] != kEmpty)
            __builtin_prefetch(&m_texts[ids[i]]);
    }
    for (std::size_t i = 0; i < lookups.size(); ++i) {
        if (ids[i] != kEmpty)
            __builtin_prefetch(m_texts[ids[i]].data());
    }
    for (std::size_t i = 0; i < lookups.size(); ++i) {
        if (ids[i] == kEmpty || !isSameText(m_texts[ids[i]], lookups[i].text))
            ids[i] = internHashed(lookups[i].text, lookups[i].hash);
    }
}

/// The first text with the same hash: the right one, unless two share it. kEmpty where there is none.
std::uint32_t Dictionary::likelyId(std::uint32_t hash) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t place = hash & mask;
    while (m_slots[place].id != kEmpty && m_slots[place].hash != hash)
        place = (place + 1) & mask;
    return m_slots[place].id;
}

std::uint32_t Dictionary::internHashed(std::string_view text, std::uint32_t hash)
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t place = hash & mask;
    while (m_slots[place].id != kEmpty) {
        if (m_slots[place].hash == hash && isSameText(m_texts[m_slots[place].id], text))
            return m_slots[place].id;
        place = (place + 1) & mask;
    }
    if (m_texts.size() >= kEmpty - 1)
        throw std::length_error("dictionary is full");
    const auto id = static_cast<std::uint32_t>(m_texts.size());
    m_slots[place] = {hash, id};
    m_texts.push_back(store(text));
    if (m_texts.size() * 2 > m_slots.size())
        growTo(m_slots.size() * 2);
    return id;
}

std::uint32_t Dictionary::find(std::string_view text) const
{
    const std::uint32_t hash = hashOf(text);
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t place = hash & mask; m_slots[place].id != kEmpty; place = (place + 1) & mask) {
        if (m_slots[place].hash == hash && isSameText(m_texts[m_slots[place].id], text))
            return m_slots[place].id;
    }
    return kEmpty;
}

std::string_view Dictionary::store(std::string_view text)
{
    if (text.empty())
        return {};
    if (m_pageUsed + text.size() > m_pageSize) {
        const std::size_t next = m_pages.empty() ? kFirstPage : std::min(kLargestPage, m_pageSize * 2);
        m_pageSize = std::max(text.size(), next);
        m_pages.push_back(std::make_unique_for_overwrite<char[]>(m_pageSize));
        m_pageUsed = 0;
    }
    char *place = m_pages.back().get() + m_pageUsed;
    std::memcpy(place, text.data(), text.size());
    m_pageUsed += text.size();
    return {place, text.size()};
}

void Dictionary::reserve(std::uint32_t texts)
{
    m_texts.reserve(texts);
    if (std::size_t{texts} * 2 > m_slots.size())
        growTo(std::bit_ceil(std::size_t{texts} * 2));
}

void Dictionary::growTo(std::size_t count)
{
    std::vector<Slot> larger(count);
    const std::size_t mask = larger.size() - 1;
    for (const Slot &slot : m_slots) {
        if (slot.id == kEmpty)
            continue;
        std::size_t place = slot.hash & mask;
        while (larger[place].id != kEmpty)
            place = (place + 1) & mask;
        larger[place] = slot;
    }
    m_slots = std::move(larger);
}

} // namespace clicksieve

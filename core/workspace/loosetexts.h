// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <numeric>
#include <vector>

namespace clicksieve {

/// The bytes of texts, as a dictionary takes them.
class Letters {
public:
    void resize(std::size_t size)
    {
        m_bytes = std::make_unique_for_overwrite<char[]>(size);
        m_size = size;
    }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] char *data() { return m_bytes.get(); }
    [[nodiscard]] const char *data() const { return m_bytes.get(); }
    [[nodiscard]] std::unique_ptr<char[]> take() { return std::move(m_bytes); }

private:
    std::unique_ptr<char[]> m_bytes;
    std::size_t m_size = 0;
};

/// Texts as two arrays, between a dictionary and a workspace.
struct LooseTexts {
    std::vector<std::uint32_t> lengths;
    Letters bytes;

    LooseTexts() = default;
    template <typename List>
    explicit LooseTexts(const List &texts)
    {
        lengths.reserve(texts.size());
        std::size_t sum = 0;
        for (const auto &text : texts) {
            lengths.push_back(static_cast<std::uint32_t>(text.size()));
            sum += text.size();
        }
        bytes.resize(sum);
        char *next = bytes.data();
        for (const auto &text : texts)
            next = std::copy(text.begin(), text.end(), next);
    }

    /// False where the lengths are not those of the bytes.
    [[nodiscard]] bool addUp() const
    {
        return std::accumulate(lengths.begin(), lengths.end(), std::uint64_t{0}) == bytes.size();
    }
};

} // namespace clicksieve

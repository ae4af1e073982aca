// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/exportformat.h"

#include <array>
#include <string>
#include <string_view>

namespace clicksieve {

/// What the words in the event column of a format mean. Remembers the words of the last rows, which are few and come
/// again and again. One thread each; the format must live as long.
class EventWords {
public:
    struct Meaning {
        EventType type = EventType::Other;
        bool isMachine = false; ///< the ESP says by this word that a machine did it
    };

    explicit EventWords(const ExportFormat &format) : m_format(&format) {}

    /// Null for a word that the format does not know. Valid until the next call.
    [[nodiscard]] const Meaning *find(std::string_view word);

private:
    struct Entry {
        std::string word;
        Meaning meaning;
    };

    const ExportFormat *m_format;
    std::array<Entry, 16> m_last; ///< by ends and length of the word; an empty one is free
};

} // namespace clicksieve

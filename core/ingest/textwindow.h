// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/sourcetext.h"

#include <cstddef>
#include <memory>
#include <string_view>

namespace clicksieve {

/// A stretch of a text as one worker has it at hand. Of a file on disk it is a copy, read into the same memory again
/// and again; of any other text it is a view. One thread at a time; the text must live as long.
/// Of a text that comes bit by bit it is what somebody puts there.
class TextWindow {
public:
    /// For show().
    TextWindow() = default;
    explicit TextWindow(const SourceText &text) : m_source(&text) {}

    /// Moves to [begin, end), cut off at the end of the text. False where the file cannot be read there any more.
    [[nodiscard]] bool moveTo(std::size_t begin, std::size_t end);

    /// Memory for @p size bytes, to be filled and then shown. What was shown before is gone.
    [[nodiscard]] char *makeRoom(std::size_t size) { return memoryFor(size); }
    /// Shows the first @p size bytes of that memory, which begin at @p begin in the text.
    void show(std::size_t begin, std::size_t size, bool isAtEnd);

    /// Valid until it is moved.
    [[nodiscard]] std::string_view text() const { return m_view; }
    [[nodiscard]] std::size_t begin() const { return m_begin; }
    [[nodiscard]] std::size_t end() const { return m_begin + m_view.size(); }
    /// True where nothing of the text follows.
    [[nodiscard]] bool isAtEnd() const { return m_isAtEnd; }
    /// The text that this is a stretch of, where it can be had; reading it where the window could be read is slow.
    [[nodiscard]] bool hasWhole() const { return m_source != nullptr; }
    /// @pre hasWhole()
    [[nodiscard]] std::string_view whole() const { return m_source->text(); }

private:
    struct Free {
        void operator()(char *memory) const;
    };

    [[nodiscard]] char *memoryFor(std::size_t size);

    const SourceText *m_source = nullptr;
    std::unique_ptr<char, Free> m_memory;
    std::size_t m_capacity = 0;
    std::string_view m_view;
    std::size_t m_begin = 0;
    bool m_isAtEnd = false;
};

} // namespace clicksieve

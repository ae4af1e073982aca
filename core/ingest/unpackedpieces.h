// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/packedstream.h"
#include "core/ingest/textwindow.h"

#include <cstddef>
#include <optional>

namespace clicksieve {

/// Cuts what follows on the beginning of a packed source into pieces, as it is unpacked. One thread at a time.
class UnpackedPieces {
public:
    /// @param known the text from @p begin on that the beginning has. @p rest must live as long.
    UnpackedPieces(PackedRest &rest, std::string_view known, std::size_t begin);

    struct Place {
        std::size_t begin = 0; ///< in the text
        std::size_t limit = 0;
    };
    /// Shows the next @p size bytes in @p window, with a byte before them (but for the first) and up to @p behind bytes
    /// after them. None at the end of the text, and where failed().
    [[nodiscard]] std::optional<Place> next(TextWindow &window, std::size_t size, std::size_t behind);
    /// See PackedStream::read().
    [[nodiscard]] bool failed() const { return m_failed; }

private:
    PackedStream &m_stream;
    std::string m_next;  ///< unpacked, but not yet of a piece; after the first piece with a byte before it
    std::size_t m_begin; ///< where that begins in the text
    std::size_t m_before = 0;  ///< bytes in m_next that were in a piece
    bool m_isUnpacked = false; ///< all of it
    bool m_failed = false;
};

} // namespace clicksieve

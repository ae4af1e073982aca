// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace clicksieve {

class EventTable;

/// A sentence for the user about how the files were read.
struct SourceNote {
    enum class Kind {
        LeftOut, ///< something in the files does not count
        Assumed  ///< something that the files do not say was taken for granted
    };
    Kind kind = Kind::LeftOut;
    QString sentence;
};

/// All that is worth knowing of how the sources were read, in their order. Empty where there is nothing.
[[nodiscard]] std::vector<SourceNote> sourceNotes(const EventTable &table);

} // namespace clicksieve

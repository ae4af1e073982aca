// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/inspection.h"
#include "core/trialreading.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace clicksieve {

/// One file of an import that is being prepared: what a look at it told, what the user said, what counting found.
struct ImportEntry {
    Q_DECLARE_TR_FUNCTIONS(ImportEntry)

public:
    enum class State {
        Ready,
        ZoneIsGuessed, ///< may be read, but its times may be off by hours
        NeedsAnswer,   ///< nothing can be read before it is answered, or left out
        LeftOut,       ///< by the user, or since it lies beside exports and is none
        CannotBeRead   ///< has to be left out
    };

    QString given; ///< what the user gave that it lies in: the file itself, a folder, an archive
    InspectedFile file;
    SourceChoice choice;
    std::optional<SourceInfo> counted; ///< rows, resolution, …; none while they are not counted
    SourceSpan span;                   ///< of the counted rows

    [[nodiscard]] State state() const;
    /// One or two words for it.
    [[nodiscard]] QString stateText() const;
    /// What the user should do or know, a sentence.
    [[nodiscard]] QString stateSentence() const;
    /// How sure the format is, in words; empty where there is none.
    [[nodiscard]] QString surenessText() const;
    [[nodiscard]] bool isReadable() const { return !choice.leftOut && !file.problem; }
};

} // namespace clicksieve

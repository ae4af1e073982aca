// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace clicksieve {

class JobContext;

/// What a saved workspace is known by, and what happened on the way.
struct SavedWorkspace {
    std::shared_ptr<const WorkspaceOrigin> origin;
    /// Names of files that are gone or have changed since they were read: no cleaned copy can be made of them later.
    QStringList filesNotKept;
};

enum class KeepFiles {
    Yes, ///< with the exports themselves, so that cleaned copies can be made without them
    No
};

/// Writes everything that is known about @p analysis into one file: events, rules, the user's verdicts, what the rules
/// said of each event. The file appears as a whole or not at all. Errors: Unwritable, Cancelled.
[[nodiscard]] Result<SavedWorkspace> saveWorkspace(const Analysis &analysis, KeepFiles keepFiles,
                                                   const QString &path, JobContext &context);

/// Puts the verdicts, rules and overrides of @p analysis into the workspace that its events are in already: one step, kept
/// even if the power goes. Its origin is another one afterwards, so that of two windows with the same workspace only the
/// first one saves. Errors: Usage where somebody else has saved there; Unreadable, Unwritable, Cancelled.
[[nodiscard]] Result<SavedWorkspace> updateWorkspace(const Analysis &analysis, const WorkspaceOrigin &origin,
                                                     JobContext &context);

/// The analysis as it was saved, without the files that it was made of; Analysis::workspace says what could not be read.
/// @p rules: judged by these and by @p lists instead of its own; null: by its own.
/// Errors: Unreadable, Unrecognised (no workspace, or of a newer program), Cancelled.
[[nodiscard]] Result<Analysis> openWorkspace(const QString &path, std::shared_ptr<const Ruleset> rules,
                                             JobContext &context, const UserLists &lists = {});

} // namespace clicksieve

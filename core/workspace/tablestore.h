// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/result.h"

#include <memory>
#include <optional>
#include <vector>

namespace clicksieve {

class EventTable;
class JobContext;
class WorkspaceFile;

/// Puts a table of events into a workspace, array by array, and takes it out again with no more work than that: nothing
/// is parsed, sorted or looked up.
class TableStore {
public:
    /// @p kept: see KeptFiles::numbers. Errors: Unwritable, Cancelled.
    [[nodiscard]] static std::optional<Error> write(const EventTable &table, const std::vector<int> &kept,
                                                    WorkspaceFile &file, JobContext &context);
    /// Every number that points somewhere is checked, so that no file, whoever made it, leads outside of the table.
    /// Errors: Unreadable (a part of a sentence: what is damaged), Cancelled.
    [[nodiscard]] static Result<std::shared_ptr<const EventTable>> read(WorkspaceFile &file,
                                                                        JobContext &context);

private:
    struct Loose;
    struct Sizes;

    template <typename Table, typename Pieces, typename Visit>
    static void visitArrays(Table &table, Pieces &loose, const Sizes &sizes, const Visit &visit);
    static void takeApart(const EventTable &table, Loose &loose, JobContext &context);
    [[nodiscard]] static bool putTogether(EventTable &table, Loose &loose, JobContext &context);
    [[nodiscard]] static bool isSound(const EventTable &table);
};

} // namespace clicksieve

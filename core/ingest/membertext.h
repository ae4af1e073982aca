// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/sourceinfo.h"
#include "core/ingest/container.h"
#include "core/ingest/sourcetext.h"
#include "core/jobs/result.h"

#include <QString>

#include <memory>
#include <string_view>
#include <vector>

namespace clicksieve {

class JobContext;

/// One text of a member, before its format is known: that of the file itself, or of one sheet of a workbook.
struct MemberText {
    Conversion conversion = Conversion::None;
    QString sheet; ///< of a workbook; else empty
    std::shared_ptr<const SourceText> text;

    /// Records in brackets, not a table.
    [[nodiscard]] bool isJson() const;
};

/// For the sentences: the path of the file on disk, and the one inside of it.
[[nodiscard]] QString shownName(const Member &member);

/// For display: without folders, with the path inside a container unless that only lacks the packing's ending.
[[nodiscard]] QString displayName(const Member &member);

/// The texts in @p member in the order they lie there; more than one only for a workbook with several sheets. Never
/// empty. Errors: Unreadable, Unrecognised (no text), Cancelled. Any thread.
/// @param check Beginning: the text of a file may come out unchecked, see SourceText::isChecked()
[[nodiscard]] Result<std::vector<MemberText>> textsOf(const Member &member, JobContext &context,
                                                      SourceText::Check check = SourceText::Check::Whole);

/// One of those texts again, as it was when it was read. Empty where a workbook no longer has the sheet. Errors: as
/// textsOf().
[[nodiscard]] Result<std::shared_ptr<const SourceText>> textOf(const Member &member, Conversion conversion,
                                                               const QString &sheet, JobContext &context);

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/result.h"

namespace clicksieve {

/// The exit status of clicksieve-cli; part of its interface.
enum class ExitStatus {
    Done = 0,
    SomeRowsRejected = 1,
    WrongUsage = 2,
    UnreadableInput = 3,
    UnwritableOutput = 4
};

[[nodiscard]] inline ExitStatus statusFor(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Usage:
        return ExitStatus::WrongUsage;
    case Error::Kind::Unwritable:
        return ExitStatus::UnwritableOutput;
    default:
        return ExitStatus::UnreadableInput;
    }
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace clicksieve {

/// "12,345"
[[nodiscard]] QString counted(std::uint64_t value);
/// The same, or "–" where it is not known.
[[nodiscard]] QString counted(std::optional<std::uint64_t> value);
/// The nearest whole number, "−" before a negative one.
[[nodiscard]] QString rounded(double value);
/// A share from 0 to 1 as "16.8 %"; "–" where it is not known.
[[nodiscard]] QString percent(std::optional<double> share);
[[nodiscard]] QString percent(std::uint64_t part, std::uint64_t whole);

} // namespace clicksieve

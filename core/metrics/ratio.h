// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <utility>

namespace clicksieve {

/// A rate with its parts. No denominator (or an unknown one) means no rate, never zero.
struct Ratio {
    std::optional<std::uint64_t> numerator;
    std::optional<std::uint64_t> denominator;

    /// 0 to 1 (above 1 where a source is inconsistent); nullopt without a denominator.
    [[nodiscard]] std::optional<double> value() const;
    /// Wilson score interval at 95 % (z = 1.959964), 0 to 1; nullopt without a denominator or above 1.
    /// Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212.
    [[nodiscard]] std::optional<std::pair<double, double>> interval() const;
};

} // namespace clicksieve

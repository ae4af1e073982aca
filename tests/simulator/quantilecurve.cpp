// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/quantilecurve.h"

#include <utility>

namespace clicksieve::simulator {

QuantileCurve::QuantileCurve(std::vector<Knot> knots) : m_knots(std::move(knots)) {}

std::int64_t QuantileCurve::at(std::int64_t parts) const
{
    std::size_t upper = 1;
    while (upper + 1 < m_knots.size() && m_knots[upper].parts < parts)
        ++upper;
    const Knot &from = m_knots[upper - 1];
    const Knot &to = m_knots[upper];
    return from.ms + (to.ms - from.ms) * (parts - from.parts) / (to.parts - from.parts);
}

std::int64_t QuantileCurve::draw(Random &random) const
{
    return at(random.between(0, whole));
}

} // namespace clicksieve::simulator

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/verdict.h"
#include "core/events/event.h"
#include "core/metrics/filter.h"

#include <array>
#include <cstdint>

namespace clicksieve {

class EventTable;
class Verdicts;

/// How often our verdict and the ESP's own mark meet: counts of events by both. The mark is tri-state and stays apart
/// from the verdict; a mark that is not there is "unknown", never "human". Where the ruleset uses the mark as one of
/// its signals the two are not independent, so this describes, it does not prove.
class Agreement {
public:
    void add(Verdict ours, MachineFlag theirs) { ++m_counts[place(ours)][static_cast<std::size_t>(theirs)]; }

    [[nodiscard]] std::uint64_t count(Verdict ours, MachineFlag theirs) const
    {
        return m_counts[place(ours)][static_cast<std::size_t>(theirs)];
    }
    /// Events that the ESP marked, either way.
    [[nodiscard]] std::uint64_t marked() const;
    /// Marked events on which both say the same; those uncertain to us agree with neither.
    [[nodiscard]] std::uint64_t agreed() const
    {
        return count(Verdict::Human, MachineFlag::Human) + count(Verdict::Machine, MachineFlag::Machine);
    }

private:
    static std::size_t place(Verdict verdict) { return static_cast<std::size_t>(verdict); }

    std::array<std::array<std::uint64_t, 3>, 3> m_counts = {}; ///< by Verdict, by MachineFlag
};

struct VendorAgreement {
    Agreement opens;
    Agreement clicks;
};

/// Of the opens and clicks in view.
[[nodiscard]] VendorAgreement vendorAgreement(const EventTable &table, const Verdicts &verdicts,
                                              const Filter &filter);

} // namespace clicksieve

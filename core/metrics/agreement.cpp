// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/agreement.h"

#include "core/detect/verdicts.h"
#include "core/events/eventtable.h"

namespace clicksieve {

std::uint64_t Agreement::marked() const
{
    std::uint64_t sum = 0;
    for (const auto &byFlag : m_counts)
        sum += byFlag[static_cast<std::size_t>(MachineFlag::Human)]
               + byFlag[static_cast<std::size_t>(MachineFlag::Machine)];
    return sum;
}

VendorAgreement vendorAgreement(const EventTable &table, const Verdicts &verdicts, const Filter &filter)
{
    VendorAgreement agreement;
    for (const std::uint32_t event : table.messages().allActions()) {
        if (!filter.passes(table, verdicts, event))
            continue;
        Agreement &of = table.type(event) == EventType::Click ? agreement.clicks : agreement.opens;
        of.add(verdicts.verdict(event), table.flag(event));
    }
    return agreement;
}

} // namespace clicksieve

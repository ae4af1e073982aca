// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/sheets.h"
#include "fuzz/target.h"
#include "support/workbookfixture.h"

#include <string>

using namespace clicksieve;
using namespace clicksieve::fuzz;

namespace {

/// In front of each part: a line of this and the part's name.
constexpr std::string_view kPartMark = "=== ";

tests::Parts partsOf(std::string_view text)
{
    tests::Parts parts;
    while (!text.empty()) {
        const std::string_view line = takeLine(text);
        if (line.starts_with(kPartMark))
            parts.emplace_back(line.substr(kPartMark.size()), std::string());
        else if (!parts.empty())
            parts.back().second.append(line).append(1, '\n');
    }
    return parts;
}

} // namespace

/// The input is the parts of a workbook as text. They are packed here, since checksums would keep most changes
/// to a packed one from ever reaching the XML.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const tests::Parts parts = partsOf(textOf(data, size));
    for (const auto &[name, content] : parts) {
        if (name.empty() || name.find('\0') != std::string::npos)
            return 0; // the archive cannot be made
    }
    const std::string bytes = tests::zipped(parts);
    static_cast<void>(isWorkbook(bytes));
    requireSensibleWorkbook(bytes);
    return 0;
}

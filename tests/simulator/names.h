// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/random.h"

#include <string>

namespace clicksieve::simulator {

/// Made-up names for people and companies.
class Names {
public:
    /// For example `anna.weber`.
    static std::string localPart(Random &random);

    /// Under the reserved domain `example`, unique for every number: `nordbank.example`.
    static std::string companyDomain(std::size_t number, Random &random);
};

} // namespace clicksieve::simulator

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/message.h"
#include "simulator/random.h"
#include "simulator/reader.h"
#include "simulator/simulationoptions.h"

#include <cstdint>
#include <string>
#include <vector>

namespace clicksieve::simulator {

/// Decides how a person's requests look from outside: device, address, proxy in between.
class ReaderFactory {
public:
    explicit ReaderFactory(const SimulationOptions &options);

    Reader make(const Message &message, Random &random) const;

    /// A phone on the move or in a home network.
    Source phoneSource(Random &random) const;

private:
    Source clickSource(const Message &message, Random &random) const;
    static Source desktopSource(const Company *company, Random &random);
    static void setOpen(Reader &reader, MailClient client, Random &random);
    void setPixel(Reader &reader, MailClient client, Random &random) const;
    static void setDetours(Reader &reader, const Message &message, Random &random);

    PeopleOptions m_options;
    std::vector<std::string> m_carrierAddresses;
};

} // namespace clicksieve::simulator

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/company.h"
#include "simulator/random.h"
#include "simulator/recipient.h"
#include "simulator/simulationoptions.h"

#include <string>
#include <unordered_set>
#include <vector>

namespace clicksieve::simulator {

/// The people on the list and the companies they work for. Names are made up; company domains are reserved
/// ones.
class MailingList {
public:
    explicit MailingList(const SimulationOptions &options);

    std::vector<Company> &companies() { return m_companies; }
    const std::vector<Company> &companies() const { return m_companies; }

    /// In the order of sending.
    const std::vector<Recipient> &recipients() const { return m_recipients; }

    const Company *companyOf(const Recipient &recipient) const;

private:
    void addCompanies(std::uint32_t people);
    void addConsumers(std::uint32_t people);
    Company makeCompany(std::size_t number);
    Recipient makeEmployee(std::uint32_t company);
    Recipient makeConsumer();
    std::string uniqueAddress(const std::string &domain);

    AudienceOptions m_options;
    Random m_random;
    std::vector<std::string> m_gateways;
    std::vector<Company> m_companies;
    std::vector<Recipient> m_recipients;
    std::unordered_set<std::string> m_taken;
};

} // namespace clicksieve::simulator

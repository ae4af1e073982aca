// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/mailinglist.h"

#include "simulator/agents.h"
#include "simulator/names.h"
#include "simulator/networks.h"
#include "simulator/quantilecurve.h"

#include <algorithm>

namespace clicksieve::simulator {

namespace {

constexpr std::uint64_t streamOfTheList = 1;

struct Provider {
    const char *domain;
    MailClient client;
    std::uint32_t weight;
};

constexpr Provider providers[] = {
    {"gmail.com", MailClient::Gmail, 40},        {"yahoo.com", MailClient::Yahoo, 10},
    {"outlook.com", MailClient::OutlookWeb, 16}, {"icloud.com", MailClient::AppleMail, 12},
    {"gmx.de", MailClient::Desktop, 11},         {"web.de", MailClient::Desktop, 11}};

std::uint32_t companySize(const std::vector<std::uint32_t> &weights, Random &random)
{
    switch (random.weighted(weights)) {
    case 0:
        return static_cast<std::uint32_t>(random.between(2, 8));
    case 1:
        return static_cast<std::uint32_t>(random.between(9, 20));
    case 2:
        return static_cast<std::uint32_t>(random.between(21, 40));
    default:
        return static_cast<std::uint32_t>(random.between(41, 80));
    }
}

bool readsOnPhone(MailClient client, Random &random)
{
    switch (client) {
    case MailClient::OfficeOutlook:
        return false;
    case MailClient::OutlookWeb:
        return random.chance(250);
    case MailClient::Desktop:
        return false;
    case MailClient::Phone:
        return true;
    case MailClient::Gmail:
        return random.chance(620);
    case MailClient::Yahoo:
        return random.chance(550);
    case MailClient::AppleMail:
        return random.chance(800);
    }
    return false;
}

MailClient consumerClient(MailClient usual, std::uint32_t apple, Random &random)
{
    // Some read any mailbox in Apple Mail; owners of a Gmail or Yahoo mailbox stay with its own program
    // otherwise.
    if (usual == MailClient::AppleMail || random.chance(apple))
        return MailClient::AppleMail;
    return usual == MailClient::Desktop && random.chance(550) ? MailClient::Phone : usual;
}

MailClient employeeClient(std::uint32_t apple, Random &random)
{
    static constexpr MailClient clients[] = {MailClient::OfficeOutlook, MailClient::OutlookWeb,
                                             MailClient::Phone, MailClient::AppleMail};
    return clients[random.weighted({58, 20, 17, apple})];
}

} // namespace

MailingList::MailingList(const SimulationOptions &options)
    : m_options(options.audience)
    , m_random(Random::stream(options.seed, streamOfTheList))
    , m_gateways(Networks::drawMany(Networks::webGateways(), 4, m_random))
{
    const auto atCompanies =
        static_cast<std::uint32_t>(std::uint64_t{options.recipients} * m_options.companyPercent / 100);
    m_recipients.reserve(options.recipients);
    addCompanies(atCompanies);
    addConsumers(options.recipients - atCompanies);
    m_random.shuffle(m_recipients);
    m_taken.clear();
}

const Company *MailingList::companyOf(const Recipient &recipient) const
{
    return recipient.company == Recipient::noCompany ? nullptr : &m_companies[recipient.company];
}

void MailingList::addCompanies(std::uint32_t people)
{
    while (people > 0) {
        Company company = makeCompany(m_companies.size());
        company.size = std::min(company.size, people);
        people -= company.size;
        m_companies.push_back(std::move(company));
        const auto index = static_cast<std::uint32_t>(m_companies.size() - 1);
        for (std::uint32_t person = 0; person < m_companies[index].size; ++person)
            m_recipients.push_back(makeEmployee(index));
    }
}

void MailingList::addConsumers(std::uint32_t people)
{
    for (std::uint32_t person = 0; person < people; ++person)
        m_recipients.push_back(makeConsumer());
}

Company MailingList::makeCompany(std::size_t number)
{
    // Behind a gateway that companies share: one address, many firms, all people.
    Company company;
    company.domain = Names::companyDomain(number, m_random);
    company.size = companySize(m_options.companySizes, m_random);
    company.egress = m_random.chance(m_options.behindGateway)
                         ? std::vector<std::string>{m_random.pick(m_gateways)}
                         : Networks::drawMany(Networks::offices(), company.size > 30 ? 2 : 1, m_random);
    company.browsers = {Agents::desktop(m_random), Agents::desktop(m_random)};
    company.latency = m_random.between(0, QuantileCurve::whole);
    return company;
}

Recipient MailingList::makeEmployee(std::uint32_t company)
{
    Recipient recipient;
    recipient.address = uniqueAddress(m_companies[company].domain);
    recipient.company = company;
    recipient.client = employeeClient(m_options.appleEmployees, m_random);
    recipient.onPhone = readsOnPhone(recipient.client, m_random);
    return recipient;
}

Recipient MailingList::makeConsumer()
{
    std::vector<std::uint32_t> weights;
    for (const Provider &provider : providers)
        weights.push_back(provider.weight);
    const Provider &provider = providers[m_random.weighted(weights)];
    Recipient recipient;
    recipient.address = uniqueAddress(provider.domain);
    recipient.client = consumerClient(provider.client, m_options.appleConsumers, m_random);
    recipient.onPhone = readsOnPhone(recipient.client, m_random);
    return recipient;
}

std::string MailingList::uniqueAddress(const std::string &domain)
{
    const std::string name = Names::localPart(m_random);
    std::string address = name + '@' + domain;
    for (int number = 2; !m_taken.insert(address).second; ++number) {
        address = name;
        address.append(std::to_string(number)).append("@").append(domain);
    }
    return address;
}

} // namespace clicksieve::simulator

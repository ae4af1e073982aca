// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/prefetchsimulator.h"

#include "simulator/agents.h"
#include "simulator/networks.h"
#include "simulator/timings.h"

namespace clicksieve::simulator {

namespace {

constexpr std::uint32_t onSecondDevice = 250;

/// 1-6 % of Gmail opens: bird.com (SparkPost) 2022-01-25. Close to 32 % of Gmail's recipients open, so 10 per
/// mille of them make 3 % of the opens.
constexpr std::uint32_t prefetchedByGmail = 10;

} // namespace

void PrefetchSimulator::simulate(const Message &message, Random &random, EventLog &log) const
{
    if (message.bounced)
        return;
    if (message.recipient->client == MailClient::AppleMail && random.chance(m_prefetchedByApple))
        apple(message, random, log);
    if (message.recipient->client == MailClient::Gmail && random.chance(prefetchedByGmail))
        gmail(message, random, log);
}

void PrefetchSimulator::apple(const Message &message, Random &random, EventLog &log)
{
    do {
        const std::int64_t timeMs = message.deliveredMs + Timings::applePrefetch().draw(random);
        log.open(message, timeMs, {Networks::draw(Networks::privateRelay(), random), Agents::applePrefetch()},
                 Manner::ApplePrefetch);
    } while (random.chance(onSecondDevice));
}

void PrefetchSimulator::gmail(const Message &message, Random &random, EventLog &log)
{
    const std::int64_t timeMs = message.deliveredMs + Timings::gmailPrefetch().draw(random);
    log.open(message, timeMs, {Networks::draw(Networks::googleImages(), random), Agents::gmailPrefetch()},
             Manner::GmailPrefetch);
}

} // namespace clicksieve::simulator

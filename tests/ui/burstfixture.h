// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"
#include "core/events/eventbuilder.h"
#include "core/jobs/jobcontext.h"

#include <cmath>
#include <random>
#include <string>

namespace clicksieve {

/// A campaign whose figures are known: at three companies, machines click six links of each message within half a
/// minute; people everywhere open and click over days. What happens in the first minute is a machine's.
class BurstFixture {
public:
    static constexpr TimeMs kSent = 1'773'133'200'000; // Tue 2026-03-10 09:00:00 UTC
    static constexpr std::uint32_t kScanned = 60;      ///< messages to the three companies
    static constexpr std::uint32_t kLinks = 6;
    static constexpr TimeMs kBurstFrom = 31'000;
    static constexpr TimeMs kBurstTo = 58'000;
    static constexpr std::uint32_t kUnsent = 4; ///< people's opens of a message without a send time

    explicit BurstFixture(std::uint32_t otherDomains = 30, std::uint32_t readers = 900)
    {
        for (std::uint32_t message = 0; message < kScanned; ++message)
            addScanned(message);
        for (std::uint32_t reader = 0; reader < readers; ++reader)
            addReader(reader, otherDomains);
        for (std::uint32_t i = 0; i < kUnsent; ++i)
            add("nobody@unsent.example", EventType::Open, kSent + 3'600'000 + i, false);
        finish();
    }

    [[nodiscard]] const Analysis &analysis() const { return m_analysis; }

private:
    void addScanned(std::uint32_t message)
    {
        static const std::string kCompanies[] = {"nordbank.dk", "<b>werft</b>.example", "a&b.example"};
        const std::string &company = kCompanies[message < 40 ? 0 : 1 + message % 2];
        const std::string who = "clerk" + std::to_string(message) + '@' + company;
        add(who, EventType::Delivered, kSent + 2'000, false);
        for (std::uint32_t link = 0; link < kLinks; ++link)
            add(who, EventType::Click,
                kSent + kBurstFrom + (message * kLinks + link) * 27'000 / (kScanned * kLinks), true);
    }

    void addReader(std::uint32_t reader, std::uint32_t domains)
    {
        const std::string who =
            "reader" + std::to_string(reader) + "@mail" + std::to_string(reader % domains) + ".example";
        add(who, EventType::Delivered, kSent + 3'000, false);
        if (reader % 3 == 2)
            return;
        std::lognormal_distribution<double> delay(std::log(4.0 * 3'600'000), 1.3);
        const TimeMs opened = kSent + 90'000 + std::llround(std::min(delay(m_random), 6.0 * 86'400'000));
        add(who, EventType::Open, opened, false);
        if (reader % 7 == 0)
            add(who, EventType::Click, opened + 20'000, false);
    }

    void add(const std::string &who, EventType type, TimeMs time, bool machine)
    {
        EventRecord record;
        record.recipient = who;
        record.campaign = "spring";
        record.type = type;
        record.time = time;
        record.sentAt = who.ends_with("@unsent.example") ? kNoTime : kSent;
        record.url = type == EventType::Click ? "https://shop.example/offer" : "";
        record.row = static_cast<std::uint32_t>(m_machine.size()) + 1;
        m_block.append(record, m_builder.dictionaries(0));
        m_machine.push_back(machine ? 0.99F : 0.02F);
    }

    void finish()
    {
        m_block.setRows(static_cast<std::uint32_t>(m_machine.size()));
        std::vector<EventBlock> blocks;
        blocks.push_back(std::move(m_block));
        SourceInfo source;
        source.name = QStringLiteral("spring.csv");
        source.columns = {true, false, false, true, false};
        m_builder.addSource(source, std::move(blocks));
        JobContext context;
        m_analysis.table = m_builder.build(kNoTime, context).value();

        Verdicts::Content content;
        content.ruleset = std::make_shared<const Ruleset>();
        content.actors = {{ActorKind::Unknown, {}}};
        content.actor.assign(m_machine.size(), 0);
        for (const float probability : m_machine)
            content.verdict.push_back(probability > 0.5F ? Verdict::Machine : Verdict::Human);
        content.probability = m_machine;
        m_analysis.verdicts = std::make_shared<const Verdicts>(std::move(content));
    }

    std::mt19937 m_random{11};
    EventBuilder m_builder{1};
    EventBlock m_block{0};
    std::vector<float> m_machine; ///< per event, as it will be judged
    Analysis m_analysis;
};

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"
#include "core/detect/actions.h"
#include "core/events/eventbuilder.h"
#include "core/jobs/jobcontext.h"

#include <deque>
#include <random>
#include <string>
#include <vector>

namespace clicksieve {

/// A small analysis made by hand: every column with gaps, doubles, capitals and text that wants to be HTML. The same
/// @p seed makes the same one.
class EventsFixture {
public:
    static constexpr TimeMs kSent = 1'773'133'200'000; // 2026-03-10 09:00:00 UTC

    explicit EventsFixture(std::size_t actions = 600, unsigned seed = 7) : m_random(seed)
    {
        EventBuilder builder(1);
        std::vector<EventBlock> blocks;
        blocks.emplace_back(0);
        for (std::uint32_t person = 0; person < kPeople / 2;
             ++person) // half of them: the others have no send time
            blocks.back().append(sentRecord(person), builder.dictionaries(0));
        for (std::size_t i = 0; i < actions; ++i)
            blocks.back().append(actionRecord(i), builder.dictionaries(0));
        blocks.back().setRows(static_cast<std::uint32_t>(blocks.back().size()));

        SourceInfo source;
        source.name = QStringLiteral("export.csv");
        source.resolution = TimeResolution::Second;
        source.columns = {true, true, true, true, false};
        builder.addSource(source, std::move(blocks));
        JobContext context;
        m_analysis.table = builder.build(kNoTime, context).value();
        m_analysis.verdicts = makeVerdicts(m_analysis.table->size());
    }

    [[nodiscard]] const Analysis &analysis() const { return m_analysis; }

private:
    static constexpr std::uint32_t kPeople = 40;

    std::string recipient(std::uint32_t person)
    {
        static const std::vector<std::string> kDomains{"nordbank.dk", "gmail.com", "bücher.example",
                                                       "company.dk"};
        m_texts.push_back("person" + std::to_string(person) + '@' + kDomains[person % kDomains.size()]);
        return m_texts.back();
    }

    EventRecord sentRecord(std::uint32_t person)
    {
        EventRecord record = blank(recipient(person), 0);
        record.type = EventType::Sent;
        record.time = kSent + person * 1'000;
        return record;
    }

    EventRecord actionRecord(std::size_t place)
    {
        static const std::vector<std::string> kUrls{
            "https://shop.example/Offer", "https://shop.example/about", "https://shop.example/<b>bold</b>",
            "https://shop.example/prices"};
        static const std::vector<std::string> kAgents{
            "Mozilla/5.0 (Windows NT 10.0)", "<img src=\"x\"> agent", "curl/8.1", "mozilla/5.0 small", ""};
        const bool nobody = pick(20) == 0;
        EventRecord record = blank(nobody ? std::string() : recipient(pick(kPeople)), pick(3));
        record.type = pick(2) == 0 ? EventType::Open : EventType::Click;
        record.time = kSent + 60'000 + static_cast<TimeMs>(pick(2'000'000)) * 1'000;
        record.row = static_cast<std::uint32_t>(place) + 1;
        if (record.type == EventType::Click && pick(10) != 0)
            record.url = kUrls[pick(4)];
        record.agent = kAgents[pick(5)];
        if (pick(8) != 0)
            m_texts.push_back("192.0.2." + std::to_string(pick(200)));
        else
            m_texts.emplace_back();
        record.address = m_texts.back();
        return record;
    }

    EventRecord blank(const std::string &recipient, std::uint32_t campaign)
    {
        static const std::vector<std::string> kCampaigns{"spring", "Autumn", "summer"};
        m_texts.push_back(recipient);
        EventRecord record;
        record.recipient = m_texts.back();
        record.campaign = kCampaigns[campaign];
        record.row = 1;
        return record;
    }

    std::shared_ptr<const Verdicts> makeVerdicts(std::size_t events)
    {
        JobContext context;
        Verdicts::Content content;
        content.actions = std::make_shared<const Actions>(*m_analysis.table, context);
        content.ruleset = std::make_shared<const Ruleset>();
        content.actors = {{ActorKind::Unknown, {}},
                          {ActorKind::LinkScanner, QStringLiteral("Proofpoint")},
                          {ActorKind::ImageProxy, QStringLiteral("Gmail image proxy")}};
        for (std::size_t event = 0; event < events; ++event) {
            const auto probability = static_cast<float>(pick(100)) / 100.0F;
            content.probability.push_back(probability);
            content.verdict.push_back(probability < 0.3F   ? Verdict::Human
                                      : probability < 0.7F ? Verdict::Uncertain
                                                           : Verdict::Machine);
            content.actor.push_back(static_cast<std::uint8_t>(pick(3)));
        }
        return std::make_shared<const Verdicts>(std::move(content));
    }

    std::uint32_t pick(std::uint32_t choices) { return static_cast<std::uint32_t>(m_random() % choices); }

    std::mt19937 m_random;
    std::deque<std::string> m_texts; ///< what the records point into
    Analysis m_analysis;
};

} // namespace clicksieve

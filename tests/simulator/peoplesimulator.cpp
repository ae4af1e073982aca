// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/peoplesimulator.h"

#include "simulator/timings.h"

#include <algorithm>

namespace clicksieve::simulator {

namespace {

// Per mille; assumptions.
constexpr std::uint32_t readsAgain = 330;
constexpr std::uint32_t onOtherDevice = 200;
constexpr std::uint32_t clicksTwice = 60;
constexpr std::uint32_t comesBackToLink = 90;

enum class Pace { Unhurried, Tabs, FastTabs };

Pace drawPace(const PeopleOptions &options, Random &random)
{
    // Some people are quick: a few open several links within 3 s.
    const std::uint32_t unhurried = 100 - options.tabsPercent - options.fastTabsPercent;
    switch (random.weighted({unhurried, options.tabsPercent, options.fastTabsPercent})) {
    case 0:
        return Pace::Unhurried;
    case 1:
        return Pace::Tabs;
    default:
        return Pace::FastTabs;
    }
}

std::size_t linkCount(Pace pace, Random &random)
{
    if (pace != Pace::Unhurried)
        return 2 + random.weighted({50, 35, 15});
    return 1 + random.weighted({68, 21, 8, 3});
}

std::int64_t pause(Pace pace, Random &random)
{
    switch (pace) {
    case Pace::Unhurried:
        return Timings::nextLink().draw(random);
    case Pace::Tabs:
        return random.between(2500, 9000);
    case Pace::FastTabs:
        return random.between(450, 1000);
    }
    return 0;
}

} // namespace

PeopleSimulator::PeopleSimulator(const SimulationOptions &options, const LinkSet &links)
    : m_options(options.people)
    , m_links(links)
    , m_readers(options)
{
}

void PeopleSimulator::simulate(const Message &message, Random &random, EventLog &log) const
{
    if (message.bounced || !random.chance(m_options.reads))
        return;
    const Reader reader = m_readers.make(message, random);
    const std::int64_t openMs =
        message.deliveredMs + Timings::paced(Timings::personOpen().draw(random), m_options.openPace);
    if (reader.pixel == Reader::Pixel::OnOpen) {
        log.open(message, openMs, reader.open, reader.openManner);
        readLater(message, reader, openMs, random, log);
    }
    if (random.chance(m_options.clicks))
        clickLinks(message, reader, openMs, random, log);
}

void PeopleSimulator::readLater(const Message &message, const Reader &reader, std::int64_t firstMs,
                                Random &random, EventLog &log) const
{
    std::int64_t timeMs = firstMs;
    while (random.chance(readsAgain)) {
        timeMs += Timings::personReopen().draw(random);
        const bool otherDevice = reader.openManner == Manner::PersonDesktop && random.chance(onOtherDevice);
        if (!otherDevice) {
            log.open(message, timeMs, reader.open, reader.openManner);
            continue;
        }
        log.open(message, timeMs, m_readers.phoneSource(random), Manner::PersonPhone);
    }
}

void PeopleSimulator::clickLinks(const Message &message, const Reader &reader, std::int64_t openMs,
                                 Random &random, EventLog &log) const
{
    const Pace pace = drawPace(m_options, random);
    const std::vector<std::size_t> chosen = chooseLinks(linkCount(pace, random), random);
    const Manner manner = pace == Pace::Unhurried ? reader.clickManner : Manner::PersonTabs;
    std::int64_t timeMs = openMs + Timings::paced(Timings::personClick().draw(random), m_options.clickPace);
    // The pixel arrives in the second of the click, a little before or after it.
    if (reader.pixel == Reader::Pixel::OnClick)
        log.open(message, timeMs + random.between(-150, 700), reader.open, reader.openManner);
    for (const std::size_t link : chosen) {
        clickOne(message, reader, timeMs, link, manner, random, log);
        timeMs += pause(pace, random);
    }
    if (random.chance(comesBackToLink))
        clickOne(message, reader, timeMs + Timings::personReopen().draw(random), chosen.front(),
                 reader.clickManner, random, log);
}

void PeopleSimulator::clickOne(const Message &message, const Reader &reader, std::int64_t timeMs,
                               std::size_t link, Manner manner, Random &random, EventLog &log) const
{
    log.click(message, timeMs, reader.click, m_links.url(link), manner);
    if (random.chance(clicksTwice))
        log.click(message, timeMs + random.between(140, 1900), reader.click, m_links.url(link),
                  Manner::PersonDoubleClick);
}

std::vector<std::size_t> PeopleSimulator::chooseLinks(std::size_t count, Random &random) const
{
    std::vector<std::size_t> chosen;
    while (chosen.size() < std::min(count, m_links.hidden())) {
        const std::size_t link = m_links.drawForPerson(random);
        if (std::find(chosen.begin(), chosen.end(), link) == chosen.end())
            chosen.push_back(link);
    }
    return chosen;
}

} // namespace clicksieve::simulator

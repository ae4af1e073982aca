// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/linkset.h"

#include <string_view>

namespace clicksieve::simulator {

namespace {

constexpr std::uint32_t footerLinks = 3;
constexpr std::uint32_t shortestWithFooter = 6;
constexpr std::string_view pages[] = {"spring-sale", "trail-shoes", "rain-jackets", "new-in",  "backpacks",
                                      "gift-cards",  "tents",       "stories",      "bottles", "outlet",
                                      "socks",       "lamps",       "maps",         "stoves"};

} // namespace

LinkSet::LinkSet(std::uint32_t count, bool hiddenLink) : m_unsubscribe(count + (hiddenLink ? 1 : 0))
{
    const bool hasFooter = count >= shortestWithFooter;
    addContent(hasFooter ? count - footerLinks : count);
    if (hasFooter)
        addFooter();
    m_hidden = m_urls.size();
    if (hiddenLink)
        add("white-on-white", 0);
}

void LinkSet::addContent(std::uint32_t count)
{
    // Popularity falls like 1/rank; assumption, the usual shape of a newsletter.
    for (std::uint32_t index = 0; index < count; ++index)
        add(std::string(pages[index % std::size(pages)]), 2000 / (index + 1) + 1);
}

void LinkSet::addFooter()
{
    add("community", 25);
    add("privacy", 6);
    m_unsubscribe = m_urls.size();
    add("unsubscribe", 45);
}

void LinkSet::add(const std::string &path, std::uint32_t appeal)
{
    const std::string number = std::to_string(m_urls.size() + 1);
    m_urls.push_back("https://shop.example/" + path + "?utm_source=nl&utm_content=" + number);
    m_appeal.push_back(appeal);
}

} // namespace clicksieve::simulator

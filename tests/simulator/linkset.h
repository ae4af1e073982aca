// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/random.h"

#include <cstdint>
#include <string>
#include <vector>

namespace clicksieve::simulator {

/// The links of the mail, in their order on the page; the footer comes last.
class LinkSet {
public:
    explicit LinkSet(std::uint32_t count, bool hiddenLink = false);

    std::size_t size() const { return m_urls.size(); }
    const std::string &url(std::size_t index) const { return m_urls[index]; }

    /// The unsubscribe link, or size() when the mail is too short to have one.
    std::size_t unsubscribe() const { return m_unsubscribe; }

    /// The link that no person sees, or size() when there is none. The last one.
    std::size_t hidden() const { return m_hidden; }

    /// A link that a reader would want: the first ones far more often than the last, hardly ever the footer.
    std::size_t drawForPerson(Random &random) const { return random.weighted(m_appeal); }

private:
    void addContent(std::uint32_t count);
    void addFooter();
    void add(const std::string &path, std::uint32_t appeal);

    std::vector<std::string> m_urls;
    std::vector<std::uint32_t> m_appeal;
    std::size_t m_unsubscribe;
    std::size_t m_hidden;
};

} // namespace clicksieve::simulator

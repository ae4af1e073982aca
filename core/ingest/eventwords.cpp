// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/eventwords.h"

#include "core/events/sametext.h"

#include <algorithm>

namespace clicksieve {

const EventWords::Meaning *EventWords::find(std::string_view word)
{
    if (word.empty())
        return nullptr;
    const auto code = [](char character) { return std::size_t{static_cast<unsigned char>(character)}; };
    Entry &entry = m_last[(code(word.front()) + code(word.back()) + word.size()) % m_last.size()];
    if (isSameText(entry.word, word))
        return &entry.meaning;

    auto found = m_format->events.find(std::string(word)); // most files write the folded form
    if (found == m_format->events.end())
        found = m_format->events.find(folded(word));
    if (found == m_format->events.end())
        return nullptr;
    const auto &machineEvents = m_format->machineEvents;
    entry = {std::string(word),
             {found->second, std::ranges::find(machineEvents, found->first) != machineEvents.end()}};
    return &entry.meaning;
}

} // namespace clicksieve

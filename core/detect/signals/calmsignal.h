// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/parameters.h"
#include "core/detect/signal.h"

namespace clicksieve {

/// Kind "calm": what speaks for a person. Parameters:
///   readSeconds {from, to} as readFromSeconds and readToSeconds, read (weight): a click that comes that long after an open of the
///   same message from the same address or client, or through an image proxy of people,
///   aloneSeconds, aloneAfterSeconds, alone (weight): a click later than aloneAfterSeconds after delivery with no click on another
///   link of the message within aloneSeconds.
/// Levels: 1 read, 2 alone, 3 both.
class CalmSignal : public Signal {
public:
    CalmSignal(const SignalSpec &spec, Parameters &parameters);

    [[nodiscard]] QString notApplicable(const EventTable &table) const override;
    void sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage, Earlier earlier,
               std::span<std::uint8_t> levels) const override;
    [[nodiscard]] double weight(std::uint8_t level, EventType type) const override;
    [[nodiscard]] QString explain(const Actions &actions, std::size_t action,
                                  std::uint8_t level) const override;

private:
    /// How long before the click its client (or a person's image proxy) opened the mail; kNoTime where neither did.
    [[nodiscard]] TimeMs readingTime(const Actions &actions, std::size_t first, std::size_t action) const;
    [[nodiscard]] bool isAlone(const Actions &actions, std::size_t message, std::size_t action) const;

    TimeMs m_readFrom;
    TimeMs m_readTo;
    TimeMs m_aloneWithin;
    TimeMs m_aloneAfter;
    double m_readWeight;
    double m_aloneWeight;
};

} // namespace clicksieve

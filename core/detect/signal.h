// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/actions.h"
#include "core/detect/ruleset.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <span>

namespace clicksieve {

/// One kind of evidence, with its parameters from the ruleset. A signal sweeps over the actions and gives each a
/// level: 0 is silence, what the others mean is the signal's own, each with its weight in log-odds.
/// Immutable after creation; sweeps of different stretches may run at once.
class Signal {
public:
    /// What a sweep has to see at once: single actions (those of no message too), whole messages, whole campaigns.
    enum class Scope { Action, Message, Campaign };
    /// Each pass reads what those before it came to. First: what an event shows by itself and beside others. Second: what
    /// addresses and early clicks of a domain show. Third: how much machines do in domains and in the campaign. Last: what
    /// follows from one event of a message for another.
    enum class Pass { First, Second, Third, Last };

    /// The log-odds (prior included) of each action after the passes before; empty during the first.
    using Earlier = std::span<const float>;

    explicit Signal(SignalSpec spec) : m_spec(std::move(spec)) {}
    virtual ~Signal() = default;
    Signal(const Signal &) = delete;
    Signal &operator=(const Signal &) = delete;

    [[nodiscard]] const SignalSpec &spec() const { return m_spec; }
    [[nodiscard]] virtual Scope scope() const { return Scope::Message; }
    [[nodiscard]] virtual Pass pass() const { return Pass::First; }

    /// Why it can say nothing about this table, as a sentence; empty where it can.
    [[nodiscard]] virtual QString notApplicable(const EventTable &table) const = 0;

    /// Sets levels[action] for the actions of the messages [firstMessage, lastMessage); levels covers all
    /// actions and is 0 at first.
    virtual void sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage,
                       Earlier earlier, std::span<std::uint8_t> levels) const = 0;

    /// The highest level that sweep() gives; to be said by signals that look something up by the level. Saved levels above it
    /// are refused.
    [[nodiscard]] virtual std::size_t highestLevel() const { return 255; }

    /// Log-odds of a level other than 0 for an open or click. Asked for both types of every level that any action has:
    /// 0 where the type knows no such level.
    [[nodiscard]] virtual double weight(std::uint8_t level, EventType type) const = 0;

    /// The sentence for the user, with the figures that made the signal give @p level to @p action.
    [[nodiscard]] virtual QString explain(const Actions &actions, std::size_t action,
                                          std::uint8_t level) const = 0;

private:
    SignalSpec m_spec;
};

/// The signal that a ruleset entry asks for. Errors: Usage, naming the kind or parameter that is wrong.
[[nodiscard]] Result<std::unique_ptr<Signal>> makeSignal(const SignalSpec &spec);

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/listuse.h"
#include "core/detect/overrides.h"
#include "core/detect/ruleset.h"
#include "core/detect/verdict.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace clicksieve {

class Actions;
class Signal;

/// How one signal fared on the whole analysis.
struct SignalReport {
    QString id;
    QString title;
    bool applicable = true;
    QString reason;           ///< why it is not applicable; empty where it is
    std::uint64_t events = 0; ///< opens and clicks it spoke about
};

/// The most that one signal says for a machine, in log-odds, of an open and of a click of these files; 0 where it never
/// does.
struct StrongestWeight {
    double open = 0;
    double click = 0;

    [[nodiscard]] double of(bool isClick) const { return isClick ? click : open; }
};

/// The verdict of every open and click under one ruleset, and by the user's word where there is one. Immutable; positions
/// are those of the EventTable.
/// What it says of events that are neither opens nor clicks means nothing.
class Verdicts {
public:
    struct Content {
        std::shared_ptr<const Ruleset> ruleset;
        std::vector<float> probability;         ///< per event, 0 to 1: that a machine made it
        std::vector<Verdict> verdict;           ///< per event
        std::vector<std::uint8_t> actor;        ///< per event: position in actors
        std::vector<Actor> actors;              ///< [0] is the unknown machine
        std::vector<SignalReport> reports;      ///< in the order of the ruleset
        std::vector<StrongestWeight> strongest; ///< in the order of the ruleset
        ListUse listUse;                        ///< of the user's lists
        /// Per signal of the ruleset: what it said of each action, in the order of MessageTable::allActions().
        /// 0 is silence; the meaning of other levels is the signal's. Null where it says nothing at all. Verdicts by rulesets
        /// of which parts are alike share what those parts said.
        std::vector<std::shared_ptr<const std::vector<std::uint8_t>>> levels;
        std::vector<std::shared_ptr<const Signal>>
            signalsUsed;                        ///< in the order of the ruleset; null where disabled
        std::shared_ptr<const Actions> actions; ///< refers to the table, which must live as long
    };

    explicit Verdicts(Content content) : m_content(std::make_shared<const Content>(std::move(content))) {}

    /// The same under other overrides; null for none. Shares all else with this.
    [[nodiscard]] std::shared_ptr<const Verdicts> with(std::shared_ptr<const Overrides> overrides) const;
    /// Null where there are none.
    [[nodiscard]] const std::shared_ptr<const Overrides> &overrides() const { return m_overrides; }
    /// True where the user decided.
    [[nodiscard]] bool isOverridden(std::size_t event) const
    {
        return m_overrides != nullptr && m_overrides->decide(event);
    }

    /// 0 or 1 by the user's word.
    [[nodiscard]] double probability(std::size_t event) const
    {
        if (isOverridden(event))
            return m_overrides->isMachine(event) ? 1 : 0;
        return static_cast<double>(m_content->probability[event]);
    }
    [[nodiscard]] Verdict verdict(std::size_t event) const
    {
        if (isOverridden(event))
            return m_overrides->isMachine(event) ? Verdict::Machine : Verdict::Human;
        return m_content->verdict[event];
    }
    /// Has the processor fetch the verdict of @p event, for a look at it a little later.
    void prepare(std::size_t event) const { __builtin_prefetch(&m_content->verdict[event]); }
    /// The split of the headline figures: at or above one half a machine made it.
    [[nodiscard]] bool isMachine(std::size_t event) const
    {
        // A ruleset has one half between its limits, so that most are told without the much larger column.
        const Verdict known = verdict(event);
        return known == Verdict::Uncertain ? m_content->probability[event] >= 0.5F
                                           : known == Verdict::Machine;
    }
    [[nodiscard]] const Actor &actor(std::size_t event) const
    {
        return m_content->actors[m_content->actor[event]];
    }
    [[nodiscard]] std::uint8_t actorNumber(std::size_t event) const { return m_content->actor[event]; }
    [[nodiscard]] const std::vector<Actor> &actors() const { return m_content->actors; }
    [[nodiscard]] const std::vector<SignalReport> &reports() const { return m_content->reports; }
    /// What of the user's lists met something.
    [[nodiscard]] const ListUse &listUse() const { return m_content->listUse; }
    [[nodiscard]] const Ruleset &ruleset() const { return *m_content->ruleset; }
    /// What the ruleset said, without the overrides.
    [[nodiscard]] const Content &content() const { return *m_content; }
    /// Appends the ids of the signals that spoke for the side the event ended on, in the order of the ruleset, with ;
    /// between; before them "override" where the user decided.
    void appendSignalIds(std::size_t event, std::string &out) const;

private:
    std::shared_ptr<const Content> m_content;
    std::shared_ptr<const Overrides> m_overrides;
};

} // namespace clicksieve

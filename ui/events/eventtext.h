// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"
#include "ui/events/eventcolumn.h"

#include <QCoreApplication>
#include <QString>

namespace clicksieve {

/// The words for one open or click, column by column. Holds the snapshot; any number of threads may ask.
/// Text of files comes back through visibleText(), so it is one line, but it is never to be shown as rich text.
class EventText {
    Q_DECLARE_TR_FUNCTIONS(EventText)

public:
    EventText() = default;
    explicit EventText(Analysis analysis) : m_analysis(std::move(analysis)) {}

    /// "–" where the export does not say. @pre the event is an open or a click
    [[nodiscard]] QString cell(std::size_t event, EventColumn column) const;
    /// Why the cell is "–", a sentence; empty where it is not.
    [[nodiscard]] QString whyUnknown(std::size_t event, EventColumn column) const;

    /// The same for a CSV file: the verdict in the words of every file, "uncertain 79 %", "human (override)".
    [[nodiscard]] QString csvCell(std::size_t event, EventColumn column) const;

    /// "machine 99 %": the verdict with its own probability; "unclear (79 % machine)". Never 100 %. "machine (yours)"
    /// where the user said so.
    [[nodiscard]] QString verdict(std::size_t event) const;
    /// The number of verdict() alone, 1 to 99.
    [[nodiscard]] int verdictPercent(std::size_t event) const;
    /// Who the machine is, by name; empty for people without a machine in between.
    [[nodiscard]] QString actor(std::size_t event) const;
    /// What kind of thing the actor is, in a few words: "a mail security scanner"; empty where actor() is.
    [[nodiscard]] QString actorKind(std::size_t event) const;

    /// The name of a machine that nobody knows.
    [[nodiscard]] static QString unknownMachine();
    [[nodiscard]] static QString title(EventColumn column);
    /// What the column means, a sentence.
    [[nodiscard]] static QString explanation(EventColumn column);
    [[nodiscard]] static QString what(EventType type);
    [[nodiscard]] static QString verdictWord(Verdict verdict);
    /// "00:00:31", "00:00:31.2" where the source has milliseconds, "2 h 14 m" where it has minutes only;
    /// "3 d 02:14:09" beyond a day.
    [[nodiscard]] static QString sinceSend(TimeMs ms, TimeResolution resolution);

private:
    [[nodiscard]] QString knownCell(std::size_t event, EventColumn column) const;
    [[nodiscard]] TimeResolution resolutionOf(std::size_t event) const;
    [[nodiscard]] QString clock(std::size_t event) const;

    Analysis m_analysis;
};

} // namespace clicksieve

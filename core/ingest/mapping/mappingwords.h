// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/exportformat.h"

#include <QHash>
#include <QString>

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace clicksieve {

/// The words that columns and events go by in many languages, from resources/mapping/words.json and the shipped
/// formats. Immutable; any thread.
class MappingWords {
public:
    [[nodiscard]] static const MappingWords &shipped();

    /// How well a column named @p title can mean @p field: 0 not at all, 100 exactly so. Of a path of keys the last
    /// ones count most.
    [[nodiscard]] int fit(Field field, const QString &title) const;
    /// True for a column of the sender's side, such as "From" or "Outbound IP".
    [[nodiscard]] bool isOfSender(const QString &title) const;

    /// What a word of an event column means: as a whole, or by the words in it. nullopt where none is known, or it is
    /// denied ("not opened").
    [[nodiscard]] std::optional<EventType> eventFor(const QString &word) const;
    /// Yes or no, or words as good as that for a mark of machines.
    [[nodiscard]] std::optional<bool> yesOrNo(const QString &word) const;

    /// All event words of the languages that @p words (folded) are of, folded: what the next file may have.
    [[nodiscard]] std::map<std::string, EventType> eventsLike(
        const std::map<std::string, EventType> &words) const;

    /// Ways of writing times, in the order they are preferred in.
    [[nodiscard]] std::span<const TimePattern> times() const { return m_times; }
    [[nodiscard]] std::span<const TimePattern> days() const { return m_days; }
    /// To be read behind "2026-03-10 ".
    [[nodiscard]] std::span<const TimePattern> timesOfDay() const { return m_timesOfDay; }

    /// How words are compared here: words between single blanks, in lower case and without accents; "eventType" is
    /// "event type".
    [[nodiscard]] static QString normalised(const QString &text);

private:
    MappingWords();
    void readLanguage(const QString &language, const QJsonObject &words);
    void readFormat(const ExportFormat &format);

    struct Event {
        EventType type;
        std::set<QString> languages;
        QString word; ///< as it is written
    };

    std::map<Field, QHash<QString, int>> m_columns; ///< normalised name → how well it fits
    QHash<QString, Event> m_events;                 ///< by the normalised word
    QHash<QString, bool> m_yesOrNo;
    std::set<QString> m_denials;
    std::vector<QString> m_senders;
    std::vector<TimePattern> m_times;
    std::vector<TimePattern> m_days;
    std::vector<TimePattern> m_timesOfDay;
};

} // namespace clicksieve

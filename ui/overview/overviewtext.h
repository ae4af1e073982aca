// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/overview/overviewdata.h"

#include <QString>
#include <QStringList>

namespace clicksieve {

// The sentences of the overview: what the figures say in words, and how each of them is made. Plain text.

/// True where one recipient may be counted more than once: with several campaigns in view, figures are of messages.
[[nodiscard]] bool countsMessages(const OverviewData &data);

/// One campaign's name, or how many there are; when it was sent; how many were delivered.
[[nodiscard]] QString headingText(const OverviewData &data, const EventTable &table);
/// What happened, in one to three sentences.
[[nodiscard]] QString storyText(const OverviewData &data, const Verdicts &verdicts);
/// "This export does not say when it was sent." or the like; empty where every send time is known.
[[nodiscard]] QString missingSendTimeText(const OverviewData &data);
/// What could not be judged and why, a line each.
[[nodiscard]] QStringList unjudgedTexts(const OverviewData &data, const Verdicts &verdicts);

/// What of the files does not count, and what was taken for granted while reading them, a line each.
[[nodiscard]] QStringList readingTexts(const EventTable &table);

/// @p definition, then "249 of 1,421 = 17.5 %" and the 95 % interval, or why there is no rate.
[[nodiscard]] QString ratioTip(const QString &definition, const Ratio &ratio);
/// The two reasons why the people-only click-to-open rate is not exact, side by side:
/// "Uncertain events: 15.2–15.5 %", "Chance: 13.6–17.4 %", a line each. Empty where there is no rate.
[[nodiscard]] QString doubtText(const Figures &total);
/// What the two ranges mean and how they are made.
[[nodiscard]] QString doubtTip(const Figures &total);
/// "Microsoft Defender", "unknown scanner"
[[nodiscard]] QString actorText(const Actor &actor);
/// What sort of machine it is, in plain words.
[[nodiscard]] QString actorKindText(ActorKind kind);

/// @p text with its "16.8 %" kept together at the end of a line.
[[nodiscard]] QString unbroken(QString text);

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/result.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace clicksieve {

/// One signal as the ruleset file states it.
struct SignalSpec {
    QString id;          ///< kebab-case, the name in verdict CSVs
    QString kind;        ///< which primitive sweeps for it, see signalfactory.h
    QString title;       ///< a few plain words
    QString sentence;    ///< one plain sentence for the marketer: what it looks for and why
    QStringList sources; ///< public sources of the parameters
    bool enabled = true;
    QJsonObject parameters;

    friend bool operator==(const SignalSpec &, const SignalSpec &) = default;
};

/// The named, versioned set of signals and parameters that makes verdicts. Value-like, immutable after loading.
struct Ruleset {
    QString name;
    int version = 0;
    QString title;
    QString publishedBy;  ///< whose rules these are, with the source; empty for ours and the user's own
    double priorOpen = 0; ///< log-odds that an open is a machine's before any evidence
    double priorClick = 0;
    /// Log-odds that every open and click gets at the end: above 0 doubt counts for a machine, below 0 for a person. Signals
    /// that look at what others came to do not see it, so that of two rulesets that differ in it alone the one with the
    /// larger takes for a machine's all that the other does.
    double lean = 0;
    double uncertainFrom = 0; ///< probability at which "human" ends
    double machineFrom = 0;   ///< probability at which "machine" begins
    std::vector<SignalSpec> signalSpecs;

    [[nodiscard]] double prior(bool isClick) const { return isClick ? priorClick : priorOpen; }

    friend bool operator==(const Ruleset &, const Ruleset &) = default;
};

/// Loads a ruleset by its name, see shippedrulesets.h and ownrulesets.h, or from a file. One that says "basedOn" states
/// only what differs from a shipped one: numbers and texts by key, signals by id. Every error is a sentence that names
/// the file and the key.
[[nodiscard]] Result<std::shared_ptr<const Ruleset>> loadRuleset(const QString &nameOrFile);

/// The same of the text of such a file; @p path is for the sentences alone.
[[nodiscard]] Result<std::shared_ptr<const Ruleset>> readRuleset(const QByteArray &json, const QString &path);
/// The text of a file that loadRuleset() takes, based on nothing.
[[nodiscard]] QByteArray rulesetJson(const Ruleset &ruleset);

/// Writes it to @p path, as the user's own; whole or not at all. Error: Unwritable.
[[nodiscard]] std::optional<Error> saveRuleset(const Ruleset &ruleset, const QString &path);

} // namespace clicksieve

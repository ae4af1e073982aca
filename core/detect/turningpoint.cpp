// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/turningpoint.h"

#include "core/events/eventtable.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace clicksieve {

namespace {

constexpr std::size_t kMostNamed = 3; ///< a longer list explains nothing

QString quoted(const QString &title)
{
    return QStringLiteral("“%1”").arg(title);
}

/// "A", "A and B", "A, B and C".
QString listed(const QStringList &titles, const QString &lastWord)
{
    if (titles.size() < 2)
        return titles.join(QString());
    return titles.first(titles.size() - 1).join(QStringLiteral(", ")) + u' ' + lastWord + u' '
           + titles.last();
}

/// The evidence for the side that the event is on, of which the strongest pieces go first.
class TurningPoint {
public:
    TurningPoint(const EventTable &table, const Verdicts &verdicts, std::size_t event,
                 const std::vector<Evidence> &evidence)
        : m_verdicts(verdicts)
        , m_evidence(evidence)
        , m_isClick(table.type(event) == EventType::Click)
        , m_isMachine(verdicts.isMachine(event))
    {
        const Ruleset &ruleset = verdicts.ruleset();
        m_logOdds = ruleset.prior(m_isClick) + ruleset.lean;
        for (const Evidence &piece : evidence)
            m_logOdds += piece.weight;
    }

    [[nodiscard]] QStringList sentences() const
    {
        QStringList sentences;
        if (const QStringList titles = fewestToMiss(); !titles.isEmpty())
            sentences << missing(titles);
        if (!m_isMachine)
            sentences << oneMore();
        return sentences;
    }

private:
    [[nodiscard]] QString otherSide() const
    {
        return m_isMachine ? QStringLiteral("a person's") : QStringLiteral("a machine's");
    }

    /// Strongest first, so that no fewer would do. Empty where all together would not.
    [[nodiscard]] QStringList fewestToMiss() const
    {
        QStringList titles;
        double logOdds = m_logOdds;
        for (const Evidence *piece : ofThisSide()) {
            logOdds -= piece->weight;
            titles << quoted(piece->title);
            if ((logOdds < 0) == m_isMachine)
                return titles;
        }
        return {};
    }

    [[nodiscard]] std::vector<const Evidence *> ofThisSide() const
    {
        std::vector<const Evidence *> pieces;
        for (const Evidence &piece : m_evidence) {
            if (m_isMachine ? piece.weight > 0 : piece.weight < 0)
                pieces.push_back(&piece);
        }
        std::ranges::stable_sort(pieces, [](const Evidence *one, const Evidence *other) {
            return std::abs(one->weight) > std::abs(other->weight);
        });
        return pieces;
    }

    [[nodiscard]] QString missing(const QStringList &titles) const
    {
        const QString all = listed(titles, QStringLiteral("and"));
        return titles.size() == 1
                   ? QStringLiteral("It would count as %1 without %2.").arg(otherSide(), all)
                   : QStringLiteral(
                         "It would count as %1 without these %2 together: %3. Fewer are not enough.")
                         .arg(otherSide())
                         .arg(titles.size())
                         .arg(all);
    }

    /// The signs that these files show elsewhere and not here, of which one would turn a person's event into a machine's.
    [[nodiscard]] QString oneMore() const
    {
        const double needed = -m_logOdds;
        std::vector<const SignalReport *> enough;
        double all = 0;
        for (std::size_t signal = 0; signal < m_verdicts.reports().size(); ++signal) {
            const SignalReport &report = m_verdicts.reports()[signal];
            const double strongest = m_verdicts.content().strongest[signal].of(m_isClick);
            if (strongest <= 0 || speaksHere(report.id))
                continue;
            all += strongest;
            if (strongest >= needed)
                enough.push_back(&report);
        }
        if (enough.empty())
            return all >= needed
                       ? QStringLiteral(
                           "Only several more signs together would make it count as a machine's.")
                       : QStringLiteral(
                           "Nothing else that these files show could make it count as a machine's.");
        return oneOf(enough);
    }

    [[nodiscard]] bool speaksHere(const QString &signalId) const
    {
        return std::ranges::any_of(m_evidence,
                                   [&](const Evidence &piece) { return piece.signalId == signalId; });
    }

    /// Those that speak most often in these files first: they are what might have been expected.
    [[nodiscard]] static QString oneOf(std::vector<const SignalReport *> signs)
    {
        std::ranges::stable_sort(signs, [](const SignalReport *one, const SignalReport *other) {
            return one->events > other->events;
        });
        signs.resize(std::min(signs.size(), kMostNamed));
        QStringList titles;
        for (const SignalReport *sign : signs)
            titles << quoted(sign->title);
        return QStringLiteral("It would count as a machine's with one more sign: %1.")
            .arg(listed(titles, QStringLiteral("or")));
    }

    const Verdicts &m_verdicts;
    const std::vector<Evidence> &m_evidence;
    bool m_isClick;
    bool m_isMachine;
    double m_logOdds = 0;
};

} // namespace

QStringList turningPoint(const EventTable &table, const Verdicts &verdicts, std::size_t event,
                         const std::vector<Evidence> &evidence)
{
    if (!isAction(table.type(event)) || verdicts.isOverridden(event))
        return {};
    return TurningPoint(table, verdicts, event, evidence).sentences();
}

} // namespace clicksieve

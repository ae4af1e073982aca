// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/detector.h"

#include "core/detect/actions.h"
#include "core/detect/keptlevels.h"
#include "core/detect/signal.h"
#include "core/detect/verdictmaker.h"
#include "core/detect/weightsums.h"
#include "core/jobs/jobcontext.h"
#include "core/jobs/parallel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <optional>
#include <span>

namespace clicksieve {

namespace {

/// Messages, or actions, that one worker takes at a time.
constexpr std::size_t kMessageBatch = 8'192;
constexpr std::size_t kActionBatch = 4'096; ///< their sums stay in the first-level cache
constexpr std::size_t kMostActors = 255;
constexpr std::uint8_t kNobody = 0;

const QString kVendorFlagged = QStringLiteral("Flagged by your e-mail service");

/// The signals of a ruleset, and whether each can speak about a table.
struct Prepared {
    std::vector<SignalReport> reports;
    std::vector<std::shared_ptr<const Signal>> signalsUsed; ///< null where switched off
};

Result<Prepared> prepare(const EventTable &table, const Ruleset &ruleset)
{
    Prepared prepared;
    for (const SignalSpec &spec : ruleset.signalSpecs) {
        SignalReport report{spec.id, spec.title, true, {}, 0};
        if (!spec.enabled) {
            report.applicable = false;
            report.reason = QStringLiteral("It is switched off in this ruleset.");
            prepared.signalsUsed.push_back(nullptr);
        } else {
            auto signal = makeSignal(spec);
            if (!signal)
                return Error{signal.error().kind,
                             QStringLiteral("Ruleset \"%1\": %2.").arg(ruleset.name, signal.error().message)};
            report.reason = signal.value()->notApplicable(table);
            report.applicable = report.reason.isEmpty();
            prepared.signalsUsed.push_back(std::move(signal.value()));
        }
        prepared.reports.push_back(std::move(report));
    }
    return prepared;
}

/// One run of the detector. Members are filled in the order in which they are declared.
class Detection {
public:
    Detection(const EventTable &table, std::shared_ptr<const Ruleset> ruleset, const UserLists &lists,
              JobContext &context, const Verdicts *before)
        : m_table(table)
        , m_lists(lists)
        , m_context(context)
        , m_before(before == nullptr ? nullptr : &before->content())
    {
        if (m_before != nullptr
            && (&m_before->actions->table() != &table || m_before->actions->lists() != lists))
            m_before = nullptr; // of no help
        m_content.ruleset = std::move(ruleset);
    }

    Result<std::shared_ptr<const Verdicts>> run()
    {
        if (const auto problem = prepareSignals())
            return *problem;
        m_content.actions = m_before == nullptr ? std::make_shared<const Actions>(m_table, m_context, m_lists)
                                                : m_before->actions;
        for (const Signal::Pass pass : {Signal::Pass::First, Signal::Pass::Second, Signal::Pass::Third}) {
            sweep(pass);
            if (isAnyToSweepAfter(pass)) {
                m_content.probability.resize(m_table.size()); // not needed yet, but soon
                m_earlier = {m_content.probability.data(), m_content.actions->size()};
                addUp(pass);
            }
        }
        sweep(Signal::Pass::Last);
        m_earlier = {};
        return finish();
    }

    /// Instead of run(): the sweeps were done before.
    Result<std::shared_ptr<const Verdicts>> runFrom(std::vector<std::vector<std::uint8_t>> levels)
    {
        if (const auto problem = prepareSignals())
            return *problem;
        m_content.actions = std::make_shared<const Actions>(m_table, m_context, m_lists);
        if (levels.size() != m_content.signalsUsed.size() || !fit(levels))
            return Error{Error::Kind::Unreadable,
                         QStringLiteral("The levels are of another table or ruleset.")};
        for (std::size_t signal = 0; signal < levels.size(); ++signal) {
            if (!levels[signal].empty())
                m_content.levels[signal] =
                    std::make_shared<const std::vector<std::uint8_t>>(std::move(levels[signal]));
        }
        return finish();
    }

private:
    std::optional<Error> prepareSignals()
    {
        auto prepared = prepare(m_table, *m_content.ruleset);
        if (!prepared)
            return prepared.error();
        m_content.reports = std::move(prepared.value().reports);
        m_content.signalsUsed = std::move(prepared.value().signalsUsed);
        m_content.levels.resize(m_content.signalsUsed.size());
        m_content.strongest.resize(m_content.signalsUsed.size());
        takeOver();
        return std::nullopt;
    }

    void takeOver()
    {
        if (m_before == nullptr)
            return;
        const std::vector<bool> kept = keptLevels(*m_before, m_content);
        for (std::size_t signal = 0; signal < kept.size(); ++signal) {
            if (kept[signal])
                m_content.levels[signal] = m_before->levels[signal];
        }
    }

    Result<std::shared_ptr<const Verdicts>> finish()
    {
        makeRoom();
        collectActors();
        addUp(Signal::Pass::Last);
        m_content.listUse = listUse(*m_content.actions);
        if (m_context.stopRequested())
            return Error{Error::Kind::Cancelled, QStringLiteral("Stopped.")};
        return std::make_shared<const Verdicts>(std::move(m_content));
    }

    /// Each signal has levels that it could have given, for as many actions as there are. They may be from anybody.
    [[nodiscard]] bool fit(const std::vector<std::vector<std::uint8_t>> &allLevels)
    {
        const std::size_t actions = m_content.actions->size();
        const std::size_t ofNoMessage = m_table.messages().firstAction(m_table.messages().size());
        std::vector<std::uint8_t> fits(allLevels.size(), 0);
        parallelFor(m_context, fits.size(), [&](std::size_t signal, std::size_t) {
            const std::vector<std::uint8_t> &levels = allLevels[signal];
            if (levels.empty()) {
                fits[signal] = 1;
            } else if (speaks(signal) && levels.size() == actions) {
                const Signal &speaker = *m_content.signalsUsed[signal];
                const auto others = levels.begin() + static_cast<std::ptrdiff_t>(ofNoMessage);
                const bool isQuiet =
                    speaker.scope() == Signal::Scope::Action
                    || std::all_of(others, levels.end(), [](auto level) { return level == 0; });
                std::uint8_t highest = 0;
                for (const std::uint8_t level : levels)
                    highest = std::max(highest, level);
                fits[signal] = isQuiet && highest <= speaker.highestLevel() ? 1 : 0;
            }
        });
        return std::ranges::none_of(fits, [](std::uint8_t one) { return one == 0; });
    }

    [[nodiscard]] bool speaks(std::size_t signal) const { return m_content.reports[signal].applicable; }

    /// Signals that need one message at a time share a batch, while it is in the cache; the others go by campaign.
    void sweep(Signal::Pass pass)
    {
        const std::vector<std::size_t> all = toSweep(pass);
        std::vector<std::size_t> byMessage;
        std::vector<std::size_t> byCampaign;
        for (const std::size_t signal : all) {
            const bool needsCampaign = m_content.signalsUsed[signal]->scope() == Signal::Scope::Campaign;
            (needsCampaign ? byCampaign : byMessage).push_back(signal);
        }
        silence(all);
        if (m_context.stopRequested())
            return; // some may have no levels
        const std::size_t messages = m_table.messages().size();
        parallelFor(m_context, byMessage.empty() ? 0 : messages / kMessageBatch + 1,
                    [&](std::size_t batch, std::size_t) {
                        const std::size_t first = batch * kMessageBatch;
                        const std::size_t last = std::min(messages, first + kMessageBatch);
                        for (const std::size_t signal : byMessage)
                            sweepRange(signal, first, last);
                    });
        for (const std::size_t signal : byMessage) { // the actions of no message
            if (m_content.signalsUsed[signal]->scope() == Signal::Scope::Action)
                sweepRange(signal, messages, messages + 1);
        }
        parallelFor(m_context, byCampaign.empty() ? 0 : m_table.campaignCount(),
                    [&](std::size_t campaign, std::size_t) {
                        const auto [first, last] = m_table.messages().messagesOf(CampaignIndex{campaign});
                        for (const std::size_t signal : byCampaign)
                            sweepRange(signal, first, last);
                    });
        for (const std::size_t signal : all) {
            if (!isSilent(*m_swept[signal]))
                m_content.levels[signal] = std::move(m_swept[signal]);
        }
        m_swept.clear();
    }

    /// True where all are 0: then each is like the one behind it, and the first one is.
    static bool isSilent(const std::vector<std::uint8_t> &levels)
    {
        return levels.empty()
               || (levels.front() == 0
                   && std::memcmp(levels.data(), levels.data() + 1, levels.size() - 1) == 0);
    }

    /// The signals of a pass that have something to say and were not taken over.
    [[nodiscard]] std::vector<std::size_t> toSweep(Signal::Pass pass) const
    {
        std::vector<std::size_t> found;
        for (std::size_t signal = 0; signal < m_content.signalsUsed.size(); ++signal) {
            if (speaks(signal) && m_content.levels[signal] == nullptr
                && m_content.signalsUsed[signal]->pass() == pass)
                found.push_back(signal);
        }
        return found;
    }

    [[nodiscard]] bool isAnyToSweepAfter(Signal::Pass pass) const
    {
        return std::ranges::any_of(
            std::array{Signal::Pass::Second, Signal::Pass::Third, Signal::Pass::Last},
            [&](Signal::Pass later) { return later > pass && !toSweep(later).empty(); });
    }

    void silence(const std::vector<std::size_t> &signalsOfPass)
    {
        m_swept.resize(m_content.signalsUsed.size());
        parallelFor(m_context, signalsOfPass.size(), [&](std::size_t place, std::size_t) {
            m_swept[signalsOfPass[place]] =
                std::make_shared<std::vector<std::uint8_t>>(m_content.actions->size(), std::uint8_t{0});
        });
    }

    void sweepRange(std::size_t signal, std::size_t firstMessage, std::size_t lastMessage)
    {
        m_content.signalsUsed[signal]->sweep(*m_content.actions, firstMessage, lastMessage, m_earlier,
                                             *m_swept[signal]);
    }

    /// Adds the weights of the signals of @p pass to the sums of those before. The last pass adds those of all signals anew,
    /// since the sums are gone by then to make room.
    void addUp(Signal::Pass pass)
    {
        const bool isAnew = pass == Signal::Pass::First || pass == Signal::Pass::Last;
        const Actions &actions = *m_content.actions;
        std::vector<std::size_t> places;
        std::vector<WeightSums::Speaker> speakers;
        for (std::size_t signal = 0; signal < m_content.signalsUsed.size(); ++signal) {
            if (m_content.levels[signal] == nullptr
                || (pass != Signal::Pass::Last && m_content.signalsUsed[signal]->pass() != pass))
                continue;
            places.push_back(signal);
            speakers.push_back({m_content.signalsUsed[signal].get(), *m_content.levels[signal]});
        }
        WeightSums weights(actions, std::move(speakers), static_cast<std::size_t>(m_context.threads()));
        parallelFor(m_context, actions.size() / kActionBatch + 1, [&](std::size_t batch, std::size_t worker) {
            const std::size_t begin = batch * kActionBatch;
            std::array<float, kActionBatch> all;
            const std::span<float> sums(all.data(), std::min(actions.size() - begin, kActionBatch));
            for (std::size_t place = 0; place < sums.size(); ++place)
                sums[place] =
                    isAnew ? static_cast<float>(m_content.ruleset->prior(actions.isClick(begin + place)))
                           : m_earlier[begin + place];
            weights.addTo(sums, begin, worker);
            if (pass == Signal::Pass::Last)
                judge(sums, begin);
            else
                std::ranges::copy(sums, m_earlier.begin() + static_cast<std::ptrdiff_t>(begin));
        });
        for (std::size_t speaker = 0; speaker < places.size(); ++speaker) {
            m_content.strongest[places[speaker]] = weights.strongest(speaker);
            m_content.reports[places[speaker]].events = weights.spoken(speaker);
        }
    }

    /// The actions from @p begin on. What is written and read is spread over the table, so that the processor is told of it
    /// some places ahead.
    void judge(std::span<const float> logOdds, std::size_t begin)
    {
        constexpr std::size_t kAhead = 16;
        const Actions &actions = *m_content.actions;
        const auto lean = static_cast<float>(m_content.ruleset->lean);
        VerdictMaker maker(*m_content.ruleset);
        for (std::size_t place = 0; place < logOdds.size(); ++place) {
            if (place + kAhead < logOdds.size())
                announce(begin + place + kAhead);
            const std::size_t event = actions.event(begin + place);
            const VerdictMaker::Made &made = maker.make(logOdds[place] + lean);
            m_content.probability[event] = made.probability;
            m_content.verdict[event] = made.verdict;
            m_content.actor[event] = actorOf(begin + place);
        }
    }

    void announce(std::size_t action)
    {
        const std::size_t event = m_content.actions->event(action);
        __builtin_prefetch(&m_content.probability[event], 1);
        __builtin_prefetch(&m_content.verdict[event], 1);
        __builtin_prefetch(&m_content.actor[event], 1);
        m_content.actions->clients().prepare(m_content.actions->client(action));
    }

    /// At once, since the first touch of so much memory takes its time.
    void makeRoom()
    {
        parallelFor(m_context, 2, [this](std::size_t half, std::size_t) {
            if (half == 0) {
                m_content.probability.assign(m_table.size(), 0);
                return;
            }
            m_content.verdict.resize(m_table.size(), Verdict::Human);
            m_content.actor.resize(m_table.size(), kNobody);
        });
    }

    void collectActors()
    {
        m_content.actors.push_back({ActorKind::Unknown, QStringLiteral("Unknown scanner")});
        for (const CatalogueEntry &entry : ScannerCatalogue::shipped().entries())
            m_actorOfEntry.push_back(actorNumber(entry.actor, entry.actorName()));
        m_vendorFlagged = actorNumber(ActorKind::VendorFlagged, kVendorFlagged);
    }

    std::uint8_t actorNumber(ActorKind kind, const QString &name)
    {
        for (std::size_t number = 0; number < m_content.actors.size(); ++number) {
            if (m_content.actors[number].kind == kind && m_content.actors[number].name == name)
                return static_cast<std::uint8_t>(number);
        }
        if (m_content.actors.size() == kMostActors)
            return kNobody;
        m_content.actors.push_back({kind, name});
        return static_cast<std::uint8_t>(m_content.actors.size() - 1);
    }

    /// Whoever the catalogue knows by address or agent, the surer of the two; else whom the ESP flagged.
    [[nodiscard]] std::uint8_t actorOf(std::size_t action) const
    {
        const Actions &actions = *m_content.actions;
        const auto &entries = ScannerCatalogue::shipped().entries();
        const CatalogueEntry *byAddress =
            actions.clients().byAddress(actions.client(action), actions.type(action));
        const CatalogueEntry *byAgent =
            actions.clients().byAgent(actions.client(action), actions.type(action));
        const CatalogueEntry *surer =
            byAddress == nullptr || (byAgent != nullptr && byAgent->certainty > byAddress->certainty)
                ? byAgent
                : byAddress;
        if (surer != nullptr)
            return m_actorOfEntry[static_cast<std::size_t>(surer - entries.data())];
        return actions.flag(action) == MachineFlag::Machine ? m_vendorFlagged : kNobody;
    }

    const EventTable &m_table;
    const UserLists &m_lists;
    JobContext &m_context;
    const Verdicts::Content *m_before; ///< null where there are none
    Verdicts::Content m_content;
    std::vector<std::shared_ptr<std::vector<std::uint8_t>>>
        m_swept;                ///< levels of the signals of a pass, by signal
    std::span<float> m_earlier; ///< log-odds of each action after the passes so far, in the memory of the
                                ///< probabilities until those are there
    std::vector<std::uint8_t> m_actorOfEntry;
    std::uint8_t m_vendorFlagged = kNobody;
};

} // namespace

Result<std::shared_ptr<const Verdicts>> detect(const EventTable &table,
                                               std::shared_ptr<const Ruleset> ruleset, JobContext &context,
                                               const UserLists &lists, const Verdicts *before)
{
    return Detection(table, std::move(ruleset), lists, context, before).run();
}

Result<std::shared_ptr<const Verdicts>> judgeAgain(const EventTable &table,
                                                   std::shared_ptr<const Ruleset> ruleset,
                                                   std::vector<std::vector<std::uint8_t>> levels,
                                                   JobContext &context, const UserLists &lists)
{
    return Detection(table, std::move(ruleset), lists, context, nullptr).runFrom(std::move(levels));
}

Result<std::vector<SignalReport>> reportsBefore(const EventTable &table, const Ruleset &ruleset)
{
    auto prepared = prepare(table, ruleset);
    if (!prepared)
        return prepared.error();
    return std::move(prepared.value().reports);
}

std::vector<Evidence> explain(const EventTable &table, const Verdicts &verdicts, std::size_t event)
{
    std::vector<Evidence> evidence;
    if (!isAction(table.type(event)))
        return evidence;
    const Verdicts::Content &content = verdicts.content();
    const std::size_t action = content.actions->actionOf(event);
    for (std::size_t signal = 0; signal < content.levels.size(); ++signal) {
        if (content.levels[signal] == nullptr || (*content.levels[signal])[action] == 0)
            continue;
        const Signal &speaker = *content.signalsUsed[signal];
        const std::uint8_t level = (*content.levels[signal])[action];
        evidence.push_back({speaker.spec().id, speaker.spec().title, speaker.weight(level, table.type(event)),
                            speaker.explain(*content.actions, action, level)});
    }
    std::ranges::stable_sort(evidence, [](const Evidence &one, const Evidence &other) {
        return std::abs(one.weight) > std::abs(other.weight);
    });
    return evidence;
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/accuracy/score.h"

#include <algorithm>
#include <cmath>

namespace clicksieve::accuracy {

namespace {

double share(std::uint64_t part, std::uint64_t rest)
{
    return part + rest == 0 ? std::nan("") : static_cast<double>(part) / static_cast<double>(part + rest);
}

void addTo(Bins &bins, double probability, bool isMachine)
{
    const auto place = std::min(bins.size() - 1, static_cast<std::size_t>(probability * 10));
    ++bins[place].events;
    bins[place].machines += isMachine ? 1 : 0;
    bins[place].probabilities += probability;
}

void addTo(Bins &bins, const Bins &others)
{
    for (std::size_t place = 0; place < bins.size(); ++place) {
        bins[place].events += others[place].events;
        bins[place].machines += others[place].machines;
        bins[place].probabilities += others[place].probabilities;
    }
}

} // namespace

void Hits::add(bool isMachine, bool isMarked)
{
    if (isMachine)
        ++(isMarked ? machinesFound : machinesMissed);
    else
        ++(isMarked ? peopleLost : peopleKept);
}

void Hits::add(const Hits &other)
{
    machinesFound += other.machinesFound;
    machinesMissed += other.machinesMissed;
    peopleLost += other.peopleLost;
    peopleKept += other.peopleKept;
}

double Hits::precision() const
{
    return machinesFound + machinesMissed == 0 ? std::nan("") : share(machinesFound, peopleLost);
}

double Hits::recall() const
{
    return share(machinesFound, machinesMissed);
}

double Hits::lost() const
{
    return share(peopleLost, peopleKept);
}

double calibrationError(const Bins &bins)
{
    double distance = 0;
    double events = 0;
    for (const Bin &bin : bins) {
        distance += std::abs(bin.probabilities - static_cast<double>(bin.machines));
        events += static_cast<double>(bin.events);
    }
    return events > 0 ? distance / events : std::nan("");
}

Score Score::of(const Campaign &campaign, const Marks &marks, double ctor,
                std::span<const float> probabilities)
{
    Score score;
    score.campaigns = 1;
    for (const Campaign::Message &message : campaign.messages) {
        for (const std::uint32_t event : message.actions) {
            const bool isMachine = campaign.events[event].machine;
            const bool isClick = campaign.isClick(event);
            (isClick ? score.clicks : score.opens).add(isMachine, marks[event]);
            score.manners[campaign.events[event].manner].add(isMachine, marks[event]);
            if (!probabilities.empty())
                addTo(isClick ? score.clickBins : score.openBins, static_cast<double>(probabilities[event]),
                      isMachine);
        }
    }
    score.ctorErrors = std::abs(ctor - ctorOf(campaign, truthOf(campaign)));
    score.worstCtorError = score.ctorErrors;
    return score;
}

void Score::add(const Score &other)
{
    opens.add(other.opens);
    clicks.add(other.clicks);
    campaigns += other.campaigns;
    ctorErrors += other.ctorErrors;
    worstCtorError = std::max(worstCtorError, other.worstCtorError);
    addTo(openBins, other.openBins);
    addTo(clickBins, other.clickBins);
    for (const auto &[manner, hits] : other.manners)
        manners[manner].add(hits);
}

double Score::ctorError() const
{
    return campaigns == 0 ? std::nan("") : 100 * ctorErrors / static_cast<double>(campaigns);
}

} // namespace clicksieve::accuracy

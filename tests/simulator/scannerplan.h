// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/linkset.h"
#include "simulator/mailinglist.h"
#include "simulator/scannerfleet.h"
#include "simulator/simulationoptions.h"

#include <deque>
#include <map>
#include <vector>

namespace clicksieve::simulator {

/// Decides which companies are scanned, and by whom. Scanning is bound to recipient domains, not to people
/// (Robert-312/Email-Tracking-BOT-Detection).
class ScannerPlan {
public:
    /// Marks companies of `list`; must live as long as they are used.
    ScannerPlan(const SimulationOptions &options, const LinkSet &links, MailingList &list);

    /// Companies whose whole domain is scanned once more, hours later. Pointers into the list.
    const std::vector<const Company *> &rescanned() const { return m_rescanned; }

    /// What scans private mailboxes at outlook.com.
    const ScannerFleet &ofOutlook() const { return m_ofOutlook; }

    /// Recipients behind scanners.
    std::uint32_t scannedRecipients() const { return m_scannedRecipients; }

private:
    void makeServices();
    void makeRareServices();
    bool isInMix(Manner manner) const;
    void assign(MailingList &list, double share);
    void assignFleet(Company &company);
    const ScannerFleet &fleetFor(const Company &company, Manner manner);
    std::uint32_t assigned(Manner manner) const;
    Manner neededManner(const Company &company) const;
    void chooseRescans(const MailingList &list);

    ScannerFleet makeFleet(Manner manner, const std::vector<std::string> &addresses, std::size_t agents);
    std::vector<std::size_t> followedLinks();
    std::vector<std::size_t> someOf(std::vector<std::size_t> links);
    std::vector<std::size_t> thirdOfLinks();

    ScannerOptions m_options;
    Random m_random;
    const LinkSet &m_links;
    std::deque<ScannerFleet> m_own;       ///< fleets of one company each; a deque, for its addresses stay
    std::vector<ScannerFleet> m_listed;   ///< services in published networks
    std::vector<ScannerFleet> m_unlisted; ///< services on rented servers
    ScannerFleet m_partial;
    ScannerFleet m_rotating;
    ScannerFleet m_probing;
    ScannerFleet m_pulsing;
    ScannerFleet m_idle; ///< looks at clicked links only
    ScannerFleet m_ofOutlook;
    std::map<Manner, std::uint32_t> m_assigned; ///< recipients
    std::uint32_t m_assignedToListed = 0;
    std::uint32_t m_scannedRecipients = 0;
    std::vector<const Company *> m_rescanned;
};

} // namespace clicksieve::simulator

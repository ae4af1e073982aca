// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/manner.h"

#include <cstdint>
#include <string>
#include <vector>

namespace clicksieve::simulator {

/// Who is on the list.
struct AudienceOptions {
    /// Percent of the recipients who read at work. Assumption: the list of a shop that also sells to companies.
    std::uint32_t companyPercent = 45;

    /// Weights of companies with 2 to 8, 9 to 20, 21 to 40 and 41 to 80 people on the list. Many small ones, a few
    /// large ones; the published fleet met 1,409 inboxes in 361 domains
    /// (Robert-312/Email-Tracking-BOT-Detection), 4 a domain.
    std::vector<std::uint32_t> companySizes{50, 30, 16, 4};

    /// Per mille of the companies that browse through a gateway which they share with others.
    std::uint32_t behindGateway = 250;

    /// Per mille of the private mailboxes of any provider that are read in Apple Mail.
    std::uint32_t appleConsumers = 60;

    /// Weight of Apple Mail at work, beside 95 for all other programs together.
    std::uint32_t appleEmployees = 5;
};

/// What people do. A permission list by default: about 27 % open visibly and one reader in eight clicks. Assumptions;
/// XCampaign, a bulk sender, has 9.1 % opens (zidcenek/Active-Learning-for-Email-Interaction-Dynamics).
struct PeopleOptions {
    std::uint32_t reads = 340;  ///< per mille of the recipients
    std::uint32_t clicks = 120; ///< per mille of the readers

    std::uint32_t tabsPercent = 12;    ///< of the clickers: several links, seconds apart
    std::uint32_t fastTabsPercent = 4; ///< of the clickers: several links within 3 s

    std::uint32_t openPace = 1000;  ///< per mille of the published waiting times until a person opens
    std::uint32_t clickPace = 1000; ///< per mille of the published waiting times from there to the click

    std::uint32_t imagesOff = 70;     ///< per mille of the readers
    std::uint32_t pixelOnClick = 120; ///< per mille of those who use Outlook on the desktop

    std::uint32_t appleFetches =
        750; ///< per mille of the mail in Apple Mail that is fetched ahead. Assumption: the phone
             ///< is on power and Wi-Fi often enough for most mail
};

/// What machines do.
struct ScannerOptions {
    struct Share {
        Manner manner = Manner::DelayedSweep;
        std::uint32_t percent = 0; ///< of the scanned recipients
    };

    /// How the scanned companies are shared out. Most sweep after some tens of seconds (putyourlightson/craft-campaign
    /// issue 546). One fleet made 40 % of all clicks with a third of the links
    /// (Robert-312/Email-Tracking-BOT-Detection). Random delays: paminga.com. The split is an assumption.
    std::vector<Share> mix{{Manner::DelayedSweep, 46},
                           {Manner::PartialFleet, 33},
                           {Manner::InstantSweep, 10},
                           {Manner::RotatingSweep, 6},
                           {Manner::JitteredSweep, 5}};

    /// Percent of the recipients behind sweeping services whose service has published networks. Lists find little (3 %
    /// of activity by the IAB list, nation.marketo.com 2022), so most services rent servers.
    std::uint32_t listedPercent = 25;

    std::uint32_t startPace = 1000; ///< per mille of the published waiting times until a sweep
    std::uint32_t spanPace = 1000;  ///< per mille of the published lengths of a sweep
    std::uint32_t probePace = 1000; ///< per mille of the waiting times until a lone machine click

    /// Per mille of the links that a sweeping service follows, at least; some take only the first few
    /// (inboxcollective.com, why bots are clicking).
    std::uint32_t fewestLinks = 1000;

    std::uint32_t fleetAddresses = 28; ///< of the fleet on a part of the links: the same source
    std::uint32_t fleetLinksOf37 = 12; ///< its links, of 37: the same source

    // Per mille of the messages of a scanned company; assumptions. That a sweeping fleet also makes lone clicks:
    // MillionSend/millionsend pull request 22.
    std::uint32_t leftAlone = 50;
    std::uint32_t probedByFleet = 180;
    std::uint32_t probedByService = 90;

    /// Per mille of the sweeps with a pixel. The early lone one belongs to the delayed sweep
    /// (putyourlightson/craft-campaign issue 546); that the others fetch it less often is an assumption.
    std::uint32_t earlyPixel = 850;
    std::uint32_t otherPixel = 300;

    std::uint32_t deferred = 25; ///< per mille of the mail to scanned companies that is turned away at first

    bool probesTakeFirstLink =
        false;                    ///< Act-On about Barracuda, 360023757754: the first link of each message
    bool probesFromHomes = false; ///< rented lines of households instead of rented servers

    /// Per mille of the scanned companies whose links are checked again when a person clicks, and of the clicks there
    /// that the vendor looks at; assumptions: for the others it remembers the verdict.
    std::uint32_t clickProtection = 600;
    std::uint32_t checkedAtClick = 500;

    /// Per mille of all messages read where the computer's own virus scanner follows each clicked link once more.
    /// Assumption: such programs exist ("Kaspersky Lab CFR link resolver" in public code), nobody counted them.
    std::uint32_t endpointChecks = 0;

    /// One company in so many scanned recipients is scanned as a whole once more, after hours.
    std::uint32_t recipientsPerRescan = 500;
    std::int64_t rescanFromMs = 2 * 3'600'000LL;
    std::int64_t rescanToMs = 9 * 3'600'000LL;

    /// Per mille of the mail to outlook.com that its own provider scans. 40 to 52 % of the clicks there are machines':
    /// omeda.com, why domain-level metrics matter.
    std::uint32_t outlookScanned = 0;
};

/// What one simulated campaign is made of.
struct SimulationOptions {
    std::uint64_t seed = 1;

    std::uint32_t recipients = 5000;

    /// Distinct links of the mail, the last ones in the footer. At least 1.
    std::uint32_t links = 12;

    /// One more link that no person sees. Not every scanner takes it.
    bool hiddenLink = false;

    /// Share of the recipients at companies whose mail a machine scans. 0.22 makes about 9.5 % of all
    /// recipients: a minority, as in Robert-312/Email-Tracking-BOT-Detection, where one fleet reached 12 % of
    /// the clicking inboxes.
    double scannedShare = 0.22;

    std::string campaign = "spring-2026";

    /// Mailings to the same list, one a week.
    std::uint32_t campaigns = 1;

    /// Start of the sending, milliseconds since 1970 UTC: 2026-03-10T09:00:00Z.
    std::int64_t sendTimeMs = 1'773'133'200'000;

    /// Messages handed over a second. Assumption: a mid-sized ESP.
    std::uint32_t messagesPerSecond = 50;

    AudienceOptions audience;
    PeopleOptions people;
    ScannerOptions scanners;
};

} // namespace clicksieve::simulator

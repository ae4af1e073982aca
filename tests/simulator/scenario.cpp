// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/scenario.h"

#include "simulator/random.h"
#include "simulator/timings.h"

#include <algorithm>
#include <string>

namespace clicksieve::simulator {

namespace {

constexpr std::uint64_t streamOfTheScenario = 9;

/// Whole numbers, both ends included.
std::uint32_t within(Random &random, std::uint32_t low, std::uint32_t high)
{
    return static_cast<std::uint32_t>(random.between(low, high));
}

// What is published fixes the middle of these ranges (see SimulationOptions and Timings); how wide they are is our
// choice, wider than any two sources differ where there are two.

void drawAudience(AudienceOptions &audience, Random &random)
{
    audience.companyPercent = within(random, 20, 70);
    audience.behindGateway = within(random, 0, 600);
    audience.appleConsumers = within(random, 20, 250);
    audience.appleEmployees = within(random, 0, 20);
}

void drawPeople(PeopleOptions &people, Random &random)
{
    people.reads = within(random, 180, 450);
    people.clicks = within(random, 80, 250);
    people.tabsPercent = within(random, 4, 24);
    people.fastTabsPercent = within(random, 1, 8);
    people.openPace = random.spread(250, 2000);
    people.clickPace = random.spread(500, 2000);
    people.imagesOff = within(random, 20, 150);
    people.pixelOnClick = within(random, 0, 250);
    people.appleFetches = within(random, 500, 950);
}

void drawScanners(ScannerOptions &scanners, Random &random)
{
    scanners.listedPercent = within(random, 0, 60);
    scanners.startPace = random.spread(250, 4000);
    scanners.spanPace = random.spread(300, 5000);
    scanners.probePace = random.spread(250, 4000);
    scanners.fewestLinks = within(random, 200, 1000);
    scanners.fleetAddresses = random.spread(4, 120);
    scanners.fleetLinksOf37 = within(random, 6, 24);
    scanners.leftAlone = within(random, 0, 300);
    scanners.probedByFleet = within(random, 0, 300);
    scanners.probedByService = within(random, 0, 200);
    scanners.earlyPixel = within(random, 300, 1000);
    scanners.otherPixel = within(random, 0, 800);
    scanners.deferred = within(random, 5, 80);
    scanners.clickProtection = within(random, 0, 1000);
    scanners.checkedAtClick = within(random, 100, 1000);
}

/// All manners that follow many links, in any proportion.
void drawMix(ScannerOptions &scanners, Random &random)
{
    std::uint32_t left = 100;
    for (ScannerOptions::Share &share : scanners.mix) {
        share.percent = within(random, 0, left * 2 / 3);
        left -= share.percent;
    }
    scanners.mix.front().percent += left;
}

SimulationOptions anyCampaign(std::uint64_t seed, Random &random)
{
    SimulationOptions options;
    options.seed = seed;
    options.recipients = random.spread(2000, 6000);
    options.links = random.spread(6, 37);
    options.hiddenLink = random.chance(500);
    options.scannedShare = static_cast<double>(within(random, 80, 450)) / 1000.0;
    options.messagesPerSecond = random.spread(5, 500);
    options.sendTimeMs += random.between(-12 * Timings::hour, 12 * Timings::hour);
    drawAudience(options.audience, random);
    drawPeople(options.people, random);
    drawScanners(options.scanners, random);
    drawMix(options.scanners, random);
    return options;
}

void scannedBy(SimulationOptions &options, Manner manner, std::uint32_t percent)
{
    for (ScannerOptions::Share &share : options.scanners.mix)
        share.percent = share.percent * (100 - percent) / 100;
    options.scanners.mix.push_back({manner, percent});
}

void mixed(SimulationOptions &options, Random &random)
{
    options.scanners.outlookScanned = within(random, 0, 60);
}

void business(SimulationOptions &options, Random &random)
{
    // 20 to 80 % of the clicks: M3AAWG by mediapost.com 357725; about half or more at companies: omeda.com.
    options.audience.companyPercent = within(random, 85, 100);
    options.scannedShare = static_cast<double>(within(random, 200, 800)) / 1000.0;
}

void consumers(SimulationOptions &options, Random &random)
{
    // Gmail 6 to 9 %, Outlook.com 40 to 52 % of the clicks: omeda.com, why domain-level metrics matter.
    options.audience.companyPercent = within(random, 0, 8);
    options.scanners.outlookScanned = within(random, 10, 120);
}

void probes(SimulationOptions &options, Random &random)
{
    // Single links: MillionSend/millionsend pull request 22; the first link: Act-On 360023757754. That each visit comes
    // from another address with a person's agent is an assumption, the worst one that is possible.
    scannedBy(options, Manner::SingleLinkProbe, within(random, 60, 100));
    options.scannedShare = static_cast<double>(within(random, 150, 500)) / 1000.0;
    options.scanners.probesTakeFirstLink = random.chance(250);
    options.scanners.probesFromHomes = random.chance(300);
}

void fleet(SimulationOptions &options, Random &random)
{
    // 40 % of the clicks, 1,409 inboxes in 361 domains, 12 of 37 links, 28 addresses, one agent:
    // Robert-312/Email-Tracking-BOT-Detection.
    scannedBy(options, Manner::PartialFleet, 100);
    options.audience.companySizes = {100, within(random, 0, 20), 0, 0};
    options.recipients = random.spread(4000, 8000);
    options.audience.companyPercent = within(random, 50, 80);
    options.links = random.spread(9, 60);
    options.scannedShare = static_cast<double>(within(random, 250, 600)) / 1000.0;
}

void rotating(SimulationOptions &options, Random &random)
{
    // Up to 40 addresses and 12 agents on one message: Robert-312/Email-Tracking-BOT-Detection.
    scannedBy(options, Manner::RotatingSweep, within(random, 70, 100));
}

void pulses(SimulationOptions &options, Random &random)
{
    // docs.shoplift.ai, Klaviyo bot issue.
    scannedBy(options, Manner::HourlyPulse, within(random, 60, 100));
}

void rescans(SimulationOptions &options, Random &random)
{
    // Second clusters in a domain: anymail/django-anymail issue 200. The night is an assumption.
    scannedBy(options, Manner::DelayedSweep, within(random, 60, 100));
    options.scanners.recipientsPerRescan = random.spread(15, 120);
    options.scanners.rescanFromMs = within(random, 10, 14) * Timings::hour;
    options.scanners.rescanToMs = options.scanners.rescanFromMs + within(random, 1, 8) * Timings::hour;
}

void timeOfClick(SimulationOptions &options, Random &random)
{
    // Safe Links and its like look again when somebody clicks: MicrosoftDocs/microsoft-365-docs, safe-links-about.md.
    scannedBy(options, Manner::TimeOfClick, within(random, 50, 95));
    options.audience.companyPercent = within(random, 60, 100);
    options.scannedShare = static_cast<double>(within(random, 400, 900)) / 1000.0;
    options.scanners.clickProtection = within(random, 800, 1000);
    options.scanners.checkedAtClick = within(random, 400, 1000);
    options.scanners.endpointChecks = within(random, 10, 100);
}

void companyNat(SimulationOptions &options, Random &random)
{
    // A few large offices, quick people. What peers get wrong: warmbly/warmbly pull request 412.
    options.audience.companyPercent = within(random, 90, 100);
    options.audience.companySizes = {0, 0, 20, 80};
    options.audience.behindGateway = within(random, 0, 1000);
    options.people.openPace = random.spread(60, 500);
    options.people.clickPace = random.spread(250, 1000);
    options.people.tabsPercent = within(random, 15, 45);
    options.people.fastTabsPercent = within(random, 4, 20);
    options.people.reads = within(random, 300, 600);
    options.scannedShare = static_cast<double>(within(random, 0, 150)) / 1000.0;
}

void noMachines(SimulationOptions &options, Random &random)
{
    options.scannedShare = 0;
    options.people.openPace = random.spread(100, 2000);
}

void oneLink(SimulationOptions &options, Random &)
{
    // "Only 1 link": anymail/django-anymail issue 200.
    options.links = 1;
    options.hiddenLink = false;
}

void fewRecipients(SimulationOptions &options, Random &random)
{
    options.recipients = 200;
    options.audience.companyPercent = within(random, 40, 100);
}

void appleHeavy(SimulationOptions &options, Random &random)
{
    // More than half of the NHI opens in B2C; 99 % of them are Apple's: blog.omnivery.com.
    options.audience.companyPercent = within(random, 0, 50);
    options.audience.appleConsumers = within(random, 450, 900);
    options.audience.appleEmployees = within(random, 40, 300);
}

void sixCampaigns(SimulationOptions &options, Random &random)
{
    options.recipients = random.spread(800, 2000);
    options.campaigns = 6;
}

} // namespace

Scenario::Draw Scenario::draw(std::uint64_t seed) const
{
    // A name has its own campaigns, or all scenarios of one seed would share what they do not change.
    std::uint64_t purpose = streamOfTheScenario;
    for (const char letter : name)
        purpose = purpose * 31 + static_cast<unsigned char>(letter);
    Random random = Random::stream(seed, purpose);
    Draw drawn;
    drawn.options = anyCampaign(random.next(), random);
    specialise(drawn.options, random);
    drawn.options.campaign = name;
    drawn.shape.times = random.chance(500) ? ExportShape::Times::Seconds : ExportShape::Times::Milliseconds;
    return drawn;
}

const std::vector<Scenario> &Scenario::all()
{
    using enum Manner;
    static const std::vector<Scenario> scenarios{
        {"business", "A list of companies", {DelayedSweep, PersonDesktop}, business},
        {"consumer", "A list of private mailboxes", {DelayedSweep, GmailProxy, ApplePrefetch}, consumers},
        {"mixed", "Both, scanned in many ways", {DelayedSweep, PersonDesktop, ApplePrefetch}, mixed},
        {"probes", "Single links by people's programs from ever new addresses", {SingleLinkProbe}, probes},
        {"fleet", "One fleet on a part of the links over hundreds of domains", {PartialFleet}, fleet},
        {"rotating", "Addresses and programs that change within a message", {RotatingSweep}, rotating},
        {"pulses", "Sweeps at the top of the hour", {HourlyPulse}, pulses},
        {"rescan", "Whole domains once more in the next night", {DelayedSweep, Rescan}, rescans},
        {"time-of-click", "Links looked at when a person clicks", {TimeOfClick, EndpointCheck}, timeOfClick},
        {"company-nat",
         "Large offices behind one address, quick people, several tabs",
         {PersonTabs},
         companyNat},
        {"no-machines", "No scanners at all", {PersonDesktop}, noMachines},
        {"one-link", "A mail with one link", {DelayedSweep}, oneLink},
        {"few-recipients", "200 recipients", {}, fewRecipients},
        {"apple", "Mostly Apple Mail", {ApplePrefetch}, appleHeavy},
        {"six-campaigns", "Six mailings to one list", {DelayedSweep, PersonDesktop}, sixCampaigns},
    };
    return scenarios;
}

const Scenario *Scenario::find(std::string_view name)
{
    const auto found = std::find_if(all().begin(), all().end(),
                                    [name](const Scenario &scenario) { return scenario.name == name; });
    return found == all().end() ? nullptr : &*found;
}

} // namespace clicksieve::simulator

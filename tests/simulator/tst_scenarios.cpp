// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis.h"
#include "core/detect/detector.h"
#include "simulator/campaignsimulator.h"
#include "simulator/campaignwriter.h"
#include "simulator/commandline.h"
#include "simulator/scenario.h"
#include "support/simulatedtable.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <tuple>

using namespace clicksieve;
using namespace clicksieve::tests;
using simulator::CampaignSimulator;
using simulator::CampaignWriter;
using simulator::ExportShape;
using simulator::Manner;
using simulator::Scenario;
using simulator::SimulatedEvent;

namespace {

using Events = std::vector<SimulatedEvent>;

Events small(const Scenario &scenario, std::uint64_t seed)
{
    Scenario::Draw drawn = scenario.draw(seed);
    drawn.options.recipients = std::min(drawn.options.recipients, 400U);
    return drawn.shape.apply(CampaignSimulator(drawn.options).run());
}

std::string textOf(const Events &events)
{
    std::ostringstream out;
    CampaignWriter("c").writeEvents(events, out);
    CampaignWriter::writeTruth(events, out);
    return out.str();
}

bool isEngagement(const SimulatedEvent &event)
{
    return event.type == simulator::EventType::Open || event.type == simulator::EventType::Click;
}

/// Of each kind of click: all of them, and those that the shipped rules call a machine's.
struct Clicks {
    double all = 0;
    double flagged = 0;
    [[nodiscard]] double share() const { return all > 0 ? flagged / all : 0; }
};

/// [0]: clicks of people, [1]: of machines.
std::array<Clicks, 2> judged(const Scenario &scenario, std::uint64_t seed)
{
    const Scenario::Draw drawn = scenario.draw(seed);
    const Events events = drawn.shape.apply(CampaignSimulator(drawn.options).run());
    const auto table = tableOf(events, drawn.shape);
    JobContext context;
    const auto verdicts = detect(*table, loadRuleset(QStringLiteral("balanced")).value(), context).value();
    std::array<Clicks, 2> clicks;
    for (std::size_t event = 0; event < events.size(); ++event) {
        if (events[event].type != simulator::EventType::Click)
            continue;
        Clicks &side = clicks[events[event].machine ? 1 : 0];
        ++side.all;
        side.flagged += verdicts->isMachine(event) ? 1 : 0;
    }
    return clicks;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The named campaigns are what their names say, and the same again for the same seed.
class TestScenarios : public QObject {
    Q_OBJECT

private slots:
    void sameSeedSameCampaign_data() { eachScenario(); }

    void sameSeedSameCampaign()
    {
        QFETCH(int, number);
        const Scenario &scenario = Scenario::all()[static_cast<std::size_t>(number)];
        const std::string text = textOf(small(scenario, 7));
        QVERIFY(text == textOf(small(scenario, 7)));
        QVERIFY(text != textOf(small(scenario, 8)));
    }

    void showsWhatItsNameSays_data() { eachScenario(); }

    void showsWhatItsNameSays()
    {
        QFETCH(int, number);
        const Scenario &scenario = Scenario::all()[static_cast<std::size_t>(number)];
        for (const std::uint64_t seed : {1U, 2U, 3U}) {
            std::map<Manner, int> found;
            for (const SimulatedEvent &event : CampaignSimulator(scenario.draw(seed).options).run())
                ++found[event.manner];
            for (const Manner manner : scenario.shows)
                QVERIFY2(found[manner] > 0, std::string(simulator::mannerId(manner)).c_str());
        }
    }

    void truthAgreesWithTheEvents_data() { eachScenario(); }

    void truthAgreesWithTheEvents()
    {
        QFETCH(int, number);
        std::int64_t lastMs = 0;
        for (const SimulatedEvent &event : small(Scenario::all()[static_cast<std::size_t>(number)], 5)) {
            QVERIFY(event.timeMs >= lastMs);
            lastMs = event.timeMs;
            QCOMPARE(event.manner != Manner::None, isEngagement(event));
            QCOMPARE(event.machine, simulator::isMachine(event.manner));
            QCOMPARE(event.url.empty(), event.type != simulator::EventType::Click);
            QCOMPARE(event.ip.empty(), !isEngagement(event));
            QVERIFY(event.timeMs >= event.sentMs);
            QVERIFY(event.machine || !event.url.ends_with("white-on-white"));
        }
    }

    void namesSayWhatIsSpecial()
    {
        QCOMPARE(Scenario::all().size(), std::size_t{15});
        QCOMPARE(Scenario::find("nothing"), nullptr);
        for (const std::uint64_t seed : {1U, 2U, 3U, 4U}) {
            QCOMPARE(linksOf("one-link", seed), std::size_t{1});
            QVERIFY(linksOf("business", seed) > 3);
            QCOMPARE(Scenario::find("few-recipients")->draw(seed).options.recipients, 200U);
            std::set<std::uint32_t> campaigns;
            for (const SimulatedEvent &event : small(*Scenario::find("six-campaigns"), seed))
                campaigns.insert(event.campaign);
            QCOMPARE(campaigns.size(), std::size_t{6});
            for (const SimulatedEvent &event : small(*Scenario::find("no-machines"), seed))
                QVERIFY(!event.machine || event.manner == Manner::ApplePrefetch
                        || event.manner == Manner::GmailPrefetch);
        }
    }

    void probesComeFromEverNewAddresses()
    {
        std::set<std::string> addresses;
        std::size_t probes = 0;
        Scenario::Draw drawn = Scenario::find("probes")->draw(2);
        drawn.options.scanners.probedByFleet = 0;
        drawn.options.scanners.probedByService = 0;
        for (const SimulatedEvent &event : CampaignSimulator(drawn.options).run()) {
            if (event.manner == Manner::SingleLinkProbe) {
                addresses.insert(event.ip);
                ++probes;
            }
        }
        QVERIFY(probes > 100);
        QVERIFY(addresses.size() * 100 > probes * 98);
    }

    void pulsesComeAtTheTopOfTheHour()
    {
        constexpr std::int64_t hour = 3'600'000;
        for (const SimulatedEvent &event : small(*Scenario::find("pulses"), 6)) {
            if (event.manner == Manner::HourlyPulse)
                QVERIFY(event.timeMs % hour < hour / 10);
        }
    }

    void seedsDiffer()
    {
        std::set<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> drawn;
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            const auto options = Scenario::find("mixed")->draw(seed).options;
            drawn.emplace(options.links, options.scanners.startPace, options.people.clicks);
        }
        QCOMPARE(drawn.size(), std::size_t{20});
    }

    void exportsLeaveOut()
    {
        const Events all = small(*Scenario::find("mixed"), 3);
        ExportShape shape;
        QVERIFY(!shape.leaveOut("everything"));
        QVERIFY(shape.leaveOut("ip") && shape.leaveOut("seconds") && shape.leaveOut("delivery"));
        const Events less = shape.apply(all);
        const auto isDelivery = [](const SimulatedEvent &event) {
            return event.type == simulator::EventType::Delivered;
        };
        QCOMPARE(static_cast<std::ptrdiff_t>(all.size() - less.size()),
                 std::count_if(all.begin(), all.end(), isDelivery));
        for (const SimulatedEvent &event : less) {
            QVERIFY(event.ip.empty() && event.agent.empty() && !isDelivery(event));
            QCOMPARE(event.timeMs % 60'000, 0);
            QCOMPARE(event.sentMs % 60'000, 0);
        }
    }

    void importedAsItIsBuilt_data()
    {
        QTest::addColumn<QString>("without");
        for (const char *without : {"", "ip", "seconds", "delivery"})
            QTest::newRow(without[0] == '\0' ? "all columns" : without) << without;
    }

    void importedAsItIsBuilt()
    {
        QFETCH(QString, without);
        Scenario::Draw drawn = Scenario::find("six-campaigns")->draw(9);
        drawn.options.recipients = 150;
        drawn.shape.leaveOut(without.toStdString());
        const Events events = drawn.shape.apply(CampaignSimulator(drawn.options).run());
        const auto built = tableOf(events, drawn.shape);
        const QString path = m_folder.filePath(QStringLiteral("events.csv"));
        std::ofstream stream(path.toStdString(), std::ios::binary);
        CampaignWriter("c", drawn.shape).writeEvents(events, stream);
        stream.close();
        AnalysisRequest request;
        request.files << path;
        JobContext context;
        const Analysis read = analyze(request, context).value();
        const auto verdicts =
            detect(*built, loadRuleset(QStringLiteral("balanced")).value(), context).value();
        QCOMPARE(read.table->size(), events.size());
        QCOMPARE(built->size(), events.size());
        QCOMPARE(read.table->campaignCount(), 6U);
        for (std::size_t event = 0; event < events.size(); ++event) {
            QCOMPARE(read.table->time(event), built->time(event));
            QCOMPARE(read.table->type(event), built->type(event));
            if (isAction(built->type(event)))
                QCOMPARE(read.verdicts->probability(event), verdicts->probability(event));
        }
    }

    void theCommittedSampleStaysAsItIs()
    {
        simulator::SimulationOptions options;
        options.seed = 2026;
        const Events events = CampaignSimulator(options).run();
        std::ostringstream rows;
        CampaignWriter("spring-offer").writeEvents(events, rows);
        std::ostringstream truth;
        CampaignWriter::writeTruth(events, truth);
        const QString root = QStringLiteral(CLICKSIEVE_SOURCE_DIR);
        QVERIFY(contents(root + QStringLiteral("/resources/samples/spring-offer.csv"))
                == QByteArray::fromStdString(rows.str()));
        QVERIFY(contents(root + QStringLiteral("/tests/simulator/spring-offer.truth.csv"))
                == QByteArray::fromStdString(truth.str()));
    }

    void theCommandLineTakesScenarios()
    {
        const auto parsed = [](std::vector<std::string_view> extra) {
            std::vector<std::string_view> arguments{"--seed", "4", "--events", "e", "--truth", "t"};
            arguments.insert(arguments.end(), extra.begin(), extra.end());
            return simulator::CommandLine::parse(arguments);
        };
        const auto drawn = Scenario::find("fleet")->draw(4);
        const auto line = parsed({"--recipients", "77", "--scenario", "fleet", "--without", "seconds"});
        QVERIFY(line.has_value());
        QCOMPARE(line->options.seed, drawn.options.seed);
        QCOMPARE(line->options.links, drawn.options.links);
        QCOMPARE(line->options.recipients, 77U);
        QCOMPARE(line->shape.times, ExportShape::Times::Minutes);
        QCOMPARE(parsed({}).value().options.seed, std::uint64_t{4});
        QVERIFY(!parsed({"--scenario", "flight"}));
        QVERIFY(!parsed({"--scenario"}));
        QVERIFY(!parsed({"--without", "everything"}));
    }

    /// Far from what is measured (tests/bench/ACCURACY.md): fails where the engine breaks, not where it gets a little
    /// better or worse.
    void theEngineFindsMostAndLosesFew()
    {
        for (const char *name : {"mixed", "business", "fleet"}) {
            const auto [people, machines] = judged(*Scenario::find(name), 1);
            QVERIFY2(machines.share() > 0.85, name);
            QVERIFY2(people.share() < 0.10, name);
            QVERIFY(people.all > 50 && machines.all > 500);
        }
        QVERIFY(judged(*Scenario::find("no-machines"), 1)[0].share() < 0.05);
    }

private:
    static void eachScenario()
    {
        QTest::addColumn<int>("number");
        for (std::size_t number = 0; number < Scenario::all().size(); ++number)
            QTest::newRow(std::string(Scenario::all()[number].name).c_str()) << static_cast<int>(number);
    }

    static std::size_t linksOf(std::string_view name, std::uint64_t seed)
    {
        std::set<std::string> links;
        for (const SimulatedEvent &event : small(*Scenario::find(name), seed)) {
            if (!event.url.empty())
                links.insert(event.url);
        }
        return links.size();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestScenarios)
#include "tst_scenarios.moc"

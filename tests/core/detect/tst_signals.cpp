// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/ruleset.h"
#include "core/detect/signal.h"
#include "support/eventfixture.h"

#include <QJsonArray>
#include <QTest>

using namespace clicksieve;
using namespace clicksieve::tests;

namespace {

const char *const kBrowser = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like "
                             "Gecko) Chrome/145.0.0.0 Safari/537.36";

/// The ids of the signals that spoke about an event, on either side.
QStringList speakers(const Analysis &analysis, std::size_t event)
{
    QStringList ids;
    for (const Evidence &evidence : explain(*analysis.table, *analysis.verdicts, event))
        ids << evidence.signalId;
    return ids;
}

QString sentence(const Analysis &analysis, std::size_t event, const QString &id)
{
    for (const Evidence &evidence : explain(*analysis.table, *analysis.verdicts, event)) {
        if (evidence.signalId == id)
            return evidence.sentence;
    }
    return {};
}

std::string address(int number, const std::string &domain)
{
    return "p" + std::to_string(number) + "@" + domain;
}

constexpr std::size_t kQuietEvents = 200;

/// 200 recipients at 40 domains who do nothing.
EventFixture quietList()
{
    EventFixture mail;
    for (int person = 0; person < static_cast<int>(kQuietEvents); ++person)
        mail.sent(address(person, "quiet" + std::to_string(person % 40) + ".example"));
    return mail;
}

std::string url(int number)
{
    return "https://shop.example/" + std::to_string(number);
}

} // namespace

/// Each signal on the smallest mail that makes it speak, and on the nearest one that does not.
class TestSignals : public QObject {
    Q_OBJECT

private slots:
    void burstNeedsDifferentLinks()
    {
        EventFixture sweep;
        sweep.sent("a@x.example");
        for (int link = 0; link < 9; ++link)
            sweep.click("a@x.example", 40'000 + link * 100, url(link));
        const Analysis machine = sweep.analysis();
        QVERIFY(speakers(machine, 5).contains(QStringLiteral("burst")));
        QVERIFY(machine.verdicts->verdict(5) == Verdict::Machine);
        QCOMPARE(sentence(machine, 5, QStringLiteral("burst")),
                 QStringLiteral("9 different links of this mail were clicked within 0.8 s."));

        EventFixture doubleClick;
        doubleClick.sent("a@x.example");
        for (int click = 0; click < 9; ++click)
            doubleClick.click("a@x.example", 7'200'000 + click * 100, url(1));
        const Analysis person = doubleClick.analysis();
        QVERIFY(!speakers(person, 5).contains(QStringLiteral("burst")));
        QVERIFY(person.verdicts->verdict(5) == Verdict::Human);
    }

    void aLevelThatOnlyOpensHaveWeighsNothingForClicks()
    {
        SignalSpec spec;
        spec.id = QStringLiteral("latency");
        spec.kind = QStringLiteral("delay");
        const auto band = [](int below, double weight) {
            return QJsonObject{{QStringLiteral("belowSeconds"), below}, {QStringLiteral("weight"), weight}};
        };
        spec.parameters = {{QStringLiteral("open"), QJsonArray{band(1, 3.0), band(10, 2.0)}},
                           {QStringLiteral("click"), QJsonArray{band(5, 1.0)}}};
        const auto signal = makeSignal(spec);
        QVERIFY2(signal.ok(), signal.ok() ? "" : qPrintable(signal.error().message));
        QCOMPARE(signal.value()->weight(1, EventType::Click), 1.0);
        QCOMPARE(signal.value()->weight(2, EventType::Open), 2.0);
        QCOMPARE(signal.value()->weight(2, EventType::Click), 0.0);
    }

    void burstIsNotKeyedByAddress()
    {
        EventFixture rotating;
        rotating.sent("a@x.example");
        for (int link = 0; link < 8; ++link)
            rotating.click("a@x.example", 40'000 + link * 200, url(link),
                           "203.0.113." + std::to_string(link + 1), kBrowser);
        const Analysis analysis = rotating.analysis();
        for (std::size_t event = 1; event < 9; ++event)
            QVERIFY(analysis.verdicts->verdict(event) == Verdict::Machine);
    }

    void laterHumanClickOfScannedRecipientStaysHuman()
    {
        EventFixture mail;
        mail.sent("a@x.example");
        for (int link = 0; link < 9; ++link)
            mail.click("a@x.example", 33'000 + link * 50, url(link), "203.0.113.5", kBrowser);
        mail.open("a@x.example", 7'200'000, "198.51.100.7", kBrowser);
        mail.click("a@x.example", 7'260'000, url(3), "198.51.100.7", kBrowser);
        const Analysis analysis = mail.analysis();
        QVERIFY(analysis.verdicts->verdict(9) == Verdict::Machine);
        QVERIFY(analysis.verdicts->verdict(10) == Verdict::Human);
        QVERIFY(analysis.verdicts->verdict(11) == Verdict::Human);
        QVERIFY(speakers(analysis, 11).contains(QStringLiteral("calm")));
    }

    void lonePixelBeforeASweepIsTheScanners()
    {
        EventFixture mail;
        mail.sent("a@x.example");
        mail.open("a@x.example", 9'000, "203.0.113.5", kBrowser);
        for (int link = 0; link < 9; ++link)
            mail.click("a@x.example", 42'000 + link * 50, url(link), "203.0.113.99", kBrowser);
        const Analysis analysis = mail.analysis();
        QVERIFY(speakers(analysis, 1).contains(QStringLiteral("neighbours")));
        QVERIFY(analysis.verdicts->isMachine(1));
    }

    void fanOutNeedsSeveralCompanies()
    {
        EventFixture fleet;
        for (const char *recipient : {"a@x.example", "b@y.example", "c@z.example"})
            fleet.sent(recipient);
        fleet.click("a@x.example", 50'000, url(1), "203.0.113.5", kBrowser);
        fleet.click("b@y.example", 55'000, url(2), "203.0.113.5", kBrowser);
        fleet.click("c@z.example", 60'000, url(3), "203.0.113.5", kBrowser);
        const Analysis machines = fleet.analysis();
        QVERIFY(speakers(machines, 4).contains(QStringLiteral("fan-out")));
        QCOMPARE(sentence(machines, 4, QStringLiteral("fan-out")),
                 QStringLiteral(
                     "The same address and program acted for 3 recipients at 3 mail domains within 60 s."));

        EventFixture office; // one company behind one address, a minute apart each
        for (const char *recipient : {"a@x.example", "b@x.example", "c@x.example"})
            office.sent(recipient);
        office.click("a@x.example", 3'600'000, url(1), "198.51.100.7", kBrowser);
        office.click("b@x.example", 3'615'000, url(2), "198.51.100.7", kBrowser);
        office.click("c@x.example", 3'630'000, url(3), "198.51.100.7", kBrowser);
        const Analysis people = office.analysis();
        QVERIFY(!speakers(people, 4).contains(QStringLiteral("fan-out")));
        QVERIFY(people.verdicts->verdict(4) == Verdict::Human);
    }

    void companyGatewaysAreExemptFromFanOut()
    {
        EventFixture gateway; // 165.225.0.0/17 is a Zscaler network: people of many companies
        for (const char *recipient : {"a@x.example", "b@y.example", "c@z.example"})
            gateway.sent(recipient);
        gateway.click("a@x.example", 3'600'000, url(1), "165.225.8.9", kBrowser);
        gateway.click("b@y.example", 3'605'000, url(2), "165.225.8.9", kBrowser);
        gateway.click("c@z.example", 3'610'000, url(3), "165.225.8.9", kBrowser);
        const Analysis analysis = gateway.analysis();
        for (std::size_t event = 3; event < 6; ++event) {
            QVERIFY(!speakers(analysis, event).contains(QStringLiteral("fan-out")));
            QVERIFY(analysis.verdicts->verdict(event) == Verdict::Human);
        }
    }

    void beforeDelivery()
    {
        EventFixture mail;
        mail.sent("a@x.example").delivered("a@x.example", 60'000);
        mail.open("a@x.example", 30'000);
        mail.open("a@x.example", 58'500); // within the two seconds that clocks may differ
        const Analysis analysis = mail.analysis();
        QVERIFY(speakers(analysis, 2).contains(QStringLiteral("before-delivery")));
        QVERIFY(analysis.verdicts->verdict(2) == Verdict::Machine);
        QVERIFY(!speakers(analysis, 3).contains(QStringLiteral("before-delivery")));
        QCOMPARE(sentence(analysis, 2, QStringLiteral("before-delivery")),
                 QStringLiteral("It was opened 30 s before the mail was delivered. Only something on the way "
                                "to the mailbox can do that."));
    }

    void knownNetworksAndAgents_data()
    {
        QTest::addColumn<bool>("isClick");
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QByteArray>("agent");
        QTest::addColumn<bool>("isMachine");
        QTest::addColumn<int>("actor");
        const QByteArray chrome(kBrowser);
        QTest::newRow("Microsoft filter tier clicks")
            << true << QByteArray("40.92.1.2") << chrome << true << int(ActorKind::LinkScanner);
        QTest::newRow("curl") << true << QByteArray("198.51.100.7") << QByteArray("curl/8.5.0") << true
                              << int(ActorKind::HttpLibrary);
        QTest::newRow("Apple prefetch opens")
            << false << QByteArray("104.28.30.1") << QByteArray("Mozilla/5.0") << true
            << int(ActorKind::PrivacyPrefetch);
        QTest::newRow("Gmail's proxy is a person")
            << false << QByteArray("66.249.93.84")
            << QByteArray("Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com "
                          "GoogleImageProxy)")
            << false << int(ActorKind::ImageProxy);
        QTest::newRow("Yahoo's proxy is a person")
            << false << QByteArray("98.137.1.1")
            << QByteArray("YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html") << false
            << int(ActorKind::ImageProxy);
        QTest::newRow("Outlook on the web opens are people's")
            << false << QByteArray("40.96.1.2") << chrome << false << int(ActorKind::Unknown);
        QTest::newRow("Proofpoint's network hours later may be a person")
            << true << QByteArray("148.163.129.1") << chrome << false << int(ActorKind::LinkScanner);
        QTest::newRow("an ordinary browser")
            << true << QByteArray("198.51.100.7") << chrome << false << int(ActorKind::Unknown);
    }

    void knownNetworksAndAgents()
    {
        QFETCH(bool, isClick);
        QFETCH(QByteArray, address);
        QFETCH(QByteArray, agent);
        EventFixture mail;
        mail.sent("a@x.example");
        const std::string_view ip(address.constData(), static_cast<std::size_t>(address.size()));
        const std::string_view program(agent.constData(), static_cast<std::size_t>(agent.size()));
        if (isClick)
            mail.click("a@x.example", 7'200'000, url(1), ip, program);
        else
            mail.open("a@x.example", 7'200'000, ip, program);
        const Analysis analysis = mail.analysis();
        QTEST(analysis.verdicts->isMachine(1), "isMachine");
        QTEST(int(analysis.verdicts->actor(1).kind), "actor");
    }

    void networksAreOfIpAddresses()
    {
        EventFixture mail;
        mail.sent("a@x.example").click("a@x.example", 7'200'000, url(1), "40.92.1.2", kBrowser);
        const QString said = sentence(mail.analysis(), 1, QStringLiteral("scanner-network"));
        QVERIFY2(said.startsWith(QStringLiteral("Its IP address belongs to ")), qPrintable(said));
    }

    void vendorFlag()
    {
        EventFixture mail;
        mail.sent("a@x.example");
        mail.flag(MachineFlag::Machine).click("a@x.example", 300'000, url(1));
        mail.flag(MachineFlag::Human).click("a@x.example", 7'300'000, url(2));
        const Analysis analysis = mail.analysis();
        QVERIFY(analysis.verdicts->isMachine(1));
        QVERIFY(!analysis.verdicts->isMachine(2));
        QCOMPARE(analysis.verdicts->actor(1).kind, ActorKind::VendorFlagged);
    }

    void openRecordedWithAClickFollowsIt()
    {
        EventFixture mail;
        mail.sent("a@x.example").sent("b@x.example");
        mail.open("a@x.example", 7'200'000, "198.51.100.7", kBrowser);
        mail.click("a@x.example", 7'200'000, url(1), "198.51.100.7", kBrowser);
        mail.open("b@x.example", 30'000, "203.0.113.5", "curl/8.5.0");
        mail.click("b@x.example", 30'000, url(1), "203.0.113.5", "curl/8.5.0");
        const Analysis analysis = mail.analysis();
        QVERIFY(analysis.verdicts->verdict(2) == Verdict::Human);
        QVERIFY(analysis.verdicts->verdict(4) == Verdict::Machine);
        QVERIFY(speakers(analysis, 4).contains(QStringLiteral("implied-open")));
    }

    void aDomainWhoseMailIsNearlyAllClickedEarlyIsScanned()
    {
        EventFixture mail = quietList();
        for (int person = 0; person < 7; ++person)
            mail.sent(person < 6 ? address(person, "scanned.example") : "slow@scanned.example");
        mail.sent("quick@quiet3.example");
        const std::size_t first = kQuietEvents + 8;
        for (int person = 0; person < 6; ++person) // one link each, from ever new addresses
            mail.click(address(person, "scanned.example"), 60'000 + person * 60'000, url(person),
                       "198.51.100." + std::to_string(person), kBrowser);
        mail.click("quick@quiet3.example", 70'000, url(1), "203.0.113.9", kBrowser);
        mail.click("slow@scanned.example", 7'200'000, url(1), "203.0.113.10", kBrowser);
        const Analysis analysis = mail.analysis();
        for (std::size_t event = first; event < first + 6; ++event) {
            QVERIFY(analysis.verdicts->isMachine(event));
            QCOMPARE(
                sentence(analysis, event, QStringLiteral("early-domain")),
                QStringLiteral("6 of the 7 mails to scanned.example were clicked within 30 min of delivery. "
                               "Elsewhere it is about 1 in 218."));
        }
        for (const std::size_t event : {first + 6, first + 7}) {
            QVERIFY(!speakers(analysis, event).contains(QStringLiteral("early-domain")));
            QVERIFY(!analysis.verdicts->isMachine(event));
        }
    }

    void manyMailsOfADomainInOneMinuteAreAMachine()
    {
        EventFixture mail = quietList();
        for (int person = 0; person < 8; ++person) {
            mail.sent(address(person, "again.example"));
            mail.sent(address(person, "busy.example"));
        }
        const std::size_t first = kQuietEvents + 16;
        for (int person = 0; person < 6; ++person) // seven hours later, one link each
            mail.click(address(person, "again.example"), 25'200'000 + person * 8'000, url(person));
        for (int person = 0; person < 6; ++person) // the same, but each in a minute of its own
            mail.click(address(person, "busy.example"), 25'200'000 + person * 100'000, url(person));
        const Analysis analysis = mail.analysis();
        for (std::size_t event = first; event < first + 6; ++event) {
            QVERIFY(analysis.verdicts->isMachine(event));
            QCOMPARE(
                sentence(analysis, event, QStringLiteral("domain-wave")),
                QStringLiteral("6 of the 8 mails to again.example were clicked within 90 s. Colleagues do "
                               "not act in step."));
        }
        for (std::size_t event = first + 6; event < first + 12; ++event) {
            QVERIFY(!speakers(analysis, event).contains(QStringLiteral("domain-wave")));
            QVERIFY(!analysis.verdicts->isMachine(event));
        }
    }

    void fewMailsOfALargeDomainAreNoWave()
    {
        EventFixture mail;
        for (int person = 0; person < 40; ++person)
            mail.sent(address(person, "large.example"));
        for (int person = 0; person < 7; ++person)
            mail.click(address(person, "large.example"), 25'200'000 + person * 8'000, url(person));
        const Analysis analysis = mail.analysis();
        for (std::size_t event = 40; event < 47; ++event)
            QVERIFY(!speakers(analysis, event).contains(QStringLiteral("domain-wave")));
    }

    void aClickWithoutAnOpenIsRarerThanItSeems()
    {
        const auto speaks = [](bool peopleLoadPictures) {
            EventFixture mail;
            for (int person = 0; person < 30; ++person)
                mail.sent(address(person, "x" + std::to_string(person) + ".example"));
            for (int person = 0; person < 25; ++person) { // hours later
                const std::string recipient = address(person, "x" + std::to_string(person) + ".example");
                if (peopleLoadPictures)
                    mail.open(recipient, 7'000'000 + person * 100'000, "203.0.113.1", kBrowser);
                mail.click(recipient, 7'030'000 + person * 100'000, url(person % 4), "203.0.113.1", kBrowser);
            }
            mail.open(address(29, "x29.example"), 100'000, "203.0.113.9", kBrowser);
            mail.click(address(28, "x28.example"), 60'000, url(1), "203.0.113.2", kBrowser);
            mail.click(address(29, "x29.example"), 160'000, url(1), "203.0.113.3", kBrowser);
            const Analysis analysis = mail.analysis();
            const std::size_t opened = analysis.table->size() - 1;
            return std::pair(sentence(analysis, opened - 1, QStringLiteral("unopened")),
                             sentence(analysis, opened, QStringLiteral("unopened")));
        };
        QCOMPARE(speaks(true),
                 std::pair(QStringLiteral("The mail had not been opened. Of the later single clicks 6 % come "
                                          "without an open."),
                           QString()));
        QCOMPARE(speaks(false), std::pair(QString(), QString())); // hardly anybody there loads pictures
    }

    void withoutOpensNothingIsUnopened()
    {
        EventFixture mail;
        mail.sent("a@x.example").click("a@x.example", 60'000, url(1));
        const Analysis analysis = mail.analysis();
        for (const SignalReport &report : analysis.verdicts->reports()) {
            if (report.id == QLatin1String("unopened"))
                QVERIFY(report.reason.contains(QStringLiteral("no opens")));
        }
    }

    void fewerLinksThanTheSweepsTakeArePeoples()
    {
        EventFixture mail = quietList();
        for (int person = 0; person < 12; ++person)
            mail.sent(address(person, "swept.example"));
        for (int person = 0; person < 10; ++person) {
            for (int link = 0; link < 9; ++link)
                mail.click(address(person, "swept.example"), 60'000 + person * 200'000 + link * 50,
                           url(link));
        }
        for (int link = 0; link < 3; ++link) // tabs
            mail.click(address(10, "swept.example"), 9'000'000 + link * 900, url(link));
        for (int link = 0; link < 7; ++link) // slower than the others, as many links
            mail.click(address(11, "swept.example"), 19'000'000 + link * 9'500, url(link));
        const Analysis analysis = mail.analysis();
        const std::size_t tabs = kQuietEvents + 12 + 90;
        QCOMPARE(sentence(analysis, tabs, QStringLiteral("small-visit")),
                 QStringLiteral(
                     "Of the sweeps at this domain and in this campaign, about 8 % take so few links."));
        QVERIFY(!analysis.verdicts->isMachine(tabs));
        QVERIFY(!speakers(analysis, tabs + 3).contains(QStringLiteral("small-visit")));
    }

    void whereNobodyIsScannedADoubtfulClickIsAPersons()
    {
        EventFixture mail = quietList();
        mail.sent("quick@quiet3.example");
        for (int link = 0; link < 3; ++link)
            mail.click("quick@quiet3.example", 40'000 + link * 700, url(link));
        const Analysis analysis = mail.analysis();
        const std::size_t last = analysis.table->size() - 1;
        QCOMPARE(
            sentence(analysis, last, QStringLiteral("domain-profile")),
            QStringLiteral("Of the mail to quiet3.example in this campaign, machines clicked little or none, "
                           "by what is certain."));
        QVERIFY(analysis.verdicts->verdict(last) == Verdict::Human);
    }

    void theOpenBeforeASingleMachineClickIsTheMachines()
    {
        EventFixture mail = quietList();
        for (int person = 0; person < 8; ++person)
            mail.sent(address(person, "again.example"));
        for (int person = 0; person < 6; ++person) {
            mail.open(address(person, "again.example"), 25'190'000, "198.51.100.1", kBrowser);
            mail.click(address(person, "again.example"), 25'200'000 + person * 8'000, url(1),
                       "198.51.100." + std::to_string(person + 10), kBrowser);
        }
        const Analysis analysis = mail.analysis();
        QVERIFY(speakers(analysis, kQuietEvents + 8).contains(QStringLiteral("neighbours")));
        QVERIFY(analysis.verdicts->isMachine(kQuietEvents + 8));
    }

    void aMailProgramAndItsBrowserAreOnePerson()
    {
        EventFixture mail;
        mail.sent("a@x.example").sent("b@x.example");
        mail.open("a@x.example", 3'600'000, "203.0.113.5", "Microsoft Office/16.0 (Microsoft Outlook 16.0)");
        mail.click("a@x.example", 3'620'000, url(1), "203.0.113.5", kBrowser);
        mail.open("b@x.example", 3'600'000, "203.0.113.6", "Microsoft Office/16.0 (Microsoft Outlook 16.0)");
        mail.click("b@x.example", 3'620'000, url(1), "203.0.113.7", kBrowser);
        const Analysis analysis = mail.analysis();
        QVERIFY(sentence(analysis, 3, QStringLiteral("calm")).contains(QStringLiteral("opened 20 s before")));
        QVERIFY(!sentence(analysis, 5, QStringLiteral("calm")).contains(QStringLiteral("opened")));
    }

    void quickPeopleAreNoScannedDomain()
    {
        EventFixture mail; // one in five clicks at once, everywhere
        for (int person = 0; person < 400; ++person) {
            const std::string recipient = address(person, "quiet" + std::to_string(person % 40) + ".example");
            mail.sent(recipient);
            if (person / 40 % 5 == 0)
                mail.click(recipient, 60'000 + person * 500, url(person % 3),
                           "203.0.113." + std::to_string(person), kBrowser);
        }
        const Analysis analysis = mail.analysis();
        for (std::size_t event = 0; event < analysis.table->size(); ++event)
            QVERIFY(!speakers(analysis, event).contains(QStringLiteral("early-domain")));
    }

    void aDomainWithNothingToCompareItWithSaysNothing()
    {
        EventFixture mail;
        for (int person = 0; person < 20; ++person)
            mail.sent(address(person, "x.example"));
        for (int person = 0; person < 18; ++person)
            mail.click(address(person, "x.example"), 60'000 + person * 1'000, url(1));
        const Analysis analysis = mail.analysis();
        QVERIFY(!speakers(analysis, 25).contains(QStringLiteral("early-domain")));
    }

    void aClickBesideAnExplainedSweepIsNotTheDomains()
    {
        EventFixture mail = quietList();
        for (int person = 0; person < 6; ++person)
            mail.sent(address(person, "scanned.example"));
        for (int person = 0; person < 6; ++person) {
            for (int link = 0; link < 9; ++link)
                mail.click(address(person, "scanned.example"), 60'000 + person * 1'000 + link * 50,
                           url(link));
        }
        mail.click(address(0, "scanned.example"), 900'000, url(1)); // the person, a quarter of an hour later
        const Analysis analysis = mail.analysis();
        const std::size_t last = analysis.table->size() - 1;
        QVERIFY(analysis.verdicts->isMachine(last - 1));
        QVERIFY(!speakers(analysis, last).contains(QStringLiteral("early-domain")));
        QVERIFY(!analysis.verdicts->isMachine(last));
    }

    void timesByTheMinuteStillTellASweep()
    {
        EventFixture mail;
        for (const char *recipient : {"a@x.example", "b@x.example", "c@x.example"})
            mail.sent(recipient).resolution(TimeResolution::Minute);
        for (int link = 0; link < 9; ++link)
            mail.click("a@x.example", link < 4 ? 60'000 : 120'000, url(link));
        for (int link = 0; link < 3; ++link) // a person opens three tabs
            mail.click("b@x.example", 7'200'000, url(link));
        mail.click("c@x.example", 0, url(1));
        const Analysis analysis = mail.analysis();
        QVERIFY(analysis.verdicts->isMachine(3));
        QVERIFY(!analysis.verdicts->isMachine(13));
        QCOMPARE(sentence(analysis, 3, QStringLiteral("burst")),
                 QStringLiteral(
                     "9 different links of this mail were clicked in two minutes that follow each other."));
        QCOMPARE(sentence(analysis, 13, QStringLiteral("burst")),
                 QStringLiteral("3 different links of this mail were clicked in the same minute."));
        QCOMPARE(sentence(analysis, 15, QStringLiteral("latency")),
                 QStringLiteral("It was clicked in the minute of delivery. People are rarely that quick."));
        for (const SignalReport &report : analysis.verdicts->reports()) {
            if (report.id == QLatin1String("implied-open"))
                QVERIFY(report.reason.contains(QStringLiteral("no seconds")));
        }
    }

    void timesByTheMinuteTellNoFewSeconds()
    {
        EventFixture office; // four people of one office in one minute: not in 5 s, as far as can be told
        for (const char *recipient : {"a@x.example", "b@x.example", "c@x.example", "d@x.example"})
            office.sent(recipient).resolution(TimeResolution::Minute);
        for (int person = 0; person < 20; ++person) // colleagues who do nothing
            office.sent(address(person, "x.example"));
        for (const char *recipient : {"a@x.example", "b@x.example", "c@x.example", "d@x.example"})
            office.click(recipient, 7'200'000, url(1), "198.51.100.7", kBrowser);
        const Analysis analysis = office.analysis();
        QVERIFY(!speakers(analysis, 24).contains(QStringLiteral("fan-out")));
        QVERIFY(analysis.verdicts->verdict(24) == Verdict::Human);
    }

    void wholeDaysSwitchTimingOff()
    {
        EventFixture mail;
        mail.sent("a@x.example").resolution(TimeResolution::Day);
        for (int link = 0; link < 9; ++link)
            mail.click("a@x.example", 86'400'000, url(link));
        const Analysis analysis = mail.analysis();
        for (const SignalReport &report : analysis.verdicts->reports()) {
            if (report.id == QLatin1String("burst") || report.id == QLatin1String("latency")) {
                QVERIFY2(!report.applicable, qPrintable(report.id));
                QVERIFY(report.reason.contains(QStringLiteral("no times")));
            }
        }
        QVERIFY(!analysis.verdicts->isMachine(3));
    }

    void missingColumnsAreSaidToBeMissing()
    {
        EventFixture mail;
        mail.open("a@x.example", 1'000);
        const Analysis analysis = mail.analysis();
        QStringList notApplicable;
        for (const SignalReport &report : analysis.verdicts->reports()) {
            if (!report.applicable)
                notApplicable << report.id;
        }
        for (const char *id : {"before-delivery", "latency", "burst", "coverage", "fan-out",
                               "scanner-network", "scanner-agent", "esp-flag"})
            QVERIFY2(notApplicable.contains(QLatin1String(id)), id);
    }
};

QTEST_GUILESS_MAIN(TestSignals)
#include "tst_signals.moc"

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis.h"
#include "core/detect/userlists.h"
#include "support/eventfixture.h"
#include "support/testfolder.h"

#include <QTest>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr TimeMs kHour = 3'600'000;

std::string person(int number)
{
    return "p" + std::to_string(number) + "@c" + std::to_string(number) + ".example";
}

std::string link(int number)
{
    return "https://shop.example/" + std::to_string(number);
}

} // namespace

class TestUserLists : public QObject {
    Q_OBJECT

private slots:
    void linesAreReadAndBadOnesNamed();
    void whatIsSavedIsReadAgain();
    void whatIsNotThereIsEmpty();
    void anAllowedAddressIsNoScannersForItsNetwork();
    void anAllowedAddressIsNoScannersForServingMany();
    void anAllowedProgramIsNoMachine();
    void howEventsComeStillCounts();
    void aClickOnAHiddenLinkIsAMachines();
    void hiddenLinksAreFoundAsWritten_data();
    void hiddenLinksAreFoundAsWritten();
    void withoutListsNothingChanges();

private:
    static std::shared_ptr<const Verdicts> judge(const EventTable &table, const UserLists &lists)
    {
        JobContext context(1);
        return detect(table, loadRuleset(u"balanced"_s).value(), context, lists).value();
    }
    static std::uint64_t machines(const EventTable &table, const Verdicts &verdicts)
    {
        std::uint64_t count = 0;
        for (const std::uint32_t event : table.messages().allActions())
            count += verdicts.isMachine(event) ? 1U : 0U;
        return count;
    }

    TestFolder m_folder;
};

void TestUserLists::linesAreReadAndBadOnesNamed()
{
    const auto file = readAllowList(
        m_folder.write(u"allow.txt"_s,
                       "# ours\n\n192.0.2.7\n 10.0.0.0/8 \n2a01:111:f400::/48\r\nagent: OurMonitor\nAgent:x\n"
                       "10.0.0.0/99\nagent:\nsomething <b>\n192.0.2.7\n"));
    QVERIFY(file.ok());
    QCOMPARE(file.value().lists.networks,
             std::vector<std::string>({"192.0.2.7", "10.0.0.0/8", "2a01:111:f400::/48"}));
    QCOMPARE(file.value().lists.agents, std::vector<std::string>({"OurMonitor", "x"}));
    QCOMPARE(file.value().complaints.size(), 3);
    QCOMPARE(
        file.value().complaints[0],
        u"allow.txt, line 8: \"10.0.0.0/99\" is no address, no network, and does not begin with \"agent:\"."_s);
    QVERIFY(!readAllowList(m_folder.path(u"missing"_s)).ok());
}

void TestUserLists::whatIsSavedIsReadAgain()
{
    const UserLists lists{{"192.0.2.0/24"}, {"Monitor"}, {"https://a.example/x?y=1", "https://b.example/"}};
    const QString folder = m_folder.path(u"new/folder"_s);
    QVERIFY(!saveUserLists(lists, folder));
    const UserListFile read = userListsIn(folder);
    QCOMPARE(read.complaints, QStringList());
    QVERIFY(read.lists == lists);
    m_folder.write(u"file"_s, "x");
    QVERIFY(saveUserLists(lists, m_folder.path(u"file/below"_s)).has_value());
}

void TestUserLists::whatIsNotThereIsEmpty()
{
    const UserListFile read = userListsIn(m_folder.path(u"nowhere"_s));
    QVERIFY(read.lists.isEmpty());
    QCOMPARE(read.complaints, QStringList());
}

void TestUserLists::anAllowedAddressIsNoScannersForItsNetwork()
{
    EventFixture fixture;
    fixture.sent("a@b.example").delivered("a@b.example", 1'000);
    fixture.click("a@b.example", 9 * kHour, "https://shop.example/1",
                  "40.92.0.9"); // a published filter's network
    const auto table = fixture.table();
    QCOMPARE(machines(*table, *judge(*table, {})), std::uint64_t{1});
    const auto allowed = judge(*table, {{"40.92.0.0/24"}, {}, {}});
    QCOMPARE(machines(*table, *allowed), std::uint64_t{0});
    QCOMPARE(allowed->listUse().allowed, std::uint64_t{1});
    QCOMPARE(machines(*table, *judge(*table, {{"40.92.1.0/24"}, {}, {}})), std::uint64_t{1});
}

void TestUserLists::anAllowedAddressIsNoScannersForServingMany()
{
    EventFixture fixture;
    for (int i = 0; i < 60; ++i) {
        fixture.sent(person(i)).delivered(person(i), 1'000);
        fixture.click(person(i), 300'000 + i * 20, link(i % 3), "198.51.100.7",
                      "Mozilla/5.0 (Windows NT 10.0)");
    }
    const auto table = fixture.table();
    const std::uint64_t without = machines(*table, *judge(*table, {}));
    QVERIFY2(without > 30, qPrintable(QString::number(without)));
    QCOMPARE(machines(*table, *judge(*table, {{"198.51.100.7"}, {}, {}})), std::uint64_t{0});
}

void TestUserLists::anAllowedProgramIsNoMachine()
{
    EventFixture fixture;
    fixture.sent("a@b.example").delivered("a@b.example", 1'000);
    fixture.click("a@b.example", 9 * kHour, "https://shop.example/1", "198.51.100.7", "curl/8.1 OurMonitor");
    const auto table = fixture.table();
    QCOMPARE(machines(*table, *judge(*table, {})), std::uint64_t{1});
    QCOMPARE(machines(*table, *judge(*table, {{}, {"ourmonitor"}, {}})), std::uint64_t{0});
    QCOMPARE(machines(*table, *judge(*table, {{"198.51.100.7"}, {}, {}})), std::uint64_t{1}); // still curl
}

void TestUserLists::howEventsComeStillCounts()
{
    EventFixture fixture;
    fixture.sent("a@b.example").delivered("a@b.example", 1'000);
    for (int i = 0; i < 9; ++i)
        fixture.click("a@b.example", 30'000 + i * 100, link(i), "198.51.100.7");
    const auto table = fixture.table();
    QCOMPARE(machines(*table, *judge(*table, {{"198.51.100.7"}, {}, {}})), std::uint64_t{9});
}

void TestUserLists::aClickOnAHiddenLinkIsAMachines()
{
    EventFixture fixture;
    for (const char *who : {"a@b.example", "b@b.example"})
        fixture.sent(who).delivered(who, 1'000);
    fixture.click("a@b.example", 9 * kHour, "https://shop.example/trap", "198.51.100.7", "Mozilla/5.0 (X)");
    fixture.click("a@b.example", 9 * kHour + 10'000, "https://shop.example/1", "203.0.113.9",
                  "Mozilla/5.0 (Y)");
    fixture.click("a@b.example", 9 * kHour + 300'000, "https://shop.example/2", "198.51.100.7",
                  "Mozilla/5.0 (X)");
    fixture.click("a@b.example", 11 * kHour, "https://shop.example/1", "203.0.113.9", "Mozilla/5.0 (Y)");
    fixture.click("b@b.example", 9 * kHour + 10'000, "https://shop.example/1", "192.0.2.1",
                  "Mozilla/5.0 (Z)");
    const auto table = fixture.table();
    QCOMPARE(machines(*table, *judge(*table, {})), std::uint64_t{0});
    const auto verdicts = judge(*table, {{}, {}, {"https://shop.example/trap"}});
    QCOMPARE(verdicts->listUse().hiddenClicks, std::uint64_t{1});
    std::vector<bool> isMachine;
    for (std::size_t event = 4; event < table->size(); ++event)
        isMachine.push_back(verdicts->isMachine(event));
    QCOMPARE(isMachine, std::vector<bool>({true, true, true, false, false}));
    const QStringList sentences = [&] {
        QStringList all;
        for (std::size_t event = 4; event < 7; ++event) {
            for (const Evidence &evidence : explain(*table, *verdicts, event)) {
                if (evidence.signalId == u"hidden-link"_s)
                    all << evidence.sentence;
            }
        }
        return all;
    }();
    QCOMPARE(sentences.size(), 3);
    QVERIFY(sentences[0].contains(u"People cannot see this link"_s));
    QVERIFY(sentences[1].contains(u"within 20 s of a click"_s));
    QVERIFY(sentences[2].contains(u"same address and program"_s));
}

void TestUserLists::hiddenLinksAreFoundAsWritten_data()
{
    QTest::addColumn<QByteArray>("hidden");
    QTest::addColumn<bool>("found");
    QTest::newRow("whole") << QByteArray("https://shop.example/trap?utm=1") << true;
    QTest::newRow("up to the question mark") << QByteArray("https://shop.example/trap") << true;
    QTest::newRow("beginning only") << QByteArray("https://shop.example/tr") << false;
    QTest::newRow("another query") << QByteArray("https://shop.example/trap?utm=2") << false;
}

void TestUserLists::hiddenLinksAreFoundAsWritten()
{
    QFETCH(QByteArray, hidden);
    QFETCH(bool, found);
    EventFixture fixture;
    fixture.sent("a@b.example").click("a@b.example", 9 * kHour, "https://shop.example/trap?utm=1");
    const auto table = fixture.table();
    const auto verdicts = judge(*table, {{}, {}, {hidden.toStdString()}});
    QCOMPARE(verdicts->listUse().hiddenClicks, std::uint64_t{found ? 1U : 0U});
}

void TestUserLists::withoutListsNothingChanges()
{
    JobContext context(1);
    AnalysisRequest request;
    request.files = QStringList{QStringLiteral(CLICKSIEVE_SOURCE_DIR "/resources/samples/spring-offer.csv")};
    const Analysis plain = analyze(request, context).value();
    request.lists = {{"203.0.113.255"}, {"no such program"}, {"https://nowhere.example/"}};
    const Analysis listed = analyze(request, context).value();
    for (const std::uint32_t event : plain.table->messages().allActions())
        QCOMPARE(listed.verdicts->probability(event), plain.verdicts->probability(event));
}

QTEST_GUILESS_MAIN(TestUserLists)
#include "tst_userlists.moc"

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis.h"
#include "core/networks/networknames.h"
#include "core/networks/networkshares.h"
#include "support/eventfixture.h"
#include "support/mmdbfile.h"
#include "support/testfolder.h"

#include <QTest>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

class TestNetworkNames : public QObject {
    Q_OBJECT

private slots:
    void addressesHaveNames_data();
    void addressesHaveNames();
    void badFilesAreSentences_data();
    void badFilesAreSentences();
    void damageAnywhereIsSurvived();
    void sharesAddUp();

private:
    static QByteArray good()
    {
        MmdbFile file;
        file.add(0x285C0000, 15, 8075, "MICROSOFT-CORP-MSN-AS-BLOCK, a name that is longer than 29 letters");
        file.add(0xC6336400, 24, 64500, "");
        file.add(0xCB007100, 24, 64501, "Nord <b>Telekom</b>");
        return file.bytes();
    }

    TestFolder m_folder;
};

void TestNetworkNames::addressesHaveNames_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("network");
    QTest::newRow("inside")
        << u"40.93.255.255"_s
        << u"MICROSOFT-CORP-MSN-AS-BLOCK, a name that is longer than 29 letters, AS8075"_s;
    QTest::newRow("outside") << u"40.94.0.0"_s << QString();
    QTest::newRow("without a name") << u"198.51.100.7"_s << u"AS64500"_s;
    QTest::newRow("another") << u"203.0.113.1"_s << u"Nord <b>Telekom</b>, AS64501"_s;
    QTest::newRow("IPv6") << u"2001:db8::1"_s << QString();
    QTest::newRow("no address") << u"localhost"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestNetworkNames::addressesHaveNames()
{
    QFETCH(QString, address);
    QFETCH(QString, network);
    const auto names = NetworkNames::open(m_folder.write(u"asn.mmdb"_s, good()));
    QVERIFY2(names.ok(), names.ok() ? "" : qPrintable(names.error().message));
    const auto found = names.value()->find(address.toStdString());
    QCOMPARE(found ? textOf(*found) : QString(), network);
    QCOMPARE(names.value()->made(), std::int64_t{1'780'000'000'000});
}

void TestNetworkNames::badFilesAreSentences_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("empty") << QByteArray() << u"is no file with names of networks"_s;
    QTest::newRow("text") << QByteArray("hello, world\n") << u"is no file with names of networks"_s;
    QTest::newRow("cut off") << good().left(200) << u"is no file with names of networks"_s;
    QTest::newRow("cities") << MmdbFile("GeoLite2-City").add(0x285C0000, 15, 1, "x").bytes()
                            << u"holds something else (GeoLite2-City)"_s;
}

void TestNetworkNames::badFilesAreSentences()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, sentence);
    const auto names = NetworkNames::open(m_folder.write(u"bad.mmdb"_s, bytes));
    QVERIFY(!names.ok());
    QVERIFY2(names.error().message.contains(sentence), qPrintable(names.error().message));
    QVERIFY(!NetworkNames::open(m_folder.path(u"missing.mmdb"_s)).ok());
    QVERIFY(!NetworkNames::open(m_folder.root()).ok());
}

void TestNetworkNames::damageAnywhereIsSurvived()
{
    const QByteArray whole = good();
    for (qsizetype place = 0; place < whole.size(); place += 3) {
        QByteArray damaged = whole;
        damaged[place] = static_cast<char>(~damaged[place]);
        const auto names = NetworkNames::open(m_folder.write(u"damaged.mmdb"_s, damaged));
        for (const char *address : {"40.92.0.9", "198.51.100.7", "203.0.113.1"}) {
            if (names)
                (void)names.value()->find(address); // anything but a crash
        }
    }
}

void TestNetworkNames::sharesAddUp()
{
    EventFixture fixture;
    fixture.sent("a@b.example").delivered("a@b.example", 1'000);
    fixture.click("a@b.example", 32'400'000, "https://s.example/1", "40.92.0.9"); // a filter's network
    fixture.click("a@b.example", 36'000'000, "https://s.example/2", "203.0.113.1");
    fixture.open("a@b.example", 36'000'000, "203.0.113.2");
    fixture.open("a@b.example", 39'600'000, "192.0.2.1");
    fixture.open("a@b.example", 43'200'000);
    const Analysis analysis = fixture.analysis();
    const auto names = NetworkNames::open(m_folder.write(u"asn.mmdb"_s, good()));
    const auto shares = networkShares(*analysis.table, *analysis.verdicts, *names.value());
    QCOMPARE(shares.size(), std::size_t{3});
    QCOMPARE(shares[0].network.number, 8075U);
    QCOMPARE(shares[0].machineClicks, std::uint64_t{1});
    QCOMPARE(shares[1].network.number, 64501U);
    QCOMPARE(shares[1].clicks + shares[1].opens, std::uint64_t{2});
    QCOMPARE(shares[1].machineClicks, std::uint64_t{0});
    QCOMPARE(shares[2].network.number, 0U); // unknown, at the end
    QCOMPARE(shares[2].opens, std::uint64_t{1});
}

QTEST_GUILESS_MAIN(TestNetworkNames)
#include "tst_networknames.moc"

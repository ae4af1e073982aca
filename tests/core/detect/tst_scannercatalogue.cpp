// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare>
#include "core/detect/networkset.h"
#include "core/detect/scannercatalogue.h"
#endif

#include <QSet>
#include <QTest>

using namespace clicksieve;

class TestScannerCatalogue : public QObject {
    Q_OBJECT

private slots:
    void addresses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isAddress");
        for (const char *good : {"1.2.3.4", "::1", "2a01:111:f403::42", "::ffff:1.2.3.4", "255.255.255.255"})
            QTest::newRow(good) << QByteArray(good) << true;
        for (const char *bad : {"", "1.2.3", "1.2.3.4:80", "1.2.3.256", "abc", "fe80::1%eth0", "1.2.3.4 ",
                                "1111:2222:3333:4444:5555:6666:7777:8888:9999"})
            QTest::newRow(bad) << QByteArray(bad) << false;
    }

    void addresses()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, isAddress);
        QCOMPARE(IpAddress::parse(std::string_view(text.constData(), std::size_t(text.size()))).has_value(),
                 isAddress);
    }

    void networksFindEveryHolder()
    {
        NetworkSet set;
        QVERIFY(set.add("10.0.0.0/8", 1));
        QVERIFY(set.add("10.1.0.0/16", 2));
        QVERIFY(set.add("10.1.2.3", 3));
        QVERIFY(set.add("2001:db8::/32", 4));
        QVERIFY(set.add("0.0.0.0/0", 5));
        QVERIFY(!set.add("10.0.0.0/33", 6));
        QVERIFY(!set.add("10.0.0.0/x", 6));
        QVERIFY(!set.add("nonsense", 6));
        set.seal();
        const auto holders = [&](std::string_view address) {
            QSet<int> found;
            set.find(*IpAddress::parse(address), [&](std::uint32_t number) { found.insert(int(number)); });
            return found;
        };
        QCOMPARE(holders("10.1.2.3"), (QSet<int>{1, 2, 3, 5}));
        QCOMPARE(holders("10.1.2.4"), (QSet<int>{1, 2, 5}));
        QCOMPARE(holders("10.200.0.0"), (QSet<int>{1, 5}));
        QCOMPARE(holders("11.0.0.0"), (QSet<int>{5}));
        QCOMPARE(holders("2001:db8:ffff::1"), (QSet<int>{4}));
        QCOMPARE(holders("2001:db9::1"), (QSet<int>{}));
    }

    void shippedEntriesAreSound()
    {
        QSet<QString> ids;
        for (const CatalogueEntry &entry : ScannerCatalogue::shipped().entries()) {
            QVERIFY2(!ids.contains(entry.id), qPrintable(entry.id));
            ids.insert(entry.id);
            QVERIFY2(!entry.title.isEmpty() && !entry.note.isEmpty() && !entry.sources.isEmpty(),
                     qPrintable(entry.id));
            QVERIFY2(entry.forOpens || entry.forClicks, qPrintable(entry.id));
        }
        QVERIFY(ids.size() > 50);
    }

    /// People's programs; none may be taken for a machine.
    void programsOfPeople_data()
    {
        QTest::addColumn<QByteArray>("agent");
        for (const char *agent :
             {"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
              "Chrome/145.0.0.0 Safari/537.36",
              "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
              "Chrome/145.0.0.0 Safari/537.36 Edg/145.0.0.0",
              "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
              "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
              "Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
              "Mozilla/5.0 (Linux; Android 13; CUBOT KINGKONG) AppleWebKit/537.36 (KHTML, like Gecko) "
              "Chrome/120.0.0.0 Mobile Safari/537.36",
              "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.14326; Pro)",
              "Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Thunderbird/115.4.0",
              "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)",
              "AcmeMail/2.1 (\"Desktop\", build 77; en-GB)"})
            QTest::newRow(agent) << QByteArray(agent);
    }

    void programsOfPeople()
    {
        QFETCH(QByteArray, agent);
        const auto &catalogue = ScannerCatalogue::shipped();
        for (const std::uint16_t match :
             catalogue.matchAgent(std::string_view(agent.constData(), std::size_t(agent.size()))))
            QVERIFY2(catalogue.entries()[match].certainty == Certainty::Person,
                     qPrintable(catalogue.entries()[match].id));
    }
};

QTEST_GUILESS_MAIN(TestScannerCatalogue)
#include "tst_scannercatalogue.moc"

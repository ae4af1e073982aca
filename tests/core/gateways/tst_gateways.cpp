// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis.h"
#include "core/gateways/gatewaygroups.h"
#include "core/gateways/mailserverfile.h"
#include "core/metrics/breakdown.h"
#include "support/eventfixture.h"
#include "support/testfolder.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

QString gatewayOf(const char *exchanger)
{
    const GatewayTable &table = GatewayTable::shipped();
    const std::uint32_t found = table.gatewayOf(exchanger);
    return found == GatewayTable::kNone ? QString() : table.gateways()[found].name;
}

} // namespace

class TestGateways : public QObject {
    Q_OBJECT

private slots:
    void everyLineOfTheTableNamesItsSources();
    void exchangersAreKnownByTheirSuffix_data();
    void exchangersAreKnownByTheirSuffix();
    void everySuffixIsFound();
    void tablesAreRead_data();
    void tablesAreRead();
    void badRowsAreCountedWithTheirReason();
    void aFileOfAnotherKindIsRefusedInASentence();
    void theServerTriedFirstCounts();
    void theUnknownIsALineOfItsOwn();
    void allGroupsTogetherAreAll();

private:
    MailServerFile read(const QByteArray &text) const
    {
        JobContext context(1);
        auto file = readMailServers(m_folder.write(u"mx.csv"_s, text), context);
        if (!file)
            qFatal("%s", qPrintable(file.error().message));
        return file.value();
    }

    TestFolder m_folder;
};

void TestGateways::everyLineOfTheTableNamesItsSources()
{
    QFile file(u":/clicksieve/gateways/mail-exchangers.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject table = QJsonDocument::fromJson(file.readAll()).object();
    const QStringList sources = table[u"sources"_s].toObject().keys();
    static const QSet<QString> kConfidences{u"vendor-documented"_s, u"widely-observed"_s,
                                            u"single-observation"_s};
    QSet<QString> ids;
    QSet<QString> suffixes;
    for (const QJsonValue &gateway : table[u"gateways"_s].toArray()) {
        const QString id = gateway[u"id"_s].toString();
        QVERIFY2(!id.isEmpty() && !ids.contains(id), qPrintable(id));
        ids.insert(id);
        for (const QJsonValue &exchanger : gateway[u"exchangers"_s].toArray()) {
            const QString suffix = exchanger[u"suffix"_s].toString();
            QVERIFY2(MailServers::hostName(suffix.toStdString()) == suffix.toStdString(), qPrintable(suffix));
            QVERIFY2(!suffixes.contains(suffix), qPrintable(suffix));
            suffixes.insert(suffix);
            QVERIFY2(kConfidences.contains(exchanger[u"confidence"_s].toString()), qPrintable(suffix));
            QVERIFY2(!exchanger[u"source"_s].toArray().isEmpty(), qPrintable(suffix));
            for (const QJsonValue &source : exchanger[u"source"_s].toArray())
                QVERIFY2(sources.contains(source.toString().section(u' ', 0, 0)), qPrintable(suffix));
        }
    }
    QVERIFY(suffixes.size() > 100);
}

void TestGateways::exchangersAreKnownByTheirSuffix_data()
{
    QTest::addColumn<QString>("exchanger");
    QTest::addColumn<QString>("gateway");
    QTest::newRow("inside") << u"mx0a-001.pphosted.com"_s << u"Proofpoint"_s;
    QTest::newRow("the suffix itself") << u"pphosted.com"_s << u"Proofpoint"_s;
    QTest::newRow("not within a label") << u"mx.notpphosted.com"_s << QString();
    QTest::newRow("not in the middle") << u"pphosted.com.attacker.example"_s << QString();
    QTest::newRow("longest first") << u"alt1.aspmx.l.google.com"_s << u"Google Workspace"_s;
    QTest::newRow("shorter") << u"gmail-smtp-in.l.google.com"_s << u"Gmail"_s;
    QTest::newRow("Essentials") << u"mx1-us1.ppe-hosted.com"_s << u"Proofpoint Essentials"_s;
    QTest::newRow("Microsoft") << u"company-example.mail.protection.outlook.com"_s << u"Microsoft 365"_s;
    QTest::newRow("Microsoft, newer") << u"company-example.h-v1.mx.microsoft"_s << u"Microsoft 365"_s;
    QTest::newRow("prefix") << u"inbound-smtp.eu-west-1.amazonaws.com"_s << u"Amazon SES and WorkMail"_s;
    QTest::newRow("without the prefix") << u"ec2-1-2-3-4.compute-1.amazonaws.com"_s << QString();
    QTest::newRow("own") << u"mail.company.example"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestGateways::exchangersAreKnownByTheirSuffix()
{
    QFETCH(QString, exchanger);
    QFETCH(QString, gateway);
    QCOMPARE(gatewayOf(exchanger.toLatin1().constData()), gateway);
}

void TestGateways::everySuffixIsFound()
{
    QFile file(u":/clicksieve/gateways/mail-exchangers.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    for (const QJsonValue &gateway : QJsonDocument::fromJson(file.readAll())[u"gateways"_s].toArray()) {
        for (const QJsonValue &exchanger : gateway[u"exchangers"_s].toArray()) {
            const QString name =
                exchanger[u"prefix"_s].toString() + u"mx1."_s + exchanger[u"suffix"_s].toString();
            QCOMPARE(gatewayOf(name.toLatin1().constData()), gateway[u"name"_s].toString());
        }
    }
}

void TestGateways::tablesAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("two columns") << QByteArray("a.example,mx.a.example\n");
    QTest::newRow("header") << QByteArray("Domain,MX\na.example,mx.a.example\n");
    QTest::newRow("header, other order")
        << QByteArray("Priority;Mail server;Rank;Domain\n10;mx.a.example;7;a.example\n");
    QTest::newRow("as a name server prints it") << QByteArray("a.example.\t10 MX.A.example.\n");
    QTest::newRow("as an address") << QByteArray("anna@A.Example|mx.a.example");
    QTest::newRow("twice") << QByteArray("a.example,mx.a.example\na.example,mx.a.example\n");
    QTest::newRow("quoted, byte-order mark")
        << QByteArray("\xEF\xBB\xBF\"domain\",\"mx\"\r\n\"a.example\",\" mx.a.example \"\r\n");
}

void TestGateways::tablesAreRead()
{
    QFETCH(QByteArray, text);
    const MailServerFile file = read(text);
    QCOMPARE(file.rejectedRows, std::uint64_t{0});
    QCOMPARE(file.servers.size(), std::size_t{1});
    QVERIFY(file.servers.find("a.example") != nullptr);
    const auto *servers = &file.servers.find("a.example")->servers;
    QCOMPARE(servers->size(), std::size_t{1});
    QCOMPARE(servers->front().name, std::string("mx.a.example"));
}

void TestGateways::badRowsAreCountedWithTheirReason()
{
    const MailServerFile file =
        read("domain,mx\na.example,mx.a.example\n,mx.b.example\nlocalhost,mx.c.example\n"
             "d.example,\ne.example,not a server\nf.example,.\n\"g.example\n");
    QCOMPARE(file.rows, std::uint64_t{7});
    QCOMPARE(file.rejectedRows, std::uint64_t{5});
    QCOMPARE(file.rejected[0].row, std::uint64_t{2});
    QCOMPARE(file.rejected[0].reason, u"It names no domain."_s);
    QCOMPARE(file.rejected[1].reason, u"\"localhost\" is no domain."_s);
    QCOMPARE(file.rejected[2].reason, u"It names no mail server for d.example."_s);
    QCOMPARE(file.rejected[3].reason, u"\"not\" is no name of a mail server."_s);
    QVERIFY(file.rejected[4].reason.contains(u"quot"_s));
    QVERIFY(file.servers.find("f.example")->servers.empty());
    QVERIFY(file.servers.find("e.example") == nullptr);
    QCOMPARE(rejectedSentence(file),
             u"mx.csv: 5 of 7 rows could not be used. The first, row 2: It names no domain."_s);
    QCOMPARE(rejectedSentence(read("a.example,mx.a.example")), QString());
}

void TestGateways::aFileOfAnotherKindIsRefusedInASentence()
{
    JobContext context(1);
    const auto none = readMailServers(m_folder.write(u"x.csv"_s, "name,age\nAnna,33\n"), context);
    QVERIFY(!none.ok());
    QVERIFY2(none.error().message.startsWith(u"x.csv has no row with a domain and its mail server"_s),
             qPrintable(none.error().message));
    QVERIFY(!readMailServers(m_folder.write(u"empty.csv"_s, ""), context).ok());
    QVERIFY(!readMailServers(m_folder.path(u"missing.csv"_s), context).ok());
    JobContext stopped(1);
    stopped.requestStop();
    QByteArray many;
    for (int i = 0; i < 5'000; ++i)
        many += "d" + QByteArray::number(i) + ".example,mx.example.com\n";
    QCOMPARE(readMailServers(m_folder.write(u"many.csv"_s, many), stopped).error().kind,
             Error::Kind::Cancelled);
}

void TestGateways::theServerTriedFirstCounts()
{
    EventFixture fixture;
    for (const char *recipient : {"a@first.example", "a@equal.example", "a@own.example", "a@none.example"})
        fixture.open(recipient, 1'000);
    const auto table = fixture.table();
    const MailServerFile file = read("first.example,20 mx.mimecast.com\nfirst.example,10 aspmx.l.google.com\n"
                                     "equal.example,aspmx.l.google.com\nequal.example,eu.mimecast.com\n"
                                     "own.example,10 mx.own.example\nown.example,20 eu.mimecast.com\n"
                                     "none.example,.\n");
    const GatewayGroups groups(*table, file.servers);
    const auto name = [&](std::string_view domain) {
        return nameOf(groups.groups()[groups.groupOf(table->findDomain(domain))]);
    };
    QCOMPARE(name("first.example"), u"Google Workspace"_s);
    QCOMPARE(name("equal.example"), u"Mimecast"_s);
    QCOMPARE(name("own.example"), u"Other mail servers"_s);
    QCOMPARE(name("none.example"), u"No mail server"_s);
    QCOMPARE(groups.knownDomains(), 4U);
}

void TestGateways::theUnknownIsALineOfItsOwn()
{
    EventFixture fixture;
    fixture.open("a@known.example", 1'000).open("b@bücher.example", 1'000).open("nobody", 1'000);
    fixture.open("c@strange.example", 1'000).open("d@strange.example", 1'000);
    const Analysis analysis = fixture.analysis();
    const GatewayGroups groups(
        *analysis.table,
        read("known.example,eu.mimecast.com\nxn--bcher-kva.example,mx.mimecast.com\n").servers);
    JobContext context(1);
    const auto figures = figuresByGateway(*analysis.table, *analysis.verdicts, {}, groups, context);
    QCOMPARE(figures.size(), std::size_t{2});
    QCOMPARE(nameOf(groups.groups()[figures[0].group]), u"Unknown"_s);
    QCOMPARE(figures[0].figures.messages, std::uint64_t{3});
    QCOMPARE(nameOf(groups.groups()[figures[1].group]), u"Mimecast"_s);
    QCOMPARE(groups.groups()[figures[1].group].domains, 2U);
    QCOMPARE(figures[1].figures.raw.opens, std::uint64_t{2});
}

void TestGateways::allGroupsTogetherAreAll()
{
    JobContext context(2);
    AnalysisRequest request;
    request.files = QStringList{QStringLiteral(CLICKSIEVE_SOURCE_DIR "/resources/samples/spring-offer.csv")};
    const Analysis analysis = analyze(request, context).value();
    const GatewayGroups groups(*analysis.table, read("gmail.com,gmail-smtp-in.l.google.com\n"
                                                     "weststahl.example,mx0a.pphosted.com\n")
                                                    .servers);
    const Figures all = totalFigures(*analysis.table, *analysis.verdicts, {}, context);
    Figures sum;
    for (const GroupFigures &group :
         figuresByGateway(*analysis.table, *analysis.verdicts, {}, groups, context)) {
        sum.messages += group.figures.messages;
        sum.raw.clicks += group.figures.raw.clicks;
        sum.machineClicks += group.figures.machineClicks;
        sum.adjusted.uniqueOpens += group.figures.adjusted.uniqueOpens;
    }
    QCOMPARE(sum.messages, all.messages);
    QCOMPARE(sum.raw.clicks, all.raw.clicks);
    QCOMPARE(sum.machineClicks, all.machineClicks);
    QCOMPARE(sum.adjusted.uniqueOpens, all.adjusted.uniqueOpens);
}

QTEST_GUILESS_MAIN(TestGateways)
#include "tst_gateways.moc"

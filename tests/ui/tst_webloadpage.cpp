// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaignfile.h"
#include "support/eventfixture.h"
#include "support/testfolder.h"
#include "ui/rules/numberfield.h"
#include "ui/session/session.h"
#include "ui/tables/tableview.h"
#include "ui/theme/segmentedchoice.h"
#include "ui/webload/advicemodel.h"
#include "ui/webload/afterchart.h"
#include "ui/webload/afterpanel.h"
#include "ui/webload/planchart.h"
#include "ui/webload/webloadpage.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>
#include <QTest>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

/// @p scanned mails of 300 are swept: eight links within a second, half a minute after delivery.
Analysis campaign(int scanned)
{
    EventFixture mail;
    for (int person = 0; person < 300; ++person) {
        const std::string who = "p" + std::to_string(person) + "@d" + std::to_string(person % 9) + ".example";
        mail.sent(who).delivered(who, 2'000);
        for (int link = 0; person < scanned && link < 8; ++link)
            mail.click(who, 31'000 + person * 40 + link * 50, "https://shop.example/" + std::to_string(link),
                       "203.0.113.7", "python-requests/2.31");
    }
    return mail.analysis();
}

/// The page of an analysis, when it has come to rest.
struct Opened {
    Session session;
    WebLoadPage page{session};

    explicit Opened(Analysis analysis)
    {
        session.setAnalysis(std::move(analysis));
        page.resize(1'100, 700);
        page.show();
        rest();
    }

    void rest()
    {
        if (!QTest::qWaitFor([this] { return page.isUpToDate(); }, 60'000))
            qFatal("the page does not come to rest");
    }
    [[nodiscard]] NumberField *field(const QString &name) const
    {
        for (NumberField *field : page.findChildren<NumberField *>()) {
            if (field->accessibleName() == name)
                return field;
        }
        qFatal("there is no field %s", qPrintable(name));
    }
    void set(const QString &name, double value)
    {
        field(name)->setValue(value);
        QVERIFY(!page.isUpToDate());
        rest();
    }
    [[nodiscard]] bool shows(const QString &text) const
    {
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }
    [[nodiscard]] AdviceModel *advice() const { return page.findChild<AdviceModel *>(); }
    [[nodiscard]] TableView *table() const { return page.findChild<TableView *>(); }
    [[nodiscard]] PlanChart *chart() const { return page.findChild<PlanChart *>(); }
};

class WebLoadPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void withoutCapacityItForetellsAndAsks();
    void withCapacityItSaysHowToSend();
    void theBatchesInMindAreShownToo();
    void whatWasMeasuredIsNotAsked();
    void tooFewClicksAreSaid();
    void theUsersNumberOfMailsStays();
    void filtersChangeNothing();
    void logsTellWhatTheSendDid();
    void otherFilesAreNoLogs();
};

void WebLoadPageTest::withoutCapacityItForetellsAndAsks()
{
    Opened opened(campaign(0));
    opened.set(u"Mails"_s, 50'000);
    QVERIFY(opened.shows(u"Sent all at once, the mail brings 561 requests a second, "_s));
    QVERIFY(opened.shows(u"Say how many requests a second the site bears"_s));
    QVERIFY(!opened.table()->isVisible());
    QVERIFY(opened.chart()->table().size() > 20);
}

void WebLoadPageTest::withCapacityItSaysHowToSend()
{
    Opened opened(campaign(0));
    const QAbstractItemModelTester tester(opened.advice());
    opened.set(u"Mails"_s, 50'000);
    opened.set(u"Requests that come anyway"_s, 5);
    opened.set(u"Requests per second it bears"_s, 60);
    QVERIFY(opened.shows(u"566 requests a second"_s));
    QVERIFY(opened.shows(u"the site bears 60, and visitors wait up to 20 min"_s));
    QVERIFY(opened.shows(u"at most 42 of its 60 requests a second"_s));
    QVERIFY(opened.shows(u"Blocking scanners is not recommended"_s));
    QVERIFY(opened.table()->isVisible());
    QCOMPARE(opened.advice()->rowCount(), static_cast<int>(PlanReport::kIntervals.size()));
    for (int row = 0; row < opened.advice()->rowCount(); ++row) {
        const BatchAdvice &advice = opened.advice()->at(row);
        QVERIFY(advice.batches && advice.forecast->peakRate <= 42);
    }
    opened.set(u"Requests that come anyway"_s, 50); // more than a send may take
    QCOMPARE(opened.advice()->index(0, AdviceModel::Batches).data().toString(), u"never enough"_s);
}

void WebLoadPageTest::theBatchesInMindAreShownToo()
{
    Opened opened(campaign(0));
    opened.set(u"Mails"_s, 50'000);
    QCOMPARE(opened.chart()->table().front()[2], QString());
    opened.set(u"Batches in mind"_s, 10);
    QVERIFY(opened.shows(u"In 10 batches, one every 10 min, 161 requests a second."_s));
    QCOMPARE(opened.chart()->table().front()[2], u"In 10 batches"_s);
}

void WebLoadPageTest::whatWasMeasuredIsNotAsked()
{
    Opened opened(campaign(120));
    QVERIFY(opened.shows(u"Measured on the open export: 960 clicks of machines."_s));
    QVERIFY(!opened.field(u"Links in the mail"_s)->isEnabled());
    QVERIFY(!opened.field(u"Mails that are scanned, %"_s)->isEnabled());
    QVERIFY(opened.field(u"Mails that people click, %"_s)->isEnabled());
    QCOMPARE(opened.field(u"Mails"_s)->value(), 300.0);
    opened.set(u"Mails that people click, %"_s, 0);
    opened.set(u"Delivered per second"_s, 10);
    QVERIFY(opened.shows(u"brings 32 requests a second"_s)); // 3.2 a mail, and none of people
}

void WebLoadPageTest::tooFewClicksAreSaid()
{
    const Opened opened(campaign(3));
    QVERIFY(opened.shows(u"fewer than 200 clicks of machines"_s));
    QVERIFY(opened.field(u"Links in the mail"_s)->isEnabled());
}

void WebLoadPageTest::theUsersNumberOfMailsStays()
{
    Opened opened(campaign(0));
    opened.set(u"Mails"_s, 7'000);
    opened.session.setAnalysis(campaign(120));
    opened.rest();
    QCOMPARE(opened.field(u"Mails"_s)->value(), 7'000.0);
    QVERIFY(opened.shows(u"960 clicks of machines"_s));
}

void WebLoadPageTest::filtersChangeNothing()
{
    Opened opened(campaign(120));
    Filter filter;
    filter.domain = opened.session.analysis().table->findDomain("d1.example");
    opened.session.setFilter(filter, u"domain"_s);
    QVERIFY(opened.page.isUpToDate());
    QVERIFY(opened.shows(u"960 clicks of machines"_s));
}

/// The server is a second behind the clicks, and gives up once.
void WebLoadPageTest::logsTellWhatTheSendDid()
{
    const TestFolder folder;
    QByteArray log;
    const QDateTime send = QDateTime::fromMSecsSinceEpoch(EventFixture::kSent, Qt::UTC);
    const auto line = [&](const QByteArray &client, int afterSend, const QByteArray &page, int status) {
        log += client + " - - ["
               + QLocale::c().toString(send.addSecs(afterSend), u"dd/MMM/yyyy:HH:mm:ss"_s).toLatin1()
               + " +0000] \"GET " + page + " HTTP/1.1\" " + QByteArray::number(status)
               + " 9 \"-\" \"<b>x</b>\"\n";
    };
    for (int minute = -60; minute < 0; ++minute)
        line("198.51.100.4", minute * 60, "/news", 200);
    for (int person = 0; person < 120; ++person) {
        for (int link = 0; link < 8; ++link)
            line("203.0.113.7", 32 + person * 40 / 1'000, "/" + QByteArray::number(link),
                 person == 100 && link == 0 ? 503 : 200);
    }
    Opened opened(campaign(120));
    auto *panel = opened.page.findChild<AfterPanel *>();
    panel->read({folder.write(u"access.log"_s, log)});
    QVERIFY(!opened.page.isUpToDate());
    opened.rest();
    opened.page.findChild<SegmentedChoice *>()->choose(1);
    QVERIFY(panel->isVisible());
    QVERIFY(opened.shows(
        u"requests in one second; 100 % came from link scanners. The first that it could not serve came"_s));
    QVERIFY(opened.shows(u"In the 15 minutes after the send 960 requests came"_s));
    QVERIFY(opened.shows(u"1 could not be served."_s));
    QVERIFY(opened.shows(u"access.log: Apache, nginx and kin (common or combined), 1,020 requests."_s));
    const auto rows = panel->findChild<AfterChart *>()->table();
    QCOMPARE(rows.front()[4], u"Link scanners"_s);
    int scanners = 0;
    for (const QStringList &row : rows.mid(1))
        scanners += row[4].toInt();
    QCOMPARE(scanners, 960);

    for (QPushButton *button : panel->findChildren<QPushButton *>()) {
        if (button->text().startsWith(u"Copy report"_s))
            button->click();
    }
    const QString report = QGuiApplication::clipboard()->text();
    QVERIFY(report.contains(u"203.0.113.0/24"_s)
            && report.contains(u"Blocking scanners is not recommended"_s));
}

void WebLoadPageTest::otherFilesAreNoLogs()
{
    const TestFolder folder;
    Opened opened(campaign(0));
    opened.page.findChild<SegmentedChoice *>()->choose(1);
    QVERIFY(opened.shows(u"Open the access log of the web server"_s));
    opened.page.findChild<AfterPanel *>()->read({folder.write(u"other.csv"_s, "a,b\n1,2\n")});
    opened.rest();
    QVERIFY(opened.shows(u"other.csv is no access log that can be read."_s));
}

} // namespace

QTEST_MAIN(WebLoadPageTest)
#include "tst_webloadpage.moc"

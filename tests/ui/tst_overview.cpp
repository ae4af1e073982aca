// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaignfile.h"
#include "core/events/eventbuilder.h"
#include "core/jobs/jobcontext.h"
#include "ui/overview/agreementcard.h"
#include "ui/overview/figurecard.h"
#include "ui/overview/overviewpage.h"
#include "ui/overview/overviewtext.h"
#include "ui/overview/ratechart.h"
#include "ui/session/session.h"
#include "ui/theme/numbers.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace clicksieve;
using namespace Qt::StringLiterals;

class OverviewTest : public QObject {
    Q_OBJECT

private slots:
    void showsReportedAndPeople();
    void followsTheFilter();
    void campaignSelectorSetsTheFilter();
    void askForSendTimeWhereItIsMissing();
    void hiddenPageDoesNotCompute();
    void severalCampaignsAreCountedInMessages();
    void theTwoDoubtsStandSideBySide();
    void saysWhatPrivacyServicesHide();
    void saysHowTheFilesWereRead();
    void theServicesOwnMarkStandsBesideOurs();
    void tipsExplainRates();
    void namesOfCampaignsStayPlainText();
    void nothingInViewIsNotZeroPercent();

private:
    static void open(Session &session, const QString &path);
    static QStringList texts(const QWidget &page);
};

void OverviewTest::open(Session &session, const QString &path)
{
    QSignalSpy changed(&session, &Session::analysisChanged);
    AnalysisRequest request;
    request.files = {path};
    session.open(request);
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 30'000);
}

QStringList OverviewTest::texts(const QWidget &page)
{
    QStringList texts;
    const auto labels = page.findChildren<QLabel *>();
    for (const QLabel *label : labels)
        texts += label->text();
    return texts;
}

void OverviewTest::showsReportedAndPeople()
{
    const CampaignFile file({.campaigns = 1});
    Session session;
    OverviewPage page(session);
    page.resize(1100, 700);
    page.show();
    open(session, file.path());
    QTRY_VERIFY(page.isUpToDate());

    // 30 messages with a click of any kind; 20 of a person. All 40 were opened.
    const QStringList shown = texts(page);
    QVERIFY2(shown.contains(u"75.0 %"_s), qPrintable(shown.join(u'\n')));
    QVERIFY(shown.contains(u"50.0 %"_s));
    QVERIFY(shown.contains(u"30"_s));
    QVERIFY(shown.contains(u"20"_s));
    QVERIFY(shown.filter(u"40 delivered"_s).size() == 1);
    QVERIFY(shown.contains(u"Click-to-open rate (CTOR)"_s));
    QVERIFY(shown.contains(u"Shares of the 100 opens and clicks that machines made"_s));
    QCOMPARE(shown.filter(u"of those delivered"_s).size(), 2);
    QVERIFY(shown.filter(u"Among people, 20 of 40 who opened also clicked."_s).size() == 1);

    const auto *chart = page.findChild<RateChart *>();
    QVERIFY(!chart->accessibleName().isEmpty());
    QVERIFY(chart->accessibleDescription().contains(u"50.0 %"_s));
    QCOMPARE(chart->table().size(), 4);
    page.grab();
}

void OverviewTest::followsTheFilter()
{
    const CampaignFile file({.campaigns = 1});
    Session session;
    OverviewPage page(session);
    page.show();
    open(session, file.path());
    QTRY_VERIFY(page.isUpToDate());

    Filter filter;
    filter.domain = session.analysis().table->findDomain("mail.example");
    session.setFilter(filter, u"mail.example"_s);
    QVERIFY(!page.isUpToDate());
    QTRY_VERIFY(page.isUpToDate());
    QVERIFY(texts(page).filter(u"No click in view looks like a machine's."_s).size() == 1);
}

void OverviewTest::campaignSelectorSetsTheFilter()
{
    const CampaignFile file({});
    Session session;
    OverviewPage page(session);
    page.show();
    open(session, file.path());
    QTRY_VERIFY(page.isUpToDate());
    auto *selector = page.findChild<QComboBox *>();
    QVERIFY(selector->isVisible());
    QCOMPARE(selector->count(), 3);

    selector->setCurrentIndex(2);
    emit selector->activated(2);
    QVERIFY(session.filter().campaign.has_value());
    QCOMPARE(session.filter().campaign->value(), 1U);
    QTRY_VERIFY(page.isUpToDate());
    session.history().undo();
    QTRY_VERIFY(page.isUpToDate());
    QCOMPARE(selector->currentIndex(), 0);
}

void OverviewTest::askForSendTimeWhereItIsMissing()
{
    const CampaignFile file({.sent = false, .campaigns = 1});
    Session session;
    OverviewPage page(session);
    page.show();
    open(session, file.path());
    QTRY_VERIFY(page.isUpToDate());
    QPushButton *ask = nullptr;
    const auto buttons = page.findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text().contains(u"send time"_s))
            ask = button;
    }
    QVERIFY(ask != nullptr && ask->isVisible());
    QSignalSpy wanted(&page, &OverviewPage::sendTimeWanted);
    ask->click();
    QCOMPARE(wanted.count(), 1);
}

void OverviewTest::hiddenPageDoesNotCompute()
{
    const CampaignFile file({});
    Session session;
    OverviewPage page(session);
    open(session, file.path());
    QVERIFY(!page.isUpToDate());
    page.show();
    QTRY_VERIFY(page.isUpToDate());
}

void OverviewTest::severalCampaignsAreCountedInMessages()
{
    const CampaignFile file({});
    Session session;
    OverviewPage page(session);
    page.show();
    open(session, file.path());
    QTRY_VERIFY(page.isUpToDate());

    // The same forty recipients get both campaigns.
    QStringList shown = texts(page);
    QVERIFY(shown.contains(u"Messages clicked"_s));
    QVERIFY(shown.contains(u"Messages opened"_s));
    QCOMPARE(shown.filter(u"40 of 80 messages are affected."_s).size(), 1);
    QCOMPARE(shown.filter(u"Of the 80 messages that people opened, they clicked 40."_s).size(), 1);
    QVERIFY(shown.filter(u"recipients"_s).isEmpty());
    QVERIFY(shown.filter(u"on 40 of 80 messages"_s).size() == 1);

    Filter one;
    one.campaign = CampaignIndex{0U};
    session.setFilter(one, u"one"_s);
    QTRY_VERIFY(page.isUpToDate());
    shown = texts(page);
    QVERIFY(shown.contains(u"People who clicked"_s));
    QCOMPARE(shown.filter(u"20 of 40 recipients are affected."_s).size(), 1);
}

void OverviewTest::theTwoDoubtsStandSideBySide()
{
    Figures total;
    total.adjusted = {0, 0, 1'421, 218};
    total.strict = {0, 0, 1'410, 214};
    total.lenient = {0, 0, 1'425, 221};
    QCOMPARE(doubtText(total), u"Uncertain events: 15.2–15.5\u00A0%\nChance: 13.6–17.3\u00A0%"_s);
    QVERIFY(doubtTip(total).contains(u"All machines': 214 of 1,410 = 15.2 %"_s));
    QVERIFY(doubtTip(total).contains(u"All people's: 221 of 1,425 = 15.5 %"_s));
    QVERIFY(doubtTip(total).contains(u"95 % interval"_s));
    total.strict = total.lenient = total.adjusted;
    QCOMPARE(doubtText(total), u"Uncertain events: no difference\nChance: 13.6–17.3\u00A0%"_s);
    QCOMPARE(doubtText(Figures{}), QString());
    QCOMPARE(percentRangeText(0.8161, 1), u"82–100 %"_s);
    QCOMPARE(percentRangeText(0, 0.04), u"0–4.0 %"_s);
}

void OverviewTest::saysWhatPrivacyServicesHide()
{
    Verdicts::Content content;
    content.actors = {{ActorKind::Unknown, {}},
                      {ActorKind::PrivacyPrefetch, u"Apple Mail Privacy Protection"_s}};
    const Verdicts verdicts(std::move(content));
    OverviewData data;
    data.campaignsInView = 1;
    data.actors = {{1, 1'511, 0}};
    data.total.prefetchedOnly = 1'204;
    QStringList lines = unjudgedTexts(data, verdicts);
    QCOMPARE(lines.size(), 1);
    QVERIFY(lines.front().startsWith(u"1,511 opens were made by Apple Mail Privacy Protection"_s));
    QVERIFY(lines.front().contains(u"Of 1,204 recipients nothing else is known"_s));
    data.campaignsInView = 2;
    QVERIFY(unjudgedTexts(data, verdicts).front().contains(u"Of 1,204 messages nothing else is known"_s));
    data.total.prefetchedOnly = 0;
    QVERIFY(unjudgedTexts(data, verdicts).isEmpty());
}

void OverviewTest::saysHowTheFilesWereRead()
{
    SourceInfo source;
    source.name = u"march\u202e.csv"_s; // a mark that turns the text around is shown, not obeyed
    source.rows = 10;
    source.duplicateEvents = 3;
    EventBuilder builder(1);
    builder.addSource(source, {});
    builder.addSkipped({u"export.zip/readme.txt"_s, u"export.zip/readme.txt: this is no export."_s});
    JobContext context(1);
    const QStringList lines = readingTexts(*builder.build(kNoTime, context).value());
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].contains(u"readme.txt"_s));
    QVERIFY(lines[1].contains(u"3 events were told before"_s));
    QVERIFY(!lines[1].contains(u'\u202e'));
}

void OverviewTest::theServicesOwnMarkStandsBesideOurs()
{
    const CampaignFile without({.campaigns = 1});
    const CampaignFile folder({.campaigns = 1});
    QFile file(folder.in(u"omeda.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "Track ID,Link ID,Click Date,Is Real,Link Url,Email Address,User Agent,Source IP,Reason,"
        "Fake Click Trigger Value\n"
        "T1,1,2026-03-10 12:04:10,1,https://shop.example/1,a@mail.example,Mozilla/5.0,203.0.113.9,,\n"
        "T1,1,2026-03-10 13:04:10,0,https://shop.example/1,b@mail.example,Mozilla/5.0,203.0.113.8,11,\n");
    file.close();
    Session session;
    OverviewPage page(session);
    page.show();
    open(session, without.path());
    QTRY_VERIFY(page.isUpToDate());
    const auto *card = page.findChild<AgreementCard *>();
    QVERIFY(card != nullptr);
    QVERIFY(!card->isVisible());

    open(session, file.fileName());
    QTRY_VERIFY(page.isUpToDate());
    QVERIFY(card->isVisible());
    const QStringList shown = texts(*card);
    QVERIFY2(shown.contains(u"Clicks"_s) && shown.contains(u"marked by it"_s), qPrintable(shown.join(u'|')));
    QCOMPARE(shown[shown.indexOf(u"Clicks"_s) + 1], u"2"_s);
    QCOMPARE(shown[shown.indexOf(u"Opens"_s) + 1], u"0"_s);
    QCOMPARE(shown[shown.indexOf(u"Opens"_s) + 2], u"–"_s); // nothing marked: no share
}

void OverviewTest::tipsExplainRates()
{
    QCOMPARE(
        ratioTip(u"Clickers of openers."_s, {249, 1'421}),
        u"Clickers of openers.\n249 of 1,421 = 17.5 %\n95 % interval: 15.6 % to 19.6 % (what chance alone could do)"_s);
    QVERIFY(ratioTip(u"x"_s, {3, 0}).contains(u"nothing to divide by"_s));
    QVERIFY(ratioTip(u"x"_s, {3, std::nullopt}).contains(u"does not say"_s));
}

void OverviewTest::namesOfCampaignsStayPlainText()
{
    const CampaignFile file({.campaigns = 1});
    Session session;
    OverviewPage page(session);
    page.show();
    open(session, file.path());
    QTRY_VERIFY(page.isUpToDate());
    const auto labels = page.findChildren<QLabel *>();
    bool found = false;
    for (const QLabel *label : labels) {
        if (!label->text().contains(u"<b>"_s))
            continue;
        found = true;
        QCOMPARE(label->textFormat(), Qt::PlainText);
    }
    QVERIFY(found);
}

void OverviewTest::nothingInViewIsNotZeroPercent()
{
    const CampaignFile file({.campaigns = 1});
    Session session;
    OverviewPage page(session);
    page.show();
    open(session, file.path());
    Filter nothing;
    nothing.clock = std::pair<TimeMs, TimeMs>{0, 1};
    session.setFilter(nothing, u"nothing"_s);
    QTRY_VERIFY(page.isUpToDate());
    QVERIFY(texts(page).filter(u"There are no clicks in view."_s).size() == 1);
    QVERIFY(texts(page).contains(u"–"_s));
    page.grab();
}

QTEST_MAIN(OverviewTest)
#include "tst_overview.moc"

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaignfile.h"
#include "core/jobs/jobcontext.h"
#include "ui/session/session.h"
#include "ui/shell/filterchips.h"
#include "ui/shell/viewcount.h"
#include "ui/theme/numbers.h"

#include <QSignalSpy>
#include <QTest>

using namespace clicksieve;
using namespace Qt::StringLiterals;

class SessionTest : public QObject {
    Q_OBJECT

private slots:
    void opensAFile();
    void saysWhyAFileCannotBeOpened();
    void keepsTheOldAnalysisAfterAFailure();
    void canBeStopped();
    void filterCanBeUndone();
    void newAnalysisClearsTheFilter();
    void filterReadsAsChips();
    void countsWhatIsInView();
    void writesNumbersForPeople();
    void showsTreacherousText();

private:
    static void open(Session &session, const QString &path);
};

void SessionTest::open(Session &session, const QString &path)
{
    QSignalSpy changed(&session, &Session::analysisChanged);
    AnalysisRequest request;
    request.files = {path};
    session.open(request);
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 30'000);
}

void SessionTest::opensAFile()
{
    const CampaignFile file({});
    Session session;
    QSignalSpy started(&session, &Session::openingStarted);
    open(session, file.path());
    QVERIFY(session.hasAnalysis());
    QVERIFY(!session.isOpening());
    QCOMPARE(started.front().front().toString(), u"spring.csv"_s);
    QCOMPARE(session.request().files, QStringList{file.path()});
    QCOMPARE(session.analysis().table->campaignCount(), 2U);
}

void SessionTest::saysWhyAFileCannotBeOpened()
{
    Session session;
    QSignalSpy failed(&session, &Session::openingFailed);
    AnalysisRequest request;
    request.files = {u"no such file.csv"_s};
    session.open(request);
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY2(failed.front().front().toString().contains(u"no such file.csv"_s),
             qPrintable(failed.front().front().toString()));
    QVERIFY(!session.hasAnalysis());
}

void SessionTest::keepsTheOldAnalysisAfterAFailure()
{
    const CampaignFile file({});
    Session session;
    open(session, file.path());
    const auto before = session.analysis().table;
    QSignalSpy failed(&session, &Session::openingFailed);
    AnalysisRequest request;
    request.files = {u"no such file.csv"_s};
    session.open(request);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(session.analysis().table, before);
    QCOMPARE(session.request().files, QStringList{file.path()});
}

void SessionTest::canBeStopped()
{
    const CampaignFile file({});
    Session session;
    QSignalSpy stopped(&session, &Session::openingStopped);
    QSignalSpy changed(&session, &Session::analysisChanged);
    AnalysisRequest request;
    request.files = {file.path()};
    session.open(request);
    session.cancelOpening();
    QTRY_COMPARE(stopped.count() + changed.count(), 1);
    QCOMPARE(changed.count(), 0);
    QVERIFY(!session.isOpening());
}

void SessionTest::filterCanBeUndone()
{
    const CampaignFile file({});
    Session session;
    open(session, file.path());
    QSignalSpy changed(&session, &Session::filterChanged);

    Filter clicks;
    clicks.type = EventType::Click;
    session.setFilter(clicks, u"clicks only"_s);
    session.setFilter(clicks, u"the same again"_s);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(session.history().count(), 1);
    QCOMPARE(session.history().undoText(), u"clicks only"_s);

    session.history().undo();
    QVERIFY(session.filter().isEmpty());
    session.history().redo();
    QCOMPARE(session.filter(), clicks);
    QCOMPARE(changed.count(), 3);
}

void SessionTest::newAnalysisClearsTheFilter()
{
    const CampaignFile file({});
    Session session;
    open(session, file.path());
    Filter clicks;
    clicks.type = EventType::Click;
    session.setFilter(clicks, u"clicks only"_s);
    open(session, file.path());
    QVERIFY(session.filter().isEmpty());
    QVERIFY(!session.history().canUndo());
}

void SessionTest::filterReadsAsChips()
{
    const CampaignFile file({});
    Session session;
    open(session, file.path());
    const EventTable &table = *session.analysis().table;

    Filter filter;
    filter.domain = table.findDomain("company.dk");
    filter.verdict = Verdict::Machine;
    filter.sinceSend = std::pair<TimeMs, TimeMs>{31'000, 58'000};
    const auto chips = chipsOf(filter, table);
    QCOMPARE(chips.size(), std::size_t(3));
    QCOMPARE(chips[0].text, u"company.dk"_s);
    QCOMPARE(chips[1].text, u"31 s – 58 s after sending"_s);
    QCOMPARE(chips[2].text, u"made by machines"_s);
    QVERIFY(!chips[0].without.domain);
    QCOMPARE(chips[0].without.parts(), 2);
}

void SessionTest::countsWhatIsInView()
{
    const CampaignFile file({});
    Session session;
    open(session, file.path());
    JobContext context;
    const auto all = countInView(session.analysis(), Filter{}, context);
    QCOMPARE(all.value().inView, all.value().all);
    QCOMPARE(all.value().all, quint64(2 * (20 * 5 + 40 + 20))); // scanner clicks, opens, people's clicks

    Filter opens;
    opens.type = EventType::Open;
    QCOMPARE(countInView(session.analysis(), opens, context).value().inView, quint64(80));
}

void SessionTest::writesNumbersForPeople()
{
    QLocale::setDefault(QLocale::c());
    QCOMPARE(countText(12'345), u"12,345"_s);
    QCOMPARE(countText(std::optional<std::uint64_t>()), u"–"_s);
    QCOMPARE(percentText(0.168), u"16.8 %"_s);
    QCOMPARE(percentText(0.0), u"0 %"_s);
    QCOMPARE(percentText(1.0), u"100 %"_s);
    QCOMPARE(percentText(0.0001), u"< 0.1 %"_s);
    QCOMPARE(percentText(0.9999), u"> 99.9 %"_s);
    QCOMPARE(percentText(1.437), u"143.7 %"_s);
    QCOMPARE(percentText(std::nullopt), u"–"_s);
    QCOMPARE(durationText(31'200), u"31 s"_s);
    QCOMPARE(durationText(-31'200), u"−31 s"_s);
    QCOMPARE(durationText(8'040'000), u"2 h 14 min"_s);
    QCOMPARE(durationText(3 * 86'400'000LL), u"3 d"_s);
    QCOMPARE(durationText(3 * 86'400'000LL + 4 * 3'600'000LL), u"3 d 4 h"_s);
    QCOMPARE(clockText(1'773'133'231'000), u"2026-03-10 09:00:31"_s);
    QCOMPARE(clockText(-1), u"1969-12-31 23:59:59"_s);
    QCOMPARE(clockText(kNoTime), u"–"_s);
}

void SessionTest::showsTreacherousText()
{
    QCOMPARE(visibleText("plain ä ✓ 😀"), u"plain ä ✓ 😀"_s);
    QCOMPARE(visibleText("a\nb\x7F"), u"a␊b␡"_s);
    QCOMPARE(visibleText("a\xE2\x80\xAE"
                         "b"),
             u"a⟨202E⟩b"_s);
}

QTEST_MAIN(SessionTest)
#include "tst_session.moc"

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/overridecsv.h"
#include "support/eventfixture.h"
#include "support/testfolder.h"

#include <QTest>

using namespace clicksieve;
using namespace clicksieve::tests;

namespace {

const QByteArray kHeader = "scope,verdict,campaign,recipient,domain,event,time,link,address,program\n";

/// Two people of one company, one of another, and an open of nobody; @p firstRows sends stand before them, as in an export
/// that reaches further back.
Analysis mails(int firstRows = 0)
{
    EventFixture mail;
    for (int row = 0; row < firstRows; ++row)
        mail.sent("early" + std::to_string(row) + "@z.example", "c0");
    mail.sent("anna@a.example");                                                                  // 0
    mail.open("anna@a.example", 60'000, "192.0.2.1", "Mozilla/5.0");                              // 1
    mail.click("anna@a.example", 70'000, "https://s.example/1?u=7", "192.0.2.1", "Mozilla/5.0");  // 2
    mail.click("anna@a.example", 70'000, "https://s.example/2", "192.0.2.1", "Mozilla/5.0");      // 3
    mail.click("bert@a.example", 80'000, "https://s.example/1", "192.0.2.2", "A \"b\", c", "c2"); // 4
    mail.click("cleo@b.example", 90'000, "https://s.example/2", {}, "Mozilla/5.0");               // 5
    mail.open({}, 95'000, "192.0.2.9");                                                           // 6
    return mail.analysis();
}

class TestOverrideCsv : public QObject {
    Q_OBJECT

private slots:
    void eachScopeComesBack_data();
    void eachScopeComesBack();
    void theOrderStays();
    void whatIsNotInTheFilesIsRejected();
    void aRowThatSaysNothingClearIsRejected_data();
    void aRowThatSaysNothingClearIsRejected();
    void otherFilesAreRefused_data();
    void otherFilesAreRefused();
    void aSpreadsheetMayHaveMovedTheColumns();

private:
    [[nodiscard]] OverridesRead read(const EventTable &table, const QByteArray &text) const
    {
        JobContext context(1);
        return readOverrides(table, m_folder.write(QStringLiteral("in.csv"), text), context).value();
    }

    TestFolder m_folder;
};

void TestOverrideCsv::eachScopeComesBack_data()
{
    QTest::addColumn<int>("scope");
    QTest::addColumn<int>("event");
    const Analysis before = mails();
    const char *const names[] = {"event", "message", "client", "link", "domain"};
    for (int scope = 0; scope < 5; ++scope) {
        for (int event = 1; event < 7; ++event) {
            if (overrideId(*before.table, static_cast<Override::Scope>(scope),
                           static_cast<std::size_t>(event)))
                QTest::addRow("%s of event %d", names[scope], event) << scope << event;
        }
    }
}

/// Into another table, where all of it stands elsewhere.
void TestOverrideCsv::eachScopeComesBack()
{
    QFETCH(int, scope);
    QFETCH(int, event);
    constexpr int kRowsBefore = 5;
    const Analysis before = mails();
    const Analysis after = mails(kRowsBefore);
    const auto which = static_cast<Override::Scope>(scope);
    const auto id = overrideId(*before.table, which, static_cast<std::size_t>(event));
    const QString path = m_folder.path(QStringLiteral("out.csv"));
    QVERIFY(!writeOverrides(*before.table, {{which, id.value(), event % 2 == 0}}, path));
    const OverridesRead found = read(*after.table, readAll(path));
    QVERIFY(found.rejected.empty());
    const OverrideList expected{
        {which, overrideId(*after.table, which, static_cast<std::size_t>(event + kRowsBefore)).value(),
         event % 2 == 0}};
    QVERIFY(found.list == expected);
}

void TestOverrideCsv::theOrderStays()
{
    const Analysis analysis = mails();
    const OverrideList list{{Override::Scope::Event, 4, true},
                            {Override::Scope::Domain, analysis.table->findDomain("b.example").value(), false},
                            {Override::Scope::Event, 4, false},
                            {Override::Scope::Event, 2, true}};
    const QString path = m_folder.path(QStringLiteral("out.csv"));
    QVERIFY(!writeOverrides(*analysis.table, list, path));
    QCOMPARE(readAll(path).left(kHeader.size()), kHeader);
    QVERIFY(read(*analysis.table, readAll(path)).list == list);
}

void TestOverrideCsv::whatIsNotInTheFilesIsRejected()
{
    const Analysis analysis = mails();
    const OverridesRead found =
        read(*analysis.table,
             kHeader
                 + "domain,human,,,a.example,,,,,\n"
                   "domain,human,,,elsewhere.example,,,,,\n"
                   "client,machine,,,,,,,203.0.113.9,Mozilla/5.0\n" // of the program alone: cleo's
                   "message,machine,no campaign,anna@a.example,,,,,,\n"
                   "event,human,c1,anna@a.example,,open,2026-03-10T09:01:00.001Z,,192.0.2.1,Mozilla/5.0\n"
                   "link,human,,,,,,https://s.example/3,,\n");
    QCOMPARE(found.list.size(), std::size_t{1});
    QCOMPARE(found.rejected.size(), std::size_t{5});
    QCOMPARE(found.rejected[0].row, std::uint64_t{2});
    QCOMPARE(found.rejected[0].reason, QStringLiteral("What it is of is not in the files that are open."));
}

void TestOverrideCsv::aRowThatSaysNothingClearIsRejected_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("says");
    QTest::newRow("scope") << QByteArray("everything,human,,,a.example,,,,,\n")
                           << QStringLiteral("\"scope\"");
    QTest::newRow("verdict") << QByteArray("domain,maybe,,,a.example,,,,,\n")
                             << QStringLiteral("\"verdict\"");
    QTest::newRow("short") << QByteArray("domain,human,,,a.example\n") << QStringLiteral("fewer cells");
}

void TestOverrideCsv::aRowThatSaysNothingClearIsRejected()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, says);
    const OverridesRead found = read(*mails().table, kHeader + row);
    QVERIFY(found.list.empty());
    QCOMPARE(found.rejected.size(), std::size_t{1});
    QVERIFY2(found.rejected[0].reason.contains(says), qPrintable(found.rejected[0].reason));
}

void TestOverrideCsv::otherFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("an export") << QByteArray("email,event,time\nanna@a.example,open,2026-03-10\n");
    QTest::newRow("a column less") << kHeader.left(kHeader.indexOf(",program")) + "\n";
}

void TestOverrideCsv::otherFilesAreRefused()
{
    QFETCH(QByteArray, text);
    JobContext context(1);
    const Analysis analysis = mails();
    const auto found =
        readOverrides(*analysis.table, m_folder.write(QStringLiteral("other.csv"), text), context);
    QVERIFY(!found);
    QVERIFY2(found.error().message.startsWith(QStringLiteral("other.csv is no list of verdicts")),
             qPrintable(found.error().message));
}

void TestOverrideCsv::aSpreadsheetMayHaveMovedTheColumns()
{
    const OverridesRead found =
        read(*mails().table,
             "\xEF\xBB\xBFverdict,scope,domain,campaign,recipient,event,time,link,address,program,my note\r\n"
             "machine,domain,b.example,,,,,,,,strange\r\n");
    QVERIFY(found.rejected.empty());
    QCOMPARE(found.list.size(), std::size_t{1});
    QVERIFY(found.list[0].isMachine);
}

} // namespace

QTEST_GUILESS_MAIN(TestOverrideCsv)
#include "tst_overridecsv.moc"

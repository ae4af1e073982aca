// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/rejectedreasons.h"
#include "core/export/rejectedcsv.h"
#include "core/ingest/importer.h"
#include "core/jobs/jobcontext.h"
#include "support/archivefixture.h"
#include "support/testfolder.h"

#include <QTest>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kTable = "time,event,email,campaign\n"
                          "2026-03-10T10:00:00Z,open,a@b.example,c1\n"
                          "never,open,a@b.example,\"c \"\"1\"\"\"\n"
                          "\n"
                          "later,open,a@b.example,c1\r\n"
                          "2026-03-10T10:00:00Z,dance,a@b.example,c1\n";
const QByteArray kJson = R"([{"event":"open","email":"a@b.example","timestamp":1773133200,"sg_event_id":"1"},
{"event":"open","email":"a@b.example","timestamp":"soon","sg_event_id":"2"}])";

class TestRejectedCsv : public QObject {
    Q_OBJECT

private slots:
    void everyRowHasItsReasonAndItsText();
    void rowsInContainersAndJsonAreFoundAgain();
    void aChangedFileIsRefused();
    void reasonsAreCountedWithoutTheirCells();

private:
    static std::shared_ptr<const EventTable> tableOf(const QStringList &files)
    {
        JobContext context(1);
        const auto table = importFiles({files, {}, {}, kNoTime}, context);
        if (!table.ok())
            qFatal("%s", qPrintable(table.error().message));
        return table.value();
    }
    QByteArray written(const EventTable &table)
    {
        JobContext context(1);
        const QString path = m_folder.path(u"rejected.csv"_s);
        if (const auto problem = writeRejectedRows(table, path, context))
            return problem->message.toUtf8();
        return readAll(path);
    }

    TestFolder m_folder;
};

void TestRejectedCsv::everyRowHasItsReasonAndItsText()
{
    const QByteArrayList lines = written(*tableOf({m_folder.write(u"events.csv"_s, kTable)})).split('\n');
    QCOMPARE(lines.size(), 5); // the last is empty
    QCOMPARE(lines[0], QByteArray("source,row,reason,text"));
    QVERIFY2(lines[1].startsWith("events.csv,2,\"\"\"never\"\" is no time"), lines[1].constData());
    QVERIFY2(lines[1].endsWith(",\"never,open,a@b.example,\"\"c \"\"\"\"1\"\"\"\"\"\"\""),
             lines[1].constData());
    QVERIFY2(lines[2].startsWith("events.csv,3,") && lines[2].endsWith(",\"later,open,a@b.example,c1\""),
             lines[2].constData());
    QVERIFY2(lines[3].startsWith("events.csv,4,"), lines[3].constData());
}

void TestRejectedCsv::rowsInContainersAndJsonAreFoundAgain()
{
    const QByteArray text = written(
        *tableOf({m_folder.write(u"all.zip"_s, zipOf({{"events.csv", kTable}, {"dump.json", kJson}}))}));
    QVERIFY2(text.contains("all.zip/events.csv,2,"), text.constData());
    QVERIFY2(text.contains("all.zip/dump.json,2,"), text.constData());
    QVERIFY2(text.contains("\"\"timestamp\"\":\"\"soon\"\""), text.constData());
    QVERIFY(!text.contains("1773133200"));
}

void TestRejectedCsv::aChangedFileIsRefused()
{
    const QString path = m_folder.write(u"changing.csv"_s, kTable);
    const auto table = tableOf({path});
    m_folder.write(u"changing.csv"_s, kTable + "x,y,z,a\n");
    QVERIFY(written(*table).contains("has changed since it was opened"));
}

void TestRejectedCsv::reasonsAreCountedWithoutTheirCells()
{
    const auto reasons = rejectedReasons(*tableOf({m_folder.write(u"reasons.csv"_s, kTable)}));
    QCOMPARE(reasons.size(), std::size_t{2});
    QCOMPARE(reasons[0].rows, std::uint64_t{2});
    QCOMPARE(reasons[0].reason, u"\"…\" is no time that can be read here."_s);
    QCOMPARE(reasons[1].rows, std::uint64_t{1});
}

} // namespace

QTEST_GUILESS_MAIN(TestRejectedCsv)

#include "tst_rejectedcsv.moc"

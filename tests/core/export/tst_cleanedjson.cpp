// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis.h"
#include "core/export/cleanedexport.h"
#include "core/ingest/formatcatalogue.h"
#include "core/ingest/importer.h"
#include "core/jobs/jobcontext.h"
#include "support/judged.h"
#include "support/testfolder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

/// Records of an ESP of this test's own; those of machines say so in their address, and one holds several events.
const QByteArray kFormat = R"({
    "id": "made-up", "vendor": "Made up", "title": "Made-up records", "confidence": 99, "shape": "json",
    "records": ["items"], "each": "acts",
    "variants": [{"id": "all", "columns": ["who", "at"]}],
    "columns": {"time": ["at"], "event": ["acts.did", "did"], "recipient": ["who"], "url": ["acts.url", "url"]},
    "events": {"sent": "sent", "open": "open", "click": "click"},
    "time": {"formats": ["epoch-s"]}})";

QByteArray record(const char *who, const char *did)
{
    return QByteArray(R"({ "who": ")") + who + R"(@x.example", "at":1773133200, "did":")" + did
           + R"(", "note": "a } \" ] b" })";
}

/// Verdicts by hand: opens and clicks of recipients called robot are a machine's, but for one link.
Analysis judged(std::shared_ptr<const EventTable> table)
{
    return judgedBy(std::move(table), [](const EventTable &of, std::size_t event) {
        return of.recipientText(of.recipient(event)).starts_with("robot")
               && of.urlText(of.url(event)) != "https://x.example/person";
    });
}

class TestCleanedJson : public QObject {
    Q_OBJECT

private slots:
    void dropTakesRecordsWithTheirCommas_data();
    void dropTakesRecordsWithTheirCommas();
    void annotateAddsKeysAndChangesNothingElse();
    void aRecordOfSeveralEventsGoesOnlyAsAWhole();
    void annotateGivesARecordOfSeveralEventsArrays();
    void brokenRecordsStay();

private:
    Analysis analysis(const QByteArray &text)
    {
        m_folder.write(u"formats/made-up.json"_s, kFormat);
        JobContext context(1);
        const auto table = importFiles({{m_folder.write(u"in.json"_s, text)},
                                        {},
                                        {},
                                        kNoTime,
                                        FormatCatalogue::withFolder(m_folder.path(u"formats"_s))},
                                       context);
        if (!table)
            qFatal("%s", qPrintable(table.error().message));
        return judged(table.value());
    }

    QByteArray cleaned(const QByteArray &text, CleanedMode mode, CleanedCounts &counts)
    {
        const Analysis judgedEvents = analysis(text);
        JobContext context(1);
        const QString path = m_folder.path(u"out.json"_s);
        const auto result = writeCleaned(*judgedEvents.table, *judgedEvents.verdicts, 0, mode, path, context);
        if (!result)
            qFatal("%s", qPrintable(result.error().message));
        counts = result.value();
        const CleanedCounts preview = previewCleaned(*judgedEvents.table, *judgedEvents.verdicts, 0, mode);
        if (preview.rowsDropped != counts.rowsDropped || preview.rowsWritten != counts.rowsWritten
            || preview.rowsRead != counts.rowsRead)
            qFatal("the preview differs");
        return readAll(path);
    }

    TestFolder m_folder;
};

void TestCleanedJson::dropTakesRecordsWithTheirCommas_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<int>("dropped");
    const QByteArray a = record("anna", "click");
    const QByteArray b = record("bert", "open");
    const QByteArray r = record("robot", "click");
    QTest::newRow("first of an array") << "[" + r + ", \n" + a + ",\t" + b + "]\n"
                                       << "[" + a + ",\t" + b + "]\n"
                                       << 1;
    QTest::newRow("middle") << "[" + a + ", " + r + "," + b + " ]"
                            << "[" + a + "," + b + " ]" << 1;
    QTest::newRow("last") << "[\n  " + a + ",\n  " + r + "\n]"
                          << "[\n  " + a + "\n]" << 1;
    QTest::newRow("all") << "[" + r + "," + r + "]" << QByteArray("[]") << 2;
    QTest::newRow("none") << "[" + a + "," + b + "]"
                          << "[" + a + "," + b + "]" << 0;
    QTest::newRow("lines") << r + "\n" + a + "\n" + r + "\n" + b + "\n" << a + "\n" + b + "\n" << 2;
    QTest::newRow("lines, last one gone") << a + "\n" + r + "\n" << a + "\n" << 1;
    QTest::newRow("nothing between") << a + r + b << a + b << 1;
    QTest::newRow("wrapped") << R"({"total": 3, "items": [)" + r + "," + a + "," + r + R"(], "next": "x"})"
                             << R"({"total": 3, "items": [)" + a + R"(], "next": "x"})" << 2;
    QTest::newRow("two arrays") << "[" + r + "]\n[" + a + "," + r + "]\n"
                                << "[]\n[" + a + "]\n"
                                << 2;
    QTest::newRow("a sending stays") << "[" + record("robot", "sent") + "," + r + "]"
                                     << "[" + record("robot", "sent") + "]" << 1;
    QTest::newRow("with a mark") << "\xef\xbb\xbf[" + r + "," + a + "]"
                                 << "\xef\xbb\xbf[" + a + "]" << 1;
}

void TestCleanedJson::dropTakesRecordsWithTheirCommas()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, expected);
    QFETCH(const int, dropped);
    CleanedCounts counts;
    QCOMPARE(cleaned(text, CleanedMode::Drop, counts), expected);
    QCOMPARE(counts.rowsDropped, static_cast<std::uint64_t>(dropped));
}

void TestCleanedJson::annotateAddsKeysAndChangesNothingElse()
{
    const QByteArray a = record("anna", "click");
    const QByteArray s = record("sent", "sent");
    CleanedCounts counts;
    const QByteArray result = cleaned("[" + a + ",\n" + s + "]", CleanedMode::Annotate, counts);
    const QByteArray added =
        R"(,"clicksieve_verdict":"human","clicksieve_probability":0.0123,"clicksieve_signals":""})";
    QCOMPARE(result, "[" + a.left(a.size() - 1) + added + ",\n" + s + "]");
    QVERIFY(QJsonDocument::fromJson(result).isArray());
    QCOMPARE(counts.rowsWritten, std::uint64_t{2});
}

const QByteArray kSeveral =
    R"({"who":"robot@x.example","at":1773133200,"acts":[{"did":"click","url":"https://x.example/1"},)"
    R"({"did":"click","url":"https://x.example/person"},{"did":"sent"}]})";
const QByteArray kAllMachine =
    R"({"who":"robot@x.example","at":1773133200,"acts":[{"did":"click"},{"did":"open"}]})";

void TestCleanedJson::aRecordOfSeveralEventsGoesOnlyAsAWhole()
{
    CleanedCounts counts;
    QCOMPARE(cleaned(kSeveral + "\n" + kAllMachine + "\n", CleanedMode::Drop, counts), kSeveral + "\n");
    QCOMPARE(counts.rowsRead, std::uint64_t{2});
    QCOMPARE(counts.rowsDropped, std::uint64_t{1});
}

void TestCleanedJson::annotateGivesARecordOfSeveralEventsArrays()
{
    CleanedCounts counts;
    const QJsonObject result =
        QJsonDocument::fromJson(cleaned(kSeveral, CleanedMode::Annotate, counts)).object();
    QCOMPARE(result[u"clicksieve_verdict"_s].toArray(), QJsonArray({u"machine"_s, u"human"_s, QJsonValue()}));
    QCOMPARE(result[u"clicksieve_probability"_s].toArray().size(), 3);
}

void TestCleanedJson::brokenRecordsStay()
{
    const QByteArray broken = R"({"who": "anna)";
    const QByteArray text = broken + "\n" + record("robot", "open") + "\n" + record("anna", "open") + "\n";
    CleanedCounts counts;
    QCOMPARE(cleaned(text, CleanedMode::Drop, counts), broken + "\n" + record("anna", "open") + "\n");
    QCOMPARE(cleaned(text, CleanedMode::Annotate, counts).left(broken.size() + 1), broken + "\n");
}

} // namespace

QTEST_GUILESS_MAIN(TestCleanedJson)

#include "tst_cleanedjson.moc"

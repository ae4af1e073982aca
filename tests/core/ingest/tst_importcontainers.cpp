// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis.h"
#include "core/export/cleanedexport.h"
#include "core/ingest/container.h"
#include "core/jobs/jobcontext.h"
#include "support/archivefixture.h"
#include "support/testfolder.h"
#include "support/workbookfixture.h"

#include <QTest>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kCsv = "time,event,email,campaign,url\n"
                        "2026-03-10 09:00:00,sent,a@x.example,spring,\n"
                        "2026-03-10 09:00:31,click,a@x.example,spring,https://x.example/1\n";
const QByteArray kReadme = "How to read this export.\nAsk your service.\n";

/// A sheet with a header and one click on 2026-03-10 09:00:31, as a spreadsheet program keeps it.
QByteArray workbook()
{
    const auto text = [](const char *cell, const char *word) {
        return std::string("<c r=\"") + cell + "\" t=\"inlineStr\"><is><t>" + word + "</t></is></c>";
    };
    WorkbookFixture fixture;
    fixture.xfs = "<xf numFmtId=\"0\"/><xf numFmtId=\"22\"/>";
    fixture.sheets = {{.rows = "<row r=\"1\">" + text("A1", "Notes") + "</row>", .name = "About"},
                      {.rows = "<row r=\"1\">" + text("A1", "Time") + text("B1", "Event")
                               + text("C1", "Email") + text("D1", "Campaign")
                               + "</row><row r=\"2\"><c r=\"A2\" s=\"1\"><v>46091.375358796" + "</v></c>"
                               + text("B2", "click") + text("C2", "x@y.example") + text("D2", "summer")
                               + "</row>"}};
    const std::string bytes = zipped(fixture.parts());
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

class TestImportContainers : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<TestFolder>(); }
    void everythingInOneGo();
    void aFileInAnArchiveThatIsNoExportIsNamed();
    void anArchiveWithoutAnyExportFails();
    void theCleanedFormOfAZipIsAZip();
    void theCleanedFormOfAGzipIsAGzip();
    void theCleanedFormOfAWorkbookIsACsv();

private:
    Analysis open(const QStringList &files)
    {
        JobContext context(2);
        AnalysisRequest request;
        request.files = files;
        auto analysis = analyze(request, context);
        if (!analysis)
            qFatal("%s", qPrintable(analysis.error().message));
        return analysis.value();
    }

    QByteArray cleaned(const Analysis &analysis, CleanedMode mode, const QString &name)
    {
        JobContext context(1);
        const auto counts =
            writeCleaned(*analysis.table, *analysis.verdicts, 0, mode, m_folder->path(name), context);
        if (!counts)
            qFatal("%s", qPrintable(counts.error().message));
        m_counts = counts.value();
        return readAll(m_folder->path(name));
    }

    QByteArray unpacked(const QString &path, const QString &inner)
    {
        JobContext context(1);
        const auto members = membersOf(path, {}, context);
        for (const Member &member : members.value()) {
            if (member.inner == inner)
                return QByteArray::fromStdString(*member.content);
        }
        return {};
    }

    std::unique_ptr<TestFolder> m_folder;
    CleanedCounts m_counts;
};

void TestImportContainers::everythingInOneGo()
{
    const QByteArray sns = R"({"Type":"Notification","MessageId":"1","Message":"{\"email\":\"b@x.example\",)"
                           R"(\"timestamp\":1773133231,\"event\":\"click\",\"sg_event_id\":\"e1\"}"})";
    m_folder->write(u"folder/a.csv"_s, kCsv);
    m_folder->write(u"folder/deep/b.csv"_s, QByteArray(kCsv).replace("a@x", "c@x"));
    const Analysis analysis =
        open({m_folder->write(u"export.zip"_s,
                              zipOf({{"data/events.csv", QByteArray(kCsv).replace("a@x", "d@x")}})),
              m_folder->write(u"events.csv.gz"_s,
                              packedOf(QByteArray(kCsv).replace("a@x", "e@x"), ARCHIVE_FILTER_GZIP)),
              m_folder->write(u"dump.json"_s, sns), m_folder->write(u"book.xlsx"_s, workbook()),
              m_folder->path(u"folder"_s)});
    QStringList names;
    for (const SourceInfo &source : analysis.table->sources()) {
        QCOMPARE(source.rejectedRows, std::uint64_t{0});
        names << source.name;
    }
    QCOMPARE(names, QStringList({u"export.zip/data/events.csv"_s, u"events.csv.gz"_s, u"dump.json"_s,
                                 u"book.xlsx, Events"_s, u"a.csv"_s, u"b.csv"_s}));
    QCOMPARE(analysis.table->size(), std::size_t{10});
    QVERIFY(analysis.table->skippedFiles().empty());
    const std::size_t ofBook = 5;
    QCOMPARE(analysis.table->time(ofBook), TimeMs{1'773'133'231'000});
    QCOMPARE(analysis.table->campaignId(analysis.table->campaign(ofBook)), std::string_view("summer"));
}

void TestImportContainers::aFileInAnArchiveThatIsNoExportIsNamed()
{
    const Analysis analysis =
        open({m_folder->write(u"export.zip"_s, zipOf({{"readme.txt", kReadme}, {"events.csv", kCsv}}))});
    QCOMPARE(analysis.table->size(), std::size_t{2});
    QCOMPARE(analysis.table->skippedFiles().size(), std::size_t{1});
    QCOMPARE(analysis.table->skippedFiles().front().name, u"export.zip/readme.txt"_s);
    QVERIFY(!analysis.table->skippedFiles().front().reason.isEmpty());
}

void TestImportContainers::anArchiveWithoutAnyExportFails()
{
    JobContext context(1);
    AnalysisRequest request;
    request.files = {
        m_folder->write(u"export.zip"_s, zipOf({{"readme.txt", kReadme}, {"other.txt", kReadme}}))};
    const auto analysis = analyze(request, context);
    QVERIFY(!analysis.ok());
    QVERIFY2(analysis.error().message.contains(u"none of the 2 files"_s),
             qPrintable(analysis.error().message));
    QVERIFY2(analysis.error().message.contains(u"readme.txt"_s), qPrintable(analysis.error().message));
}

void TestImportContainers::theCleanedFormOfAZipIsAZip()
{
    const QByteArray other = QByteArray(kCsv).replace("a@x", "b@x");
    const Analysis analysis = open({m_folder->write(
        u"export.zip"_s, zipOf({{"one.csv", kCsv}, {"readme.txt", kReadme}, {"two.csv", other}}))});
    cleaned(analysis, CleanedMode::Annotate, u"out.zip"_s);
    QCOMPARE(m_counts.rowsWritten, std::uint64_t{4});
    const QString out = m_folder->path(u"out.zip"_s);
    QCOMPARE(unpacked(out, u"readme.txt"_s), kReadme);
    for (const auto &[name, text] : {std::pair(u"one.csv"_s, kCsv), std::pair(u"two.csv"_s, other)}) {
        const QList<QByteArray> before = text.split('\n');
        const QList<QByteArray> after = unpacked(out, name).split('\n');
        QCOMPARE(after.size(), before.size());
        QVERIFY(after.first().endsWith("clicksieve_signals"));
        for (qsizetype line = 0; line < before.size(); ++line)
            QVERIFY(after[line].startsWith(before[line]));
    }
}

void TestImportContainers::theCleanedFormOfAGzipIsAGzip()
{
    const Analysis analysis =
        open({m_folder->write(u"events.csv.gz"_s, packedOf(kCsv, ARCHIVE_FILTER_GZIP))});
    QVERIFY(cleaned(analysis, CleanedMode::Drop, u"out.csv.gz"_s).startsWith("\x1f\x8b"));
    QCOMPARE(unpacked(m_folder->path(u"out.csv.gz"_s), u"out.csv"_s), kCsv);
}

void TestImportContainers::theCleanedFormOfAWorkbookIsACsv()
{
    const Analysis analysis = open({m_folder->write(u"book.xlsx"_s, workbook())});
    QCOMPARE(cleanedFileName(analysis.table->sources().front()), u"book.csv"_s);
    QCOMPARE(cleaned(analysis, CleanedMode::Drop, u"out.csv"_s),
             QByteArray("Time,Event,Email,Campaign\n2026-03-10T09:00:31,click,x@y.example,summer\n"));
}

} // namespace

QTEST_GUILESS_MAIN(TestImportContainers)

#include "tst_importcontainers.moc"

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis.h"
#include "core/export/cleanedexport.h"
#include "core/ingest/importer.h"
#include "core/jobs/jobcontext.h"
#include "support/judged.h"
#include "support/testfolder.h"

#include <QFileInfo>
#include <QStringEncoder>
#include <QTest>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

QByteArray encoded(const QByteArray &utf8, QStringConverter::Encoding encoding, const QByteArray &mark)
{
    return mark + QByteArray(QStringEncoder(encoding)(QString::fromUtf8(utf8)));
}

/// Verdicts by hand: opens and clicks in a row whose number three divides are a machine's; so is a "sent" row, where it
/// means nothing.
Analysis judged(std::shared_ptr<const EventTable> table)
{
    return judgedBy(std::move(table),
                    [](const EventTable &of, std::size_t event) { return of.row(event) % 3 == 0; });
}

/// The records of a fixture as text in UTF-8, header first, with the line ends they have.
using Lines = QList<QByteArray>;

const Lines kComma{"time,event,email,url\n",
                   "2026-03-10T09:00:00Z,sent,a@nordbank.example,\n",                    // 1
                   "2026-03-10T09:00:01Z,open,a@nordbank.example,\n",                    // 2
                   "2026-03-10T09:00:02Z,click,a@nordbank.example,https://s.example/\n", // 3: machine
                   "nonsense,click,a@nordbank.example,\n",                               // 4: rejected
                   "2026-03-10T09:00:03Z,click,b@nordbank.example,\n",                   // 5
                   "nonsense\n",                                                         // 6: rejected, stays
                   "2026-03-10T09:00:04Z,click,\"b@nordbank.example\",\"a\"\"b\"\n",     // 7
                   "2026-03-10T09:00:05Z,open,b@nordbank.example,\n",                    // 8
                   "2026-03-10T09:00:06Z,sent,c@nordbank.example,\n", // 9: not an open or click
                   "2026-03-10T09:00:07Z,open,c@nordbank.example,\n", // 10
                   "2026-03-10T09:00:08Z,open,c@nordbank.example,\n", // 11
                   "2026-03-10T09:00:09Z,open,c@nordbank.example,"};  // 12: machine, no line end

/// The same shape with another separator, line end, and quoted line breaks; rows 3 and 6 are machines'.
Lines rows(const QByteArray &separator, const QByteArray &end, const QByteArray &text)
{
    Lines lines{"time,event,email,campaign,url"};
    const QByteArray start = "2026-03-10T09:00:0";
    for (int row = 1; row <= 7; ++row)
        lines << start + QByteArray::number(row) + "Z," + (row % 2 == 0 ? "open" : "click")
                     + ",a@nordbank.example,\"" + text + "\",https://s.example/" + QByteArray::number(row);
    for (QByteArray &line : lines)
        line = line.replace(",", separator) + end;
    return lines;
}

class TestCleanedExport : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<TestFolder>(); }
    void dropLeavesEveryOtherByteAsItIs_data();
    void dropLeavesEveryOtherByteAsItIs();
    void annotateAddsColumnsBehindTheOriginalBytes_data() { dropLeavesEveryOtherByteAsItIs_data(); }
    void annotateAddsColumnsBehindTheOriginalBytes();
    void thePreviewSaysWhatIsWritten_data() { dropLeavesEveryOtherByteAsItIs_data(); }
    void thePreviewSaysWhatIsWritten();
    void annotatedColumnsStandUnderTheirHeads();
    void emptyLinesAndTheOddByteStay();
    void aRowWithAnOpenQuoteStaysWithoutColumns();
    void theShippedSampleKeepsTheLinesOfPeople();
    void theSourceItselfIsNeverOverwritten();
    void anUnwritableTargetLeavesNothingBehind();
    void aSourceThatChangedIsNoticed();
    void anExistingTargetIsReplacedAsAWhole();
    void onlyTheOwnerMayReadTheResult();
    void aStoppedRunIsCancelled();

private:
    Analysis analysisOf(const QByteArray &bytes) const
    {
        JobContext context(1);
        const auto table = importFiles({{m_folder->write(u"export.csv"_s, bytes)}, {}, {}, kNoTime}, context);
        if (!table)
            qFatal("%s", qPrintable(table.error().message));
        return judged(table.value());
    }
    Result<CleanedCounts> clean(const Analysis &analysis, CleanedMode mode, const QString &target) const
    {
        JobContext context(1);
        return writeCleaned(*analysis.table, *analysis.verdicts, 0, mode, target, context);
    }

    std::unique_ptr<TestFolder> m_folder;
};

void TestCleanedExport::dropLeavesEveryOtherByteAsItIs_data()
{
    QTest::addColumn<QList<QByteArray>>("lines"); // as bytes of the file; the first is mark and header
    QTest::addColumn<QByteArray>("separator");    // as bytes of the file
    QTest::addColumn<QByteArray>("lineEnd");

    const auto all = [](Lines lines, QStringConverter::Encoding encoding, const QByteArray &mark) {
        for (qsizetype line = 0; line < lines.size(); ++line)
            lines[line] = encoded(lines[line], encoding, line == 0 ? mark : QByteArray());
        return lines;
    };
    using Converter = QStringConverter;
    QTest::newRow("LF, no end at the end") << kComma << QByteArray(",") << QByteArray("\n");
    QTest::newRow("CRLF") << rows(",", "\r\n", "spring") << QByteArray(",") << QByteArray("\r\n");
    QTest::newRow("CR") << rows(",", "\r", "spring") << QByteArray(",") << QByteArray("\r");
    QTest::newRow("semicolon, mark") << all(rows(";", "\r\n", "Fr\xc3\xbchling; 20,5 %"), Converter::Utf8,
                                            "\xef\xbb\xbf")
                                     << QByteArray(";") << QByteArray("\r\n");
    QTest::newRow("tab") << rows("\t", "\n", "a b") << QByteArray("\t") << QByteArray("\n");
    QTest::newRow("quoted line breaks")
        << rows(",", "\r\n", "one\r\ntwo\n\n2026-03-10T09:00:00Z") << QByteArray(",") << QByteArray("\r\n");
    const QByteArray rich = "\xc3\xa4\xe2\x82\xac \xf0\x9f\x98\x80 \"\"x\"\"\r\ny";
    QTest::newRow("UTF-16LE") << all(rows(",", "\r\n", rich), Converter::Utf16LE, "\xff\xfe")
                              << QByteArray(",\0", 2) << QByteArray("\r\0\n\0", 4);
    QTest::newRow("UTF-16BE") << all(rows(";", "\n", rich), Converter::Utf16BE, "\xfe\xff")
                              << QByteArray("\0;", 2) << QByteArray("\0\n", 2);
    QTest::newRow("UTF-16LE without mark") << all(rows(",", "\r\n", "plain"), Converter::Utf16LE, {})
                                           << QByteArray(",\0", 2) << QByteArray("\r\0\n\0", 4);
    QTest::newRow("Windows-1252") << rows(";", "\r\n", "Fr\xfchling \x80 \x93\x81") << QByteArray(";")
                                  << QByteArray("\r\n");
}

void TestCleanedExport::dropLeavesEveryOtherByteAsItIs()
{
    QFETCH(const QList<QByteArray>, lines);
    const QByteArray original = lines.join();
    const Analysis analysis = analysisOf(original);
    const auto counts = clean(analysis, CleanedMode::Drop, m_folder->path(u"out.csv"_s));
    QVERIFY2(counts.ok(), counts.ok() ? "" : qPrintable(counts.error().message));

    QByteArray expected = lines.front();
    std::uint64_t dropped = 0;
    for (qsizetype row = 1; row < lines.size(); ++row) {
        // Of kComma, rows 6 (rejected) and 9 (sent) stay as well.
        const bool stays = row % 3 != 0 || (lines == kComma && (row == 6 || row == 9));
        if (stays)
            expected += lines[row];
        else
            ++dropped;
    }
    QCOMPARE(readAll(m_folder->path(u"out.csv"_s)), expected);
    QCOMPARE(counts.value().rowsDropped, dropped);
    QCOMPARE(dropped, 2U);
    QCOMPARE(counts.value().rowsRead, static_cast<std::uint64_t>(lines.size() - 1));
    QCOMPARE(readAll(m_folder->path(u"export.csv"_s)), original);
}

void TestCleanedExport::annotateAddsColumnsBehindTheOriginalBytes()
{
    QFETCH(const QList<QByteArray>, lines);
    QFETCH(const QByteArray, separator);
    QFETCH(const QByteArray, lineEnd);
    const Analysis analysis = analysisOf(lines.join());
    QVERIFY(clean(analysis, CleanedMode::Annotate, m_folder->path(u"out.csv"_s)).ok());

    const QByteArray written = readAll(m_folder->path(u"out.csv"_s));
    qsizetype place = 0;
    for (qsizetype row = 0; row < lines.size(); ++row) {
        const bool ends = lines[row].endsWith(lineEnd);
        const QByteArray record = ends ? lines[row].chopped(lineEnd.size()) : lines[row];
        QCOMPARE(written.mid(place, record.size()), record);
        place += record.size();
        const bool isAction = lines != kComma || (row != 1 && row != 4 && row != 6 && row != 9);
        const QByteArrayList words =
            row == 0    ? QByteArrayList{"clicksieve_verdict", "clicksieve_probability", "clicksieve_signals"}
            : !isAction ? QByteArrayList{"", "", ""}
            : row % 3 == 0 ? QByteArrayList{"machine", "0.9876", ""}
                           : QByteArrayList{"human", "0.0123", ""};
        QByteArray added;
        for (const QByteArray &word : words) {
            added += separator;
            const bool wide = separator.size() == 2;
            for (const char character : word)
                added += !wide                       ? QByteArray(1, character)
                         : separator.front() == '\0' ? QByteArray(1, '\0') + character
                                                     : QByteArray(1, character) + '\0';
        }
        QCOMPARE(written.mid(place, added.size()), added);
        place += added.size();
        QCOMPARE(written.mid(place, ends ? lineEnd.size() : 0), ends ? lineEnd : QByteArray());
        place += ends ? lineEnd.size() : 0;
    }
    QCOMPARE(written.size(), place);
}

void TestCleanedExport::thePreviewSaysWhatIsWritten()
{
    QFETCH(const QList<QByteArray>, lines);
    const Analysis analysis = analysisOf(lines.join());
    for (const CleanedMode mode : {CleanedMode::Drop, CleanedMode::Annotate}) {
        const CleanedCounts preview = previewCleaned(*analysis.table, *analysis.verdicts, 0, mode);
        const auto counts = clean(analysis, mode, m_folder->path(u"out.csv"_s));
        QVERIFY(counts.ok());
        QCOMPARE(preview.rowsRead, counts.value().rowsRead);
        QCOMPARE(preview.rowsWritten, counts.value().rowsWritten);
        QCOMPARE(preview.rowsDropped, counts.value().rowsDropped);
        QCOMPARE(preview.rowsDropped, mode == CleanedMode::Drop ? 2U : 0U);
        QCOMPARE(preview.rowsRead, preview.rowsWritten + preview.rowsDropped);
    }
}

/// Rows with a separator too many at their end, as some exporters write them.
void TestCleanedExport::annotatedColumnsStandUnderTheirHeads()
{
    const Analysis analysis =
        analysisOf("time;event;email\n2026-03-10;open;a@b.example;\n2026-03-10;open;a@b.example\n");
    QVERIFY(clean(analysis, CleanedMode::Annotate, m_folder->path(u"out.csv"_s)).ok());
    QCOMPARE(
        readAll(m_folder->path(u"out.csv"_s)),
        QByteArray("time;event;email;clicksieve_verdict;clicksieve_probability;clicksieve_signals\n"
                   "2026-03-10;open;a@b.example;human;0.0123;\n2026-03-10;open;a@b.example;human;0.0123;\n"));
}

void TestCleanedExport::emptyLinesAndTheOddByteStay()
{
    const QByteArray header = "\n\r\ntime,event,email\n";
    const QByteArray row = "2026-03-10,open,a@b.example\n";
    QVERIFY(clean(analysisOf(header + "\n" + row + "\r\n\n" + row + row + "\n\n" + row + "\n"),
                  CleanedMode::Drop, m_folder->path(u"out.csv"_s))
                .ok());
    QCOMPARE(readAll(m_folder->path(u"out.csv"_s)),
             header + "\n" + row + "\r\n\n" + row + "\n\n" + row + "\n");

    const QByteArray wide =
        encoded("time,event,email\r\n2026-03-10,open,a@b.example\r\n", QStringConverter::Utf16LE, "\xff\xfe");
    QVERIFY(clean(analysisOf(wide + 'x'), CleanedMode::Drop, m_folder->path(u"out.csv"_s)).ok());
    QCOMPARE(readAll(m_folder->path(u"out.csv"_s)), wide + 'x');
}

void TestCleanedExport::aRowWithAnOpenQuoteStaysWithoutColumns()
{
    const QByteArray header = "time,event,email";
    const QByteArray cut = "2026-03-10,open,\"a@b.exam\n";
    const Analysis analysis = analysisOf(header + "\n" + cut);
    QCOMPARE(analysis.table->sources().front().rejectedRows, 1U);
    QVERIFY(clean(analysis, CleanedMode::Annotate, m_folder->path(u"out.csv"_s)).ok());
    QVERIFY(readAll(m_folder->path(u"out.csv"_s)).startsWith(header + ",clicksieve_verdict"));
    QVERIFY(readAll(m_folder->path(u"out.csv"_s)).endsWith("\n" + cut));
}

void TestCleanedExport::theShippedSampleKeepsTheLinesOfPeople()
{
    const QString sample = QStringLiteral(CLICKSIEVE_SOURCE_DIR "/resources/samples/spring-offer.csv");
    JobContext context(2);
    AnalysisRequest request;
    request.files = QStringList{sample};
    const auto analysis = analyze(request, context);
    QVERIFY(analysis.ok());
    const EventTable &table = *analysis.value().table;
    const Verdicts &verdicts = *analysis.value().verdicts;
    const auto counts = clean(analysis.value(), CleanedMode::Drop, m_folder->path(u"people.csv"_s));
    QVERIFY(counts.ok());

    const QByteArrayList lines = readAll(sample).split('\n'); // the sample has no quoted line breaks
    QCOMPARE(lines.size(), static_cast<qsizetype>(table.size()) + 2);
    QByteArray expected = lines.front() + '\n';
    for (std::size_t event = 0; event < table.size(); ++event) {
        if (!isAction(table.type(event)) || verdicts.probability(event) < 0.5)
            expected += lines[static_cast<qsizetype>(table.row(event))] + '\n';
    }
    QVERIFY(readAll(m_folder->path(u"people.csv"_s)) == expected);
    QVERIFY(counts.value().rowsDropped > 0);
    QCOMPARE(counts.value().rowsRead, table.size());
    QCOMPARE(counts.value().rowsWritten, static_cast<std::uint64_t>(expected.count('\n') - 1));

    // Annotated: the same lines, each with three cells more; the ids are those of the ruleset.
    QVERIFY(clean(analysis.value(), CleanedMode::Annotate, m_folder->path(u"all.csv"_s)).ok());
    const QByteArrayList annotated = readAll(m_folder->path(u"all.csv"_s)).split('\n');
    QCOMPARE(annotated.size(), lines.size());
    QStringList ids;
    for (const SignalSpec &spec : verdicts.ruleset().signalSpecs)
        ids << spec.id;
    for (std::size_t event = 0; event < table.size(); ++event) {
        const auto row = static_cast<qsizetype>(table.row(event));
        QVERIFY(annotated[row].startsWith(lines[row] + ','));
        const QByteArrayList added = annotated[row].mid(lines[row].size() + 1).split(',');
        QCOMPARE(added.size(), 3);
        QCOMPARE(added.front().isEmpty(), !isAction(table.type(event)));
        if (verdicts.isMachine(event) && isAction(table.type(event)))
            QVERIFY(added[1].toDouble() >= 0.5);
        for (const QByteArray &id : added.back().isEmpty() ? QByteArrayList() : added.back().split(';'))
            QVERIFY2(ids.contains(QString::fromUtf8(id)), id.constData());
    }
}

void TestCleanedExport::theSourceItselfIsNeverOverwritten()
{
    const Analysis analysis = analysisOf(kComma.join());
    QVERIFY(QFile::link(m_folder->path(u"export.csv"_s), m_folder->path(u"link.csv"_s)));
    for (const QString &target :
         {m_folder->path(u"export.csv"_s),
          m_folder->path(u"./../"_s) + QFileInfo(m_folder->root()).fileName() + u"/export.csv"_s,
          m_folder->path(u"link.csv"_s)}) {
        const auto counts = clean(analysis, CleanedMode::Drop, target);
        QVERIFY2(!counts.ok(), qPrintable(target));
        QCOMPARE(counts.error().kind, Error::Kind::Unwritable);
        QVERIFY(counts.error().message.contains(target));
        QCOMPARE(readAll(m_folder->path(u"export.csv"_s)), kComma.join());
    }
}

void TestCleanedExport::anUnwritableTargetLeavesNothingBehind()
{
    const Analysis analysis = analysisOf(kComma.join());
    QVERIFY(QDir(m_folder->root()).mkdir(u"folder"_s));
    for (const QString &name : {u"no/such/folder/out.csv"_s, u"export.csv/out.csv"_s, u"folder"_s}) {
        const auto counts = clean(analysis, CleanedMode::Drop, m_folder->path(name));
        QVERIFY2(!counts.ok(), qPrintable(name));
        QCOMPARE(counts.error().kind, Error::Kind::Unwritable);
        QVERIFY2(counts.error().message.contains(name), qPrintable(counts.error().message));
    }
    QCOMPARE(QDir(m_folder->root()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             (QStringList{u"export.csv"_s, u"folder"_s}));
    QVERIFY(QDir(m_folder->path(u"folder"_s)).isEmpty());
}

void TestCleanedExport::aSourceThatChangedIsNoticed()
{
    const Analysis analysis = analysisOf(kComma.join());
    for (const QByteArray &bytes : {kComma.join() + "\n2026-03-10,open,a@b.example,\n", kComma.front(),
                                    QByteArray(), QByteArray("\n\n")}) {
        m_folder->write(u"export.csv"_s, bytes);
        const auto counts = clean(analysis, CleanedMode::Drop, m_folder->path(u"out.csv"_s));
        QVERIFY(!counts.ok());
        QVERIFY(counts.error().message.contains(m_folder->path(u"export.csv"_s)));
        QVERIFY(!QFileInfo::exists(m_folder->path(u"out.csv"_s)));
    }
    // The same rows in another order, as a spreadsheet saves them: the same size, but other rows under the numbers.
    const QByteArray sorted = kComma.front() + [] {
        QByteArray rows;
        for (qsizetype row = kComma.size() - 1; row > 0; --row)
            rows += kComma[row];
        return rows;
    }();
    const Analysis beforeSorting = analysisOf(kComma.join());
    m_folder->write(u"export.csv"_s, sorted);
    QFile touched(m_folder->path(u"export.csv"_s));
    QVERIFY(touched.open(QIODevice::ReadWrite));
    QVERIFY(touched.setFileTime(QDateTime::currentDateTime().addSecs(5), QFileDevice::FileModificationTime));
    touched.close();
    QCOMPARE(QFileInfo(touched).size(), qint64{kComma.join().size()});
    QVERIFY(!clean(beforeSorting, CleanedMode::Drop, m_folder->path(u"out.csv"_s)).ok());
    QVERIFY(QFile::remove(m_folder->path(u"export.csv"_s)));
    const auto counts = clean(analysis, CleanedMode::Drop, m_folder->path(u"out.csv"_s));
    QVERIFY(!counts.ok());
    QCOMPARE(counts.error().kind, Error::Kind::Unreadable);
    QVERIFY(QDir(m_folder->root()).isEmpty());
}

void TestCleanedExport::anExistingTargetIsReplacedAsAWhole()
{
    const Analysis analysis = analysisOf(kComma.join());
    const QByteArray before(100'000, 'x');
    m_folder->write(u"out.csv"_s, before);
    m_folder->write(u"export.csv"_s, kComma.front());
    QVERIFY(!clean(analysis, CleanedMode::Drop, m_folder->path(u"out.csv"_s)).ok());
    QCOMPARE(readAll(m_folder->path(u"out.csv"_s)), before); // a run that fails changes nothing
    const Analysis again = analysisOf(kComma.join());
    QVERIFY(clean(again, CleanedMode::Drop, m_folder->path(u"out.csv"_s)).ok());
    QVERIFY(readAll(m_folder->path(u"out.csv"_s)).startsWith(kComma.front()));
    QVERIFY(!readAll(m_folder->path(u"out.csv"_s)).contains("xxx"));
}

void TestCleanedExport::onlyTheOwnerMayReadTheResult()
{
    const Analysis analysis = analysisOf(kComma.join());
    m_folder->write(u"old.csv"_s, "x");
    QVERIFY(QFile::setPermissions(m_folder->path(u"old.csv"_s), QFileDevice::Permissions::fromInt(0x6644)));
    for (const QString &name : {u"new.csv"_s, u"old.csv"_s}) {
        QVERIFY(clean(analysis, CleanedMode::Drop, m_folder->path(name)).ok());
        const auto user = QFileDevice::ReadUser | QFileDevice::WriteUser; // of who runs the test: the owner
        QCOMPARE(QFileInfo(m_folder->path(name)).permissions() & ~user,
                 QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }
}

void TestCleanedExport::aStoppedRunIsCancelled()
{
    const Analysis analysis = analysisOf(kComma.join());
    JobContext context(1);
    context.requestStop();
    const auto counts = writeCleaned(*analysis.table, *analysis.verdicts, 0, CleanedMode::Drop,
                                     m_folder->path(u"out.csv"_s), context);
    QVERIFY(!counts.ok());
    QCOMPARE(counts.error().kind, Error::Kind::Cancelled);
    QVERIFY(!QFileInfo::exists(m_folder->path(u"out.csv"_s)));
}

} // namespace

QTEST_GUILESS_MAIN(TestCleanedExport)

#include "tst_cleanedexport.moc"

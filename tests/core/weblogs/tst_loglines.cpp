// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobcontext.h"
#include "core/weblogs/loglines.h"
#include "core/weblogs/secondseries.h"
#include "support/archivefixture.h"
#include "support/testfolder.h"

#include <QTest>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

/// Made of what hardly packs, so that the file is large enough to be unpacked bit by bit.
QByteArray packed(const QByteArray &bytes)
{
    return archiveOf({{"access.log", bytes}}, {ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP});
}

/// Of the only log there is.
std::unique_ptr<LogLines> opened(const QString &path)
{
    JobContext context(1);
    auto members = logsIn(path, context);
    if (!members)
        qFatal("%s", qPrintable(members.error().message));
    return std::move(LogLines::open(members.value().front()).value());
}

QByteArrayList linesOf(LogLines &lines)
{
    QByteArrayList all;
    while (const auto line = lines.next())
        all << QByteArray(line->data(), static_cast<qsizetype>(line->size()));
    return all;
}

class TestLogLines : public QObject {
    Q_OBJECT

private slots:
    void linesAreTheSameFromEverywhere_data();
    void linesAreTheSameFromEverywhere();
    void aLineThatIsTooLongIsCutOff();
    void aMissingFileIsTold();
    void aDamagedFileFails();
    void secondsAreCountedWhereTheyAre();

private:
    TestFolder m_folder;
};

void TestLogLines::linesAreTheSameFromEverywhere_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("lines");
    QByteArrayList many;
    for (quint64 line = 0; line < 200'000; ++line)
        many << QByteArray::number(line * 6'364'136'223'846'793'005ULL)
                    + QByteArray(qsizetype(line % 41), '.');
    QTest::newRow("many") << many.join('\n') + '\n' << many;
    QTest::newRow("no end") << many.join('\n') << many;
    QTest::newRow("CRLF") << QByteArray("a\r\nb\r\n\r\nc") << QByteArrayList{"a", "b", "", "c"};
    QTest::newRow("empty lines") << QByteArray("\n\na\n\n") << QByteArrayList{"", "", "a", ""};
    const QByteArray longLine(900'000, 'x');
    QTest::newRow("long lines") << longLine + '\n' + longLine + "\nz\n"
                                << QByteArrayList{longLine, longLine, "z"};
}

void TestLogLines::linesAreTheSameFromEverywhere()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, lines);
    const QString paths[] = {m_folder.write(u"access.log"_s, text),
                             m_folder.write(u"access.log.gz"_s, packed(text)),
                             m_folder.write(u"logs.zip"_s, archiveOf({{"access.log", text}}))};
    for (const QString &path : paths) {
        const auto log = opened(path);
        QCOMPARE(linesOf(*log), lines);
        QVERIFY(!log->failed());
        QCOMPARE(log->number(), static_cast<std::uint64_t>(lines.size()));
        QCOMPARE(log->bytesRead(), static_cast<std::uint64_t>(text.size()));
        QCOMPARE(log->bytesExpected(), log->bytesRead());
    }
}

void TestLogLines::aLineThatIsTooLongIsCutOff()
{
    const QByteArray text =
        "a\n" + QByteArray(5'000'000, 'x') + "\nb\n" + QByteArray(LogLines::kLongest, 'y') + "\nc";
    const QByteArrayList all = linesOf(*opened(m_folder.write(u"long.log"_s, text)));
    QCOMPARE(all.size(), 5);
    QCOMPARE(all[1], QByteArray(LogLines::kLongest, 'x'));
    QCOMPARE(all[2], QByteArray("b"));
    QCOMPARE(all[3].size(), qsizetype{LogLines::kLongest});
    QCOMPARE(all[4], QByteArray("c"));
}

void TestLogLines::aMissingFileIsTold()
{
    const auto lines = LogLines::open({m_folder.path(u"none.log"_s), {}, nullptr});
    QVERIFY(!lines.ok());
    QVERIFY(lines.error().message.contains(u"none.log"));
}

void TestLogLines::aDamagedFileFails()
{
    QByteArray text;
    for (quint64 line = 0; line < 400'000; ++line)
        text += QByteArray::number(line * 6'364'136'223'846'793'005ULL) + '\n';
    QByteArray bytes = packed(text);
    bytes.truncate(bytes.size() / 2);
    const auto log = opened(m_folder.write(u"half.log.gz"_s, bytes));
    const QByteArrayList all = linesOf(*log);
    QVERIFY(log->failed());
    QVERIFY(all.size() > 1'000);
}

void TestLogLines::secondsAreCountedWhereTheyAre()
{
    SecondSeries series;
    for (const std::int64_t second : {std::int64_t{1'773'133'200}, std::int64_t{1'773'133'199},
                                      std::int64_t{-1}, std::int64_t{1'773'133'200}})
        ++series.at(second).requests[static_cast<std::size_t>(RequestClass::Scanner)];
    series.at(-1).errors = 3;
    QCOMPARE(series.counts(1'773'133'200).all(), 2U);
    QCOMPARE(series.counts(1'773'133'201).all(), 0U);
    QCOMPARE(series.counts(-1).errors, 3U);
    QCOMPARE(series.blocks().size(), std::size_t{3});
    QCOMPARE(series.sum(1'773'133'199, 1'773'133'201).all(), 3U);
    QCOMPARE(series.sum(1'773'133'199, 1'773'133'200).all(), 1U);
    QCOMPARE(series.sum(-10, 1'773'133'199).errors, 3U);
}

} // namespace

QTEST_GUILESS_MAIN(TestLogLines)
#include "tst_loglines.moc"

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobcontext.h"
#include "core/planner/batchwriter.h"
#include "support/testfolder.h"

#include <QFileInfo>
#include <QMap>
#include <QTest>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kHeader = "name;email;note\r\n";

/// 200 recipients, sorted by domain as lists are: half at one company, the rest at 20 others.
QByteArray list()
{
    QByteArray text = kHeader;
    for (int person = 0; person < 200; ++person) {
        const QByteArray number = QByteArray::number(person);
        text +=
            "\"Person; " + number + "\";p" + number + "@"
            + (person < 100 ? QByteArray("big.example") : "d" + QByteArray::number(person % 20) + ".example")
            + ";x\r\n";
    }
    return text;
}

class TestBatchWriter : public QObject {
    Q_OBJECT

private slots:
    void everyRowIsInOneBatchAsItWas_data();
    void everyRowIsInOneBatchAsItWas();
    void domainsAreSpreadEvenly();
    void theSameListGivesTheSameBatches();
    void aListWithoutHeaderOrLastLineEnd();
    void whatIsNoListIsRefused_data();
    void whatIsNoListIsRefused();

private:
    [[nodiscard]] Result<WrittenBatches> write(const QByteArray &text, int batches,
                                               BatchDraw draw = BatchDraw::Domains,
                                               const QString &folder = u"out"_s) const
    {
        JobContext context(1);
        return writeBatches(m_folder.write(u"list.csv"_s, text), m_folder.path(folder), batches, draw,
                            context);
    }

    TestFolder m_folder;
};

void TestBatchWriter::everyRowIsInOneBatchAsItWas_data()
{
    QTest::addColumn<int>("draw");
    QTest::newRow("domains") << static_cast<int>(BatchDraw::Domains);
    QTest::newRow("random") << static_cast<int>(BatchDraw::Random);
}

void TestBatchWriter::everyRowIsInOneBatchAsItWas()
{
    QFETCH(int, draw);
    const auto written = write(list(), 7, static_cast<BatchDraw>(draw));
    QVERIFY(written.ok());
    QCOMPARE(written.value().recipients, std::uint64_t{200});
    QCOMPARE(written.value().files.size(), 7);
    QCOMPARE(QFileInfo(written.value().files[0]).fileName(), u"batch-01.csv"_s);
    QByteArrayList rows;
    for (const QString &file : written.value().files) {
        const QByteArray text = readAll(file);
        QVERIFY(text.startsWith(kHeader));
        QByteArrayList own = text.mid(kHeader.size()).split('\n');
        QVERIFY(own.takeLast().isEmpty());
        QVERIFY(own.size() == 28 || own.size() == 29);
        rows += own;
    }
    QByteArrayList expected = list().mid(kHeader.size()).split('\n');
    expected.removeLast();
    std::ranges::sort(rows);
    std::ranges::sort(expected);
    QCOMPARE(rows, expected);
}

void TestBatchWriter::domainsAreSpreadEvenly()
{
    const auto written = write(list(), 10);
    for (const QString &file : written.value().files)
        QCOMPARE(readAll(file).count("@big.example"), 10);
    const auto random = write(list(), 10, BatchDraw::Random, u"random"_s);
    QMap<int, int> counts;
    for (const QString &file : random.value().files)
        ++counts[static_cast<int>(readAll(file).count("@big.example"))];
    QVERIFY(counts.size() > 1); // by chance
}

void TestBatchWriter::theSameListGivesTheSameBatches()
{
    const auto one = write(list(), 3);
    const auto other = write(list(), 3, BatchDraw::Domains, u"again"_s);
    for (int batch = 0; batch < 3; ++batch)
        QCOMPARE(readAll(one.value().files[batch]), readAll(other.value().files[batch]));
}

void TestBatchWriter::aListWithoutHeaderOrLastLineEnd()
{
    const auto written = write("a@x.example\nb@x.example\nno address\nc@y.example", 2);
    QVERIFY(written.ok());
    QCOMPARE(written.value().recipients, std::uint64_t{4});
    QCOMPARE(written.value().withoutAddress, std::uint64_t{1});
    QByteArray all = readAll(written.value().files[0]) + readAll(written.value().files[1]);
    for (const char *row : {"a@x.example\n", "b@x.example\n", "no address\n", "c@y.example\n"})
        QVERIFY2(all.contains(row), row);
}

void TestBatchWriter::whatIsNoListIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << QByteArray() << u"is no list of recipients"_s;
    QTest::newRow("words") << QByteArray("a,b\nc,d\n") << u"is no list of recipients"_s;
    QTest::newRow("too few") << QByteArray("email\na@x.example\n") << u"fewer recipients"_s;
}

void TestBatchWriter::whatIsNoListIsRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    const auto written = write(text, 2);
    QVERIFY(!written.ok());
    QVERIFY2(written.error().message.startsWith(u"list.csv "_s) && written.error().message.contains(says),
             qPrintable(written.error().message));
}

} // namespace

QTEST_GUILESS_MAIN(TestBatchWriter)
#include "tst_batchwriter.moc"

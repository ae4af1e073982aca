// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/importer.h"
#include "core/jobs/jobcontext.h"
#include "support/archivefixture.h"
#include "support/testfolder.h"

#include <QTest>

#include <random>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

using Table = std::shared_ptr<const EventTable>;

/// Large enough, also packed, to be read while it is unpacked.
constexpr int kRows = 30'000;

QByteArray hex(std::mt19937 &random)
{
    QByteArray text;
    for (int word = 0; word < 8; ++word)
        text += QByteArray::number(static_cast<uint>(random()), 16);
    return text;
}

/// @param odd what every thousandth row has as its user agent
QByteArray csv(const QByteArray &odd)
{
    std::mt19937 random(5);
    QByteArray text = "time,event,email,campaign,url,ip,user_agent\n";
    for (int row = 0; row < kRows; ++row) {
        const QByteArray who = QByteArray::number(static_cast<uint>(random() % 900));
        text += "2026-03-10T09:" + QByteArray::number(10 + row % 50) + ":00Z,"
                + (row % 3 == 0 ? "open" : "click") + ",p" + who
                + "@nordbank.example,c1,https://shop.example/" + QByteArray::number(row % 7) + ",192.0.2.1,"
                + (row % 1'000 == 999 ? odd : hex(random)) + "\n";
    }
    return text;
}

/// What may not depend on how the file is packed and read.
QByteArray shown(const EventTable &table)
{
    std::string all;
    for (std::size_t event = 0; event < table.size(); ++event) {
        all += std::to_string(table.time(event)) + ' ' + std::to_string(table.row(event)) + ' '
               + std::to_string(table.message(event).value()) + ' ';
        all += table.recipientText(table.recipient(event));
        all += ' ';
        all += table.agentText(table.client(event));
        all += '\n';
    }
    for (const SourceInfo &source : table.sources()) {
        all += source.encoding.toStdString() + ' ' + std::to_string(source.rows) + ' '
               + std::to_string(source.rejectedRows) + '\n';
        for (const RejectedRow &row : source.rejected)
            all += std::to_string(row.row) + ' ' + row.reason.toStdString() + '\n';
    }
    return QByteArray::fromStdString(all);
}

class TestPackedSources : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { setImportPieceForTests(0); }
    void aPackedTableIsReadAsThePlainOne_data();
    void aPackedTableIsReadAsThePlainOne();
    void everyPackingIsRead_data();
    void everyPackingIsRead();
    void aDamagedEndIsRefused();
    void aMissingEndIsRefused();

private:
    static Result<Table> import(const QString &file, int threads)
    {
        JobContext context(threads);
        ImportRequest request;
        request.files = {file};
        return importFiles(request, context);
    }

    TestFolder m_folder;
};

void TestPackedSources::aPackedTableIsReadAsThePlainOne_data()
{
    QTest::addColumn<QByteArray>("odd");
    QTest::newRow("nothing odd") << QByteArray("agent");
    QTest::newRow("line breaks in quotes")
        << QByteArray("\"a\nb,c\n2026-03-10T09:10:00Z,open,x@y.example,,,,\"");
    QTest::newRow("no UTF-8") << QByteArray("Fr\xfchling");
    QTest::newRow("UTF-8") << QByteArray("Fr\xc3\xbchling");
    QTest::newRow("a cell too many") << QByteArray("a,b");
    QTest::newRow("a long cell") << QByteArray(40'000, 'x');
    QTest::newRow("an open quote") << QByteArray("\"agent");
}

/// Also where it turns out only on the way that it has to be unpacked whole.
void TestPackedSources::aPackedTableIsReadAsThePlainOne()
{
    QFETCH(const QByteArray, odd);
    const QByteArray text = csv(odd);
    const QByteArray packed = packedOf(text, ARCHIVE_FILTER_GZIP);
    QVERIFY(packed.size() > 1 << 20);
    const QByteArray expected = shown(*import(m_folder.write(u"events.csv"_s, text), 1).value());
    const QString path = m_folder.write(u"events.csv.gz"_s, packed);
    for (const std::size_t piece : {std::size_t{0}, std::size_t{300'000}, std::size_t{50'001}}) {
        setImportPieceForTests(piece);
        for (int threads = 1; threads <= 3; ++threads) {
            const auto table = import(path, threads);
            QVERIFY2(table.ok(), table.ok() ? "" : qPrintable(table.error().message));
            QCOMPARE(table.value()->sources().front().inner, u"events.csv"_s);
            QVERIFY(shown(*table.value()) == expected);
        }
    }
}

void TestPackedSources::everyPackingIsRead_data()
{
    QTest::addColumn<int>("filter");
    QTest::addColumn<QString>("name");
    QTest::newRow("bzip2") << ARCHIVE_FILTER_BZIP2 << u"events.csv.bz2"_s;
    QTest::newRow("zstd") << ARCHIVE_FILTER_ZSTD << u"events.csv.zst"_s;
    QTest::newRow("xz") << ARCHIVE_FILTER_XZ << u"events.csv.xz"_s;
}

void TestPackedSources::everyPackingIsRead()
{
    QFETCH(const int, filter);
    QFETCH(const QString, name);
    const QByteArray text = csv("agent");
    const QByteArray expected = shown(*import(m_folder.write(u"events.csv"_s, text), 1).value());
    const auto table = import(m_folder.write(name, packedOf(text, filter)), 2);
    QVERIFY(table.ok());
    QVERIFY(shown(*table.value()) == expected);
}

void TestPackedSources::aDamagedEndIsRefused()
{
    QByteArray packed = packedOf(csv("agent"), ARCHIVE_FILTER_GZIP);
    packed[packed.size() - 6] = static_cast<char>(packed[packed.size() - 6] ^ 1); // in the checksum
    const auto table = import(m_folder.write(u"events.csv.gz"_s, packed), 2);
    QVERIFY(!table.ok());
    QVERIFY2(table.error().message.contains(u"is damaged or was cut off"_s),
             qPrintable(table.error().message));
}

void TestPackedSources::aMissingEndIsRefused()
{
    const QByteArray packed = packedOf(csv("agent"), ARCHIVE_FILTER_GZIP);
    const auto table = import(m_folder.write(u"events.csv.gz"_s, packed.chopped(9)), 2);
    QVERIFY(!table.ok());
    QVERIFY2(table.error().message.contains(u"is damaged or was cut off"_s),
             qPrintable(table.error().message));
}

} // namespace

QTEST_GUILESS_MAIN(TestPackedSources)

#include "tst_packedsources.moc"

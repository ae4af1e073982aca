// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/sourcetext.h"
#include "core/jobs/jobcontext.h"
#include "support/testfolder.h"

#include <QTest>

#include <random>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

using Text = std::shared_ptr<const SourceText>;

QByteArray utf16(const QString &text, bool bigEndian)
{
    QByteArray bytes;
    for (const QChar unit : text) {
        const auto high = static_cast<char>(unit.unicode() >> 8U);
        const auto low = static_cast<char>(unit.unicode() & 0xFFU);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    }
    return bytes;
}

QByteArray bytesOf(std::string_view view)
{
    return {view.data(), static_cast<qsizetype>(view.size())};
}

const QString kPlain = u"time,event,email\r\n2026-03-10,click,anna@nordbank.example\r\n"_s;
const QString kRich = u"ä€,\U0001F600,\"Frühling\n\"\r\nstraße,\u2028,x\r\n"_s;
const QString kReplacement = QString(QChar::ReplacementCharacter);

class TestSourceText : public QObject {
    Q_OBJECT

private slots:
    void encodingsAreFoundAndReadExactly_data();
    void encodingsAreFoundAndReadExactly();
    void everyPrefixMeasuresTheBytesItWasMadeOf_data() { encodingsAreFoundAndReadExactly_data(); }
    void everyPrefixMeasuresTheBytesItWasMadeOf();
    void encodeWritesWhatWasRead_data();
    void encodeWritesWhatWasRead();
    void randomUtf16KeepsItsLength();
    void aCharacterAcrossTheCheckedPiecesIsNoFault();
    void aFaultFarBehindMakesTheWholeFileWindows1252();
    void whatIsNoTextIsRefusedByName_data();
    void whatIsNoTextIsRefusedByName();
    void aMissingFileIsRefusedByName();
    void aFolderIsRefusedByName();
    void aStoppedJobIsCancelled();
    void aCompiledInFileIsRead();

private:
    Result<Text> open(const QByteArray &bytes)
    {
        JobContext context(2);
        return SourceText::open(m_folder.write(u"text.csv"_s, bytes), context);
    }

    TestFolder m_folder;
};

void TestSourceText::encodingsAreFoundAndReadExactly_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<int>("mark");
    QTest::addColumn<QString>("expected");

    const QByteArray littleMark = QByteArray::fromHex("fffe");
    const QByteArray bigMark = QByteArray::fromHex("feff");
    const QByteArray utf8Mark = QByteArray::fromHex("efbbbf");
    QTest::newRow("ASCII") << kPlain.toUtf8() << u"UTF-8"_s << 0 << kPlain;
    QTest::newRow("UTF-8") << kRich.toUtf8() << u"UTF-8"_s << 0 << kRich;
    QTest::newRow("UTF-8 with mark") << utf8Mark + kRich.toUtf8() << u"UTF-8"_s << 3 << kRich;
    QTest::newRow("one byte") << QByteArray("a") << u"UTF-8"_s << 0 << u"a"_s;
    QTest::newRow("UTF-8 mark alone") << utf8Mark << u"UTF-8"_s << 3 << QString();
    QTest::newRow("UTF-16LE with mark") << littleMark + utf16(kRich, false) << u"UTF-16LE"_s << 2 << kRich;
    QTest::newRow("UTF-16BE with mark") << bigMark + utf16(kRich, true) << u"UTF-16BE"_s << 2 << kRich;
    QTest::newRow("UTF-16LE without mark") << utf16(kPlain, false) << u"UTF-16LE"_s << 0 << kPlain;
    QTest::newRow("UTF-16BE without mark") << utf16(kPlain, true) << u"UTF-16BE"_s << 0 << kPlain;
    QTest::newRow("UTF-16LE mark alone") << littleMark << u"UTF-16LE"_s << 2 << QString();
    QTest::newRow("UTF-16LE, odd byte at the end")
        << littleMark + utf16(kRich, false) + 'x' << u"UTF-16LE"_s << 2 << kRich;
    QTest::newRow("UTF-16BE, odd byte at the end")
        << bigMark + utf16(kRich, true) + 'x' << u"UTF-16BE"_s << 2 << kRich;

    const QString high = QString(QChar(0xD83D));
    const QString low = QString(QChar(0xDE00));
    const QString broken =
        u"a,"_s + high + u",b,"_s + low + u",c,"_s + high + high + low + low + u"\n"_s + high;
    const QString repaired = u"a,"_s + kReplacement + u",b,"_s + kReplacement + u",c,"_s + kReplacement
                             + u"\U0001F600"_s + kReplacement + u"\n"_s + kReplacement;
    QTest::newRow("lone surrogates, LE")
        << littleMark + utf16(broken, false) << u"UTF-16LE"_s << 2 << repaired;
    QTest::newRow("lone surrogates, BE") << bigMark + utf16(broken, true) << u"UTF-16BE"_s << 2 << repaired;

    QTest::newRow("Windows-1252") << QByteArray("Fr\xfchling,\x80 5,\x93quoted\x94,\xe4\r\n")
                                  << u"Windows-1252"_s << 0 << u"Frühling,€ 5,“quoted”,ä\r\n"_s;
    QTest::newRow("Windows-1252, unassigned bytes")
        << QByteArray("\x81\x8d\x8f\x90\x9d,\xff") << u"Windows-1252"_s << 0
        << u"\u0081\u008d\u008f\u0090\u009d,ÿ"_s;
    QTest::newRow("cut in a character") << QByteArray("a,\xc3") << u"Windows-1252"_s << 0 << u"a,Ã"_s;
}

void TestSourceText::encodingsAreFoundAndReadExactly()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, encoding);
    QFETCH(const int, mark);
    QFETCH(const QString, expected);

    const auto text = open(bytes);
    QVERIFY2(text.ok(), text.ok() ? "" : qPrintable(text.error().message));
    QCOMPARE(titleOf(text.value()->encoding()), encoding);
    QCOMPARE(text.value()->markLength(), static_cast<std::size_t>(mark));
    QCOMPARE(bytesOf(text.value()->text()), expected.toUtf8());
    QCOMPARE(bytesOf(text.value()->bytes()), bytes);
}

/// Walks through the text character by character and checks against the units of the file.
void TestSourceText::everyPrefixMeasuresTheBytesItWasMadeOf()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, encoding);
    QFETCH(const int, mark);
    QFETCH(const QString, expected);
    const auto text = open(bytes);
    QVERIFY(text.ok());
    const std::string_view all = text.value()->text();

    std::size_t made = 0;
    std::size_t place = 0;
    const QList<uint> characters = expected.toUcs4();
    for (const uint code : characters) {
        QCOMPARE(text.value()->byteLength(all.substr(0, place)), made);
        const std::size_t utf8 = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1'0000 ? 3 : 4;
        const std::size_t units = code < 0x1'0000 ? 1 : 2;
        place += utf8;
        made += encoding == u"UTF-8"_s ? utf8 : encoding == u"Windows-1252"_s ? 1 : 2 * units;
    }
    QCOMPARE(place, all.size());
    QCOMPARE(text.value()->byteLength(all), made);
    const std::size_t content = static_cast<std::size_t>(bytes.size() - mark);
    QCOMPARE(made, encoding.startsWith(u"UTF-16"_s) ? content / 2 * 2 : content);
}

void TestSourceText::encodeWritesWhatWasRead_data()
{
    encodingsAreFoundAndReadExactly_data();
}

/// What Clicksieve adds (delimiters, quotes, ASCII words) comes out in the encoding of the file.
void TestSourceText::encodeWritesWhatWasRead()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, encoding);
    const auto text = open(bytes);
    QVERIFY(text.ok());
    const QString added = u";machine;0.9876;\"a;b\""_s;
    const QByteArray expected = encoding == u"UTF-16LE"_s   ? utf16(added, false)
                                : encoding == u"UTF-16BE"_s ? utf16(added, true)
                                                            : added.toUtf8();
    QCOMPARE(text.value()->encode(added.toStdString()), expected);
}

void TestSourceText::randomUtf16KeepsItsLength()
{
    const unsigned seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 200; ++round) {
        QString units;
        for (auto left = random() % 60; left > 0; --left) // half of the units are surrogates, in any order
            units += QChar(
                static_cast<char16_t>(random() % 2 == 0 ? 0xD800 + random() % 0x800 : random() % 0xD800));
        const QByteArray bytes = QByteArray::fromHex("feff") + utf16(units, true);
        const auto text = open(bytes);
        QVERIFY(text.ok());
        QCOMPARE(text.value()->byteLength(text.value()->text()), static_cast<std::size_t>(units.size()) * 2);
        QVERIFY(
            QUtf8StringView(text.value()->text().data(), static_cast<qsizetype>(text.value()->text().size()))
                .isValidUtf8());
    }
}

/// The check runs in pieces of 8 MiB: a character across a border is whole all the same.
void TestSourceText::aCharacterAcrossTheCheckedPiecesIsNoFault()
{
    constexpr qsizetype kBorder = qsizetype{8} << 20;
    for (qsizetype before = kBorder - 3; before <= kBorder; ++before) {
        const auto text = open(QByteArray(before, 'a') + "\xf0\x9f\x98\x80" + "b");
        QVERIFY(text.ok());
        QCOMPARE(text.value()->encoding(), TextEncoding::Utf8);
    }
}

void TestSourceText::aFaultFarBehindMakesTheWholeFileWindows1252()
{
    constexpr qsizetype kBorder = qsizetype{8} << 20;
    for (const QByteArray &fault : {QByteArray("\x80"), QByteArray("\x80\x80\x80"), QByteArray("\xe4")}) {
        const auto text = open(QByteArray(kBorder, 'a') + fault + "b");
        QVERIFY(text.ok());
        QCOMPARE(text.value()->encoding(), TextEncoding::Windows1252);
        QCOMPARE(text.value()->byteLength(text.value()->text()), text.value()->bytes().size());
    }
}

void TestSourceText::whatIsNoTextIsRefusedByName_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("word"); // what the sentence must say

    QTest::newRow("empty") << QByteArray() << u"empty"_s;
    QTest::newRow("zip") << QByteArray("PK\x03\x04rest of it") << u"zip"_s;
    QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08 rest") << u"gzip"_s;
    QTest::newRow("zstd") << QByteArray("\x28\xb5\x2f\xfd rest") << u"zstd"_s;
    QTest::newRow("old Excel") << QByteArray("\xd0\xcf\x11\xe0 rest") << u"Excel"_s;
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\n") << u"PDF"_s;
    QTest::newRow("PNG") << QByteArray("\x89PNG\r\n\x1a\n") << u"picture"_s;
    QTest::newRow("SQLite") << QByteArray("SQLite format 3\0", 16) << u"database"_s;
    QTest::newRow("zero bytes") << QByteArray(1'000, '\0') << u"no text file"_s;
    QTest::newRow("one zero byte") << QByteArray("time,event\0,email\n", 18) << u"no text file"_s;
    QByteArray noise;
    std::mt19937 random(1);
    for (int place = 0; place < 100'000; ++place)
        noise += static_cast<char>(random() & 0xFFU);
    QTest::newRow("noise") << noise << u"no text file"_s;
}

void TestSourceText::whatIsNoTextIsRefusedByName()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, word);

    JobContext context(1);
    const auto text = SourceText::open(m_folder.write(u"odd name.csv"_s, bytes), context);
    QVERIFY(!text.ok());
    QCOMPARE(text.error().kind, Error::Kind::Unrecognised);
    QVERIFY2(text.error().message.contains(u"odd name.csv"_s), qPrintable(text.error().message));
    QVERIFY2(text.error().message.contains(word), qPrintable(text.error().message));
    QVERIFY(text.error().message.endsWith(u'.'));
}

void TestSourceText::aMissingFileIsRefusedByName()
{
    JobContext context(1);
    const auto text = SourceText::open(m_folder.path(u"nowhere.csv"_s), context);
    QVERIFY(!text.ok());
    QCOMPARE(text.error().kind, Error::Kind::Unreadable);
    QVERIFY(text.error().message.contains(u"nowhere.csv"_s));
}

void TestSourceText::aFolderIsRefusedByName()
{
    JobContext context(1);
    const auto text = SourceText::open(m_folder.root(), context);
    QVERIFY(!text.ok());
    QCOMPARE(text.error().kind, Error::Kind::Unreadable);
    QVERIFY(text.error().message.contains(u"folder"_s));
    QVERIFY(text.error().message.contains(m_folder.root()));
}

void TestSourceText::aStoppedJobIsCancelled()
{
    JobContext context(1);
    context.requestStop();
    const auto text = SourceText::open(m_folder.write(u"text.csv"_s, kPlain.toUtf8()), context);
    QVERIFY(!text.ok());
    QCOMPARE(text.error().kind, Error::Kind::Cancelled);
}

void TestSourceText::aCompiledInFileIsRead()
{
    JobContext context(1);
    const auto text = SourceText::open(u":/clicksieve/formats/listmonk.json"_s, context);
    QVERIFY2(text.ok(), text.ok() ? "" : qPrintable(text.error().message));
    QFile file(QStringLiteral(CLICKSIEVE_SOURCE_DIR "/resources/formats/listmonk.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(bytesOf(text.value()->text()), file.readAll());
}

} // namespace

QTEST_GUILESS_MAIN(TestSourceText)

#include "tst_sourcetext.moc"

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/jsonreader.h"
#include "core/ingest/jsonrepair.h"

#include <QTest>

#include <string>
#include <vector>

using namespace clicksieve;
using namespace Qt::StringLiterals;

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString joined(std::span<const std::string_view> cells)
{
    QStringList list;
    for (const std::string_view cell : cells)
        list << text(cell);
    return list.join(u'|');
}

/// The events of one record, one a line.
QStringList cellsOf(const std::vector<std::string> &paths, const QByteArray &record, const char *each = "")
{
    JsonCells cells(paths, each);
    QStringList list;
    if (!cells.read({record.constData(), static_cast<std::size_t>(record.size())}, {}))
        return {u"no object"_s};
    while (cells.nextEvent())
        list << joined(cells.cells());
    return list;
}

/// What a reader makes of a whole text: "+" in front of the first event of a record.
QStringList readAll(const QByteArray &json, const std::vector<std::string> &paths, const char *each = "")
{
    static const std::vector<std::string> kKeys = {"items", "emails"};
    JsonReader reader({json.constData(), static_cast<std::size_t>(json.size())}, kKeys, paths, each);
    QStringList list;
    while (reader.next()) {
        const QString row = reader.startsRecord() ? u"+"_s : QString();
        list << row
                    + (reader.fault() == JsonReader::Fault::Broken     ? u"broken"_s
                       : reader.fault() == JsonReader::Fault::NoEvents ? u"none"_s
                                                                       : joined(reader.cells()));
    }
    return list;
}

class TestJsonCells : public QObject {
    Q_OBJECT

private slots:
    void anyKeyAndANamedOneAreTheSame();
    void theOrderOfKeysChangesNothing();
    void oneRecordLeavesNothingToTheNext();
    void avroUnionsAreOpenedEverywhere();
    void eachOverObjectsAndWords_data();
    void eachOverObjectsAndWords();
    void aListThatStandsTwiceCountsOnce();
    void nestingIsFollowedAsFarAsItGoes();
    void whatParsersRefuseIsRead_data();
    void whatParsersRefuseIsRead();
    void repairChangesNothingElse_data();
    void repairChangesNothingElse();
    void anAnswerMayCarryManyRecords();
    void anEnvelopeIsOneRow();
};

void TestJsonCells::anyKeyAndANamedOneAreTheSame()
{
    const QByteArray record = R"({"msys":{"track_event":{"type":"open","geo":{"type":"no"}}}})";
    QCOMPARE(cellsOf({"msys.*.type", "msys.track_event.type"}, record), QStringList{u"open|open"_s});
    QCOMPARE(cellsOf({"*.type"}, record), QStringList{QString()});
    QCOMPARE(cellsOf({"*.x"}, R"({"a":{"x":""},"b":{"x":null},"c":{"x":"y"},"d":{"x":"z"}})"),
             QStringList{u"y"_s}); // the first that says something
    QCOMPARE(cellsOf({"a.b", "a.b", "a"}, R"({"a":{"b":1}})"), QStringList{u"1|1|{}"_s});
}

void TestJsonCells::theOrderOfKeysChangesNothing()
{
    const std::vector<std::string> paths = {"b.c", "a", "to"};
    const QStringList wanted{u"1|x|p"_s, u"1|x|q"_s};
    QCOMPARE(cellsOf(paths, R"({"a":"x","b":{"c":1},"to":["p","q"]})", "to"), wanted);
    QCOMPARE(cellsOf(paths, R"({"to":["p","q"],"b":{"c":1},"a":"x"})", "to"), wanted);
}

void TestJsonCells::oneRecordLeavesNothingToTheNext()
{
    QCOMPARE(readAll(R"([{"a":1,"l":[{"b":2},{"b":3}]},{"l":[{}]},{},{"a":4}])", {"a", "l.b"}, "l"),
             QStringList({u"+1|2"_s, u"1|3"_s, u"+|"_s, u"+|"_s, u"+4|"_s}));
}

void TestJsonCells::avroUnionsAreOpenedEverywhere()
{
    QCOMPARE(cellsOf({"a.b", "c"}, R"({"a":{"array":[{"b":{"boolean":true}}]},"c":{"double":1.5}})"),
             QStringList{u"true|1.5"_s});
    QCOMPARE(cellsOf({"to"}, R"({"to":{"array":[{"string":"p"},{"string":"q"},null]}})", "to"),
             QStringList({u"p"_s, u"q"_s, QString()}));
    QCOMPARE(cellsOf({"a"}, R"({"a":{"Text":"x"}})"), QStringList{u"{}"_s});
}

void TestJsonCells::eachOverObjectsAndWords_data()
{
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<QStringList>("events");
    QTest::newRow("objects") << QByteArray(R"({"w":1,"m":{"l":[{"t":"a"},{"t":"b"}]}})")
                             << QStringList({u"1|{}|a"_s, u"1|{}|b"_s});
    QTest::newRow("words") << QByteArray(R"({"m":{"l":["a","b"]},"w":1})")
                           << QStringList({u"1|a|"_s, u"1|b|"_s});
    QTest::newRow("one word in two") << QByteArray(R"({"m":{"l":["a","a"]}})")
                                     << QStringList({u"|a|"_s, u"|a|"_s});
    QTest::newRow("none") << QByteArray(R"({"m":{"l":[]},"w":1})") << QStringList();
    QTest::newRow("null") << QByteArray(R"({"m":{"l":null},"w":1})") << QStringList{u"1||"_s};
    QTest::newRow("one object") << QByteArray(R"({"m":{"l":{"t":"a"}},"w":1})") << QStringList{u"1|{}|a"_s};
    QTest::newRow("a list within") << QByteArray(R"({"m":{"l":[{"t":["a","b"]}]}})")
                                   << QStringList{u"|{}|a"_s};
    QTest::newRow("of the first only")
        << QByteArray(R"({"m":[{"l":["a"]},{"l":["b"]}]})") << QStringList{u"|a|"_s};
}

void TestJsonCells::eachOverObjectsAndWords()
{
    QFETCH(const QByteArray, record);
    QFETCH(const QStringList, events);
    QCOMPARE(cellsOf({"w", "m.l", "m.l.t"}, record, "m.l"), events);
}

void TestJsonCells::aListThatStandsTwiceCountsOnce()
{
    QCOMPARE(cellsOf({"l"}, R"({"l":["a","b"],"l":["c"]})", "l"), QStringList({u"a"_s, u"b"_s}));
}

void TestJsonCells::nestingIsFollowedAsFarAsItGoes()
{
    constexpr int kDepth = 500;
    std::string path = "a";
    for (int level = 1; level < kDepth; ++level)
        path += ".a";
    const QByteArray deep =
        QByteArray("{\"a\":").repeated(kDepth) + "\"x\"" + QByteArray("}").repeated(kDepth);
    QCOMPARE(cellsOf({path}, deep), QStringList{u"x"_s});
    QCOMPARE(cellsOf({"b"}, R"({"a":)" + QByteArray("[").repeated(kDepth) + QByteArray("]").repeated(kDepth)
                                + R"(,"b":1})"),
             QStringList{u"1"_s});
}

void TestJsonCells::whatParsersRefuseIsRead_data()
{
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<QString>("cells");
    QTest::newRow("number beyond 64 bits") << QByteArray(R"({"a":123456789012345678901234567890,"b":"x"})")
                                           << u"123456789012345678901234567890|x"_s;
    QTest::newRow("just beyond") << QByteArray(R"({"a":18446744073709551616,"b":-9223372036854775809})")
                                 << u"18446744073709551616|-9223372036854775809"_s;
    QTest::newRow("too large a fraction") << QByteArray(R"({"a":1e400,"b":1.5})") << u"1e400|1.5"_s;
    QTest::newRow("first half of an emoji")
        << QByteArray(R"({"a":"x\ud83d","b":"\ud83d\ude00"})") << u"x\ufffd|\U0001F600"_s;
    QTest::newRow("second half") << QByteArray(R"({"a":"\ude00x","b":"\\ud83d"})") << u"\ufffdx|\\ud83d"_s;
    QTest::newRow("two first halves")
        << QByteArray(R"({"a":"\ud83d\ud83d\ude00","b":1})") << u"\ufffd\U0001F600|1"_s;
    QTest::newRow("in an envelope") << QByteArray(
        R"({"Type":"Notification","Message":"{\"a\":\"\\ud83d\",\"b\":1}"})")
                                    << u"\ufffd|1"_s;
}

void TestJsonCells::whatParsersRefuseIsRead()
{
    QFETCH(const QByteArray, record);
    QFETCH(const QString, cells);
    QCOMPARE(cellsOf({"a", "b"}, record), QStringList{cells});
}

void TestJsonCells::repairChangesNothingElse_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json :
         {"", "{", "\"", "\"\\", "\"\\u", "\"\\u12", "\"\\ud83", "-", "{\"a\":-}", "{\"a\":01}", "[1,2.5,-3]",
          R"({"a":"12345678901234567890123","b":"\"1e400"})",
          R"({"a":123456789012345678,"b":0.1234567890123456789})", R"("\u00fc\uD83D\uDE00\n")", "NaN x 12a"})
        QTest::newRow(json) << QByteArray(json);
}

void TestJsonCells::repairChangesNothingElse()
{
    QFETCH(const QByteArray, json);
    QCOMPARE(repairedJson({json.constData(), static_cast<std::size_t>(json.size())}), json.toStdString());
}

void TestJsonCells::anAnswerMayCarryManyRecords()
{
    const QByteArray answers = R"([{"operation_id":"1","response":"{\"emails\":[{\"a\":1,\"l\":[]},)"
                               R"({\"a\":2,\"l\":[\"x\",\"y\"]},{\"a\":3,\"l\":[\"z\"]}],\"n\":{\"a\":9}}"},)"
                               R"({"operation_id":"2","response":"{\"emails\":[]}"},)"
                               R"({"operation_id":"3","response":"[{\"a\":4},{\"a\":5}]"},)"
                               R"({"operation_id":"4","response":"{\"emails\":[{\"a\":6},{\"a\":]}"},)"
                               R"({"a":7}])";
    QCOMPARE(readAll(answers, {"a", "l"}, "l"),
             QStringList({u"+2|x"_s, u"2|y"_s, u"3|z"_s, u"+none"_s, u"+4|"_s, u"5|"_s, u"+6|"_s, u"broken"_s,
                          u"+7|"_s}));
}

void TestJsonCells::anEnvelopeIsOneRow()
{
    const QByteArray note = R"({"Type":"Notification","Message":"Hello.","a":"outer"})";
    const QByteArray event = R"({"Type":"Notification","Message":" {\"a\":\"inner\"}\n"})";
    QCOMPARE(readAll(note + '\n' + event, {"a"}), QStringList({u"+outer"_s, u"+inner"_s}));
}

} // namespace

QTEST_GUILESS_MAIN(TestJsonCells)

#include "tst_jsoncells.moc"

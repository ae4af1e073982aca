// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/jsonreader.h"

#include <QTest>

#include <string>
#include <vector>

using namespace clicksieve;
using namespace Qt::StringLiterals;

namespace {

const std::vector<std::string> kKeys = {"items", "events", "users"};

/// Records one a line; a broken one with "broken" in front, the key of its array behind a bar.
QStringList recordsOf(const QByteArray &text, JsonRecords::State state = {})
{
    JsonRecords records({text.constData(), static_cast<std::size_t>(text.size())}, kKeys, std::move(state));
    QStringList list;
    while (records.next()) {
        const std::string_view record = records.record();
        const std::string_view key = records.key();
        QString shown = QString::fromUtf8(record.data(), static_cast<qsizetype>(record.size()));
        if (records.isBroken())
            shown = u"broken "_s + shown;
        if (!key.empty())
            shown += u'|' + QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
        list << shown;
    }
    return list;
}

QStringList cellsOf(const std::vector<std::string> &paths, const QByteArray &record, const char *each = "")
{
    JsonCells cells(paths, each);
    QStringList list;
    if (!cells.read({record.constData(), static_cast<std::size_t>(record.size())}, "k"))
        return {u"no object"_s};
    while (cells.nextEvent()) {
        QStringList event;
        for (const std::string_view cell : cells.cells())
            event << QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()));
        list << event.join(u'|');
    }
    return list;
}

class TestJsonRecords : public QObject {
    Q_OBJECT

private slots:
    void everyShapeGivesItsRecords_data();
    void everyShapeGivesItsRecords();
    void brokenRecordsAreReportedAndReadingGoesOn_data();
    void brokenRecordsAreReportedAndReadingGoesOn();
    void everyPrefixEndsAndLosesNoWholeRecord();
    void everyPrefixOfEveryShapeEnds();
    void bracketsThatAreNeverClosedTakeNoLonger();
    void readingGoesOnFromEveryState();
    void cellsAreExact_data();
    void cellsAreExact();
    void envelopesAreOpened();
    void eachElementIsAnEvent();
    void whatIsNoObjectIsRefused();
};

void TestJsonRecords::everyShapeGivesItsRecords_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("records");
    const QStringList two{u"{\"a\":1}"_s, u"{\"a\":2}"_s};
    const QStringList ofItems{u"{\"a\":1}|items"_s, u"{\"a\":2}|items"_s};
    QTest::newRow("nothing") << QByteArray(" \n") << QStringList();
    QTest::newRow("array") << QByteArray(R"([ {"a":1} , {"a":2} ])") << two;
    QTest::newRow("empty array") << QByteArray("[]") << QStringList();
    QTest::newRow("lines") << QByteArray("{\"a\":1}\r\n\n{\"a\":2}") << two;
    QTest::newRow("nothing between") << QByteArray(R"({"a":1}{"a":2})") << two;
    QTest::newRow("text sequence") << QByteArray("\x1e{\"a\":1}\n\x1e{\"a\":2}\n") << two;
    QTest::newRow("several arrays") << QByteArray("[{\"a\":1}]\n[{\"a\":2}]\n") << two;
    QTest::newRow("wrapped") << QByteArray(R"({"items":[{"a":1},{"a":2}],"paging":{"items":[{"x":1}]}})")
                             << ofItems;
    QTest::newRow("wrapped behind counts")
        << QByteArray(R"({"total":2,"b":null,"items":[{"a":1},{"a":2}]})") << ofItems;
    QTest::newRow("wrapped, empty") << QByteArray(R"({"items":[],"total":0})") << QStringList();
    QTest::newRow("two arrays in one") << QByteArray(R"({"items":[{"a":1}],"n":1,"events":[{"a":2}]})")
                                       << QStringList({u"{\"a\":1}|items"_s, u"{\"a\":2}|events"_s});
    QTest::newRow("wrapped in wrapped") << QByteArray(R"({"users":[{"id":7,"events":[{"a":1},{"a":2}]}]})")
                                        << QStringList({u"{\"a\":1}|events"_s, u"{\"a\":2}|events"_s});
    QTest::newRow("lines of wrappers")
        << QByteArray("{\"items\":[{\"a\":1}]}\n{\"items\":[{\"a\":2}]}\n") << ofItems;
    const QByteArray own = R"({"w":1,"x":2,"y":3,"z":4,"items":[{"a":1}]})"; // a sender's list in an event
    QTest::newRow("list of an event's own") << own << QStringList(QString::fromUtf8(own));
    const QByteArray inArray = R"({"event":"open","items":[{"a":1}]})";
    QTest::newRow("the same in an array") << "[" + inArray + "]" << QStringList(QString::fromUtf8(inArray));
    const QByteArray scalars = R"({"items":["x"],"a":1})";
    QTest::newRow("a list of words is none of records") << scalars << QStringList(QString::fromUtf8(scalars));
    const QByteArray odd = R"({"a":"}]{[ \" \\","b":[[{}],"\\\""],"ü":"\u007d"})";
    QTest::newRow("brackets in texts")
        << "[" + odd + "," + odd + "]" << QStringList({QString::fromUtf8(odd), QString::fromUtf8(odd)});
}

void TestJsonRecords::everyShapeGivesItsRecords()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QStringList, records);
    QCOMPARE(recordsOf(text), records);
}

void TestJsonRecords::brokenRecordsAreReportedAndReadingGoesOn_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("records");
    const QString good = u"{\"a\":2}"_s;
    QTest::newRow("cut off at the end")
        << QByteArray("{\"a\":2}\n{\"a\":") << QStringList({good, u"broken {\"a\":"_s});
    QTest::newRow("open quote") << QByteArray("{\"a\":\"x}\n{\"a\":2}\n")
                                << QStringList({u"broken {\"a\":\"x}"_s, good});
    QTest::newRow("missing bracket") << QByteArray("{\"b\":{\"a\":1}\n{\"a\":2}\n")
                                     << QStringList({u"broken {\"b\":{\"a\":1}"_s, good});
    QTest::newRow("no JSON between") << QByteArray("{\"a\":2}\nsome words\n{\"a\":2}")
                                     << QStringList({good, u"broken some words"_s, good});
    QTest::newRow("in an array") << QByteArray("[{\"a\":\"x},\n{\"a\":2}]")
                                 << QStringList({u"broken {\"a\":\"x},"_s, good});
    const QString three = u"{\"a\":3}"_s;
    QTest::newRow("missing bracket in an array") << QByteArray("[{\"b\":{\"a\":1},\n{\"a\":2},\n{\"a\":3}]")
                                                 << QStringList({u"broken {\"b\":{\"a\":1},"_s, good, three});
    QTest::newRow("the same in one line") << QByteArray(R"([{"b":{"a":1},{"a":2},{"a":3}])")
                                          << QStringList({u"broken {\"b\":{\"a\":1},"_s, good, three});
    QTest::newRow("missing bracket in a wrapped array")
        << QByteArray("{\"items\":[{\"b\":{\"a\":1},{\"a\":2}],\"n\":1}\n{\"a\":3}")
        << QStringList({u"broken {\"b\":{\"a\":1},|items"_s, good + u"|items"_s, three});
    QTest::newRow("cut off before its value")
        << QByteArray("{\"a\":\n{\"a\":2}\n{\"a\":3}\n") << QStringList({u"broken {\"a\":"_s, good, three});
    QTest::newRow("cut off in an escape") << QByteArray("{\"a\":\"\\\n{\"a\":2}\n{\"a\":3}\n")
                                          << QStringList({u"broken {\"a\":\"\\"_s, good, three});
    QTest::newRow("cut off behind a comma") << QByteArray("{\"a\":1,\n{\"a\":2}\n{\"a\":3}\n")
                                            << QStringList({u"broken {\"a\":1,"_s, good, three});
    QTest::newRow("cut off over several lines")
        << QByteArray("[\n  {\n    \"b\": {\n  {\"a\":2},\n  {\"a\":3}\n]")
        << QStringList({u"broken {\n    \"b\": {"_s, good, three});
    QTest::newRow("open quote over several lines")
        << QByteArray("[\n  {\n    \"b\": \"x\n    \"c\": [\n      {\"x\":1}]\n  },\n  {\"a\":2}\n]")
        << QStringList({u"broken {\n    \"b\": \"x\n    \"c\": [\n      {\"x\":1}]\n  },"_s, good});
    QTest::newRow("wrapper cut off behind its records")
        << QByteArray("{\"items\":[{\"a\":2}],\"pa\n{\"items\":[{\"a\":3}]}\n{\"a\":3}")
        << QStringList({good + u"|items"_s, u"broken \"pa"_s, three + u"|items"_s, three});
    QTest::newRow("wrapper without its end")
        << QByteArray("{\"items\":[{\"a\":2}]\n{\"items\":[{\"a\":3}]}\n")
        << QStringList({good + u"|items"_s, three + u"|items"_s});
    QTest::newRow("garbage before each of them")
        << QByteArray("got:\n  {\"a\":2}\ngot:\n  {\"a\":3}\n")
        << QStringList({u"broken got:"_s, good, u"broken got:"_s, three});
    QTest::newRow("a bracket too many")
        << QByteArray("{\"a\":2}}\n{\"a\":3}\n") << QStringList({good, u"broken }"_s, three});
    QTest::newRow("a number in an array")
        << QByteArray("[5,\n{\"a\":2}]") << QStringList({u"broken 5,"_s, good});
}

void TestJsonRecords::brokenRecordsAreReportedAndReadingGoesOn()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QStringList, records);
    QCOMPARE(recordsOf(text), records);
}

/// However a file is cut, reading ends, and the records before the cut are whole.
void TestJsonRecords::everyPrefixEndsAndLosesNoWholeRecord()
{
    for (const char *between : {",\n", ", ", "\n"}) {
        const bool isArray = between[0] == ',';
        const QByteArray one = R"({"a":"x\"}","b":{"c":[1,{"d":null}]}})";
        const QByteArray text = (isArray ? "{\"n\":1,\"items\":[" : "") + one + between + one + between + one
                                + (isArray ? "],\"next\":{}}" : "\n");
        for (qsizetype length = 0; length <= text.size(); ++length) {
            const QByteArray cut = text.left(length);
            const QStringList records = recordsOf(cut);
            const auto whole = records.count(QString::fromUtf8(one) + (isArray ? u"|items"_s : QString()));
            QCOMPARE(whole, cut.count(one));
            QVERIFY(records.size() <= whole + 1);
        }
    }
}

/// Each next() moves on, also where a text is cut or a character of it is lost.
void TestJsonRecords::everyPrefixOfEveryShapeEnds()
{
    const QByteArray text =
        "[{\"a\":\"x\\\"\\\\\",\"b\":[{},[]]},\n {\"items\":[{\"a\":2},{\"a\":3}],\"x\":1,"
        "\"events\":[{\"a\":4}]}]\n{\"a\":6}{\"users\":[{\"id\":1,\n\"events\":[{\"a\":7}]}]}\n";
    for (qsizetype length = 0; length <= text.size(); ++length) {
        for (const QByteArray &damaged : {text.left(length), text.left(length) + text.mid(length + 1)}) {
            JsonRecords records({damaged.constData(), static_cast<std::size_t>(damaged.size())}, kKeys);
            qsizetype count = 0;
            while (records.next()) {
                QVERIFY(++count <= text.size());
                QVERIFY(records.begin() < records.end() && records.end() <= records.state().position);
            }
        }
    }
}

/// From each line of such a text, the rest would be gone through again.
void TestJsonRecords::bracketsThatAreNeverClosedTakeNoLonger()
{
    constexpr qsizetype kLines = 50'000;
    for (const char *line : {"{\n", "{\"a\":\n", "{\"a\":[\n", "{\"items\":[\n"}) {
        const QStringList records = recordsOf(QByteArray(line).repeated(kLines));
        QVERIFY(records.size() <= kLines);
        for (const QString &record : records)
            QVERIFY(record.startsWith(u"broken "_s));
    }
}

void TestJsonRecords::readingGoesOnFromEveryState()
{
    const QByteArray text =
        R"([{"a":1},{"items":[{"a":2},{"a":3}],"x":1,"events":[{"a":4}]},{"a":5}] {"a":6}{"users":[{"id":1,"events":[{"a":7}]}]})";
    const QStringList all = recordsOf(text);
    QCOMPARE(all.size(), 7);
    JsonRecords records({text.constData(), static_cast<std::size_t>(text.size())}, kKeys);
    for (qsizetype read = 1; records.next(); ++read)
        QCOMPARE(recordsOf(text, records.state()), all.mid(read));
}

void TestJsonRecords::cellsAreExact_data()
{
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<QString>("cell");
    QTest::newRow("text") << QByteArray(R"({"a":{"b":"x"}})") << u"x"_s;
    QTest::newRow("escapes") << QByteArray(R"({"a":{"b":"\u00fc\n\"\/"}})") << u"\u00fc\n\"/"_s;
    QTest::newRow("beyond 2^53") << QByteArray(R"({"a":{"b":9007199254740993}})") << u"9007199254740993"_s;
    QTest::newRow("64 bits") << QByteArray(R"({"a":{"b":18446744073709551615}})")
                             << u"18446744073709551615"_s;
    QTest::newRow("negative") << QByteArray(R"({"a":{"b":-9223372036854775808}})")
                              << u"-9223372036854775808"_s;
    QTest::newRow("fraction") << QByteArray(R"({"a":{"b":1773133231.25}})") << u"1773133231.25"_s;
    QTest::newRow("exponent") << QByteArray(R"({"a":{"b":1.773133231e9}})") << u"1773133231"_s;
    QTest::newRow("true") << QByteArray(R"({"a":{"b":true}})") << u"true"_s;
    QTest::newRow("null") << QByteArray(R"({"a":{"b":null}})") << QString();
    QTest::newRow("absent") << QByteArray(R"({"a":{}})") << QString();
    QTest::newRow("no object on the way") << QByteArray(R"({"a":5})") << QString();
    QTest::newRow("first of an array") << QByteArray(R"({"a":{"b":["x","y"]}})") << u"x"_s;
    QTest::newRow("array on the way") << QByteArray(R"({"a":[{"b":"x"},{"b":"y"}]})") << u"x"_s;
    QTest::newRow("empty array") << QByteArray(R"({"a":{"b":[]}})") << QString();
    QTest::newRow("object") << QByteArray(R"({"a":{"b":{"c":1}}})") << u"{}"_s;
    QTest::newRow("Avro union") << QByteArray(R"({"a":{"b":{"string":"x"}}})") << u"x"_s;
    QTest::newRow("Avro long") << QByteArray(R"({"a":{"b":{"long":5}}})") << u"5"_s;
    QTest::newRow("no union") << QByteArray(R"({"a":{"b":{"string":"x","y":1}}})") << u"{}"_s;
    QTest::newRow("key twice") << QByteArray(R"({"a":{"b":"x","b":"y"}})") << u"x"_s;
    QTest::newRow("behind others") << QByteArray(R"({"z":[[[{"b":1}]]],"a":{"c":{},"b":"x"}})") << u"x"_s;
}

void TestJsonRecords::cellsAreExact()
{
    QFETCH(const QByteArray, record);
    QFETCH(const QString, cell);
    QCOMPARE(cellsOf({"a.b"}, record), QStringList{cell});
    QCOMPARE(cellsOf({"*.b", "$key"}, record).first().section(u'|', -1), u"k"_s);
}

void TestJsonRecords::envelopesAreOpened()
{
    QCOMPARE(cellsOf({"a"}, R"({"Type":"Notification","Message":"{\"a\":\"x\"}","a":"outer"})"),
             QStringList{u"x"_s});
    QCOMPARE(cellsOf({"a"}, R"({"Type":"Notification","Message":"just a note","a":"outer"})"),
             QStringList{u"outer"_s});
    QCOMPARE(cellsOf({"a"}, R"({"operation_id":"1","status_code":200,"response":"{\"a\":\"x\"}"})"),
             QStringList{u"x"_s});
    QCOMPARE(cellsOf({"a"}, R"({"Type":"Other","Message":"{\"a\":\"x\"}","a":"outer"})"),
             QStringList{u"outer"_s});
}

void TestJsonRecords::eachElementIsAnEvent()
{
    const QByteArray record = R"({"list":[{"t":1},{"t":2,"u":"x"},{}],"who":"anna"})";
    QCOMPARE(cellsOf({"who", "list.t", "list.u"}, record, "list"),
             QStringList({u"anna|1|"_s, u"anna|2|x"_s, u"anna||"_s}));
    QCOMPARE(cellsOf({"to", "x"}, R"({"x":1,"to":["a","b"]})", "to"), QStringList({u"a|1"_s, u"b|1"_s}));
    QCOMPARE(cellsOf({"to", "x"}, R"({"x":1,"to":"a"})", "to"), QStringList{u"a|1"_s}); // no array: as it is
    QCOMPARE(cellsOf({"to", "x"}, R"({"x":1})", "to"), QStringList{u"|1"_s});
    QCOMPARE(cellsOf({"to", "x"}, R"({"x":1,"to":[]})", "to"), QStringList());
}

void TestJsonRecords::whatIsNoObjectIsRefused()
{
    for (const char *text :
         {"", "[1]", "5", "{\"a\":}", "{\"a\":1", "{\"a\":1}x", "{'a':1}", "{\"a\":\"\xff\"}"})
        QCOMPARE(cellsOf({"a"}, text), QStringList{u"no object"_s});
    QByteArray deep;
    for (int level = 0; level < 3'000; ++level)
        deep += "{\"a\":";
    QCOMPARE(cellsOf({"a"}, deep + "1" + QByteArray(3'000, '}')), QStringList{u"no object"_s});
}

} // namespace

QTEST_GUILESS_MAIN(TestJsonRecords)

#include "tst_jsonrecords.moc"

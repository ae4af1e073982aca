// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/formbody.h"

#include <QTest>

#include <string>

using namespace clicksieve;
using namespace Qt::StringLiterals;

namespace {

QString jsonFrom(const QByteArray &text)
{
    return QString::fromStdString(
        jsonFromFormBody({text.constData(), static_cast<std::size_t>(text.size())}));
}

class TestFormBody : public QObject {
    Q_OBJECT

private slots:
    void bodiesAreKnownByTheirFirstLine_data();
    void bodiesAreKnownByTheirFirstLine();
    void bodiesBecomeJson_data();
    void bodiesBecomeJson();
};

void TestFormBody::bodiesAreKnownByTheirFirstLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isBody");
    QTest::newRow("one pair") << QByteArray("mandrill_events=%5B%5D") << true;
    QTest::newRow("several") << QByteArray("from=a%40b.example&to=&date=2026-03-10+09%3A00\r\n") << true;
    QTest::newRow("behind empty lines") << QByteArray("\r\n\na=1&b=2\n") << true;
    QTest::newRow("nothing") << QByteArray("") << false;
    QTest::newRow("only empty lines") << QByteArray("\n\r\n") << false;
    QTest::newRow("header of a table") << QByteArray("time,event,email\n") << false;
    QTest::newRow("header with one column") << QByteArray("email\n") << false;
    QTest::newRow("equals sign in a table") << QByteArray("a=1,b=2\n") << false;
    QTest::newRow("JSON") << QByteArray("{\"a=\":1}") << false;
    QTest::newRow("words") << QByteArray("the sum = 5\n") << false;
    QTest::newRow("no key") << QByteArray("=5\n") << false;
    QTest::newRow("first line is another") << QByteArray("x\na=1\n") << false;
}

void TestFormBody::bodiesAreKnownByTheirFirstLine()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, isBody);
    QCOMPARE(isFormBody({text.constData(), static_cast<std::size_t>(text.size())}), isBody);
}

void TestFormBody::bodiesBecomeJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("json");
    QTest::newRow("pairs") << QByteArray("b=2&a=1") << u"{\"a\":\"1\",\"b\":\"2\"}\n"_s;
    QTest::newRow("escapes") << QByteArray("a=%C3%BC%22%0A+%2B%26%3d\n")
                             << u"{\"a\":\"\u00fc\\\"\\n +&=\"}\n"_s;
    QTest::newRow("escapes in a key")
        << QByteArray("a-b=1&c%5Bd%5D=2") << u"{\"a-b\":\"1\",\"c[d]\":\"2\"}\n"_s;
    QTest::newRow("empty values") << QByteArray("a=&b&c=1") << u"{\"a\":\"\",\"b\":\"\",\"c\":\"1\"}\n"_s;
    QTest::newRow("equals sign in a value") << QByteArray("a=x=y") << u"{\"a\":\"x=y\"}\n"_s;
    QTest::newRow("half an escape") << QByteArray("a=50%&b=%4") << u"{\"a\":\"50%\",\"b\":\"%4\"}\n"_s;
    QTest::newRow("lines of both ends")
        << QByteArray("a=1\r\nb=2\n\nc=3") << u"{\"a\":\"1\"}\n{\"b\":\"2\"}\n{\"c\":\"3\"}\n"_s;
    QTest::newRow("JSON as the value")
        << QByteArray("events=%5B%7B%22a%22%3A%22x+y%22%7D%5D\n") << u"[{\"a\":\"x y\"}]\n"_s;
    QTest::newRow("JSON object") << QByteArray("e=%7B%22a%22:1%7D") << u"{\"a\":1}\n"_s;
    QTest::newRow("JSON beside other values")
        << QByteArray("event=opened&headers=%5B%5B%22To%22%5D%5D&to=x")
        << u"{\"event\":\"opened\",\"headers\":\"[[\\\"To\\\"]]\",\"to\":\"x\"}\n"_s;
    QTest::newRow("no body between") << QByteArray("a=1\nsome words\nb=2")
                                     << u"{\"a\":\"1\"}\nsome words\n{\"b\":\"2\"}\n"_s;
}

void TestFormBody::bodiesBecomeJson()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, json);
    QCOMPARE(jsonFrom(text), json);
}

} // namespace

QTEST_GUILESS_MAIN(TestFormBody)

#include "tst_formbody.moc"

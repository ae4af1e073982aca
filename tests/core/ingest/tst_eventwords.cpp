// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/eventwords.h"

#include <QTest>

using namespace clicksieve;

namespace {

class TestEventWords : public QObject {
    Q_OBJECT

private slots:
    void wordsOfOneLengthAndWithTheSameEndsAreToldApart();
    void aWordIsReadInItsFoldedForm();
    void unknownWordsStayUnknown();

private:
    static ExportFormat format()
    {
        ExportFormat format;
        format.events = {
            {"click", EventType::Click}, {"clack", EventType::Open}, {"bot click", EventType::Click}};
        format.machineEvents = {"bot click"};
        return format;
    }
};

void TestEventWords::wordsOfOneLengthAndWithTheSameEndsAreToldApart()
{
    const ExportFormat known = format();
    EventWords words(known);
    for (int round = 0; round < 3; ++round) {
        QCOMPARE(words.find("click")->type, EventType::Click);
        QCOMPARE(words.find("clack")->type, EventType::Open);
        QVERIFY(words.find("clock") == nullptr);
        QVERIFY(!words.find("click")->isMachine);
    }
}

void TestEventWords::aWordIsReadInItsFoldedForm()
{
    const ExportFormat known = format();
    EventWords words(known);
    for (int round = 0; round < 2; ++round) {
        QCOMPARE(words.find("Bot_Click")->type, EventType::Click);
        QVERIFY(words.find("Bot_Click")->isMachine);
        QCOMPARE(words.find("CLACK")->type, EventType::Open);
    }
}

void TestEventWords::unknownWordsStayUnknown()
{
    const ExportFormat known = format();
    EventWords words(known);
    for (const char *word : {"", "x", "clicks", "dance"}) {
        QVERIFY(words.find(word) == nullptr);
        QVERIFY(words.find(word) == nullptr);
    }
}

} // namespace

QTEST_GUILESS_MAIN(TestEventWords)

#include "tst_eventwords.moc"

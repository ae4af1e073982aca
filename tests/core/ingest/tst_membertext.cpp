// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/membertext.h"
#include "core/jobs/jobcontext.h"
#include "support/testfolder.h"
#include "support/workbookfixture.h"

#include <QTest>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

Member inMemory(const QString &path, const QString &inner, std::string content)
{
    return {path, inner, std::make_shared<const std::string>(std::move(content))};
}

std::string row(const std::string &number, const std::string &text)
{
    return "<row r=\"" + number + "\"><c r=\"A" + number + "\" t=\"inlineStr\"><is><t>" + text
           + "</t></is></c></row>";
}

class TestMemberText : public QObject {
    Q_OBJECT

private slots:
    void aFileIsOneText();
    void anEntryIsReadFromMemory();
    void aFormBecomesJson();
    void everySheetIsAText();
    void whatIsNoTextIsRefusedByName();
    void namesAreWithoutFoldersAndPacking();

private:
    TestFolder m_folder;
    JobContext m_context{1};
};

void TestMemberText::aFileIsOneText()
{
    const auto texts = textsOf({m_folder.write(u"a.csv"_s, "time,event\n1,2\n"), {}, {}}, m_context);
    QVERIFY(texts.ok());
    QCOMPARE(texts.value().size(), std::size_t{1});
    QCOMPARE(texts.value().front().conversion, Conversion::None);
    QCOMPARE(texts.value().front().text->text(), std::string_view("time,event\n1,2\n"));
    QVERIFY(!texts.value().front().isJson());
}

void TestMemberText::anEntryIsReadFromMemory()
{
    const Member member = inMemory(u"/nowhere/a.zip"_s, u"x/b.json"_s, " \n[{\"a\": 1}]");
    const auto texts = textsOf(member, m_context);
    QVERIFY(texts.ok());
    QVERIFY(texts.value().front().isJson());
    const auto again = textOf(member, texts.value().front().conversion, {}, m_context);
    QVERIFY(again.ok());
    QCOMPARE(again.value()->text(), texts.value().front().text->text());
}

void TestMemberText::aFormBecomesJson()
{
    const Member member = inMemory(u"/nowhere/hook.txt"_s, {}, "event=open&to=a%40b.example\n");
    const auto texts = textsOf(member, m_context);
    QVERIFY(texts.ok());
    QCOMPARE(texts.value().front().conversion, Conversion::Form);
    QVERIFY(texts.value().front().isJson());
    const auto again = textOf(member, Conversion::Form, {}, m_context);
    QVERIFY(again.ok());
    QCOMPARE(again.value()->text(), texts.value().front().text->text());
}

void TestMemberText::everySheetIsAText()
{
    WorkbookFixture workbook;
    workbook.sheets.push_back({.rows = row("1", "time") + row("2", "{"), .name = "First"});
    workbook.sheets.push_back({.rows = row("1", "{second}"), .name = "Second"});
    const Member member = inMemory(u"/nowhere/a.xlsx"_s, {}, workbook.bytes());
    const auto texts = textsOf(member, m_context);
    QVERIFY(texts.ok());
    QCOMPARE(texts.value().size(), std::size_t{2});
    QCOMPARE(texts.value()[0].sheet, u"First"_s);
    QCOMPARE(texts.value()[1].sheet, u"Second"_s);
    QVERIFY(!texts.value()[1].isJson()); // a table, whatever its first cell begins with
    const auto again = textOf(member, Conversion::Workbook, u"Second"_s, m_context);
    QVERIFY(again.ok());
    QCOMPARE(again.value()->text(), texts.value()[1].text->text());
    const auto gone = textOf(member, Conversion::Workbook, u"Third"_s, m_context);
    QVERIFY(gone.ok());
    QVERIFY(gone.value()->text().empty());
}

void TestMemberText::whatIsNoTextIsRefusedByName()
{
    const auto picture =
        textsOf(inMemory(u"/nowhere/a.zip"_s, u"logo.png"_s, "\x89PNG\r\n\x1a\n"), m_context);
    QVERIFY(!picture.ok());
    QCOMPARE(picture.error().kind, Error::Kind::Unrecognised);
    QVERIFY2(picture.error().message.contains(u"a.zip"_s), qPrintable(picture.error().message));
    QVERIFY2(picture.error().message.contains(u"logo.png"_s), qPrintable(picture.error().message));
    QVERIFY(!textsOf({m_folder.path(u"missing.csv"_s), {}, {}}, m_context).ok());
}

void TestMemberText::namesAreWithoutFoldersAndPacking()
{
    QCOMPARE(displayName({u"/home/a/events.csv"_s, {}, {}}), u"events.csv"_s);
    QCOMPARE(displayName({u"/home/a/events.csv.gz"_s, u"events.csv"_s, {}}), u"events.csv.gz"_s);
    QCOMPARE(displayName({u"/home/a/all.zip"_s, u"b/events.csv"_s, {}}), u"all.zip/b/events.csv"_s);
    QCOMPARE(shownName({u"/home/a/all.zip"_s, u"b/events.csv"_s, {}}), u"/home/a/all.zip/b/events.csv"_s);
}

} // namespace

QTEST_GUILESS_MAIN(TestMemberText)

#include "tst_membertext.moc"

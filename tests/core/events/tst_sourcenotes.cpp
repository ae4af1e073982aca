// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventbuilder.h"
#include "core/events/sourcenotes.h"
#include "core/jobs/jobcontext.h"

#include <QTest>

using namespace clicksieve;
using namespace Qt::StringLiterals;

namespace {

class TestSourceNotes : public QObject {
    Q_OBJECT

private slots:
    void eachFactGivesItsSentence_data();
    void eachFactGivesItsSentence();
    void nothingOddIsNothingToSay();
};

SourceInfo plain()
{
    SourceInfo source;
    source.name = u"march.csv"_s;
    source.timeZone = u"Europe/Berlin"_s;
    source.rows = 12'000;
    return source;
}

std::vector<SourceNote> notesOf(const SourceInfo &source, const QString &skipped = {})
{
    EventBuilder builder(1);
    builder.addSource(source, {});
    if (!skipped.isEmpty())
        builder.addSkipped({u"export.zip/readme.txt"_s, skipped});
    JobContext context(1);
    return sourceNotes(*builder.build(kNoTime, context).value());
}

void TestSourceNotes::eachFactGivesItsSentence_data()
{
    QTest::addColumn<SourceInfo>("source");
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("isLeftOut");
    const auto row = [](const char *name, const SourceInfo &source, const QString &word, bool isLeftOut) {
        QTest::newRow(name) << source << word << isLeftOut;
    };
    SourceInfo source = plain();
    source.rows = 0;
    row("no rows", source, u"no rows"_s, true);
    source = plain();
    source.duplicateEvents = 1'234;
    row("duplicates", source, u"1,234 events were told before"_s, true);
    source = plain();
    source.sentAtIsEstimate = true;
    row("estimate", source, u"when the mail was sent is an estimate"_s, false);
    source = plain();
    source.rejectedRows = 2;
    source.rejected = {{7, u"It has no time."_s}, {9, u"Other."_s}};
    row("rejected", source, u"2 of 12,000 rows could not be read. The first is row 7: It has no time."_s,
        true);
    source = plain();
    source.zoneIsGuess = true;
    row("zone", source, u"Europe/Berlin is taken"_s, false);
    source = plain();
    source.repeatedClock = 3;
    row("autumn", source, u"3 events"_s, false);
    source = plain();
    source.skippedClock = 4;
    row("spring", source, u"4 events"_s, false);
    source = plain();
    source.filteredByVendor = u"It filters."_s;
    row("filtered", source, u"It filters."_s, false);
}

void TestSourceNotes::eachFactGivesItsSentence()
{
    QFETCH(const SourceInfo, source);
    QFETCH(const QString, word);
    QFETCH(const bool, isLeftOut);
    const std::vector<SourceNote> notes = notesOf(source);
    QCOMPARE(notes.size(), std::size_t{1});
    QVERIFY2(notes[0].sentence.contains(word), qPrintable(notes[0].sentence));
    QVERIFY2(notes[0].sentence.startsWith(u"march.csv: "_s), qPrintable(notes[0].sentence));
    QCOMPARE(notes[0].kind == SourceNote::Kind::LeftOut, isLeftOut);
}

void TestSourceNotes::nothingOddIsNothingToSay()
{
    QVERIFY(notesOf(plain()).empty());
    const std::vector<SourceNote> notes = notesOf(plain(), u"readme.txt: this is no export."_s);
    QCOMPARE(notes.size(), std::size_t{1});
    QVERIFY(notes[0].sentence.contains(u"readme.txt"_s));
}

} // namespace

QTEST_GUILESS_MAIN(TestSourceNotes)

#include "tst_sourcenotes.moc"

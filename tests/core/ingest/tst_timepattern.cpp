// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/timepattern.h"
#include "core/ingest/timezone.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

#include <algorithm>
#include <sys/mman.h>
#include <unistd.h>

using namespace clicksieve;
using namespace Qt::StringLiterals;

namespace {

/// What a row expects where the text is no time.
const QString kNone = u"none"_s;

QString shown(TimeMs time)
{
    return time == kNoTime ? kNone
                           : QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs);
}

std::int64_t wallClock(const QString &iso)
{
    const QDateTime time = QDateTime::fromString(iso + u'Z', Qt::ISODate);
    return time.isValid() ? time.toMSecsSinceEpoch() : kNoTime;
}

class TestTimePattern : public QObject {
    Q_OBJECT

private slots:
    void textsAreReadAsTheirPatternSays_data();
    void textsAreReadAsTheirPatternSays();
    void monthsHaveNamesInManyLanguages_data();
    void monthsHaveNamesInManyLanguages();
    void everyDayOfTheRangeIsRead();
    void aPatternOfZeroBytesEndsWithTheText();
    void anEmptyPatternIsNone();
    void aPatternKeepsItsText();
    void zonesTurnWallClocksIntoUtc_data();
    void zonesTurnWallClocksIntoUtc();
    void unknownZonesAreRefused_data();
    void unknownZonesAreRefused();
    void berlinAgreesWithQtAllYearsLong();
};

void TestTimePattern::textsAreReadAsTheirPatternSays_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // the zone for texts without one is UTC-06:00

    const auto row = [](const char *pattern, const char *text, const char *expected) {
        QTest::addRow("%s: \"%s\"", pattern, text)
            << QString::fromLatin1(pattern) << QString::fromLatin1(text) << QString::fromLatin1(expected);
    };
    row("iso", "2026-03-10T09:00:31.204Z", "2026-03-10T09:00:31.204Z");
    row("iso", "2026-03-10 09:00:31", "2026-03-10T15:00:31.000Z");
    row("iso", "2026-03-10T09:00", "2026-03-10T15:00:00.000Z");
    row("iso", "2026-03-10", "2026-03-10T06:00:00.000Z");
    row("iso", "2026-03-10 9:05:00Z", "2026-03-10T09:05:00.000Z");
    row("iso", "2026-03-10 09:00:31 UTC", "2026-03-10T09:00:31.000Z");
    row("iso", "2026-03-10T09:00:31+01:00", "2026-03-10T08:00:31.000Z");
    row("iso", "2026-03-10T09:00:31+0130", "2026-03-10T07:30:31.000Z");
    row("iso", "2026-03-10T09:00:31-05", "2026-03-10T14:00:31.000Z");
    row("iso", "2026-03-10 09:00:31 +00:00", "2026-03-10T09:00:31.000Z");
    row("iso", "2026-03-10T00:30:00+14:00", "2026-03-09T10:30:00.000Z");
    row("iso", "2026-03-10T09:00:31.2Z", "2026-03-10T09:00:31.200Z");
    row("iso", "2026-03-10T09:00:31.204999Z", "2026-03-10T09:00:31.204Z");
    row("iso", "2026-03-10T09:00:31,5Z", "2026-03-10T09:00:31.500Z");
    row("iso", "2026-03-10T23:59:60Z", "2026-03-11T00:00:00.000Z"); // a leap second
    row("iso", "2024-02-29T00:00Z", "2024-02-29T00:00:00.000Z");
    row("iso", "2000-02-29T00:00Z", "2000-02-29T00:00:00.000Z");
    row("iso", "1990-01-01T00:00Z", "1990-01-01T00:00:00.000Z");
    row("iso", "2099-12-31T23:59:59.999Z", "2099-12-31T23:59:59.999Z");
    for (const char *text : {"",
                             "x",
                             "2026",
                             "2026-03",
                             "2026-3-10",
                             "26-03-10",
                             "2026-03-10T",
                             "2026-03-10 ",
                             "2026-03-10T09",
                             "2026-03-10T09:0",
                             "2026-03-10T09:00:3",
                             "2026-03-10T09:00:31x",
                             "2026-03-10T09:00Zx",
                             "2026-03-10T09:00+",
                             "2026-03-10T09:00+15:00",
                             "2026-03-10T09:00+01:60",
                             "2026-02-29T00:00Z",
                             "2025-02-29",
                             "2100-02-29",
                             "2026-04-31",
                             "2026-00-10",
                             "2026-13-10",
                             "2026-03-00",
                             "2026-03-32",
                             "2026-03-10T24:00Z",
                             "2026-03-10T09:60Z",
                             "2026-03-10T09:00:61Z",
                             "1989-12-31T23:59:59Z",
                             "2100-01-01T00:00Z",
                             "0000-00-00 00:00:00",
                             "2026/03/10",
                             " 2026-03-10",
                             "2026-03-10T-9:00",
                             "NULL"})
        row("iso", text, "none");

    row("epoch-s", "1773133231", "2026-03-10T09:00:31.000Z");
    row("epoch-ms", "1773133231204", "2026-03-10T09:00:31.204Z");
    for (const char *text :
         {"", "-1", "1.5", "0", "1773133231204", "999999999999999", "1000000000000000", "17 "})
        row("epoch-s", text, "none");
    row("epoch-ms", "1773133231", "none"); // 1970
    row("epoch-s", "1773133231.25", "2026-03-10T09:00:31.250Z");
    row("epoch-s", "1773133231.0004", "2026-03-10T09:00:31.000Z");
    row("epoch-ms", "1773133231204.9", "2026-03-10T09:00:31.204Z");
    row("epoch-s", "1773133231.", "none");
    row("epoch-s", "1773133231.2x", "none");
    row("epoch-s", ".5", "none");

    const char *american = "M/d/yyyy h:mm:ss AP";
    row(american, "3/10/2026 3:00:09 AM", "2026-03-10T09:00:09.000Z");
    row(american, "03/10/2026 01:05:00 pm", "2026-03-10T19:05:00.000Z");
    row(american, "3/10/2026 12:00:00 AM", "2026-03-10T06:00:00.000Z");
    row(american, "3/10/2026 12:30:00 PM", "2026-03-10T18:30:00.000Z");
    row(american, "12/31/2026 11:59:59 PM", "2027-01-01T05:59:59.000Z");
    for (const char *text :
         {"3/10/2026 13:00:00 PM", "3/10/2026 0:30:00 AM", "3/10/2026 3:00:09", "10/3x/2026 3:00:09 AM",
          "13/10/2026 3:00:09 AM", "2/29/2026 3:00:09 AM", "3/10/26 3:00:09 AM", "3/10/2026 3:00:09 XM",
          "3/10/2026 3:00:09 A", "3/10/2026 3:00:09 AM ", "/10/2026 3:00:09 AM", "3/10/2026 3::09 AM",
          "3/10/2026 :00:09 AM"})
        row(american, text, "none");

    row("dd.MM.yyyy HH:mm", "10.03.2026 9:05", "2026-03-10T15:05:00.000Z");
    row("dd.MM.yyyy HH:mm", "3.3.2026 09:05", "2026-03-03T15:05:00.000Z");
    row("dd.MM.yyyy HH:mm", "10.03.2026 09:05:31", "none");
    row("dd.MM.yyyy HH:mm", "10.03.2026 09:05x", "none");
    row("H:m:s d/M/yyyy", "9:5:7 1/2/2026", "2026-02-01T15:05:07.000Z"); // one or two digits, as documented
    row("MM/dd/yy HH:mm", "06/30/17 23:32", "2017-07-01T05:32:00.000Z");
    row("MM/dd/yy", "06/30/", "none");
    row("MM/dd/yy", "06/30/7", "none");
    row("d MMM yyyy HH:mm:ss", "9 Mar 2026 08:00:00", "2026-03-09T14:00:00.000Z");
    row("d MMM yyyy HH:mm:ss", "9 march 2026 08:00:00", "2026-03-09T14:00:00.000Z");
    row("d MMM yyyy HH:mm:ss", "9 SEPT 2026 08:00:00", "2026-09-09T14:00:00.000Z");
    row("d MMM yyyy HH:mm:ss", "9 Foo 2026 08:00:00", "none");
    row("d MMM yyyy HH:mm:ss", "9 Ma 2026 08:00:00", "none");
    row("d MMM yyyy HH:mm:ss", "31 Jun 2026 08:00:00", "none");
    row("dd.MM.yyyy HH:mm:ssz Z", "10.03.2026 09:05:31.25 +02:00", "2026-03-10T07:05:31.250Z");
    row("dd.MM.yyyy HH:mm:ssz Z", "10.03.2026 09:05:31 GMT", "2026-03-10T09:05:31.000Z");
    row("dd.MM.yyyy HH:mm:ssz Z", "10.03.2026 09:05:31", "none");
    row("yyyyMMdd'T'HH", "20260310'T'09", "2026-03-10T15:00:00.000Z");
}

void TestTimePattern::textsAreReadAsTheirPatternSays()
{
    QFETCH(const QString, pattern);
    QFETCH(const QString, text);
    QFETCH(const QString, expected);

    const auto compiled = TimePattern::compile(pattern);
    QVERIFY(compiled);
    const auto zone = TimeZone::named(u"UTC-06:00"_s);
    QVERIFY(zone);
    QCOMPARE(shown(compiled->parse(text.toStdString(), *zone)), expected);
}

void TestTimePattern::monthsHaveNamesInManyLanguages_data()
{
    QTest::addColumn<QString>("names");
    QTest::newRow("Danish")
        << u"januar februar marts april maj juni juli august september oktober november december"_s;
    QTest::newRow("Dutch")
        << u"januari februari maart april mei juni juli augustus september oktober november december"_s;
    QTest::newRow("Dutch, short") << u"jan. feb. mrt. apr. mei jun. jul. aug. sep. okt. nov. dec."_s;
    QTest::newRow("English")
        << u"January February March April May June July August September October November December"_s;
    QTest::newRow("Finnish")
        << u"tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu"_s;
    QTest::newRow("Finnish, in dates")
        << u"tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta"_s;
    QTest::newRow("French")
        << u"janvier février mars avril mai juin juillet août septembre octobre novembre décembre"_s;
    QTest::newRow("French, short") << u"janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."_s;
    QTest::newRow("French, shouted")
        << u"JANVIER FÉVRIER MARS AVRIL MAI JUIN JUILLET AOÛT SEPTEMBRE OCTOBRE NOVEMBRE DÉCEMBRE"_s;
    QTest::newRow("German")
        << u"Januar Februar März April Mai Juni Juli August September Oktober November Dezember"_s;
    QTest::newRow("German, short") << u"Jan. Feb. Mrz Apr. Mai Jun. Jul. Aug. Sept. Okt. Nov. Dez."_s;
    QTest::newRow("Italian")
        << u"gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"_s;
    QTest::newRow("Norwegian")
        << u"januar februar mars april mai juni juli august september oktober november desember"_s;
    QTest::newRow("Polish")
        << u"stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"_s;
    QTest::newRow("Portuguese")
        << u"janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"_s;
    QTest::newRow("Spanish")
        << u"enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"_s;
    QTest::newRow("Swedish")
        << u"januari februari mars april maj juni juli augusti september oktober november december"_s;
}

void TestTimePattern::monthsHaveNamesInManyLanguages()
{
    QFETCH(const QString, names);
    const auto pattern = TimePattern::compile(u"d MMM yyyy HH:mm"_s);
    const TimeZone utc = *TimeZone::named(u"UTC"_s);
    const QStringList months = names.split(u' ');
    QCOMPARE(months.size(), 12);
    for (int month = 1; month <= 12; ++month) {
        const QString expected = QDate(2026, month, 9).toString(Qt::ISODate) + u"T08:00:00.000Z"_s;
        for (const QString &text : {u"9 %1 2026 08:00"_s, u"9 de %1 de 2026 08:00"_s}) {
            const QString cell = text.arg(months[month - 1]);
            QVERIFY2(shown(pattern->parse(cell.toStdString(), utc)) == expected, qPrintable(cell));
        }
    }
}

void TestTimePattern::everyDayOfTheRangeIsRead()
{
    const auto iso = TimePattern::compile(u"iso"_s);
    const auto utc = TimeZone::named(u"UTC"_s);
    QVERIFY(iso && utc);
    const QDate last(2099, 12, 31);
    TimeMs expected = 631'152'000'000;
    for (QDate day(1990, 1, 1); day <= last; day = day.addDays(1), expected += 86'400'000)
        QCOMPARE(iso->parse(day.toString(Qt::ISODate).toStdString(), *utc), expected);
}

/// A format file may say so; the text then lies right before memory that may not be read.
void TestTimePattern::aPatternOfZeroBytesEndsWithTheText()
{
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    void *pages = mmap(nullptr, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    QVERIFY(pages != MAP_FAILED);
    char *guard = static_cast<char *>(pages) + page;
    QCOMPARE(mprotect(guard, page, PROT_NONE), 0);
    constexpr std::string_view kText = "2026-03-10";
    const std::string_view text(std::ranges::copy(kText, guard - kText.size()).out - kText.size(),
                                kText.size());
    const auto pattern = TimePattern::compile(u"yyyy-MM-dd"_s + QChar(0) + u'Z');
    QVERIFY(pattern);
    QCOMPARE(pattern->parse(text, *TimeZone::named(u"UTC"_s)), kNoTime);
    munmap(pages, 2 * page);
}

void TestTimePattern::anEmptyPatternIsNone()
{
    QVERIFY(!TimePattern::compile(QString()));
}

void TestTimePattern::aPatternKeepsItsText()
{
    for (const QString &text : {u"iso"_s, u"epoch-ms"_s, u"dd/MM/yyyy HH:mm"_s})
        QCOMPARE(TimePattern::compile(text)->text(), text);
}

void TestTimePattern::zonesTurnWallClocksIntoUtc_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("wall");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *zone, const char *wall, const char *expected) {
        QTest::addRow("%s %s", zone, wall)
            << QString::fromLatin1(zone) << QString::fromLatin1(wall) << QString::fromLatin1(expected);
    };
    row("UTC", "2026-07-01T12:00:00", "2026-07-01T12:00:00.000Z");
    row("Z", "2026-07-01T12:00:00", "2026-07-01T12:00:00.000Z");
    row("gmt", "2026-07-01T12:00:00", "2026-07-01T12:00:00.000Z");
    row("UTC-06:00", "2026-07-01T12:00:00", "2026-07-01T18:00:00.000Z");
    row("UTC-6", "2026-01-01T12:00:00", "2026-01-01T18:00:00.000Z");
    row("+02:00", "2026-07-01T12:00:00", "2026-07-01T10:00:00.000Z");
    row("+0530", "2026-07-01T12:00:00", "2026-07-01T06:30:00.000Z");
    row(" UTC+14:00 ", "2026-07-01T12:00:00", "2026-06-30T22:00:00.000Z");
    row("US/Central", "2026-07-15T12:00:00", "2026-07-15T17:00:00.000Z");
    row("Asia/Calcutta", "2026-07-15T12:00:00", "2026-07-15T06:30:00.000Z");
    row("CET", "2026-07-15T12:00:00", "2026-07-15T10:00:00.000Z");
    row("EST", "2026-07-15T12:00:00", "2026-07-15T17:00:00.000Z");
    row("Europe/London", "2026-01-15T12:00:00", "2026-01-15T12:00:00.000Z");
    row("Africa/Abidjan", "2026-07-15T12:00:00", "2026-07-15T12:00:00.000Z");
    row("WET", "2026-07-15T12:00:00", "2026-07-15T11:00:00.000Z");
    row("Europe/Berlin", "2026-01-15T12:00:00", "2026-01-15T11:00:00.000Z");
    row("Europe/Berlin", "2026-07-15T12:00:00", "2026-07-15T10:00:00.000Z");
    // 29 March 2026: two o'clock is skipped; counted as if the clock had not changed yet.
    row("Europe/Berlin", "2026-03-29T01:59:59", "2026-03-29T00:59:59.000Z");
    row("Europe/Berlin", "2026-03-29T02:30:00", "2026-03-29T01:30:00.000Z");
    row("Europe/Berlin", "2026-03-29T03:00:00", "2026-03-29T01:00:00.000Z");
    // 25 October 2026: two o'clock comes twice; the first is taken.
    row("Europe/Berlin", "2026-10-25T01:59:59", "2026-10-24T23:59:59.000Z");
    row("Europe/Berlin", "2026-10-25T02:30:00", "2026-10-25T00:30:00.000Z");
    row("Europe/Berlin", "2026-10-25T03:00:00", "2026-10-25T02:00:00.000Z");
    // West of Greenwich the same.
    row("America/New_York", "2026-03-08T02:30:00", "2026-03-08T07:30:00.000Z");
    row("America/New_York", "2026-11-01T01:30:00", "2026-11-01T05:30:00.000Z");
}

void TestTimePattern::zonesTurnWallClocksIntoUtc()
{
    QFETCH(const QString, zone);
    QFETCH(const QString, wall);
    QFETCH(const QString, expected);

    const auto found = TimeZone::named(zone);
    QVERIFY(found);
    QCOMPARE(found->name(), zone);
    QCOMPARE(shown(found->toUtc(wallClock(wall))), expected);
}

void TestTimePattern::unknownZonesAreRefused_data()
{
    QTest::addColumn<QString>("zone");
    for (const char *zone : {"", "  ", "Mars/Olympus", "Europe/Berlinn", "Europe", "Berlin", "dance", "UTC+",
                             "+1:2", "UTC+99:00", "UTC+01:75", "UTC-06:00x", "../../etc/passwd", "\n"})
        QTest::addRow("\"%s\"", zone) << QString::fromLatin1(zone);
}

void TestTimePattern::unknownZonesAreRefused()
{
    QFETCH(const QString, zone);
    QVERIFY(!TimeZone::named(zone));
}

void TestTimePattern::berlinAgreesWithQtAllYearsLong()
{
    const auto berlin = TimeZone::named(u"Europe/Berlin"_s);
    QVERIFY(berlin);
    const QTimeZone qt("Europe/Berlin");
    // Noon is never near a change. From UTC to the wall clock, since Qt 6.4 errs the other way round after 2037.
    for (QDate day(1991, 1, 1); day <= QDate(2099, 12, 31); day = day.addDays(3)) {
        const QDateTime noon(day, QTime(12, 0), Qt::UTC);
        const std::int64_t offset = std::int64_t{1'000} * qt.offsetFromUtc(noon);
        QCOMPARE(berlin->toUtc(noon.toMSecsSinceEpoch() + offset), noon.toMSecsSinceEpoch());
    }
}

} // namespace

QTEST_GUILESS_MAIN(TestTimePattern)

#include "tst_timepattern.moc"

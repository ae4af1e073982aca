// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/formatcatalogue.h"
#include "support/archivefixture.h"
#include "support/workbookfixture.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonObject>

#include <cstdio>

using namespace clicksieve;
using namespace clicksieve::tests;

namespace {

/// Larger ones slow a fuzzer down and bloat the corpus.
constexpr qsizetype kLargestSeed = 4'095;

/// Writes the seeds of the targets, each into the folder of its target, named by its content.
class SeedWriter {
public:
    explicit SeedWriter(const QString &folder) : m_folder(folder) {}

    void add(const QString &target, const QByteArray &seed)
    {
        if (seed.size() > kLargestSeed)
            return;
        const QByteArray hash = QCryptographicHash::hash(seed, QCryptographicHash::Sha1).toHex();
        m_folder.mkpath(target);
        QFile file(m_folder.filePath(target + u'/' + QString::fromLatin1(hash)));
        if (!file.open(QIODevice::WriteOnly) || file.write(seed) != seed.size())
            qFatal("the seed %s cannot be written", qPrintable(file.fileName()));
        ++m_count;
    }
    [[nodiscard]] int count() const { return m_count; }

private:
    QDir m_folder;
    int m_count = 0;
};

void addSamples(SeedWriter &seeds)
{
    for (const ExportFormat &format : FormatCatalogue::shipped()->formats()) {
        for (const auto &value : format.samples) {
            const QJsonObject sample = value.toObject();
            const QByteArray text = sample[QLatin1String("text")].toString().toUtf8();
            const QByteArray name = sample[QLatin1String("file")].toString().toUtf8();
            seeds.add(format.shape == Shape::Json ? QStringLiteral("jsonreader")
                                                  : QStringLiteral("csvreader"),
                      text);
            seeds.add(QStringLiteral("import"), name + '\n' + text);
        }
    }
}

void addFormatFiles(SeedWriter &seeds)
{
    const QDir folder(QStringLiteral(":/clicksieve/formats"));
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            seeds.add(QStringLiteral("exportformat"), file.readAll());
    }
    seeds.add(QStringLiteral("exportformat"),
              R"seed({"id": "a", "vendor": "b", "title": "c", "confidence": 50, "nulls": ["na"],
"variants": [{"id": "v", "columns": ["time"], "without": ["x"], "fields": ["event"],
"fileNames": ["*.csv"]}],
"columns": {"time": ["time"], "event": ["event"], "recipient": ["email"], "campaign": ["$file"],
"url": ["a{b}"]},
"events": {"open": "open"}, "fileNameEvents": [{"contains": "clicks", "event": "click"}],
"campaignInFileName": "(\\d+)", "machineFlag": {"machine": ["yes"], "human": ["no"], "events": ["bot"]},
"time": {"formats": ["iso", "d.M.yyyy H:mm"], "zone": "Europe/Berlin", "zoneIsGuess": true},
"duplicateKey": ["id"],
"samples": [{"file": "a.csv", "text": "time,event,email\n2026-03-10 09:00:00,open,a@b.example\n"}]})seed");
}

void addTimes(SeedWriter &seeds)
{
    const QList<QByteArray> times = {
        "iso\nUTC\n2026-03-10T09:00:31.204Z",
        "iso\nEurope/Copenhagen\n2026-03-29 02:30:00",
        "iso\nAmerica/Chicago\n2026-11-01 01:30",
        "iso\nUTC-06:00\n2026-03-10",
        "iso\nAustralia/Lord_Howe\n2026-04-05 01:45:00 +10:30",
        "epoch-s\nUTC\n1773133200.25",
        "epoch-ms\n+02:00\n1773133200123",
        "M/d/yyyy h:mm:ss AP\nAmerica/New_York\n3/8/2026 2:30:00 AM",
        "d.M.yyyy H:mm\nEurope/Berlin\n25.10.2026 2:30",
        "MMM d, yyyy h:mm AP\nAsia/Kolkata\nMarch 10, 2026 9:00 pm",
        "yy-MM-dd HH:mm:sszZ\nUTC\n26-03-10 09:00:31.2049+0200",
    };
    for (const QByteArray &time : times)
        seeds.add(QStringLiteral("timepattern"), time);
    for (const ExportFormat &format : FormatCatalogue::shipped()->formats()) {
        for (const TimePattern &pattern : format.timePatterns)
            seeds.add(QStringLiteral("timepattern"),
                      pattern.text().toUtf8() + '\n' + format.timeZone.toUtf8() + "\n10/03/2026 09:00");
    }
}

void addContainers(SeedWriter &seeds)
{
    const QByteArray table = "time,event,email,campaign\n2026-03-10T09:00:00Z,open,a@b.example,c1\n";
    const QByteArray other = "time,event,email,campaign\n2026-03-10T09:00:07Z,click,a@b.example,c1\n";
    const QList<PackedFile> files = {{"opens.csv", table}, {"folder/clicks.csv", other}};
    const QByteArray zip = zipOf(files);
    const QList<QByteArray> containers = {
        zip,
        tarOf(files),
        tarOf(files, ARCHIVE_FILTER_GZIP),
        tarOf(files, ARCHIVE_FILTER_ZSTD),
        packedOf(table, ARCHIVE_FILTER_GZIP),
        packedOf(table, ARCHIVE_FILTER_GZIP) + packedOf(other, ARCHIVE_FILTER_GZIP),
        packedOf(table, ARCHIVE_FILTER_BZIP2),
        packedOf(table, ARCHIVE_FILTER_ZSTD),
        packedOf(table, ARCHIVE_FILTER_XZ),
        packedOf(QByteArray(100'000, 'a'), ARCHIVE_FILTER_GZIP),
        zipOf({{"inner.zip", zip}, {"../up.csv", table}, {"__MACOSX/._opens.csv", "x"}}),
        archiveOf({{"opens.csv", table}}, {ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, "secret"}),
        archiveOf({{"opens.csv", table}, {"link", {}, 0, AE_IFLNK, "opens.csv"}},
                  {ARCHIVE_FORMAT_TAR_PAX_INTERCHANGE}),
        table,
        "PK\x05\x06" + QByteArray(18, '\0'),
    };
    for (const QByteArray &container : containers) {
        seeds.add(QStringLiteral("container"), container);
        seeds.add(QStringLiteral("import"), "export.csv\n" + container);
    }
}

void addWorkbook(SeedWriter &seeds, const WorkbookFixture &workbook)
{
    QByteArray parts;
    for (const auto &[name, content] : workbook.parts())
        parts += "=== " + QByteArray::fromStdString(name) + '\n' + QByteArray::fromStdString(content) + '\n';
    seeds.add(QStringLiteral("workbook"), parts);
    const QByteArray bytes = QByteArray::fromStdString(workbook.bytes());
    seeds.add(QStringLiteral("container"), bytes);
    seeds.add(QStringLiteral("import"), "export.csv\n" + bytes);
}

void addWorkbooks(SeedWriter &seeds)
{
    const std::string header = R"(<row r="1"><c r="A1" t="inlineStr"><is><t>time</t></is></c>)"
                               R"(<c r="B1" t="s"><v>0</v></c><c r="C1" t="str"><v>email</v></c></row>)";
    const std::string events =
        R"(<row r="2"><c r="A2" s="1"><v>46091.375</v></c><c r="B2" t="s"><v>1</v></c>)"
        R"(<c r="C2" t="str"><f>A1</f><v>a@b.example</v></c></row>)";
    const std::string odd =
        R"(<row><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c r="XFD1"><v>1E+2</v></c></row>)"
        R"(<row r="9"><c t="d"><v>2026-03-10T09:00:00</v></c><c s="2"><v>0.5</v></c></row>)";
    WorkbookFixture workbook;
    workbook.sheets = {{.rows = header + events}};
    workbook.strings =
        "<si><t>event</t></si><si><r><t>op</t></r><r><t xml:space=\"preserve\">en</t></r></si>";
    workbook.xfs = R"(<xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="164"/>)";
    workbook.numFmts = R"(<numFmt numFmtId="164" formatCode="[h]:mm:ss"/>)";
    addWorkbook(seeds, workbook);
    workbook.properties = "date1904=\"1\"";
    workbook.sheets.push_back({.rows = odd, .name = "Other", .attributes = "state=\"hidden\""});
    addWorkbook(seeds, workbook);
    workbook.isStrict = true;
    workbook.left = {"xl/styles.xml"};
    addWorkbook(seeds, workbook);
}

void addOddTexts(SeedWriter &seeds)
{
    const QByteArray quoted = "id,\"a \"\"b\"\"\",\"two\r\nlines\"x\r\n\"open\nnext,1\r\r\n\n2,\"\"\n";
    seeds.add(QStringLiteral("csvreader"), quoted);
    for (const char delimiter : {';', '\t', '|'})
        seeds.add(QStringLiteral("csvreader"), delimiter + QByteArray(quoted).replace(',', delimiter));
    const QList<QByteArray> texts = {
        R"([{"a": 1}, {"a": 2.50, "b": "\ud83d\ude00 \u00e9"}, null, {"a": )",
        "{\"items\": [{\"a\": [1, {\"b\": true}]}], \"paging\": {\"next\": null}}\n{\"a\": 9007199254740993}",
        "\x1e{\"a\": \"}\\\"\"}\n\x1e{\"a\": {\"b\": 1}\n{\"c\": 2}",
        R"({"Type": "Notification", "Message": "{\"eventType\": \"Open\"}", "TopicArn": "arn"})",
    };
    for (const QByteArray &text : texts) {
        seeds.add(QStringLiteral("jsonreader"), text);
        seeds.add(QStringLiteral("import"), "export.csv\n" + text);
    }
    seeds.add(QStringLiteral("import"),
              "export.csv\nmandrill_events=%5B%7B%22event%22%3A%22open%22%2C%22ts%22%3A1773133200%7D%5D");
}

} // namespace

/// clicksieve-fuzz-seeds FOLDER: writes first inputs for every fuzz target, from the samples of the format files
/// and from the fixtures of the tests.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (argc != 2) {
        std::fprintf(stderr, "usage: clicksieve-fuzz-seeds FOLDER\n");
        return 2;
    }
    SeedWriter seeds(QCoreApplication::arguments().at(1));
    addSamples(seeds);
    addOddTexts(seeds);
    addFormatFiles(seeds);
    addTimes(seeds);
    addContainers(seeds);
    addWorkbooks(seeds);
    std::printf("%d seeds\n", seeds.count());
    return 0;
}

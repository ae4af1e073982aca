// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/isotime.h"
#include "core/ingest/formatcatalogue.h"
#include "core/ingest/importer.h"
#include "core/ingest/source.h"
#include "core/jobs/jobcontext.h"
#include "support/testfolder.h"

#include <QDateTime>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <array>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QJsonObject readObject(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// One event as text, so that a difference shows as a whole. @p keys: what the sample says of it.
QString shown(const EventTable &table, std::size_t event, const QStringList &keys)
{
    QStringList parts;
    for (const QString &key : keys) {
        QString value;
        if (key == u"row"_s)
            value = QString::number(table.row(event));
        else if (key == u"event"_s)
            value = text(wordFor(table.type(event)));
        else if (key == u"recipient"_s)
            value = text(table.recipientText(table.recipient(event)));
        else if (key == u"campaign"_s)
            value = text(table.campaignId(table.campaign(event)));
        else if (key == u"campaignName"_s)
            value = text(table.campaignName(table.campaign(event)));
        else if (key == u"time"_s)
            value = QString::fromStdString(isoTime(table.time(event)));
        else if (key == u"url"_s)
            value = text(table.urlText(table.url(event)));
        else if (key == u"address"_s)
            value = text(table.addressText(table.client(event)));
        else if (key == u"agent"_s)
            value = text(table.agentText(table.client(event)));
        else if (key == u"flag"_s)
            value = table.flag(event) == MachineFlag::Machine ? u"machine"_s
                    : table.flag(event) == MachineFlag::Human ? u"human"_s
                                                              : u"unknown"_s;
        else if (key == u"sentAt"_s)
            value = QString::fromStdString(isoTime(table.messages().sentTime(table.message(event).value())));
        else
            value = u"(a key that no test knows)"_s;
        parts << key + u'=' + value;
    }
    return parts.join(u' ');
}

constexpr std::array<std::pair<const char *, Total>, kTotals.size()> kTotalKeys = {
    {{"sent", Total::Sent},
     {"delivered", Total::Delivered},
     {"opened", Total::Opened},
     {"opens", Total::Opens},
     {"clicked", Total::Clicked},
     {"clicks", Total::Clicks}}};

/// Totals of one campaign as text. Every count stands in it, so that one too many shows.
QString shown(const CampaignTotals &campaign, bool withName)
{
    QStringList parts{text(campaign.id)};
    if (withName)
        parts << text(campaign.name);
    for (const auto &[key, total] : kTotalKeys) {
        const auto count = campaign.counts.get(total);
        parts << QLatin1String(key) + (count ? u'=' + QString::number(*count) : u" unknown"_s);
    }
    return parts.join(u' ');
}

QString wantedTotals(const QJsonObject &campaign)
{
    QStringList parts{campaign[u"campaign"_s].toString()};
    if (campaign.contains(u"name"_s))
        parts << campaign[u"name"_s].toString();
    for (const auto &[key, total] : kTotalKeys) {
        const QJsonValue count = campaign[QLatin1String(key)];
        parts << QLatin1String(key)
                     + (count.isDouble() ? u'=' + QString::number(count.toInt()) : u" unknown"_s);
    }
    return parts.join(u' ');
}

QString wanted(const QJsonObject &event)
{
    QStringList parts;
    for (auto entry = event.begin(); entry != event.end(); ++entry) {
        QString value = entry->isDouble() ? QString::number(entry->toInt()) : entry->toString();
        if (entry.key() == u"time"_s
            || entry.key() == u"sentAt"_s) // written as short as possible in the samples
            value = QDateTime::fromString(value, Qt::ISODateWithMs).toUTC().toString(Qt::ISODateWithMs);
        parts << entry.key() + u'=' + value;
    }
    return parts.join(u' ');
}

class TestFormats : public QObject {
    Q_OBJECT

private slots:
    void theProgramKnowsTheFilesInTheFolder();
    void everySampleGivesItsEvents_data() { addSamples(); }
    void everySampleGivesItsEvents();
    void everySampleIsRecognisedUntold_data() { addSamples(); }
    void everySampleIsRecognisedUntold();
    void everySampleKeepsItsLinesWithOtherLineEnds_data() { addSamples(); }
    void everySampleKeepsItsLinesWithOtherLineEnds();
    void noTwoFormatsTieOnAHeader_data() { addSamples(); }
    void noTwoFormatsTieOnAHeader();
    void everyFormatIsComplete_data();
    void everyFormatIsComplete();
    void everyVariantIsShownByASample();
    void wordsAndColumnsOfAFormatStandOnce_data() { everyFormatIsComplete_data(); }
    void wordsAndColumnsOfAFormatStandOnce();
    void aFormatFileThatIsWrongIsRefusedByNameAndKey_data();
    void aFormatFileThatIsWrongIsRefusedByNameAndKey();
    void aNearMissNamesTheFormatAndTheColumns();
    void aCatalogueWithOneMoreLeavesTheFirstAlone();
    void foldingMakesOneOfManySpellings();

private:
    void addSamples()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QJsonObject>("sample");
        const QDir folder(QStringLiteral(CLICKSIEVE_SOURCE_DIR "/resources/formats"));
        for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
            const QJsonObject format = readObject(folder.filePath(name));
            const QString id = format[u"id"_s].toString();
            int number = 0;
            for (const QJsonValue &sample : format[u"samples"_s].toArray())
                QTest::addRow("%s sample %d", qPrintable(id), ++number) << id << sample.toObject();
        }
    }

    void compareWithSample(const QJsonObject &sample, const QByteArray &bytes, const QString &formatId);

    TestFolder m_folder;
};

void TestFormats::theProgramKnowsTheFilesInTheFolder()
{
    QStringList inFolder;
    const QDir folder(QStringLiteral(CLICKSIEVE_SOURCE_DIR "/resources/formats"));
    for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name))
        inFolder << readObject(folder.filePath(name))[u"id"_s].toString();
    QStringList known;
    for (const ExportFormat &format : FormatCatalogue::shipped()->formats()) {
        known << format.id;
        QCOMPARE(FormatCatalogue::shipped()->find(format.id), &format);
    }
    QCOMPARE(known, inFolder);
    QVERIFY(!known.isEmpty());
    QCOMPARE(FormatCatalogue::shipped()->find(u"no-such"_s), nullptr);
}

void TestFormats::compareWithSample(const QJsonObject &sample, const QByteArray &bytes,
                                    const QString &formatId)
{
    const QString path = m_folder.write(sample[u"file"_s].toString(), bytes);
    JobContext context(1);
    const auto imported = importFiles({{path}, formatId, {}, kNoTime}, context);
    QVERIFY2(imported.ok(), imported.ok() ? "" : qPrintable(imported.error().message));
    const EventTable &table = *imported.value();

    const QJsonArray events = sample[u"events"_s].toArray();
    QCOMPARE(table.size(), static_cast<std::size_t>(events.size()));
    for (std::size_t event = 0; event < table.size(); ++event) {
        const QJsonObject expected = events[static_cast<qsizetype>(event)].toObject();
        QCOMPARE(shown(table, event, expected.keys()), wanted(expected));
    }
    const QJsonArray totals = sample[u"totals"_s].toArray();
    const auto &campaigns = table.totals().campaigns;
    QCOMPARE(campaigns.size(), static_cast<std::size_t>(totals.size()));
    for (std::size_t campaign = 0; campaign < campaigns.size(); ++campaign) {
        const QJsonObject expected = totals[static_cast<qsizetype>(campaign)].toObject();
        QCOMPARE(shown(campaigns[campaign], expected.contains(u"name"_s)), wantedTotals(expected));
    }
    QList<int> rejected;
    for (const RejectedRow &row : table.sources().front().rejected) {
        rejected << static_cast<int>(row.row);
        QVERIFY(!row.reason.isEmpty());
    }
    QList<int> expectedRejected;
    for (const QJsonValue &row : sample[u"rejected"_s].toArray())
        expectedRejected << row.toInt();
    QCOMPARE(rejected, expectedRejected);
    QCOMPARE(table.sources().front().rejectedRows, static_cast<std::uint64_t>(expectedRejected.size()));
    const SourceInfo &source = table.sources().front();
    QCOMPARE(source.duplicateEvents, static_cast<std::uint64_t>(sample[u"duplicates"_s].toInt()));
    QCOMPARE(source.emptyRows, static_cast<std::uint64_t>(sample[u"emptyRows"_s].toInt()));
    QSet<int> rows(expectedRejected.begin(), expectedRejected.end());
    for (const QJsonValue &event : events)
        rows << event[u"row"_s].toInt();
    QCOMPARE(source.isTotals(), !totals.isEmpty());
    if (!source.isTotals())
        QCOMPARE(source.rows,
                 static_cast<std::uint64_t>(rows.size()) + source.duplicateEvents + source.emptyRows);
}

void TestFormats::everySampleGivesItsEvents()
{
    QFETCH(const QString, id);
    QFETCH(const QJsonObject, sample);
    QVERIFY(!sample[u"file"_s].toString().isEmpty());
    QVERIFY(sample[u"events"_s].toArray().isEmpty() != sample[u"totals"_s].toArray().isEmpty());
    for (const QJsonValue &event : sample[u"events"_s].toArray()) {
        for (const char *key : {"row", "event", "recipient", "campaign", "time"})
            QVERIFY2(event.toObject().contains(QLatin1String(key)), key);
    }
    compareWithSample(sample, sample[u"text"_s].toString().toUtf8(), id);
}

void TestFormats::everySampleIsRecognisedUntold()
{
    QFETCH(const QString, id);
    QFETCH(const QJsonObject, sample);
    const QString path = m_folder.write(sample[u"file"_s].toString(), sample[u"text"_s].toString().toUtf8());
    JobContext context(1);
    const auto source = Source::open({path, {}, {}}, {}, context);
    QVERIFY2(source.ok(), source.ok() ? "" : qPrintable(source.error().message));
    QCOMPARE(source.value().format->id, id);
}

void TestFormats::everySampleKeepsItsLinesWithOtherLineEnds()
{
    QFETCH(const QString, id);
    QFETCH(const QJsonObject, sample);
    const QString lines = sample[u"text"_s].toString().replace(u"\r\n"_s, u"\n"_s);
    compareWithSample(sample, QString(lines).replace(u'\n', u"\r\n"_s).toUtf8(), {});
    if (FormatCatalogue::shipped()->find(id)->shape == Shape::Table)
        compareWithSample(sample, QString(lines).replace(u'\n', u'\r').toUtf8(), {});
    QString withoutLastLineEnd = lines; // tabs at the end are empty cells of the last row and stay
    while (withoutLastLineEnd.endsWith(u'\n'))
        withoutLastLineEnd.chop(1);
    compareWithSample(sample, withoutLastLineEnd.toUtf8(), {});
}

/// However many formats fit, one has the highest confidence.
void TestFormats::noTwoFormatsTieOnAHeader()
{
    QFETCH(const QString, id);
    QFETCH(const QJsonObject, sample);
    const QString path = m_folder.write(sample[u"file"_s].toString(), sample[u"text"_s].toString().toUtf8());
    JobContext context(1);
    const auto source = Source::open({path, {}, {}}, {}, context);
    QVERIFY(source.ok());
    int best = 0;
    QStringList bestIds;
    for (const ExportFormat &format : FormatCatalogue::shipped()->formats()) {
        const FormatMatch match =
            format.shape == Shape::Json
                ? FormatCatalogue::shipped()->matchJson(source.value().text->text(), path, format.id)
                : FormatCatalogue::shipped()->matchTable(source.value().header, path, format.id);
        if (!match)
            continue;
        if (format.confidence > best)
            bestIds.clear();
        best = std::max(best, format.confidence);
        if (format.confidence == best)
            bestIds << format.id;
    }
    QCOMPARE(bestIds, QStringList{id});
}

void TestFormats::everyFormatIsComplete_data()
{
    QTest::addColumn<QString>("id");
    for (const ExportFormat &format : FormatCatalogue::shipped()->formats())
        QTest::addRow("%s", qPrintable(format.id)) << format.id;
}

void TestFormats::everyFormatIsComplete()
{
    QFETCH(const QString, id);
    const ExportFormat &format = *FormatCatalogue::shipped()->find(id);
    QVERIFY(!format.title.isEmpty() && !format.vendor.isEmpty());
    QVERIFY2(!format.sources.isEmpty(), "where the facts come from");
    QVERIFY2(!format.samples.isEmpty(), "a format without a sample is not tested");
    QVERIFY(TimeZone::named(format.timeZone));
    const bool namesRecipients =
        format.columns.contains(Field::Recipient) || format.columns.contains(Field::RecipientKey);
    if (format.totals) {
        QVERIFY(namesRecipients || format.totals->rowIs == TotalsFormat::RowIs::Campaign);
        QVERIFY2(format.totals->sentence.endsWith(u'.'), qPrintable(format.totals->sentence));
    } else {
        QVERIFY(namesRecipients);
        QVERIFY(format.columns.contains(Field::Time));
        for (const FormatVariant &variant : format.variants)
            QVERIFY2(variant.event || !format.events.empty(), qPrintable(variant.id));
    }
    for (const QString &sentence : format.cannotTell)
        QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
}

void TestFormats::everyVariantIsShownByASample()
{
    QSet<QString> seen;
    for (const ExportFormat &format : FormatCatalogue::shipped()->formats()) {
        for (const QJsonValue &sample : format.samples) {
            JobContext context(1);
            const auto source = Source::open(
                {m_folder.write(sample[u"file"_s].toString(), sample[u"text"_s].toString().toUtf8()), {}, {}},
                {}, context);
            QVERIFY(source.ok());
            seen << source.value().format->id + u'/' + source.value().variant->id;
        }
    }
    for (const ExportFormat &format : FormatCatalogue::shipped()->formats()) {
        for (const FormatVariant &variant : format.variants)
            QVERIFY2(seen.contains(format.id + u'/' + variant.id), qPrintable(format.id + u'/' + variant.id));
    }
}

/// A column that two fields claim, or that stands twice, is a slip: "browser" as agent and as client, say.
void TestFormats::wordsAndColumnsOfAFormatStandOnce()
{
    QFETCH(const QString, id);
    const ExportFormat &format = *FormatCatalogue::shipped()->find(id);
    for (const auto &[field, names] : format.columns) {
        QVERIFY(!names.empty());
        for (const std::string &name : names)
            QVERIFY2(!name.empty() && name == format.columnName(name), name.c_str());
        // A name may fall back to what the campaign falls back to; the time of a sending is its event's.
        const bool isFallback = field == Field::CampaignName;
        for (const auto &[other, otherNames] : format.columns) {
            if (other <= field || isFallback || other == Field::CampaignName || other == Field::SentAt)
                continue;
            for (const std::string &name : names)
                QVERIFY2(std::ranges::find(otherNames, name) == otherNames.end(), name.c_str());
        }
    }
    for (const std::string &word : format.machineWords)
        QVERIFY2(std::ranges::find(format.humanWords, word) == format.humanWords.end(), word.c_str());
}

void TestFormats::aFormatFileThatIsWrongIsRefusedByNameAndKey_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("word");

    const QByteArray identity = R"("id":"x","vendor":"v","title":"t","confidence":50,)";
    const QByteArray variants = R"("variants":[{"id":"a","columns":["time"]}],)";
    const QByteArray columns = R"("columns":{"time":["time"]},)";
    const QByteArray time = R"("time":{"formats":["iso"]})";
    QTest::newRow("no JSON") << QByteArray("{") << u"JSON"_s;
    QTest::newRow("empty") << QByteArray("{}") << u"\"id\""_s;
    QTest::newRow("confidence") << QByteArray(R"({"id":"x","vendor":"v","title":"t","confidence":101,)")
                                       + variants + columns + time + "}"
                                << u"\"confidence\""_s;
    QTest::newRow("no variants") << "{" + identity + columns + time + "}" << u"\"variants\""_s;
    QTest::newRow("empty variant") << "{" + identity + R"("variants":[{"id":"a"}],)" + columns + time + "}"
                                   << u"variant"_s;
    QTest::newRow("unknown field") << "{" + identity + R"("variants":[{"id":"a","fields":["moon"]}],)"
                                          + columns + time + "}"
                                   << u"moon"_s;
    QTest::newRow("unknown column") << "{" + identity + variants + R"("columns":{"time":["t"],"moon":["m"]},)"
                                           + time + "}"
                                    << u"moon"_s;
    QTest::newRow("no time column") << "{" + identity + variants + R"("columns":{},)" + time + "}"
                                    << u"\"time\""_s;
    QTest::newRow("no name of a column")
        << "{" + identity + R"("variants":[{"id":"a","fields":["time","url"]}],)"
               + R"("columns":{"time":["time"],"url":[]},)" + time + "}"
        << u"\"url\""_s;
    const auto withTotals = [&](const QByteArray &totals) {
        return "{" + identity + variants + R"("columns":{"recipient":["to"]},"totals":)" + totals + "}";
    };
    QTest::newRow("totals of nothing") << withTotals(R"({"row":"recipient","ask":"Ask."})") << u"columns"_s;
    QTest::newRow("totals of what") << withTotals(R"({"row":"week","ask":"Ask."})") << u"week"_s;
    QTest::newRow("unknown count") << withTotals(
        R"({"row":"campaign","columns":{"moons":["m"]},"ask":"Ask."})")
                                   << u"moons"_s;
    QTest::newRow("totals without a way out")
        << withTotals(R"({"row":"campaign","columns":{"opens":["o"]}})") << u"\"ask\""_s;
    QTest::newRow("unknown event") << "{" + identity + variants + columns + R"("events":{"x":"dance"},)"
                                          + time + "}"
                                   << u"dance"_s;
    QTest::newRow("no formats") << "{" + identity + variants + columns + R"("time":{})" + "}"
                                << u"\"formats\""_s;
}

void TestFormats::aFormatFileThatIsWrongIsRefusedByNameAndKey()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, word);
    const auto format = ExportFormat::load(m_folder.write(u"broken.json"_s, json));
    QVERIFY(!format.ok());
    QVERIFY2(format.error().message.contains(u"broken.json"_s), qPrintable(format.error().message));
    QVERIFY2(format.error().message.contains(word), qPrintable(format.error().message));
    QVERIFY(!ExportFormat::load(m_folder.path(u"nowhere.json"_s)).ok());
}

void TestFormats::aNearMissNamesTheFormatAndTheColumns()
{
    const std::vector<std::string> header{"processed", "message id", "event", "email"};
    const FormatMatch match = FormatCatalogue::shipped()->matchTable(header, {}, u"sendgrid-activity"_s);
    QVERIFY(!match);
    QVERIFY2(match.nearMiss.contains(u"SendGrid"_s), qPrintable(match.nearMiss));
    QVERIFY2(match.nearMiss.contains(u"api key id"_s), qPrintable(match.nearMiss));

    const std::vector<std::string> letter{"dear reader", "thank you"}; // like none: to name one would mislead
    QCOMPARE(FormatCatalogue::shipped()->matchTable(letter, {}, {}).nearMiss, QString());
}

void TestFormats::aCatalogueWithOneMoreLeavesTheFirstAlone()
{
    const auto &shipped = FormatCatalogue::shipped();
    ExportFormat own = *shipped->find(u"sendgrid-activity"_s);
    own.id = u"own"_s;
    own.recordKeys = {"mine"};
    const auto with = shipped->with(own);
    QCOMPARE(shipped->find(u"own"_s), nullptr);
    QCOMPARE(with->formats().size(), shipped->formats().size() + 1);
    QVERIFY(std::ranges::find(with->recordKeys(), "mine") != with->recordKeys().end());
    const std::vector<std::string> header{"processed", "message id", "event", "api key id", "email"};
    QCOMPARE(with->matchTable(header, {}, {}).format->id, u"own"_s); // before its equal

    own.title = u"Changed"_s;
    const auto again = with->with(own);
    QCOMPARE(again->formats().size(), with->formats().size());
    QCOMPARE(again->find(u"own"_s)->title, u"Changed"_s);
}

void TestFormats::foldingMakesOneOfManySpellings()
{
    for (const char *spelling : {"User Agent", "user_agent", " USER-AGENT\t", "user  agent", "_user_-agent_"})
        QCOMPARE(folded(spelling), std::string("user agent"));
    QCOMPARE(folded(""), std::string());
    QCOMPARE(folded(" \t_"), std::string());
    QCOMPARE(folded("Empf\xc3\xa4nger"), std::string("empf\xc3\xa4nger"));
}

} // namespace

QTEST_GUILESS_MAIN(TestFormats)

#include "tst_formats.moc"

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/detector.h"
#include "core/detect/ownrulesets.h"
#include "core/detect/shippedrulesets.h"
#include "core/detect/signal.h"
#include "core/jobs/jobcontext.h"
#include "simulator/campaignsimulator.h"
#include "simulator/scenario.h"
#include "support/simulatedtable.h"
#include "support/testfolder.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;
using simulator::Scenario;

namespace {

constexpr std::uint32_t kRecipients = 600;

QJsonObject objectOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QJsonObject schema()
{
    return objectOf(u":/clicksieve/schemas/ruleset.schema.json"_s);
}

std::size_t machines(const EventTable &table, const Verdicts &verdicts)
{
    std::size_t count = 0;
    for (std::size_t event = 0; event < table.size(); ++event)
        count += isAction(table.type(event)) && verdicts.isMachine(event) ? 1U : 0U;
    return count;
}

class TestRulesets : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("XDG_CONFIG_HOME", m_config.root().toUtf8()); }
    void eachFileHasItsName();
    void ownOnesAreFoundByName();
    void eachShippedOneCanJudge_data() { eachShipped(); }
    void eachShippedOneCanJudge();
    void eachShippedOneFollowsTheSchema_data() { eachShipped(); }
    void eachShippedOneFollowsTheSchema();
    void theSchemaKnowsTheKindsOfSignals();
    void strictTakesMoreThanBalancedAndThatMoreThanConservative_data();
    void strictTakesMoreThanBalancedAndThatMoreThanConservative();
    void theyDifferWhereItIsDoubtful();
    void basedOnStatesOnlyWhatDiffers();
    void basedOnNothingThatIsShipped_data();
    void basedOnNothingThatIsShipped();
    void aMissingRulesetNamesThoseThatThereAre();
    void aNameThatIsTooLongIsRefused();
    void signalsWithoutAnIdOfTheirOwnAreRefused();
    void listsThatAreTooLongAreRefused();

private:
    TestFolder m_config; ///< not that of tests that run at the same time

    static void eachShipped()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : shippedRulesets() + publishedRulesets())
            QTest::newRow(qPrintable(name)) << name;
    }
};

void TestRulesets::eachFileHasItsName()
{
    QStringList files;
    QDirIterator file(u":/clicksieve/rulesets"_s, QDir::Files, QDirIterator::Subdirectories);
    while (file.hasNext())
        files << file.next();
    QStringList known;
    for (const QString &name : shippedRulesets() + publishedRulesets()) {
        known << shippedRulesetPath(name);
        QCOMPARE(QFileInfo(known.back()).completeBaseName(), name);
        QCOMPARE(loadRuleset(name).value()->name, name);
    }
    files.sort();
    known.sort();
    QCOMPARE(known, files);
    QCOMPARE(shippedRulesetPath(u"../formats/sendgrid"_s), QString());
}

void TestRulesets::ownOnesAreFoundByName()
{
    const QDir folder(ownRulesetsFolder());
    QDir(folder.path()).removeRecursively();
    QVERIFY(ownRulesets().isEmpty());
    QVERIFY(QDir().mkpath(folder.path()));
    Ruleset own = *loadRuleset(u"balanced"_s).value();
    own.name = u"ours"_s;
    QVERIFY(!saveRuleset(own, folder.filePath(u"ours.json"_s)));
    own.name = u"other"_s;
    QVERIFY(!saveRuleset(own, folder.filePath(u"balanced.json"_s)));
    QCOMPARE(ownRulesets(), QStringList{u"ours"_s});
    QCOMPARE(loadRuleset(u"ours"_s).value()->name, u"ours"_s);
    QCOMPARE(loadRuleset(u"balanced"_s).value()->name, u"balanced"_s); // the program's goes before
    const auto none = loadRuleset(u"nowhere"_s);
    QVERIFY2(none.error().message.contains(u", ours)"_s), qPrintable(none.error().message));
    QDir(folder.path()).removeRecursively();
}

void TestRulesets::eachShippedOneCanJudge()
{
    QFETCH(const QString, name);
    const auto loaded = loadRuleset(name);
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : qPrintable(loaded.error().message));
    QVERIFY(!loaded.value()->title.isEmpty());
    QCOMPARE(loaded.value()->publishedBy.isEmpty(), shippedRulesets().contains(name));
    QStringList ids;
    for (const SignalSpec &spec : loaded.value()->signalSpecs) {
        const auto signal = makeSignal(spec);
        QVERIFY2(signal.ok(), signal.ok() ? "" : qPrintable(signal.error().message));
        for (const QString &text : {spec.id, spec.title, spec.sentence})
            QVERIFY2(!text.isEmpty(), qPrintable(spec.id));
        QVERIFY2(!spec.sources.isEmpty(), qPrintable(spec.id));
        QVERIFY2(!ids.contains(spec.id), qPrintable(spec.id));
        ids << spec.id;
    }
}

/// Not a validator: the keys and words that the schema knows, and those that it asks for.
void TestRulesets::eachShippedOneFollowsTheSchema()
{
    QFETCH(const QString, name);
    const QJsonObject file = objectOf(shippedRulesetPath(name));
    const QJsonObject keys = schema()[u"properties"_s].toObject();
    for (const QString &key : file.keys())
        QVERIFY2(keys.contains(key), qPrintable(key));
    const QJsonArray required = schema()[u"required"_s].toArray();
    QVERIFY(!required.isEmpty());
    for (const QJsonValue &key : required)
        QVERIFY2(file.contains(key.toString()), qPrintable(key.toString()));
    const QJsonObject signalKeys = schema()[u"$defs"_s][u"signal"_s][u"properties"_s].toObject();
    const QJsonArray signalSpecs = file[u"signals"_s].toArray();
    for (const QJsonValue &signal : signalSpecs) {
        for (const QString &key : signal.toObject().keys())
            QVERIFY2(signalKeys.contains(key), qPrintable(key));
    }
}

void TestRulesets::theSchemaKnowsTheKindsOfSignals()
{
    const QJsonArray kinds =
        schema()[u"$defs"_s][u"signal"_s][u"properties"_s][u"kind"_s][u"enum"_s].toArray();
    for (const QJsonValue &kind : kinds) {
        SignalSpec spec;
        spec.kind = kind.toString();
        const auto made = makeSignal(spec);
        QVERIFY2(made.ok() || !made.error().message.contains(u"there is no kind"_s), qPrintable(spec.kind));
    }
    for (const QString &name : shippedRulesets() + publishedRulesets()) {
        const auto ruleset = loadRuleset(name).value();
        for (const SignalSpec &spec : ruleset->signalSpecs)
            QVERIFY2(kinds.contains(spec.kind), qPrintable(spec.kind));
    }
}

void TestRulesets::strictTakesMoreThanBalancedAndThatMoreThanConservative_data()
{
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<QString>("without");
    for (const Scenario &scenario : Scenario::all()) {
        const QString name = QString::fromUtf8(scenario.name.data(), qsizetype(scenario.name.size()));
        QTest::newRow(qPrintable(name)) << name << QString();
        QTest::newRow(qPrintable(name + u" without addresses"_s)) << name << u"ip"_s;
    }
}

void TestRulesets::strictTakesMoreThanBalancedAndThatMoreThanConservative()
{
    QFETCH(const QString, scenario);
    QFETCH(const QString, without);
    for (const std::uint64_t seed : {11U, 12U}) {
        Scenario::Draw drawn = Scenario::find(scenario.toStdString())->draw(seed);
        drawn.options.recipients = std::min(drawn.options.recipients, kRecipients);
        if (!without.isEmpty())
            QVERIFY(drawn.shape.leaveOut(without.toStdString()));
        const auto table =
            tableOf(drawn.shape.apply(simulator::CampaignSimulator(drawn.options).run()), drawn.shape);
        JobContext context(1);
        const auto mild = detect(*table, loadRuleset(u"conservative"_s).value(), context).value();
        const auto middle = detect(*table, loadRuleset(u"balanced"_s).value(), context).value();
        const auto hard = detect(*table, loadRuleset(u"strict"_s).value(), context).value();
        for (std::size_t event = 0; event < table->size(); ++event) {
            if (!isAction(table->type(event)))
                continue;
            QVERIFY(!mild->isMachine(event) || middle->isMachine(event));
            QVERIFY(!middle->isMachine(event) || hard->isMachine(event));
            QVERIFY(mild->verdict(event) <= middle->verdict(event));
            QVERIFY(middle->verdict(event) != Verdict::Machine || hard->verdict(event) == Verdict::Machine);
        }
    }
}

void TestRulesets::theyDifferWhereItIsDoubtful()
{
    Scenario::Draw drawn = Scenario::find("mixed")->draw(11);
    const auto table =
        tableOf(drawn.shape.apply(simulator::CampaignSimulator(drawn.options).run()), drawn.shape);
    JobContext context(1);
    std::vector<std::size_t> counts;
    for (const QString &name : {u"conservative"_s, u"balanced"_s, u"strict"_s})
        counts.push_back(machines(*table, *detect(*table, loadRuleset(name).value(), context).value()));
    QVERIFY2(counts[0] < counts[1] && counts[1] < counts[2],
             qPrintable(u"%1, %2, %3"_s.arg(counts[0]).arg(counts[1]).arg(counts[2])));
}

QString written(const TestFolder &folder, const QByteArray &json)
{
    const QString path = folder.path(u"own.json"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
        qFatal("cannot write");
    return path;
}

void TestRulesets::basedOnStatesOnlyWhatDiffers()
{
    const TestFolder folder;
    const auto own = loadRuleset(written(folder, R"({"basedOn": "balanced", "name": "own", "version": 4,
        "prior": {"click": -1.5}, "lean": 0.5,
        "signals": [{"id": "coverage", "parameters": {"fewestLinks": 7}}, {"id": "burst", "enabled": false},
                    {"id": "again", "kind": "vendor-flag", "parameters": {"machine": 1, "human": 0}}]})"));
    QVERIFY2(own.ok(), own.ok() ? "" : qPrintable(own.error().message));
    Ruleset expected = *loadRuleset(u"balanced"_s).value();
    expected.name = u"own"_s;
    expected.version = 4;
    expected.priorClick = -1.5;
    expected.lean = 0.5;
    for (SignalSpec &spec : expected.signalSpecs) {
        if (spec.id == u"coverage"_s)
            spec.parameters[u"fewestLinks"_s] = 7;
        if (spec.id == u"burst"_s)
            spec.enabled = false;
    }
    SignalSpec again;
    again.id = u"again"_s;
    again.kind = u"vendor-flag"_s;
    again.parameters = {{u"machine"_s, 1}, {u"human"_s, 0}};
    expected.signalSpecs.push_back(again);
    QVERIFY(*own.value() == expected);
}

void TestRulesets::basedOnNothingThatIsShipped_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("unknown") << QByteArray(R"({"basedOn": "milder", "name": "x", "version": 1})");
    QTest::newRow("a file") << QByteArray(R"({"basedOn": "/etc/passwd", "name": "x", "version": 1})");
    QTest::newRow("no name") << QByteArray(R"({"basedOn": 3, "name": "x", "version": 1})");
}

void TestRulesets::basedOnNothingThatIsShipped()
{
    QFETCH(const QByteArray, json);
    const TestFolder folder;
    const auto own = loadRuleset(written(folder, json));
    QVERIFY(!own.ok());
    QVERIFY2(own.error().message.contains(u"\"basedOn\""_s), qPrintable(own.error().message));
    QVERIFY(own.error().message.contains(u"own.json"_s));
}

void TestRulesets::aMissingRulesetNamesThoseThatThereAre()
{
    const auto none = loadRuleset(u"nowhere"_s);
    QVERIFY(!none.ok());
    QVERIFY(none.error().message.contains(u"conservative, balanced, strict"_s));
}

void TestRulesets::aNameThatIsTooLongIsRefused()
{
    const TestFolder folder;
    QJsonObject json = objectOf(shippedRulesetPath(u"balanced"_s));
    json[u"name"_s] = QString(200, u'x');
    const auto own = loadRuleset(written(folder, QJsonDocument(json).toJson()));
    QVERIFY(!own.ok());
    QVERIFY(own.error().message.contains(u"\"name\""_s));
}

void TestRulesets::signalsWithoutAnIdOfTheirOwnAreRefused()
{
    const TestFolder folder;
    QJsonObject json = objectOf(shippedRulesetPath(u"balanced"_s));
    QJsonArray signalSpecs = json[u"signals"_s].toArray();
    signalSpecs.append(signalSpecs.first());
    json[u"signals"_s] = signalSpecs;
    const auto twice = loadRuleset(written(folder, QJsonDocument(json).toJson()));
    QVERIFY(!twice.ok());
    QVERIFY2(twice.error().message.contains(u"\"id\" of its own"_s), qPrintable(twice.error().message));
}

void TestRulesets::listsThatAreTooLongAreRefused()
{
    QJsonArray tiers;
    for (int tier = 0; tier < 300; ++tier)
        tiers.append(QJsonObject{{u"links"_s, 2}, {u"seconds"_s, tier}, {u"weight"_s, 1}});
    SignalSpec spec;
    spec.id = u"long"_s;
    spec.kind = u"distinct-links"_s;
    spec.parameters = {{u"tiers"_s, tiers}};
    const auto made = makeSignal(spec);
    QVERIFY(!made.ok());
    QVERIFY2(made.error().message.contains(u"1 to 100"_s), qPrintable(made.error().message));
}

} // namespace

QTEST_GUILESS_MAIN(TestRulesets)
#include "tst_rulesets.moc"

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/detector.h"
#include "core/detect/shippedrulesets.h"
#include "core/export/cleanedexport.h"
#include "core/export/jsonreport.h"
#include "core/export/rejectedcsv.h"
#include "core/export/verdictcsv.h"
#include "core/jobs/jobcontext.h"
#include "core/workspace/parts.h"
#include "core/workspace/workspace.h"
#include "core/workspace/workspacefile.h"
#include "support/archivefixture.h"
#include "support/testfolder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kHead = "time,event,email,campaign,url\n";
const QByteArray kRows = "2026-03-10T09:00:00Z,sent,a@b.example,c1,\n"
                         "2026-03-10T09:00:01Z,open,a@b.example,c1,\n"
                         "nonsense,open,a@b.example,c1,\n"
                         "2026-03-10T10:01:00Z,click,a@b.example,c1,https://shop.example/1\n"
                         "2026-03-10T10:01:01Z,click,c@d.example,c2,https://shop.example/2\n";

QByteArray sample()
{
    return readAll(QStringLiteral(CLICKSIEVE_SOURCE_DIR "/resources/samples/spring-offer.csv"));
}

/// Names and contents of files that make one analysis.
using Files = QList<std::pair<QString, QByteArray>>;

class TestWorkspace : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<TestFolder>(); }
    void everythingIsAsBefore_data();
    void everythingIsAsBefore();
    void everyFormatComesBack();
    void cleanedCopiesNeedNoSourceFiles();
    void aCopyOfACopyKeepsTheSourceFiles();
    void ownVerdictsAndRulesComeBack();
    void anUpdateKeepsTheEvents();
    void anUpdateOfAnotherWorkspaceIsRefused();
    void otherRulesCanBeAskedFor();
    void everyShippedRulesetComesBack();
    void aStoppedSaveLeavesNothing();
    void damagedVerdictsAreMadeAnew();
    void damagedOwnVerdictsAreNamed();
    void damagedEventsAreRefused();
    void damagedSourcesLeaveTheFigures();
    void numbersThatPointOutsideAreRefused();
    void aWorkspaceIsOpenedAlone();

private:
    [[nodiscard]] QStringList write(const Files &files) const
    {
        QStringList paths;
        for (const auto &[name, content] : files)
            paths << m_folder->write(name, content);
        return paths;
    }

    static Analysis analysisOf(const QStringList &paths, int threads = 1)
    {
        JobContext context(threads);
        AnalysisRequest request;
        request.files = paths;
        auto analysis = analyze(request, context);
        return analysis ? analysis.value() : Analysis{};
    }

    /// Saves and opens again.
    [[nodiscard]] Analysis again(const Analysis &analysis, int threads = 1) const
    {
        JobContext context(threads);
        const auto saved = saveWorkspace(analysis, KeepFiles::Yes, workspace(), context);
        return saved ? opened(threads) : Analysis{};
    }

    [[nodiscard]] Analysis opened(int threads = 1) const
    {
        JobContext context(threads);
        auto analysis = openWorkspace(workspace(), nullptr, context);
        if (!analysis)
            qWarning("%s", qPrintable(analysis.error().message));
        return analysis ? analysis.value() : Analysis{};
    }

    [[nodiscard]] QString workspace() const { return m_folder->path(u"saved.clicksieve"_s); }

    /// The part with every byte of its content turned round, and a checksum that knows nothing of it.
    void damage(const QString &part) const
    {
        auto file = WorkspaceFile::open(workspace(), WorkspaceFile::Access::Write);
        QVERIFY(file.ok());
        auto piece = file.value()->read(part, 0);
        QVERIFY2(piece, qPrintable(part));
        piece->packed[piece->packed.size() / 2] = static_cast<char>(~piece->packed[piece->packed.size() / 2]);
        QVERIFY(!file.value()->write(part, 0, *piece));
        QVERIFY(!file.value()->commit());
    }

    /// All that leaves the program, as text.
    /// @p step: every so many events are explained, which takes its time.
    [[nodiscard]] QByteArray everything(const Analysis &analysis, std::size_t step = 199) const;

    std::unique_ptr<TestFolder> m_folder;
};

QByteArray TestWorkspace::everything(const Analysis &analysis, std::size_t step) const
{
    JobContext context(2);
    const EventTable &table = *analysis.table;
    const Verdicts &verdicts = *analysis.verdicts;
    QByteArray all = QByteArray::fromStdString(jsonReport(table, verdicts, context));
    const auto append = [&](const std::optional<Error> &problem, const QString &path) {
        all += problem ? problem->message.toUtf8() : readAll(path);
        QFile::remove(path);
    };
    const QString path = m_folder->path(u"out"_s);
    append(writeVerdicts(table, verdicts, path, context), path);
    append(writeRejectedRows(table, path, context), path);
    for (std::size_t source = 0; source < table.sources().size(); ++source) {
        for (const CleanedMode mode : {CleanedMode::Drop, CleanedMode::Annotate}) {
            const auto counts = writeCleaned(table, verdicts, source, mode, path, context);
            append(counts ? std::nullopt : std::optional(counts.error()), path);
        }
    }
    for (std::size_t event = 0; event < table.size(); event += step) {
        for (const Evidence &one : explain(table, verdicts, event))
            all += one.signalId.toUtf8() + QByteArray::number(one.weight, 'g', 17) + one.sentence.toUtf8()
                   + '\n';
        all += QByteArray::number(verdicts.probability(event), 'g', 17) + verdicts.actor(event).name.toUtf8()
               + '\n';
    }
    return all;
}

void TestWorkspace::everythingIsAsBefore_data()
{
    QTest::addColumn<Files>("files");

    QTest::newRow("sample") << Files{{u"spring.csv"_s, sample()}};
    QTest::newRow("rejected rows") << Files{{u"a.csv"_s, kHead + kRows}};
    QTest::newRow("no events that can be read")
        << Files{{u"a.csv"_s, kHead + "nonsense,open,a@b.example,c1,\n"}};
    QTest::newRow("two files") << Files{{u"a.csv"_s, kHead + kRows},
                                        {u"b.csv"_s, kHead + QByteArray(kRows).replace("c1", "c3")}};
    QTest::newRow("no campaign") << Files{
        {u"a.csv"_s,
         "time,event,email\n2026-03-10T09:00:00Z,open,a@b.example\n2026-03-10T09:00:00.5Z,click,\n"}};
    QTest::newRow("no recipients") << Files{
        {u"a.csv"_s, "time,event,email,ip address,user agent\n2026-03-10T09:00:00Z,open,,40.94.1.1,curl/8\n"
                     "2026-03-10T09:00:09Z,click,,10.0.0.1,Mozilla/5.0\n"}};
    QTest::newRow("in an archive") << Files{
        {u"both.zip"_s,
         archiveOf({{"a.csv", kHead + kRows}, {"b.csv", kHead + kRows}, {"read.me", "no export"}})}};
    QTest::newRow("times far apart") << Files{
        {u"a.csv"_s, kHead
                         + "1970-01-01T00:00:00.123Z,open,a@b.example,c1,\n"
                           "2026-03-10T09:00:00.456Z,click,a@b.example,c1,https://shop.example/\n"}};
    QTest::newRow("totals beside events") << Files{
        {u"opened.csv"_s, "Email Address,First Name,Last Name,Opens\nanna@nordbank.example,Anna,A,3\n"},
        {u"a.csv"_s, kHead + kRows}};
    QTest::newRow("totals alone") << Files{
        {u"opened.csv"_s, "Email Address,First Name,Last Name,Opens\nanna@nordbank.example,Anna,A,3\n"}};
}

void TestWorkspace::everythingIsAsBefore()
{
    QFETCH(Files, files);
    const Analysis before = analysisOf(write(files));
    QVERIFY(before.table != nullptr);
    const QByteArray wanted = everything(before, 1);
    for (const int threads : {1, 3}) {
        const Analysis after = again(before, threads);
        QVERIFY(after.table != nullptr);
        QCOMPARE(after.workspace->damage, QStringList());
        QVERIFY(everything(after, 1) == wanted);
    }
}

void TestWorkspace::everyFormatComesBack()
{
    const QDir formats(QStringLiteral(CLICKSIEVE_SOURCE_DIR "/resources/formats"));
    const QStringList names = formats.entryList({u"*.json"_s});
    int compared = 0;
    for (const QString &name : names) {
        const QJsonObject format = QJsonDocument::fromJson(readAll(formats.filePath(name))).object();
        for (const QJsonValue &one : format[u"samples"_s].toArray()) {
            const Analysis before =
                analysisOf(write({{one[u"file"_s].toString(), one[u"text"_s].toString().toUtf8()}}));
            if (before.table == nullptr)
                continue; // one that asks for more, which tst_formats gives it
            const QByteArray wanted = everything(before, 1);
            const Analysis after = again(before);
            QVERIFY2(after.table != nullptr, qPrintable(name));
            QVERIFY2(everything(after, 1) == wanted, qPrintable(name));
            ++compared;
        }
    }
    QVERIFY2(compared > 40, qPrintable(QString::number(compared)));
}

void TestWorkspace::cleanedCopiesNeedNoSourceFiles()
{
    for (const Files &files : {Files{{u"spring.csv"_s, sample()}},
                               Files{{u"both.zip"_s, archiveOf({{"a.csv", kHead + kRows}})}}}) {
        const QStringList paths = write(files);
        const Analysis before = analysisOf(paths);
        const QByteArray wanted = everything(before);
        QVERIFY(again(before).table != nullptr);
        QVERIFY(QFile::remove(paths.front()));
        QCOMPARE(everything(opened()), wanted);
        const auto left =
            QDir(m_folder->root()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        QCOMPARE(left, QStringList{u"saved.clicksieve"_s});
    }
}

void TestWorkspace::aCopyOfACopyKeepsTheSourceFiles()
{
    const QStringList paths = write({{u"spring.csv"_s, sample()}});
    const Analysis before = analysisOf(paths);
    const QByteArray wanted = everything(before);
    QVERIFY(again(before).table != nullptr);
    QVERIFY(QFile::remove(paths.front()));
    const QString other = m_folder->path(u"other.clicksieve"_s);
    JobContext context(1);
    const auto saved = saveWorkspace(opened(), KeepFiles::Yes, other, context);
    QVERIFY(saved.ok());
    QCOMPARE(saved.value().filesNotKept, QStringList());
    QVERIFY(QFile::remove(workspace()));
    QCOMPARE(everything(openWorkspace(other, nullptr, context).value()), wanted);

    QVERIFY(
        saveWorkspace(openWorkspace(other, nullptr, context).value(), KeepFiles::No, other, context).ok());
    const auto bare = openWorkspace(other, nullptr, context).value();
    const auto none = saveWorkspace(bare, KeepFiles::Yes, workspace(), context);
    QCOMPARE(none.value().filesNotKept, QStringList{u"spring.csv"_s});
}

void TestWorkspace::ownVerdictsAndRulesComeBack()
{
    Analysis analysis = analysisOf(write({{u"spring.csv"_s, sample()}}));
    JobContext context(2);
    Ruleset rules = analysis.verdicts->ruleset();
    rules.name = u"mine"_s;
    rules.machineFrom = 0.8123456789012345;
    rules.signalSpecs.front().enabled = false;
    const UserLists lists{{"40.94.0.0/16"}, {"curl"}, {"https://shop.example/hidden"}};
    analysis.verdicts =
        detect(*analysis.table, std::make_shared<const Ruleset>(rules), context, lists).value();
    const OverrideList list{{Override::Scope::Domain, 1, true},
                            {Override::Scope::Event, analysis.table->messages().allActions()[3], false},
                            {Override::Scope::Link, 0, false}};
    analysis.verdicts = analysis.verdicts->with(Overrides::make(*analysis.table, list, context).value());

    const Analysis after = again(analysis);
    QVERIFY(after.table != nullptr);
    QVERIFY(after.verdicts->ruleset() == rules);
    QVERIFY(after.verdicts->overrides() != nullptr);
    QVERIFY(after.verdicts->overrides()->list() == list);
    QCOMPARE(everything(after), everything(analysis));
}

void TestWorkspace::anUpdateKeepsTheEvents()
{
    Analysis analysis = again(analysisOf(write({{u"spring.csv"_s, sample()}})));
    JobContext context(1);
    const OverrideList list{{Override::Scope::Domain, 0, true}};
    analysis.verdicts = analysis.verdicts->with(Overrides::make(*analysis.table, list, context).value());
    const auto updated = updateWorkspace(analysis, *analysis.workspace, context);
    QVERIFY(updated.ok());
    QCOMPARE(everything(opened()), everything(analysis));
    QVERIFY(opened().verdicts->overrides()->list() == list);
    // A second window that opened it before does not undo that.
    QVERIFY(!updateWorkspace(analysis, *analysis.workspace, context).ok());
    QVERIFY(updateWorkspace(analysis, *updated.value().origin, context).ok());
}

void TestWorkspace::anUpdateOfAnotherWorkspaceIsRefused()
{
    const Analysis first = again(analysisOf(write({{u"spring.csv"_s, sample()}})));
    const Analysis second = again(analysisOf(write({{u"a.csv"_s, kHead + kRows}})));
    JobContext context(1);
    const auto problem = updateWorkspace(first, *first.workspace, context);
    QVERIFY(!problem.ok());
    QVERIFY2(problem.error().message.contains(u"another window"_s), qPrintable(problem.error().message));
    QCOMPARE(everything(opened()), everything(second));
}

void TestWorkspace::otherRulesCanBeAskedFor()
{
    QVERIFY(again(analysisOf(write({{u"spring.csv"_s, sample()}}))).table != nullptr);
    Ruleset rules = *loadRuleset(u"balanced"_s).value();
    rules.name = u"other"_s;
    JobContext context(1);
    const auto judged = openWorkspace(workspace(), std::make_shared<const Ruleset>(rules), context);
    QCOMPARE(judged.value().verdicts->ruleset().name, u"other"_s);
}

void TestWorkspace::everyShippedRulesetComesBack()
{
    for (const QString &name : shippedRulesets() + publishedRulesets()) {
        const auto rules = loadRuleset(name);
        const auto again = readRuleset(rulesetJson(*rules.value()), name);
        QVERIFY2(again.ok() && *again.value() == *rules.value(), qPrintable(name));
    }
}

void TestWorkspace::aStoppedSaveLeavesNothing()
{
    const Analysis analysis = analysisOf(write({{u"spring.csv"_s, sample()}}));
    JobContext context(1);
    context.requestStop();
    const auto saved = saveWorkspace(analysis, KeepFiles::Yes, workspace(), context);
    QVERIFY(!saved.ok());
    QCOMPARE(saved.error().kind, Error::Kind::Cancelled);
    QCOMPARE(QDir(m_folder->root()).entryList(QDir::Files | QDir::Hidden), QStringList{u"spring.csv"_s});
}

void TestWorkspace::damagedVerdictsAreMadeAnew()
{
    const Analysis before = again(analysisOf(write({{u"spring.csv"_s, sample()}})));
    const QByteArray wanted = everything(before);
    for (const QString &part : {u"levels 1"_s, u"judged"_s}) {
        QVERIFY(again(before).table != nullptr);
        damage(part);
        QCOMPARE(everything(opened()), wanted);
    }
    QVERIFY(again(before).table != nullptr);
    damage(u"ruleset"_s);
    QCOMPARE(opened().workspace->damage.size(), 1);
    QCOMPARE(opened().verdicts->ruleset().name, u"balanced"_s);
}

void TestWorkspace::damagedOwnVerdictsAreNamed()
{
    const Analysis before = again(analysisOf(write({{u"spring.csv"_s, sample()}})));
    damage(u"overrides"_s);
    const Analysis after = opened();
    QCOMPARE(after.workspace->damage.size(), 1);
    QVERIFY(after.workspace->damage.front().contains(u"own verdicts"_s));
    QCOMPARE(everything(after), everything(before));
}

void TestWorkspace::damagedEventsAreRefused()
{
    const Analysis before = again(analysisOf(write({{u"spring.csv"_s, sample()}})));
    for (const QString &part : {u"url"_s, u"recipients.bytes"_s, u"table"_s, u"sources"_s, u"actions"_s}) {
        QVERIFY(again(before).table != nullptr);
        damage(part);
        JobContext context(1);
        const auto after = openWorkspace(workspace(), nullptr, context);
        QVERIFY(!after.ok());
        QVERIFY2(after.error().message.contains(u"saved.clicksieve"_s), qPrintable(after.error().message));
        QVERIFY2(after.error().message.contains(u'"' + part + u'"'), qPrintable(after.error().message));
    }
}

void TestWorkspace::damagedSourcesLeaveTheFigures()
{
    const QStringList paths = write({{u"spring.csv"_s, sample()}});
    const Analysis before = again(analysisOf(paths));
    damage(u"file 0"_s);
    QVERIFY(QFile::remove(paths.front()));
    const Analysis after = opened();
    JobContext context(1);
    QCOMPARE(jsonReport(*after.table, *after.verdicts, context),
             jsonReport(*before.table, *before.verdicts, context));
    const auto cleaned = writeCleaned(*after.table, *after.verdicts, 0, CleanedMode::Drop,
                                      m_folder->path(u"out.csv"_s), context);
    QVERIFY(!cleaned.ok());
    QVERIFY2(cleaned.error().message.contains(u"damaged"_s), qPrintable(cleaned.error().message));
}

/// A file with right checksums and wrong numbers, as somebody could make it.
void TestWorkspace::numbersThatPointOutsideAreRefused()
{
    const Analysis before = again(analysisOf(write({{u"spring.csv"_s, sample()}})));
    for (const char *part : {"campaign",
                             "url",
                             "client",
                             "domainOfRecipient",
                             "linkOfUrl",
                             "message.campaign",
                             "message.recipient",
                             "messageOf",
                             "actions",
                             "firstAction",
                             "firstMessage",
                             "client.address",
                             "client.agent",
                             "sourceEnd",
                             "recipients",
                             "urls",
                             "domains",
                             "levels 1",
                             "levels 2",
                             "type",
                             "flag",
                             "row.sourceBegin"}) {
        QVERIFY(again(before).table != nullptr);
        const QString name = QString::fromLatin1(part);
        auto file = WorkspaceFile::open(workspace(), WorkspaceFile::Access::Write);
        auto bytes = readPart(*file.value(), name);
        if (!bytes || bytes->empty())
            continue; // an array that this table does without
        std::fill(bytes->begin(), bytes->begin() + std::min<qsizetype>(4, qsizetype(bytes->size())), '\x7f');
        QVERIFY(!file.value()->write(name, 0, Piece::of(*bytes)));
        QVERIFY(!file.value()->commit());
        JobContext context(1);
        const auto after = openWorkspace(workspace(), nullptr, context);
        QVERIFY2(after.ok() == name.startsWith(u"levels"_s), part);
        if (after.ok()) // what the signals said may be made up, but leads nowhere
            QVERIFY(!everything(after.value()).isEmpty());
        else
            QCOMPARE(after.error().kind, Error::Kind::Unreadable);
    }
}

void TestWorkspace::aWorkspaceIsOpenedAlone()
{
    const QStringList paths = write({{u"spring.csv"_s, sample()}});
    const Analysis before = again(analysisOf(paths));
    QCOMPARE(everything(analysisOf({workspace()})), everything(before));
    JobContext context(1);
    AnalysisRequest request;
    request.files = paths + QStringList{workspace()};
    const auto both = analyze(request, context);
    QVERIFY(!both.ok());
    QVERIFY2(both.error().message.contains(u"by itself"_s), qPrintable(both.error().message));
}

} // namespace

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaignfile.h"
#include "core/detect/ownrulesets.h"
#include "core/detect/shippedrulesets.h"
#include "scannedcompany.h"
#include "support/testfolder.h"
#include "ui/rules/changestext.h"
#include "ui/rules/numberfield.h"
#include "ui/rules/parameterform.h"
#include "ui/rules/parameterwords.h"
#include "ui/rules/rulespage.h"
#include "ui/rules/signalsmodel.h"
#include "ui/session/session.h"
#include "ui/tables/tableview.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QDir>
#include <QJsonArray>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QStandardPaths>
#include <QTest>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

std::uint64_t machines(const Analysis &analysis)
{
    std::uint64_t count = 0;
    for (std::size_t event = 0; event < analysis.table->size(); ++event)
        count += isAction(analysis.table->type(event)) && analysis.verdicts->isMachine(event) ? 1U : 0U;
    return count;
}

class RulesPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void listsTheSignalsWithWhatTheySpokeOf();
    void showsTheParametersOfASignal();
    void aChangeIsTriedAndNotYetCounted();
    void applyingCountsAndUndoTakesBack();
    void revertingForgetsTheChange();
    void aParameterThatMakesNoSenseIsSaid();
    void savedRulesAreOpenedAgain();
    void shippedRulesAreInTheMenu();
    void ownRulesAreInTheMenu();
    void doubtCanCountForTheOther();
    void rulesThatCannotJudgeAreNotOpened();
    void ownVerdictsStayOnTop();
    void otherFilesAreJudgedByTheAppliedRules();
    void changesAreSaidInWords();
    void everyShippedParameterHasWords();

private:
    struct Opened {
        Session session;
        RulesPage page{session};

        Opened()
        {
            session.setAnalysis(scannedCompany());
            page.resize(1'200, 700);
            page.show();
            settle();
        }
        void settle()
        {
            if (!QTest::qWaitFor([this] { return page.isUpToDate(); }, 30'000))
                qFatal("the page does not come to rest");
        }
        [[nodiscard]] SignalsModel &model() const { return *page.findChild<SignalsModel *>(); }
        [[nodiscard]] QPushButton *button(const QString &text) const
        {
            for (QPushButton *candidate : page.findChildren<QPushButton *>()) {
                if (candidate->text() == text)
                    return candidate;
            }
            qFatal("there is no button %s", qPrintable(text));
        }
        [[nodiscard]] int rowOf(const QString &title) const
        {
            for (int row = 0; row < model().rowCount(); ++row) {
                if (model().index(row, SignalsModel::Title).data().toString() == title)
                    return row;
            }
            qFatal("there is no signal %s", qPrintable(title));
        }
        [[nodiscard]] NumberField *field(const QString &name) const
        {
            for (NumberField *candidate : page.findChildren<NumberField *>()) {
                if (candidate->accessibleName() == name)
                    return candidate;
            }
            qFatal("there is no field %s", qPrintable(name));
        }
        [[nodiscard]] QString effect() const
        {
            for (const QLabel *label : page.findChildren<QLabel *>()) {
                if (label->accessibleName() == u"What the changes do"_s)
                    return label->text();
            }
            return {};
        }
        void switchOffAll()
        {
            for (int row = 0; row < model().rowCount(); ++row)
                QVERIFY(model().setData(model().index(row, SignalsModel::Title), Qt::Unchecked,
                                        Qt::CheckStateRole));
            settle();
        }
    };
};

void RulesPageTest::listsTheSignalsWithWhatTheySpokeOf()
{
    const Opened opened;
    const QAbstractItemModelTester tester(&opened.model());
    QCOMPARE(opened.model().rowCount(),
             static_cast<int>(opened.session.analysis().verdicts->reports().size()));
    const int burst = opened.rowOf(u"Many links at once"_s);
    QCOMPARE(opened.model().index(burst, SignalsModel::Events).data().toString(), u"120"_s); // 20 × 6
    const int mark = opened.rowOf(u"Your e-mail service's own mark"_s);
    QCOMPARE(opened.model().index(mark, SignalsModel::Events).data().toString(), u"–"_s);
    QCOMPARE(opened.model().index(mark, SignalsModel::State).data().toString(), u"cannot be looked for"_s);
}

void RulesPageTest::showsTheParametersOfASignal()
{
    const Opened opened;
    opened.page.findChild<TableView *>()->selectRow(opened.rowOf(u"Nearly all links"_s));
    QCOMPARE(opened.field(u"Links in the mail, at least"_s)->text(), u"5"_s);
    QCOMPARE(opened.field(u"Steps, step 1: Share, at least"_s)->text(), u"0.8"_s);
}

void RulesPageTest::aChangeIsTriedAndNotYetCounted()
{
    Opened opened;
    const auto before = opened.session.analysis().verdicts;
    QVERIFY(!opened.button(u"Apply"_s)->isEnabled());
    opened.switchOffAll();
    QVERIFY2(opened.effect().startsWith(u"120 clicks become people's"_s), qPrintable(opened.effect()));
    QVERIFY2(opened.effect().contains(u"in 2 recipient domains."_s), qPrintable(opened.effect()));
    QVERIFY(opened.button(u"Apply"_s)->isEnabled());
    QCOMPARE(opened.session.analysis().verdicts, before);
}

void RulesPageTest::applyingCountsAndUndoTakesBack()
{
    Opened opened;
    const std::uint64_t before = machines(opened.session.analysis());
    QVERIFY(before > 0);
    opened.switchOffAll();
    opened.button(u"Apply"_s)->click();
    opened.settle();
    QCOMPARE(machines(opened.session.analysis()), std::uint64_t{0});
    QCOMPARE(opened.session.analysis().verdicts->ruleset().name, u"balanced (changed)"_s);
    QVERIFY(!opened.button(u"Apply"_s)->isEnabled());
    opened.session.history().undo();
    opened.settle();
    QCOMPARE(machines(opened.session.analysis()), before);
    QCOMPARE(opened.model().index(0, SignalsModel::Title).data(Qt::CheckStateRole).toInt(), int{Qt::Checked});
}

void RulesPageTest::revertingForgetsTheChange()
{
    Opened opened;
    opened.switchOffAll();
    opened.button(u"Revert"_s)->click();
    opened.settle();
    QVERIFY(!opened.button(u"Apply"_s)->isEnabled());
    QCOMPARE(opened.model().index(0, SignalsModel::Title).data(Qt::CheckStateRole).toInt(), int{Qt::Checked});
    QVERIFY(opened.effect().startsWith(u"These rules count now."_s));
}

void RulesPageTest::aParameterThatMakesNoSenseIsSaid()
{
    Opened opened;
    opened.page.findChild<TableView *>()->selectRow(opened.rowOf(u"Nearly all links"_s));
    opened.field(u"Steps, step 1: Share, at least"_s)->setValue(7);
    opened.settle();
    QVERIFY2(opened.effect().contains(u"share"_s), qPrintable(opened.effect()));
    QVERIFY(!opened.button(u"Apply"_s)->isEnabled());
}

void RulesPageTest::savedRulesAreOpenedAgain()
{
    const TestFolder folder;
    {
        Opened opened;
        opened.switchOffAll();
        QVERIFY(!opened.page.saveRules(folder.path(u"mild.json"_s)));
    }
    Opened opened;
    QVERIFY(!opened.page.openRules(folder.path(u"mild.json"_s)));
    opened.settle();
    QVERIFY(opened.button(u"Apply"_s)->isEnabled());
    opened.button(u"Apply"_s)->click();
    opened.settle();
    QCOMPARE(opened.session.analysis().verdicts->ruleset().name, u"mild"_s);
    QCOMPARE(machines(opened.session.analysis()), std::uint64_t{0});
    QVERIFY(opened.page.openRules(folder.path(u"nowhere.json"_s)).has_value());
}

void RulesPageTest::shippedRulesAreInTheMenu()
{
    Opened opened;
    for (const QString &name : shippedRulesets())
        QVERIFY2(opened.page.findChild<QAction *>(name) != nullptr, qPrintable(name));
    opened.page.findChild<QAction *>(u"strict"_s)->trigger();
    opened.settle();
    opened.button(u"Apply"_s)->click();
    opened.settle();
    QCOMPARE(opened.session.analysis().verdicts->ruleset().name, u"strict"_s);
}

void RulesPageTest::ownRulesAreInTheMenu()
{
    QDir(ownRulesetsFolder()).removeRecursively();
    Opened opened;
    const auto menu = opened.button(u"Other rules"_s)->menu();
    const auto namesInMenu = [menu] {
        emit menu->aboutToShow();
        QStringList names;
        for (const QAction *action : menu->actions())
            names << action->objectName();
        return names;
    };
    QVERIFY(!namesInMenu().contains(u"Q&A"_s));
    opened.switchOffAll();
    QVERIFY(!opened.page.saveRules(QDir(ownRulesetsFolder()).filePath(u"Q&A.json"_s)));
    QVERIFY(
        !opened.page.saveRules(QDir(ownRulesetsFolder()).filePath(u"strict.json"_s))); // a name that is taken
    QCOMPARE(namesInMenu().count(u"Q&A"_s), 1);
    QCOMPARE(namesInMenu().count(u"strict"_s), 1);
    opened.page.findChild<QAction *>(u"strict"_s)->trigger();
    opened.page.findChild<QAction *>(u"Q&A"_s)->trigger();
    opened.settle();
    opened.button(u"Apply"_s)->click();
    opened.settle();
    QCOMPARE(opened.session.analysis().verdicts->ruleset().name, u"Q&A"_s);
    QVERIFY(
        opened.session.analysis().verdicts->ruleset().title.startsWith(u"Own rules, made from balanced "_s));
    QCOMPARE(machines(opened.session.analysis()), std::uint64_t{0});
    QCOMPARE(loadRuleset(QDir(ownRulesetsFolder()).filePath(u"strict.json"_s)).value()->name,
             u"strict (own)"_s);
    QDir(ownRulesetsFolder()).removeRecursively();
}

void RulesPageTest::doubtCanCountForTheOther()
{
    Opened opened;
    auto *slider = opened.page.findChild<QSlider *>();
    QCOMPARE(slider->value(), 0);
    opened.page.findChild<QAction *>(u"strict"_s)->trigger();
    const int strict = slider->value();
    QVERIFY(strict > 0);
    opened.button(u"Revert"_s)->click();
    QCOMPARE(slider->value(), 0);
    slider->setValue(-strict);
    opened.settle();
    opened.button(u"Apply"_s)->click();
    opened.settle();
    QCOMPARE(opened.session.analysis().verdicts->ruleset().lean, -1.0);
    QCOMPARE(slider->value(), -strict);
}

void RulesPageTest::rulesThatCannotJudgeAreNotOpened()
{
    const TestFolder folder;
    Ruleset odd = *loadRuleset(u"balanced"_s).value();
    odd.signalSpecs.back().enabled = false;
    odd.signalSpecs.back().kind = u"guess"_s;
    QVERIFY(!saveRuleset(odd, folder.path(u"odd.json"_s)));
    Opened opened;
    const auto problem = opened.page.openRules(folder.path(u"odd.json"_s));
    QVERIFY(problem.has_value());
    QVERIFY2(problem->message.contains(u"guess"_s), qPrintable(problem->message));
    QVERIFY(!opened.button(u"Apply"_s)->isEnabled());
    QVERIFY(opened.effect().startsWith(u"These rules count now."_s));
}

void RulesPageTest::ownVerdictsStayOnTop()
{
    Opened opened;
    const QSignalSpy changed(&opened.session, &Session::verdictsChanged);
    const auto domain = overrideId(*opened.session.analysis().table, Override::Scope::Domain, 0);
    opened.session.setOverrides({{Override::Scope::Domain, domain.value(), true}}, u"domain"_s);
    QTRY_COMPARE(changed.count(), 1);
    const std::uint64_t own = opened.session.analysis().verdicts->overrides()->events();
    opened.settle();
    opened.switchOffAll();
    opened.button(u"Apply"_s)->click();
    opened.settle();
    QCOMPARE(machines(opened.session.analysis()), own);
}

void RulesPageTest::otherFilesAreJudgedByTheAppliedRules()
{
    const CampaignFile file({});
    Opened opened;
    opened.switchOffAll();
    opened.button(u"Apply"_s)->click();
    opened.settle();
    QSignalSpy changed(&opened.session, &Session::analysisChanged);
    AnalysisRequest request;
    request.files = {file.path()};
    opened.session.open(request);
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 30'000);
    QCOMPARE(machines(opened.session.analysis()), std::uint64_t{0});
}

void RulesPageTest::changesAreSaidInWords()
{
    VerdictChanges changes;
    QVERIFY(changesText(changes).startsWith(u"No open or click changes sides."_s));
    changes.clicksToHuman = 1'214;
    changes.opensToMachine = 1;
    changes.domains = 3;
    changes.before.adjusted.uniqueClicks = 168;
    changes.before.adjusted.uniqueOpens = 1'000;
    changes.after.adjusted.uniqueClicks = 171;
    changes.after.adjusted.uniqueOpens = 1'000;
    QCOMPARE(changesText(changes),
             u"1,214 clicks become people's, 1 open becomes a machine's, in 3 recipient domains. People's "
             "click-to-open rate: 16.8 % → 17.1 %."_s);
}

void RulesPageTest::everyShippedParameterHasWords()
{
    const auto check = [](const auto &self, const QJsonObject &object) -> void {
        for (auto entry = object.begin(); entry != object.end(); ++entry) {
            QVERIFY2(parameterWords(entry.key()) != entry.key(), qPrintable(entry.key()));
            for (const QJsonValue &value : entry->toArray())
                self(self, value.toObject());
        }
    };
    for (const QString &name : shippedRulesets() + publishedRulesets()) {
        const auto shipped = loadRuleset(name).value();
        for (const SignalSpec &spec : shipped->signalSpecs)
            check(check, spec.parameters);
    }
}

} // namespace

QTEST_MAIN(RulesPageTest)
#include "tst_rulespage.moc"

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/eventfixture.h"
#include "support/testfolder.h"
#include "ui/rules/comparedfiguresmodel.h"
#include "ui/rules/comparisondialog.h"
#include "ui/rules/differingdomainsmodel.h"
#include "ui/rules/differingeventsmodel.h"
#include "ui/rules/rulespage.h"
#include "ui/session/session.h"
#include "ui/tables/tableview.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

/// Two campaigns; at two companies three links are clicked in eight seconds, seven minutes after delivery.
Analysis campaigns()
{
    EventFixture mail;
    for (int person = 0; person < 10; ++person) {
        const std::string who = "p" + std::to_string(person)
                                + (person < 4   ? "@scanned.example"
                                   : person < 5 ? "@other.example"
                                                : "@read.example");
        for (const char *campaign : {"spring", "summer"}) {
            mail.sent(who, campaign).delivered(who, 1'000, campaign);
            for (int link = 0; person < 5 && link < 3; ++link)
                mail.click(who, 500'000 + link * 4'000, "https://s.example/" + std::to_string(link), {}, {},
                           campaign);
            mail.open(who, 3'600'000 + person * 60'000, {}, {}, campaign)
                .click(who, 3'660'000 + person * 60'000, "https://s.example/1", {}, {}, campaign);
        }
    }
    return mail.analysis(u"maestra-clicks"_s); // for which three clicks are too few
}

std::shared_ptr<const Ruleset> rules(const QString &name)
{
    return loadRuleset(name).value();
}

class ComparisonDialogTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void saysWhatChanges();
    void showsFiguresByCampaign();
    void aDomainLeadsToItsEvents();
    void anEventSaysWhyTheRulesDiffer();
    void sameRulesChangeNothing();
    void followsWhatCounts();
    void canBeStopped();
    void isClosedWhileItCompares();
    void saysWhatIsNotUsed();
    void thePageOpensIt();
    void eventsAreSaved();

private:
    struct Opened {
        Session session;
        std::unique_ptr<ComparisonDialog> dialog;

        explicit Opened(const QString &other = u"twenty-three-links"_s)
        {
            session.setAnalysis(campaigns());
            dialog = std::make_unique<ComparisonDialog>(session, rules(other));
            dialog->setAttribute(Qt::WA_DeleteOnClose, false);
            dialog->show();
            settle();
        }
        void settle() const
        {
            if (!QTest::qWaitFor([this] { return dialog->isUpToDate(); }, 30'000))
                qFatal("the comparison does not end");
        }
        template <typename Model>
        [[nodiscard]] Model &model() const
        {
            return *dialog->findChild<Model *>();
        }
        [[nodiscard]] QString label(const QString &name) const
        {
            for (const QLabel *label : dialog->findChildren<QLabel *>()) {
                if (label->accessibleName() == name)
                    return label->text();
            }
            return {};
        }
        [[nodiscard]] QString effect() const { return label(u"What the other rules do"_s); }
        [[nodiscard]] TableView &table(const QString &name) const
        {
            for (TableView *table : dialog->findChildren<TableView *>()) {
                if (table->accessibleName() == name)
                    return *table;
            }
            qFatal("there is no table %s", qPrintable(name));
        }
    };

    static QString cell(const QAbstractItemModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }
};

void ComparisonDialogTest::saysWhatChanges()
{
    const Opened opened;
    QCOMPARE(opened.effect(),
             u"From maestra-clicks 1 to twenty-three-links 1: 30 clicks become machines', in 2 "
             "recipient domains. People's click-to-open rate: 100 % → 100 %."_s);
    QVERIFY(opened.dialog->windowTitle().contains(u"twenty-three-links 1"_s));
}

void ComparisonDialogTest::showsFiguresByCampaign()
{
    const Opened opened;
    auto &model = opened.model<ComparedFiguresModel>();
    const QAbstractItemModelTester tester(&model);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(cell(model, 0, ComparedFiguresModel::Campaign), u"All campaigns"_s);
    QCOMPARE(cell(model, 0, ComparedFiguresModel::Clicks), u"50 → 20"_s);
    QCOMPARE(cell(model, 1, ComparedFiguresModel::Campaign), u"spring"_s);
    QCOMPARE(cell(model, 1, ComparedFiguresModel::Clicks), u"25 → 10"_s);
    QCOMPARE(cell(model, 1, ComparedFiguresModel::Clicked), u"10 → 10"_s);
    QCOMPARE(cell(model, 1, ComparedFiguresModel::Opens), u"10 → 10"_s);
    QCOMPARE(cell(model, 2, ComparedFiguresModel::Changed), u"15"_s);
}

void ComparisonDialogTest::aDomainLeadsToItsEvents()
{
    const Opened opened;
    auto &domains = opened.model<DifferingDomainsModel>();
    auto &events = opened.model<DifferingEventsModel>();
    const QAbstractItemModelTester domainTester(&domains);
    const QAbstractItemModelTester eventTester(&events);
    QCOMPARE(domains.rowCount(), 3);
    QCOMPARE(cell(domains, 0, DifferingDomainsModel::ClicksToMachines), u"30"_s);
    QCOMPARE(cell(domains, 1, DifferingDomainsModel::Domain), u"scanned.example"_s);
    QCOMPARE(cell(domains, 1, DifferingDomainsModel::ClicksToMachines), u"24"_s);
    QCOMPARE(events.rowCount(), 30);
    opened.table(u"Domains with a difference"_s).selectRow(2);
    QCOMPARE(events.rowCount(), 6);
    for (int row = 0; row < events.rowCount(); ++row) {
        QCOMPARE(cell(events, row, DifferingEventsModel::Recipient), u"p4@other.example"_s);
        QCOMPARE(cell(events, row, DifferingEventsModel::Before), u"human"_s);
        QCOMPARE(cell(events, row, DifferingEventsModel::After), u"machine"_s);
    }
    QCOMPARE(events.headerData(DifferingEventsModel::Before, Qt::Horizontal, Qt::DisplayRole).toString(),
             u"maestra-clicks 1"_s);
    opened.table(u"Domains with a difference"_s).selectRow(0);
    QCOMPARE(events.rowCount(), 30);
}

void ComparisonDialogTest::anEventSaysWhyTheRulesDiffer()
{
    const Opened opened;
    const auto *why = opened.dialog->findChild<QPlainTextEdit *>();
    QCOMPARE(why->toPlainText(), QString());
    opened.table(u"Opens and clicks with a difference"_s).selectRow(1);
    QCOMPARE(why->toPlainText(),
             u"maestra-clicks 1 says: a person's.\n"
             "• It found nothing that speaks for either.\n"
             "twenty-three-links 1 says: a machine's.\n"
             "• For a machine: 3 different links of this mail were clicked within 8 s."_s);
    opened.table(u"Domains with a difference"_s).selectRow(1);
    QCOMPARE(why->toPlainText(), QString());
}

void ComparisonDialogTest::sameRulesChangeNothing()
{
    const Opened opened(u"maestra-clicks"_s);
    QVERIFY2(opened.effect().contains(u"No open or click changes sides."_s), qPrintable(opened.effect()));
    QCOMPARE(opened.model<DifferingDomainsModel>().rowCount(), 0);
    QCOMPARE(opened.model<DifferingEventsModel>().rowCount(), 0);
    QCOMPARE(opened.model<ComparedFiguresModel>().rowCount(), 3);
}

void ComparisonDialogTest::followsWhatCounts()
{
    Opened opened;
    JobContext context(1);
    const auto other =
        detect(*opened.session.analysis().table, rules(u"twenty-three-links"_s), context).value();
    opened.session.setJudged(other, u"other rules"_s);
    opened.settle();
    QVERIFY2(opened.effect().contains(u"No open or click changes sides."_s), qPrintable(opened.effect()));
    opened.session.history().undo();
    opened.settle();
    QVERIFY2(opened.effect().contains(u"30 clicks become machines'"_s), qPrintable(opened.effect()));
    opened.session.setAnalysis(EventFixture().sent("a@b.example").open("a@b.example", 60'000).analysis());
    opened.settle();
    QCOMPARE(opened.model<ComparedFiguresModel>().rowCount(), 1); // one campaign is all of them
}

void ComparisonDialogTest::canBeStopped()
{
    Session session;
    session.setAnalysis(campaigns());
    ComparisonDialog dialog(session, rules(u"strict"_s));
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QPushButton *stop = nullptr;
    for (QPushButton *button : dialog.findChildren<QPushButton *>())
        stop = button->text() == u"Stop"_s ? button : stop;
    QVERIFY(stop != nullptr);
    stop->click();
    const auto says = [&dialog](const QString &words) {
        const auto labels = dialog.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text() == words; });
    };
    QTRY_VERIFY(says(u"Stopped before the end."_s));
    QVERIFY(!dialog.isUpToDate());
    QCOMPARE(dialog.findChild<ComparedFiguresModel *>()->rowCount(), 0);
}

void ComparisonDialogTest::isClosedWhileItCompares()
{
    Session session;
    session.setAnalysis(campaigns());
    const QPointer<ComparisonDialog> dialog = new ComparisonDialog(session, rules(u"strict"_s));
    dialog->show();
    dialog->close();
    QTRY_VERIFY(dialog.isNull());
}

void ComparisonDialogTest::saysWhatIsNotUsed()
{
    const Opened opened(u"mautic-two-of-three"_s); // these files have no addresses
    const auto labels = opened.dialog->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->text().contains(u"Not used: Listed address. This export has no IP addresses."_s);
    }));
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->text().contains(u"Source: Mautic (mautic/mautic BotRatioHelper.php)"_s);
    }));
}

void ComparisonDialogTest::thePageOpensIt()
{
    Session session;
    session.setAnalysis(campaigns());
    RulesPage page(session);
    page.show();
    QVERIFY(QTest::qWaitFor([&page] { return page.isUpToDate(); }, 30'000));
    page.findChild<QAction *>(u"marketo-proximity"_s)->trigger();
    auto *dialog = page.findChild<ComparisonDialog *>();
    QVERIFY(dialog != nullptr);
    QVERIFY(QTest::qWaitFor([dialog] { return dialog->isUpToDate(); }, 30'000));
    QVERIFY(dialog->windowTitle().contains(u"marketo-proximity"_s));
}

void ComparisonDialogTest::eventsAreSaved()
{
    const Opened opened;
    const TestFolder folder;
    TableView &events = opened.table(u"Opens and clicks with a difference"_s);
    QSignalSpy saved(&events, &TableView::csvSaved);
    events.exportCsv(folder.path(u"events.csv"_s));
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(saved.first().at(1).toLongLong(), qlonglong{30});
}

} // namespace

QTEST_MAIN(ComparisonDialogTest)
#include "tst_comparisondialog.moc"

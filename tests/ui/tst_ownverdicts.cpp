// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scannedcompany.h"
#include "support/testfolder.h"
#include "ui/events/eventsmodel.h"
#include "ui/events/eventspage.h"
#include "ui/events/whypanel.h"
#include "ui/overview/overviewpage.h"
#include "ui/rules/overridesdialog.h"
#include "ui/rules/overridesmodel.h"
#include "ui/session/session.h"
#include "ui/shell/statusline.h"
#include "ui/tables/tableview.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

QAbstractButton *button(const QWidget &in, const QString &text)
{
    for (QAbstractButton *candidate : in.findChildren<QAbstractButton *>()) {
        if (candidate->text() == text)
            return candidate;
    }
    return nullptr;
}

bool shows(const QWidget &in, const QString &text)
{
    for (const QLabel *label : in.findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(text))
            return true;
    }
    return false;
}

/// The first click of the burst.
std::size_t machineClick(const Analysis &analysis)
{
    for (std::size_t event = 0; event < analysis.table->size(); ++event) {
        if (analysis.table->type(event) == EventType::Click && analysis.verdicts->isMachine(event))
            return event;
    }
    qFatal("the fixture has no machine");
}

class OwnVerdictsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void oneClickDecidesTheEvent();
    void theMenuDecidesMore();
    void undoAndRedoGoThroughVerdicts();
    void takingBackLetsTheRulesDecide();
    void figuresFollow();
    void theDialogListsThem();
    void theyAreSavedAndAddedAgain();
    void theStatusLineCountsThem();
    void otherFilesTakeThemAway();

private:
    /// The Events page at the first click of the burst.
    struct Opened {
        Session session;
        EventsPage page{session};
        std::size_t event = 0;

        Opened()
        {
            session.setAnalysis(scannedCompany());
            event = machineClick(session.analysis());
            page.resize(1'200, 700);
            page.show();
            if (!QTest::qWaitFor([this] { return page.isUpToDate(); }, 30'000))
                qFatal("the page does not come to rest");
            page.goTo(event);
        }
        [[nodiscard]] WhyPanel &why() { return *page.whyPanel(); }
        bool settles()
        {
            return QTest::qWaitFor([this] { return page.isUpToDate(); }, 30'000);
        }
        /// Waits for the verdicts that @p change brings.
        template <typename Change>
        void after(Change change)
        {
            const QSignalSpy changed(&session, &Session::verdictsChanged);
            change();
            if (!QTest::qWaitFor([&changed] { return changed.count() > 0; }, 30'000) || !settles())
                qFatal("the verdicts do not change");
        }
    };
};

void OwnVerdictsTest::oneClickDecidesTheEvent()
{
    Opened opened;
    QVERIFY(!button(opened.why(), u"Take back"_s)->isVisible());
    QVERIFY(shows(opened.why(), u"What would change it"_s));
    QVERIFY(shows(opened.why(), u"It would count as a person's without"_s));
    opened.after([&] { button(opened.why(), u"It was a person"_s)->click(); });
    const Verdicts &verdicts = *opened.session.analysis().verdicts;
    QVERIFY(!verdicts.isMachine(opened.event));
    QCOMPARE(verdicts.overrides()->events(), std::uint64_t{1});
    QCOMPARE(opened.why().headline(), u"You said that a person made this click."_s);
    QVERIFY(!shows(opened.why(), u"too weak"_s)); // the rules' reasons are not the user's
    QVERIFY(!shows(opened.why(), u"What would change it"_s));
    QVERIFY(button(opened.why(), u"Take back"_s)->isVisible());
    QVERIFY(!button(opened.why(), u"It was a person"_s)->isVisible());
    const int row = opened.page.model()->rowOf(opened.event);
    QCOMPARE(opened.page.model()->index(row, static_cast<int>(EventColumn::Verdict)).data().toString(),
             u"human (yours)"_s);
}

void OwnVerdictsTest::theMenuDecidesMore()
{
    Opened opened;
    auto *person = qobject_cast<QToolButton *>(button(opened.why(), u"It was a person"_s));
    emit person->menu()->aboutToShow();
    QAction *domain = nullptr;
    for (QAction *action : person->menu()->actions()) {
        if (action->text() == u"Everything of this recipient domain"_s)
            domain = action;
    }
    QVERIFY(domain != nullptr && domain->isEnabled());
    opened.after([&] { domain->trigger(); });
    const Analysis &analysis = opened.session.analysis();
    const DomainIndex wanted = analysis.table->domainOf(analysis.table->recipient(opened.event));
    for (std::size_t event = 0; event < analysis.table->size(); ++event) {
        if (isAction(analysis.table->type(event)))
            QCOMPARE(analysis.verdicts->isOverridden(event),
                     analysis.table->domainOf(analysis.table->recipient(event)) == wanted);
    }
}

void OwnVerdictsTest::undoAndRedoGoThroughVerdicts()
{
    Opened opened;
    opened.after([&] { button(opened.why(), u"It was a person"_s)->click(); });
    QCOMPARE(opened.session.history().undoText(), u"it was a person"_s);
    opened.after([&] { opened.session.history().undo(); });
    QVERIFY(opened.session.analysis().verdicts->isMachine(opened.event));
    QVERIFY(opened.session.analysis().verdicts->overrides() == nullptr);
    opened.after([&] { opened.session.history().redo(); });
    QVERIFY(!opened.session.analysis().verdicts->isMachine(opened.event));
}

void OwnVerdictsTest::takingBackLetsTheRulesDecide()
{
    Opened opened;
    opened.after([&] { button(opened.why(), u"It was a person"_s)->click(); });
    opened.after([&] { button(opened.why(), u"It was a machine"_s)->click(); });
    QCOMPARE(opened.session.overrides().size(),
             std::size_t{1}); // the later word took the place of the earlier
    opened.after([&] { button(opened.why(), u"Take back"_s)->click(); });
    QVERIFY(opened.session.overrides().empty());
    QVERIFY(!opened.why().headline().startsWith(u"You said"_s));
}

void OwnVerdictsTest::figuresFollow()
{
    Opened opened;
    OverviewPage overview(opened.session);
    overview.resize(1'100, 700);
    overview.show();
    QTRY_VERIFY(overview.isUpToDate());
    const auto texts = [&overview] {
        QString all;
        for (const QLabel *label : overview.findChildren<QLabel *>())
            all += label->text() + u'\n';
        return all;
    };
    const QString before = texts();
    OverrideList all;
    for (const Override::Scope scope : {Override::Scope::Domain})
        all.push_back(
            {scope, overrideId(*opened.session.analysis().table, scope, opened.event).value(), false});
    opened.after([&] { opened.session.setOverrides(all, u"all of a domain"_s); });
    QTRY_VERIFY(overview.isUpToDate());
    QVERIFY(texts() != before);
}

void OwnVerdictsTest::theDialogListsThem()
{
    Opened opened;
    auto *dialog = new OverridesDialog(opened.session);
    dialog->show();
    auto *model = dialog->findChild<OverridesModel *>();
    const QAbstractItemModelTester tester(model);
    QCOMPARE(model->rowCount(), 0);
    opened.after([&] { button(opened.why(), u"It was a person"_s)->click(); });
    const auto domain = overrideId(*opened.session.analysis().table, Override::Scope::Domain, opened.event);
    OverrideList list = opened.session.overrides();
    list.push_back({Override::Scope::Domain, domain.value(), true});
    opened.after([&] { opened.session.setOverrides(list, u"domain"_s); });
    QCOMPARE(model->rowCount(), 2);
    QCOMPARE(model->index(0, OverridesModel::What).data().toString(), u"Recipient domain nordbank.dk"_s);
    QCOMPARE(model->index(0, OverridesModel::Whose).data().toString(), u"machine"_s);
    QCOMPARE(model->index(1, OverridesModel::Events).data().toString(), u"0"_s); // the later one decides

    dialog->findChild<TableView *>()->selectRow(0);
    opened.after([&] { button(*dialog, u"Take back"_s)->click(); });
    QCOMPARE(opened.session.overrides().size(), std::size_t{1});
    QCOMPARE(opened.session.overrides()[0].scope, Override::Scope::Event);
    opened.after([&] { button(*dialog, u"Take all back"_s)->click(); });
    QCOMPARE(model->rowCount(), 0);
    dialog->close();
}

void OwnVerdictsTest::theyAreSavedAndAddedAgain()
{
    const TestFolder folder;
    const QString path = folder.path(u"your verdicts.csv"_s);
    {
        Opened opened;
        OverridesDialog dialog(opened.session);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QVERIFY(!button(dialog, u"Save…"_s)->isEnabled());
        opened.after([&] { button(opened.why(), u"It was a person"_s)->click(); });
        QVERIFY(button(dialog, u"Save…"_s)->isEnabled());
        dialog.saveTo(path);
        QVERIFY(shows(dialog, u"Saved 1 verdict to "_s));
    }
    QVERIFY(readAll(path).count('\n') == 2);
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    file.write("domain,human,,,elsewhere.example,,,,,\n");
    file.close();

    Opened opened;
    OverridesDialog dialog(opened.session);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    opened.after([&] { dialog.addFrom(path); });
    QVERIFY(!opened.session.analysis().verdicts->isMachine(opened.event));
    QVERIFY(shows(dialog, u"Added 1 verdict from your verdicts.csv. Row 2 could not be used: "_s));
    opened.after([&] { opened.session.history().undo(); });
    QVERIFY(opened.session.overrides().empty());

    dialog.addFrom(folder.write(u"other.csv"_s, "a,b\n1,2\n"));
    QTRY_VERIFY(shows(dialog, u"other.csv is no list of verdicts"_s));
    QVERIFY(opened.session.overrides().empty());
}

void OwnVerdictsTest::theStatusLineCountsThem()
{
    Opened opened;
    const StatusLine line(opened.session);
    opened.after([&] { button(opened.why(), u"It was a person"_s)->click(); });
    QTRY_VERIFY(line.text().endsWith(u" · 1 verdict is yours"_s));
}

void OwnVerdictsTest::otherFilesTakeThemAway()
{
    Opened opened;
    opened.after([&] { button(opened.why(), u"It was a person"_s)->click(); });
    opened.session.setAnalysis(scannedCompany());
    QVERIFY(opened.session.overrides().empty());
    QVERIFY(!opened.session.history().canUndo());
}

} // namespace

QTEST_MAIN(OwnVerdictsTest)
#include "tst_ownverdicts.moc"

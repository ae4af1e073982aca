// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis.h"
#include "support/eventfixture.h"
#include "support/testfolder.h"
#include "ui/events/listactions.h"
#include "ui/rules/listsdialog.h"
#include "ui/session/session.h"
#include "ui/tables/tableview.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr TimeMs kHour = 3'600'000;

/// A click from a filter's network, and thirty messages swept by one machine each, a link that only they clicked.
Analysis swept()
{
    EventFixture fixture;
    fixture.sent("anna@b.example").delivered("anna@b.example", 1'000);
    fixture.click("anna@b.example", 9 * kHour, "https://shop.example/1", "40.92.0.9");
    for (int i = 0; i < 30; ++i) {
        const std::string who = "p" + std::to_string(i) + "@c" + std::to_string(i) + ".example";
        fixture.sent(who).delivered(who, 1'000);
        for (int link = 0; link < 6; ++link)
            fixture.click(who, 31'000 + link * 100, "https://shop.example/" + std::to_string(link),
                          "198.51.100." + std::to_string(i));
        if (i % 2 == 0)
            for (int link = 0; link < 5; ++link)
                fixture.click(who, 5 * kHour + link * 600'000 + i * 1'000,
                              "https://shop.example/" + std::to_string(link),
                              "203.0.113." + std::to_string(i));
    }
    return fixture.analysis();
}

} // namespace

class TestLists : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void theMenuOfAnEventTogglesItsAddress()
    {
        Session session;
        session.setAnalysis(swept());
        const std::size_t event = firstClick(session);
        QVERIFY(session.analysis().verdicts->isMachine(event));
        QMenu menu;
        addListActions(menu, session, event);
        QCOMPARE(menu.actions().size(), 2);
        QCOMPARE(menu.actions()[0]->text(), u"Never take this address for a scanner's"_s);
        QVERIFY(!menu.actions()[0]->isChecked());
        menu.actions()[0]->trigger();
        QTRY_COMPARE(session.lists().networks, std::vector<std::string>{"40.92.0.9"});
        QVERIFY(!session.analysis().verdicts->isMachine(event));
        QCOMPARE(session.analysis().verdicts->listUse().allowed, std::uint64_t{1});

        QMenu again;
        addListActions(again, session, event);
        QVERIFY(again.actions()[0]->isChecked());

        session.history().undo();
        QVERIFY(session.lists().isEmpty());
        QVERIFY(session.analysis().verdicts->isMachine(event));
        session.history().redo();
        QVERIFY(!session.analysis().verdicts->isMachine(event));
        again.actions()[0]->trigger();
        QTRY_VERIFY(session.lists().isEmpty());
    }

    void overridesAndFilterStay()
    {
        Session session;
        session.setAnalysis(swept());
        Filter filter;
        filter.type = EventType::Click;
        session.setFilter(filter, u"clicks"_s);
        const auto event = static_cast<std::uint32_t>(firstClick(session));
        session.setOverrides({{Override::Scope::Event, event, false}}, u"a person"_s);
        QTRY_VERIFY(!session.analysis().verdicts->isMachine(event));
        session.setLists({{}, {}, {"https://shop.example/1"}}, u"hidden"_s);
        QTRY_VERIFY(!session.lists().isEmpty());
        QVERIFY(!session.analysis().verdicts->isMachine(event));
        QVERIFY(session.analysis().verdicts->isOverridden(event));
        QVERIFY(session.filter() == filter);
    }

    void linksOfMachinesOnlyAreProposed()
    {
        Session session;
        session.setAnalysis(swept());
        ListsDialog dialog(session);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QTRY_VERIFY(dialog.isUpToDate());
        auto *table = dialog.findChild<TableView *>();
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(cell(*table, 0, ListsModel::What), u"Clicked by machines only, in 30 messages"_s);
        QCOMPARE(cell(*table, 0, ListsModel::Entry), u"https://shop.example/5"_s);
        QPushButton *mark = button(dialog, u"People cannot see it"_s);
        QVERIFY(!mark->isEnabled());
        table->selectRow(0);
        QVERIFY(mark->isEnabled());
        QVERIFY(!button(dialog, u"Take back"_s)->isEnabled());
        QVERIFY(session.lists().isEmpty()); // the user has to say
        QTest::mouseClick(mark, Qt::LeftButton);
        QTRY_COMPARE(session.lists().hiddenLinks, std::vector<std::string>{"https://shop.example/5"});
        QTRY_COMPARE(cell(*table, 0, ListsModel::What), u"Link, hidden from people"_s);
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(cell(*table, 0, ListsModel::Events), u"30"_s);

        table->selectRow(0);
        QTest::mouseClick(button(dialog, u"Take back"_s), Qt::LeftButton);
        QTRY_VERIFY(session.lists().isEmpty());
    }

    void addressesAreTyped()
    {
        Session session;
        session.setAnalysis(swept());
        ListsDialog dialog(session);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QTRY_VERIFY(dialog.isUpToDate());
        auto *edit = dialog.findChild<QLineEdit *>();
        edit->setText(u"<b>40.92"_s);
        QTest::mouseClick(button(dialog, u"Add"_s), Qt::LeftButton);
        QVERIFY(says(dialog, u"\"<b>40.92\" is no address and no network."_s));
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        edit->setText(u" 40.92.0.0/15 "_s);
        QTest::mouseClick(button(dialog, u"Add"_s), Qt::LeftButton);
        auto *table = dialog.findChild<TableView *>();
        QTRY_COMPARE(cell(*table, 0, ListsModel::Entry), u"40.92.0.0/15"_s);
        QCOMPARE(cell(*table, 0, ListsModel::Events), u"1"_s);
        QVERIFY(!says(dialog, u"is no address"_s));
    }

    void listsAreKept()
    {
        const TestFolder folder;
        {
            Session session;
            session.keepListsIn(folder.path(u"config"_s));
            session.setAnalysis(swept());
            session.setLists({{"40.92.0.9"}, {}, {}}, u"x"_s);
            QTRY_VERIFY(!session.lists().isEmpty());
        }
        Session again;
        QSignalSpy complaints(&again, &Session::listsComplained);
        again.keepListsIn(folder.path(u"config"_s));
        QCOMPARE(again.lists().networks, std::vector<std::string>{"40.92.0.9"});
        QCOMPARE(complaints.count(), 0);

        folder.write(u"config/allow.txt"_s, "192.0.2.1\nrubbish\n");
        Session third;
        QSignalSpy complained(&third, &Session::listsComplained);
        third.keepListsIn(folder.path(u"config"_s));
        QCOMPARE(complained.count(), 1);
        third.setAnalysis(swept());
        third.setLists({}, u"x"_s);
        QTRY_VERIFY(third.lists().isEmpty());
        QCOMPARE(readAll(folder.path(u"config/allow.txt"_s)), QByteArray("192.0.2.1\nrubbish\n"));
    }

    void whatIsOpenedNextIsJudgedWithThem()
    {
        const TestFolder folder;
        const QString file = folder.write(
            u"x.csv"_s, "time,event,email,campaign,url,ip\n2026-03-10T09:00:00Z,sent,a@b.example,c1,,\n"
                        "2026-03-10T19:00:00Z,click,a@b.example,c1,https://s.example/1,40.92.0.9\n");
        Session session;
        session.setAnalysis(swept());
        session.setLists({{"40.92.0.9"}, {}, {}}, u"x"_s);
        QTRY_VERIFY(!session.lists().isEmpty());
        QSignalSpy opened(&session, &Session::analysisChanged);
        AnalysisRequest request;
        request.files = QStringList{file};
        session.open(request);
        QTRY_COMPARE(opened.count(), 1);
        QVERIFY(!session.analysis().verdicts->isMachine(firstClick(session)));
        QCOMPARE(session.lists().networks.size(), std::size_t{1});
    }

private:
    static std::size_t firstClick(const Session &session)
    {
        std::size_t event = 0;
        while (session.analysis().table->type(event) != EventType::Click)
            ++event;
        return event;
    }
    static QString cell(const TableView &table, int row, int column)
    {
        return table.model()->index(row, column).data().toString();
    }
    static QPushButton *button(const QWidget &in, const QString &text)
    {
        for (auto *button : in.findChildren<QPushButton *>()) {
            if (button->text().remove(u'&') == text)
                return button;
        }
        qFatal("there is no button %s", qPrintable(text));
    }
    static bool says(const QWidget &in, const QString &text)
    {
        for (const QLabel *label : in.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }
};

QTEST_MAIN(TestLists)
#include "tst_lists.moc"

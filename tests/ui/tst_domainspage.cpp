// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "burstfixture.h"
#include "ui/domains/domainbars.h"
#include "ui/domains/domainmodel.h"
#include "ui/domains/domainspage.h"
#include "ui/session/session.h"
#include "ui/tables/roles.h"
#include "ui/tables/tableview.h"

#include <QAbstractItemModelTester>
#include <QChart>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStandardPaths>
#include <QTest>

using namespace clicksieve;
using namespace Qt::StringLiterals;

namespace {

DomainRow row(const QString &name, std::uint64_t machineClicks, std::uint64_t clicks)
{
    DomainRow made;
    made.domain = DomainIndex{std::uint32_t{0}};
    made.name = name;
    made.figures.raw.clicks = clicks;
    made.figures.machineClicks = machineClicks;
    return made;
}

/// Row of the table with that domain, or -1.
int rowOf(const QAbstractItemModel &model, const QString &domain)
{
    for (int i = 0; i < model.rowCount(); ++i) {
        if (model.index(i, DomainModel::Domain).data().toString() == domain)
            return i;
    }
    return -1;
}

QStringList texts(const QWidget &page)
{
    QStringList all;
    for (const QLabel *label : page.findChildren<QLabel *>())
        all << label->text();
    return all;
}

} // namespace

class DomainsPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void saysWhereMachinesClick_data()
    {
        QTest::addColumn<QList<int>>("machineClicks");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("nothing") << QList<int>{} << u"Nothing to show here."_s;
        QTest::newRow("no machines") << QList<int>{0, 0} << u"No machine clicks at any domain here."_s;
        QTest::newRow("one") << QList<int>{5, 0} << u"All machine clicks are at d0."_s;
        QTest::newRow("all") << QList<int>{
            3, 3, 0} << u"d0 alone makes 50.0 % of all machine clicks; the rest comes from 1 other domain."_s;
        QTest::newRow("some") << QList<int>{
            3, 2, 2, 1, 1} << u"2 domains make 55.6 % of all machine clicks; the rest comes from 3 others."_s;
        QTest::newRow("many") << QList<int>(
            40, 1) << u"10 domains make 25.0 % of all machine clicks; the rest comes from 30 others."_s;
    }

    void saysWhereMachinesClick()
    {
        QFETCH(QList<int>, machineClicks);
        QFETCH(QString, sentence);
        std::vector<DomainRow> rows;
        for (const int clicks : machineClicks)
            rows.push_back(
                row(QStringLiteral("d%1").arg(rows.size()), static_cast<std::uint64_t>(clicks), 100));
        QCOMPARE(machineClicksSentence(rows), sentence);
    }

    void modelKeepsTheRules()
    {
        DomainModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({row(u"a.example"_s, 3, 4), row(u"b.example"_s, 0, 0)});
        QCOMPARE(model.rowCount(), 2);
        model.setRows({});
        QCOMPARE(model.rowCount(), 0);
    }

    void severalCampaignsAreCountedInMessages()
    {
        DomainModel model;
        const auto title = [&model] {
            return model.headerData(DomainModel::MachineRecipients, Qt::Horizontal, Qt::DisplayRole)
                .toString();
        };
        model.setRows({row(u"a.example"_s, 3, 4)});
        QCOMPARE(title(), u"Recipients affected"_s);
        model.setRows({row(u"a.example"_s, 3, 4)}, true);
        QCOMPARE(title(), u"Messages affected"_s);
    }

    void unknownIsADashWithAReason()
    {
        DomainModel model;
        model.setRows({row(u"a.example"_s, 0, 0)});
        for (const int column : {DomainModel::Reached, DomainModel::CtorReported, DomainModel::CtorPeople,
                                 DomainModel::MachineShare}) {
            const QModelIndex cell = model.index(0, column);
            QCOMPARE(cell.data().toString(), u"–"_s);
            QVERIFY(cell.data(Qt::ToolTipRole).toString().startsWith(u"<p>Not known"_s));
            QCOMPARE(cell.data(CsvRole).toString(), QString());
        }
        QVERIFY(!model.index(0, DomainModel::MachineShare).data(BarRole).isValid());
    }

    void ratesCarryTheirRange()
    {
        DomainRow made = row(u"a.example"_s, 0, 26);
        made.figures.delivered = 412;
        made.figures.raw.uniqueOpens = 300;
        made.figures.raw.uniqueClicks = 213;
        made.figures.adjusted.uniqueOpens = 215;
        made.figures.adjusted.uniqueClicks = 26;
        DomainModel model;
        model.setRows({made});
        QCOMPARE(model.index(0, DomainModel::Reached).data().toString(), u"412"_s);
        QCOMPARE(model.index(0, DomainModel::CtorReported).data().toString(), u"71.0 %"_s);
        QCOMPARE(model.index(0, DomainModel::CtorPeople).data().toString(), u"12.1 % (8.4–17.1 %)"_s);
        QVERIFY(model.index(0, DomainModel::CtorPeople)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(u"26 of 215"_s));
    }

    void rateOfAFewIsPale()
    {
        DomainRow made = row(u"a.example"_s, 0, 26);
        made.figures.raw.uniqueOpens = 60;
        made.figures.adjusted.uniqueOpens = Figures::kFewestOpened - 1;
        made.figures.adjusted.uniqueClicks = Figures::kFewestOpened - 1;
        DomainModel model;
        model.setRows({made});
        const QModelIndex cell = model.index(0, DomainModel::CtorPeople);
        QCOMPARE(cell.data().toString(), u"100 % (88–100 %)"_s);
        QVERIFY(cell.data(Qt::ForegroundRole).isValid());
        QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(u"fewer than 30 opened"_s));
        QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(u"29 of 29"_s));

        made.figures.adjusted.uniqueOpens = Figures::kFewestOpened;
        made.figures.adjusted.uniqueClicks = Figures::kFewestOpened;
        model.setRows({made});
        QCOMPARE(model.index(0, DomainModel::CtorPeople).data().toString(), u"100 % (89–100 %)"_s);
        QVERIFY(!model.index(0, DomainModel::CtorPeople).data(Qt::ForegroundRole).isValid());

        made.figures.prefetchedOnly = 31; // of 60 opened
        model.setRows({made});
        QCOMPARE(model.index(0, DomainModel::CtorPeople).data().toString(), u"–"_s);
        QVERIFY(model.index(0, DomainModel::CtorPeople)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(u"privacy service"_s));
    }

    void moreClickedThanOpenedIsExplained()
    {
        DomainRow made = row(u"a.example"_s, 0, 26);
        made.figures.raw.uniqueOpens = 10;
        made.figures.raw.uniqueClicks = 20;
        DomainModel model;
        model.setRows({made});
        const QString tip = model.index(0, DomainModel::CtorReported).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(u"scanners try links but do not load images"_s), qPrintable(tip));
    }

    void showsAllDomains()
    {
        const BurstFixture fixture;
        Session session;
        session.setAnalysis(fixture.analysis());
        DomainsPage page(session);
        page.resize(1'100, 700);
        page.show();
        QTRY_VERIFY(page.isUpToDate());
        const auto *table = page.findChild<TableView *>();
        const QAbstractItemModel &model = *table->model();
        QCOMPARE(model.rowCount(), 34);
        QCOMPARE(model.index(0, DomainModel::Domain).data().toString(), u"nordbank.dk"_s);
        QCOMPARE(model.index(0, DomainModel::Reached).data().toString(), u"40"_s);
        QCOMPARE(model.index(0, DomainModel::MachineClicks).data().toString(), u"240"_s);
        QCOMPARE(model.index(0, DomainModel::MachineShare).data().toString(), u"100 %"_s);
        QCOMPARE(model.index(0, DomainModel::MachineRecipients).data().toString(), u"40"_s);
        QVERIFY(texts(page).contains(
            u"nordbank.dk alone makes 66.7 % of all machine clicks; the rest comes from 2 other domains."_s));
        QVERIFY(texts(page).contains(u"34 domains"_s));
        QCOMPARE(page.findChild<DomainBars *>()->rows().size(), DomainBars::kMostBars);
    }

    void namesFromFilesStayPlain()
    {
        const BurstFixture fixture;
        Session session;
        session.setAnalysis(fixture.analysis());
        DomainsPage page(session);
        page.show();
        QTRY_VERIFY(page.isUpToDate());
        const QAbstractItemModel &model = *page.findChild<TableView *>()->model();
        const int hostile = rowOf(model, u"<b>werft</b>.example"_s);
        QVERIFY(hostile >= 0);
        QCOMPARE(model.index(hostile, DomainModel::Domain).data(Qt::ToolTipRole).toString(),
                 u"<p>&lt;b&gt;werft&lt;/b&gt;.example</p>"_s);
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->text().contains(u"domain"_s))
                QCOMPARE(label->textFormat(), Qt::PlainText);
        }
    }

    void searchAndSort()
    {
        const BurstFixture fixture;
        Session session;
        session.setAnalysis(fixture.analysis());
        DomainsPage page(session);
        page.show();
        QTRY_VERIFY(page.isUpToDate());
        const auto *table = page.findChild<TableView *>();
        page.findChild<QLineEdit *>()->setText(u"MAIL1"_s);
        QCOMPARE(table->model()->rowCount(), 11); // mail1, mail10 … mail19
        QVERIFY(texts(page).contains(u"11 of 34 domains"_s));
        page.findChild<QLineEdit *>()->clear();

        table->model()->sort(DomainModel::MachineClicks, Qt::DescendingOrder);
        QCOMPARE(table->model()->index(0, DomainModel::MachineClicks).data().toString(), u"240"_s);
        table->model()->sort(DomainModel::MachineClicks, Qt::AscendingOrder);
        QCOMPARE(table->model()->index(33, DomainModel::MachineClicks).data().toString(), u"240"_s);
    }

    void showsOnlyOneDomain()
    {
        const BurstFixture fixture;
        Session session;
        session.setAnalysis(fixture.analysis());
        DomainsPage page(session);
        page.show();
        QTRY_VERIFY(page.isUpToDate());
        auto *table = page.findChild<TableView *>();
        const int wanted = rowOf(*table->model(), u"a&b.example"_s);

        QMenu menu;
        emit table->contextMenuWanted(&menu, table->model()->index(wanted, DomainModel::Clicks));
        QCOMPARE(menu.actions().size(), 1);
        menu.actions().front()->trigger();
        QCOMPARE(session.filter().domain, fixture.analysis().table->findDomain("a&b.example"));
        QTRY_VERIFY(page.isUpToDate());
        QCOMPARE(table->model()->rowCount(), 1);

        session.history().undo();
        QTRY_COMPARE(table->model()->rowCount(), 34);
        emit table->activated(table->model()->index(0, 0));
        QCOMPARE(session.filter().domain, fixture.analysis().table->findDomain("nordbank.dk"));
    }

    void aClickOnABarShowsItsDomain()
    {
        const BurstFixture fixture;
        Session session;
        session.setAnalysis(fixture.analysis());
        DomainsPage page(session);
        page.resize(1'100, 700);
        page.show();
        QTRY_VERIFY(page.isUpToDate());
        auto *bars = page.findChild<DomainBars *>();
        const QPoint topBar(static_cast<int>(bars->pixelAt(100)),
                            static_cast<int>(bars->chart()->plotArea().top()) + 12);
        QTest::mouseMove(bars->viewport(), topBar);
        QTest::mouseClick(bars->viewport(), Qt::LeftButton, {}, topBar);
        QTRY_COMPARE(session.filter().domain, fixture.analysis().table->findDomain("nordbank.dk"));
        QTRY_VERIFY(page.isUpToDate());
        QCOMPARE(bars->rows().size(), std::size_t{1});
    }

    void twentyThousandDomainsAreNormal()
    {
        std::vector<DomainRow> rows;
        for (int i = 0; i < 20'000; ++i)
            rows.push_back(
                row(QStringLiteral("mail%1.example").arg(i), static_cast<std::uint64_t>(i % 7), 10));
        DomainModel model;
        QSortFilterProxyModel proxy;
        proxy.setSortRole(SortRole);
        proxy.setSourceModel(&model);
        model.setRows(rows);
        proxy.sort(DomainModel::Domain);
        proxy.setFilterFixedString(u"9.ex"_s);
        QCOMPARE(proxy.rowCount(), 2'000);
    }
};

QTEST_MAIN(DomainsPageTest)
#include "tst_domainspage.moc"

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventsfixture.h"
#include "ui/events/eventsmodel.h"
#include "ui/events/eventtext.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <numeric>

using namespace clicksieve;
using namespace Qt::StringLiterals;

namespace {

using Rows = EventsModel::Rows;

const QString kUnknown = u"–"_s;

Rows rowsOf(const EventsModel &model)
{
    Rows rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows.push_back(static_cast<std::uint32_t>(model.eventAt(row)));
    return rows;
}

bool showAndWait(EventsModel &model, const Analysis &analysis, const EventQuery &query)
{
    QSignalSpy updated(&model, &EventsModel::updated);
    model.show(analysis, query);
    return updated.wait();
}

/// What a cell is sorted by, written down a second time and without any cleverness.
struct Key {
    bool unknown = false;
    double number = 0;
    QByteArray text;

    friend bool operator==(const Key &, const Key &) = default;
};

bool isLess(const Key &one, const Key &other)
{
    if (one.number != other.number)
        return one.number < other.number;
    const QByteArray lowerOne = one.text.toLower();
    const QByteArray lowerOther = other.text.toLower();
    return lowerOne != lowerOther ? lowerOne < lowerOther : one.text < other.text;
}

Key keyOf(const Analysis &analysis, EventColumn column, std::size_t event)
{
    const EventTable &table = *analysis.table;
    switch (column) {
    case EventColumn::SinceSend: {
        const TimeMs since = table.sinceSend(event);
        return {since == kNoTime, since == kNoTime ? 0.0 : static_cast<double>(since), {}};
    }
    case EventColumn::Time:
        return {false, static_cast<double>(table.time(event)), {}};
    case EventColumn::What:
        return {false, table.type(event) == EventType::Open ? 0.0 : 1.0, {}};
    case EventColumn::Verdict:
        return {false, analysis.verdicts->probability(event), {}};
    default:
        break;
    }
    const QString text = EventText(analysis).cell(event, column);
    return text == kUnknown ? Key{true, 0, {}} : Key{false, 0, text.toUtf8()};
}

/// Every open and click, sorted with the library's stable sort.
Rows sortedByHand(const Analysis &analysis, EventColumn column, bool descending)
{
    std::vector<Key> keys;
    Rows rows;
    for (std::size_t event = 0; event < analysis.table->size(); ++event) {
        keys.push_back(isAction(analysis.table->type(event)) ? keyOf(analysis, column, event) : Key{});
        if (isAction(analysis.table->type(event)))
            rows.push_back(static_cast<std::uint32_t>(event));
    }
    std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t one, std::uint32_t other) {
        if (keys[one].unknown || keys[other].unknown)
            return !keys[one].unknown && keys[other].unknown;
        return descending ? isLess(keys[other], keys[one]) : isLess(keys[one], keys[other]);
    });
    return rows;
}

Rows filteredByHand(const Analysis &analysis, const EventQuery &query)
{
    const EventText text(analysis);
    Rows rows;
    for (std::size_t event = 0; event < analysis.table->size(); ++event) {
        const EventType type = analysis.table->type(event);
        bool passes = isAction(type) && (!query.what || type == *query.what)
                      && (!query.verdict || analysis.verdicts->verdict(event) == *query.verdict)
                      && query.filter.passes(*analysis.table, *analysis.verdicts, event);
        for (std::size_t i = 0; passes && i < kEventColumns; ++i) {
            const QString cell = text.cell(event, static_cast<EventColumn>(i));
            passes = query.contains[i].isEmpty()
                     || (cell != kUnknown && cell.contains(query.contains[i], Qt::CaseInsensitive));
        }
        if (passes)
            rows.push_back(static_cast<std::uint32_t>(event));
    }
    return rows;
}

} // namespace

class EventsModelTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void obeysTheRulesOfModels();
    void sortsEveryColumn_data();
    void sortsEveryColumn();
    void filters_data();
    void filters();
    void keepsOldRowsUntilNewOnesAreThere();
    void onlyTheNewestQueryCounts();
    void showsChosenRowsAtOnce();
    void findsRows();
    void csvRowsSurviveTheModel();
    void tooltipsAreEscaped();
    void writesTimesAsPreciselyAsTheyAre();

private:
    EventsFixture m_fixture;
};

void EventsModelTest::obeysTheRulesOfModels()
{
    EventsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(showAndWait(model, m_fixture.analysis(), {}));
    QCOMPARE(model.rowCount(), 600);
    QCOMPARE(model.totalCount(), quint64{600});
    QSignalSpy updated(&model, &EventsModel::updated);
    model.sort(static_cast<int>(EventColumn::Recipient), Qt::DescendingOrder);
    QVERIFY(updated.wait());
    QCOMPARE(model.data(model.index(-1, 0)), QVariant());
    QCOMPARE(model.data(model.index(600, 0)), QVariant());
}

void EventsModelTest::sortsEveryColumn_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<bool>("descending");
    for (std::size_t column = 0; column < kEventColumns; ++column) {
        for (const bool descending : {false, true}) {
            const QString title = EventText::title(static_cast<EventColumn>(column));
            QTest::addRow("%s %s", qPrintable(title), descending ? "down" : "up")
                << static_cast<int>(column) << descending;
        }
    }
}

void EventsModelTest::sortsEveryColumn()
{
    QFETCH(const int, column);
    QFETCH(const bool, descending);
    EventsModel model;
    model.sort(column, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    QVERIFY(showAndWait(model, m_fixture.analysis(), {}));
    QCOMPARE(rowsOf(model), sortedByHand(m_fixture.analysis(), static_cast<EventColumn>(column), descending));

    QSignalSpy updated(&model, &EventsModel::updated);
    model.sort(-1);
    QVERIFY(updated.wait());
    QCOMPARE(rowsOf(model), filteredByHand(m_fixture.analysis(), {}));
}

void EventsModelTest::filters_data()
{
    QTest::addColumn<EventQuery>("query");
    const auto text = [](EventColumn column, const QString &contains) {
        EventQuery query;
        query.textOf(column) = contains;
        return query;
    };
    QTest::newRow("recipient") << text(EventColumn::Recipient, u"NORDbank"_s);
    QTest::newRow("not ascii") << text(EventColumn::Recipient, u"BÜCHER"_s);
    QTest::newRow("link") << text(EventColumn::Link, u"/offer"_s);
    QTest::newRow("looks like HTML") << text(EventColumn::Link, u"<B>"_s);
    QTest::newRow("campaign") << text(EventColumn::Campaign, u"tum"_s);
    QTest::newRow("known actor") << text(EventColumn::Actor, u"proof"_s);
    QTest::newRow("unknown actor") << text(EventColumn::Actor, u"unknown"_s);
    QTest::newRow("address") << text(EventColumn::Address, u"192.0.2.1"_s);
    QTest::newRow("program") << text(EventColumn::Agent, u"MOZILLA"_s);
    QTest::newRow("nothing like it") << text(EventColumn::Agent, u"no such program"_s);
    QTest::newRow("the sign for unknown is no text") << text(EventColumn::Agent, kUnknown);

    EventQuery many = text(EventColumn::Agent, u"m"_s);
    many.textOf(EventColumn::Recipient) = u"gmail"_s;
    many.what = EventType::Click;
    many.verdict = Verdict::Machine;
    QTest::newRow("several at once") << many;

    EventQuery withSession;
    withSession.filter.type = EventType::Open;
    withSession.filter.campaign = CampaignIndex{1U};
    withSession.verdict = Verdict::Uncertain;
    QTest::newRow("with the session's filter") << withSession;
}

void EventsModelTest::filters()
{
    QFETCH(const EventQuery, query);
    EventsModel model;
    QVERIFY(showAndWait(model, m_fixture.analysis(), query));
    QCOMPARE(rowsOf(model), filteredByHand(m_fixture.analysis(), query));
}

void EventsModelTest::keepsOldRowsUntilNewOnesAreThere()
{
    EventsModel model;
    QVERIFY(showAndWait(model, m_fixture.analysis(), {}));
    QSignalSpy updated(&model, &EventsModel::updated);
    EventQuery query;
    query.what = EventType::Click;
    model.show(m_fixture.analysis(), query);
    QVERIFY(!model.isUpToDate());
    QCOMPARE(model.rowCount(), 600);
    QVERIFY(updated.wait());
    QVERIFY(model.isUpToDate());
    QVERIFY(model.rowCount() < 600);
}

void EventsModelTest::onlyTheNewestQueryCounts()
{
    EventsModel model;
    QSignalSpy updated(&model, &EventsModel::updated);
    EventQuery query;
    query.what = EventType::Click;
    model.show(m_fixture.analysis(), query);
    model.sort(static_cast<int>(EventColumn::Time));
    query.what = EventType::Open;
    model.show(m_fixture.analysis(), query);
    QTRY_VERIFY(model.isUpToDate());
    QCOMPARE(updated.count(), 1);
    Rows expected = sortedByHand(m_fixture.analysis(), EventColumn::Time, false);
    std::erase_if(expected, [&](std::uint32_t event) {
        return m_fixture.analysis().table->type(event) != EventType::Open;
    });
    QCOMPARE(rowsOf(model), expected);
}

void EventsModelTest::showsChosenRowsAtOnce()
{
    EventsModel model;
    model.showRows(m_fixture.analysis(), {30, 25, 40});
    QCOMPARE(rowsOf(model), (Rows{30, 25, 40}));
    model.sort(0); // has nothing to sort by a query, and must not
    QVERIFY(model.isUpToDate());
    QCOMPARE(rowsOf(model), (Rows{30, 25, 40}));
}

void EventsModelTest::findsRows()
{
    EventsModel model;
    model.showRows(m_fixture.analysis(), {30, 25, 40});
    QCOMPARE(model.rowOf(25), 1);
    QCOMPARE(model.rowOf(26), -1);
}

void EventsModelTest::csvRowsSurviveTheModel()
{
    CsvRows rows;
    QString recipient;
    {
        EventsModel model;
        model.showRows(m_fixture.analysis(), {30, 25});
        rows = model.csvRows();
        recipient = model.index(1, static_cast<int>(EventColumn::Recipient)).data().toString();
    }
    QCOMPARE(rows.count, 2);
    QCOMPARE(rows.cells(1).size(), static_cast<qsizetype>(kEventColumns));
    QCOMPARE(rows.cells(1)[static_cast<int>(EventColumn::Recipient)], recipient);
}

void EventsModelTest::tooltipsAreEscaped()
{
    EventsModel model;
    EventQuery query;
    query.textOf(EventColumn::Agent) = u"<img"_s;
    QVERIFY(showAndWait(model, m_fixture.analysis(), query));
    QVERIFY(model.rowCount() > 0);
    const QModelIndex cell = model.index(0, static_cast<int>(EventColumn::Agent));
    QCOMPARE(cell.data().toString(), u"<img src=\"x\"> agent"_s);
    QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(u"&lt;img"_s));
    QVERIFY(!cell.data(Qt::ToolTipRole).toString().contains(u"<img"_s));
}

void EventsModelTest::writesTimesAsPreciselyAsTheyAre()
{
    using enum TimeResolution;
    QCOMPARE(EventText::sinceSend(31'240, Millisecond), u"00:00:31.2"_s);
    QCOMPARE(EventText::sinceSend(31'000, Second), u"00:00:31"_s);
    QCOMPARE(EventText::sinceSend(8'049'000, Second), u"02:14:09"_s);
    QCOMPARE(EventText::sinceSend(8'040'000, Minute), u"2 h 14 m"_s);
    QCOMPARE(EventText::sinceSend(3 * 86'400'000LL + 8'049'000, Second), u"3 d 02:14:09"_s);
    QCOMPARE(EventText::sinceSend(3 * 86'400'000LL, Day), u"3 d"_s);
    QCOMPARE(EventText::sinceSend(-5'000, Second), u"−00:00:05"_s);
    QCOMPARE(EventText::sinceSend(kNoTime, Second), QString());
}

QTEST_MAIN(EventsModelTest)
#include "tst_eventsmodel.moc"

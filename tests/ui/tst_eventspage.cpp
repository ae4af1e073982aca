// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventsfixture.h"
#include "ui/events/eventsmodel.h"
#include "ui/events/eventspage.h"
#include "ui/events/filterrow.h"
#include "ui/events/linkdelegate.h"
#include "ui/events/whypanel.h"
#include "ui/events/wrappedfield.h"
#include "ui/session/session.h"
#include "ui/tables/tableview.h"

#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QUndoStack>

using namespace clicksieve;
using namespace Qt::StringLiterals;

namespace {

QPushButton *button(QWidget &parent, const QString &text)
{
    for (QPushButton *candidate : parent.findChildren<QPushButton *>()) {
        if (candidate->text() == text || candidate->accessibleName() == text)
            return candidate;
    }
    return nullptr;
}

QStringList visibleLabels(const QWidget &parent)
{
    QStringList texts;
    for (const QLabel *label : parent.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&parent))
            texts << label->text();
    }
    return texts;
}

/// The first row with such an event, or -1.
template <typename Wanted>
int findRow(const EventsModel &model, Wanted wanted)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (wanted(model.eventAt(row)))
            return row;
    }
    return -1;
}

} // namespace

class EventsPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();
    void cleanup() { m_page.reset(); }

    void countsHonestly();
    void filtersAsTheUserTypes();
    void filtersByBoxes();
    void followsTheSession();
    void computesOnlyWhileVisible();
    void explainsTheCurrentRow();
    void showsFileTextAsPlainText();
    void saysWhatSpeaksAgainst();
    void saysWhatItAssumes();
    void namesWhatStandsBetweenByVerdict();
    void cutsNoLongText();
    void keepsTheEventThroughSorting();
    void jumpsToEventsOfTheMessage();
    void saysWhenFiltersHideTheEvent();
    void showsSimilar();
    void copiesTheAddressAndOpensNothing();
    void isReachableByKeyboard();
    void namesEveryFieldForScreenReaders();
    void fieldsStandAboveTheirColumns();
    void verdictStandsBesideTheTime();
    void showsWhatItIsSortedByAtFirst();
    void scrollsUpWhenTheEventIsFilteredAway();
    void fieldsMoveNothing();
    void narrowPageKeepsItsColumns();
    void cutLinksShowTheirPath();
    void csvKeepsTheWordOfFiles();

private:
    [[nodiscard]] const Analysis &analysis() const { return m_fixture.analysis(); }
    int selectRow(int row);
    int selectClick();

    EventsFixture m_fixture;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<EventsPage> m_page;
};

void EventsPageTest::init()
{
    m_session = std::make_unique<Session>();
    m_page = std::make_unique<EventsPage>(*m_session);
    m_page->resize(1'100, 720);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_session->setAnalysis(analysis(), {});
    QTRY_VERIFY(m_page->isUpToDate());
}

int EventsPageTest::selectRow(int row)
{
    m_page->table()->setCurrentIndex(m_page->model()->index(row, static_cast<int>(EventColumn::Recipient)));
    return row;
}

/// A click with an address, by somebody with a domain, among other events of its message.
int EventsPageTest::selectClick()
{
    const EventTable &table = *analysis().table;
    return selectRow(findRow(*m_page->model(), [&](std::size_t event) {
        return !table.url(event).isNone() && !table.domainOf(table.recipient(event)).isNone()
               && table.messages().actions(table.message(event).value()).size() > 2;
    }));
}

void EventsPageTest::countsHonestly()
{
    QCOMPARE(m_page->countText(), u"600 opens and clicks"_s);
    QVERIFY(visibleLabels(*m_page).contains(u"Select an event to see why."_s));
}

void EventsPageTest::filtersAsTheUserTypes()
{
    QLineEdit *recipient = m_page->filterRow()->edit(EventColumn::Recipient);
    QTest::keyClicks(recipient, u"nordbank"_s);
    QVERIFY(!m_page->isUpToDate());
    QCOMPARE(m_page->model()->rowCount(), 600); // waits for more keys
    QTRY_VERIFY(m_page->isUpToDate());
    QVERIFY(m_page->model()->rowCount() > 0);
    QVERIFY(m_page->model()->rowCount() < 600);
    QCOMPARE(m_page->countText(), u"%1 of 600 opens and clicks"_s.arg(m_page->model()->rowCount()));

    QPushButton *clear = button(*m_page, u"Clear the fields below"_s);
    QVERIFY(clear->isVisible());
    clear->click();
    QTRY_VERIFY(m_page->isUpToDate());
    QCOMPARE(m_page->model()->rowCount(), 600);
    QVERIFY(!clear->isVisible());
    QVERIFY(recipient->text().isEmpty());
}

void EventsPageTest::filtersByBoxes()
{
    m_page->filterRow()->whatBox()->setCurrentText(u"click"_s);
    m_page->filterRow()->verdictBox()->setCurrentText(u"machine"_s);
    QTRY_VERIFY(m_page->isUpToDate());
    QVERIFY(m_page->model()->rowCount() > 0);
    QCOMPARE(findRow(*m_page->model(),
                     [&](std::size_t event) {
                         return analysis().table->type(event) != EventType::Click
                                || analysis().verdicts->verdict(event) != Verdict::Machine;
                     }),
             -1);
}

void EventsPageTest::followsTheSession()
{
    Filter filter;
    filter.domain = analysis().table->findDomain("gmail.com");
    m_session->setFilter(filter, u"test"_s);
    QTRY_VERIFY(m_page->isUpToDate());
    const int ofDomain = m_page->model()->rowCount();
    QVERIFY(ofDomain > 0);
    QVERIFY(ofDomain < 600);

    const EventsFixture other(90, 11);
    m_session->setAnalysis(other.analysis(), {});
    QTRY_VERIFY(m_page->isUpToDate());
    QCOMPARE(m_page->countText(), u"90 opens and clicks"_s);
}

void EventsPageTest::computesOnlyWhileVisible()
{
    m_page->hide();
    Filter filter;
    filter.type = EventType::Open;
    m_session->setFilter(filter, u"test"_s);
    QVERIFY(m_page->model()->isUpToDate()); // nothing is under way
    QVERIFY(!m_page->isUpToDate());
    m_page->show();
    QTRY_VERIFY(m_page->isUpToDate());
    QVERIFY(m_page->model()->rowCount() < 600);
}

void EventsPageTest::explainsTheCurrentRow()
{
    for (const auto &[verdict, words] : {std::pair{Verdict::Machine, u"was made by a machine ("_s},
                                         std::pair{Verdict::Human, u"was made by a person ("_s},
                                         std::pair{Verdict::Uncertain, u"Unclear who made this "_s}}) {
        selectRow(findRow(*m_page->model(),
                          [&](std::size_t event) { return analysis().verdicts->verdict(event) == verdict; }));
        QVERIFY2(m_page->whyPanel()->headline().contains(words), qPrintable(m_page->whyPanel()->headline()));
    }
}

void EventsPageTest::showsFileTextAsPlainText()
{
    const QString hostile = u"The program calls itself <img src=\"file:///dev/zero\"> <b>Bold</b>."_s;
    WhyPanel panel;
    panel.show();
    const int row = selectClick();
    panel.explainEvent(analysis(), m_page->model()->eventAt(row), {{u"agent"_s, u"Program"_s, 1.0, hostile}});
    QVERIFY(visibleLabels(panel).contains(hostile));
    for (const QLabel *label : panel.findChildren<QLabel *>()) {
        // What is not marked as plain may only be our own words.
        QVERIFY2(label->textFormat() == Qt::PlainText || !Qt::mightBeRichText(label->text()),
                 qPrintable(label->text()));
        if (label->text() == hostile)
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
    for (const QLineEdit *field : panel.findChildren<QLineEdit *>())
        QVERIFY(!field->toolTip().contains(u"<img"_s));
}

void EventsPageTest::saysWhatSpeaksAgainst()
{
    WhyPanel panel;
    panel.show();
    const int row = findRow(*m_page->model(), [&](std::size_t event) {
        return analysis().verdicts->verdict(event) == Verdict::Human;
    });
    const std::size_t event = m_page->model()->eventAt(row);
    panel.explainEvent(analysis(), event, {{u"late"_s, u"Late"_s, -2.0, u"Hours later."_s}});
    const QStringList labels = visibleLabels(panel);
    QVERIFY(labels.indexOf(u"Hours later."_s) > labels.indexOf(u"What speaks for it"_s));
    QVERIFY(labels.indexOf(u"Hours later."_s) < labels.indexOf(u"What speaks against it"_s));
    QVERIFY(labels.indexOf(u"nothing"_s) > labels.indexOf(u"What speaks against it"_s));
}

void EventsPageTest::saysWhatItAssumes()
{
    WhyPanel panel;
    panel.show();
    const auto find = [&](EventType type) {
        return m_page->model()->eventAt(findRow(*m_page->model(), [&](std::size_t event) {
            return analysis().verdicts->verdict(event) == Verdict::Human
                   && analysis().table->type(event) == type;
        }));
    };
    const Evidence weak{u"agent"_s, u"Program"_s, 0.4, u"A weak sign."_s};
    panel.explainEvent(analysis(), find(EventType::Open), {weak});
    QTRY_VERIFY(visibleLabels(panel).contains(
        u"Most opens are people's; this one sign is too weak to change that."_s));
    panel.explainEvent(analysis(), find(EventType::Click), {weak, weak});
    QTRY_VERIFY(visibleLabels(panel).contains(
        u"Most clicks are people's; these signs are too weak to change that."_s));
    panel.explainEvent(analysis(), find(EventType::Click), {});
    QTRY_VERIFY(
        visibleLabels(panel).contains(u"Most clicks are people's, and nothing here speaks for a machine."_s));
}

void EventsPageTest::namesWhatStandsBetweenByVerdict()
{
    WhyPanel panel;
    panel.show();
    const auto labelsOf = [&](Verdict verdict, ActorKind kind, EventType type) {
        panel.explainEvent(
            analysis(),
            m_page->model()->eventAt(findRow(*m_page->model(),
                                             [&](std::size_t event) {
                                                 return analysis().verdicts->verdict(event) == verdict
                                                        && analysis().table->type(event) == type
                                                        && analysis().verdicts->actor(event).kind == kind;
                                             })),
            {});
        return visibleLabels(panel);
    };
    QStringList labels = labelsOf(Verdict::Human, ActorKind::ImageProxy, EventType::Open);
    QVERIFY(labels.contains(u"Fetched by"_s));
    QVERIFY(!labels.contains(u"Machine"_s));
    QVERIFY(!labels.contains(u"Address clicked"_s)); // of an open
    labels = labelsOf(Verdict::Human, ActorKind::Unknown, EventType::Click);
    QVERIFY(!labels.contains(u"Fetched by"_s)); // nobody known
    QVERIFY(labels.contains(u"Address clicked"_s));
    labels = labelsOf(Verdict::Machine, ActorKind::LinkScanner, EventType::Click);
    QVERIFY(labels.contains(u"Machine"_s));
    QVERIFY(!labels.contains(u"Fetched by"_s));
}

void EventsPageTest::cutsNoLongText()
{
    WrappedField field;
    field.resize(200, 20);
    field.setText(u"short"_s);
    field.show();
    const int oneLine = field.height();
    field.setText(QString(300, u'x')); // nowhere to break
    QVERIFY(field.height() > 5 * oneLine);
    QCOMPARE(field.toPlainText(), QString(300, u'x'));
    QVERIFY(field.document()->size().height() <= field.viewport()->height());
    field.resize(800, field.height());
    QVERIFY(field.height() < 5 * oneLine);
}

void EventsPageTest::keepsTheEventThroughSorting()
{
    const std::size_t event = m_page->model()->eventAt(selectRow(400));
    m_page->table()->sortByColumn(static_cast<int>(EventColumn::Recipient), Qt::DescendingOrder);
    QTRY_VERIFY(m_page->isUpToDate());
    const QModelIndex current = m_page->table()->currentIndex();
    QVERIFY(current.isValid());
    QCOMPARE(m_page->model()->eventAt(current.row()), event);
    QVERIFY(m_page->table()->visualRect(current).intersects(m_page->table()->viewport()->rect()));
}

void EventsPageTest::jumpsToEventsOfTheMessage()
{
    const std::size_t event = m_page->model()->eventAt(selectClick());
    TableView *list = m_page->whyPanel()->messageTable();
    const auto *listed = qobject_cast<EventsModel *>(list->model());
    const EventTable &table = *analysis().table;
    QCOMPARE(listed->rowCount(),
             static_cast<int>(table.messages().actions(table.message(event).value()).size()));
    QCOMPARE(listed->eventAt(list->currentIndex().row()), event);

    const int otherRow = list->currentIndex().row() == 0 ? 1 : 0;
    const std::size_t other = listed->eventAt(otherRow);
    list->selectRow(otherRow);
    QTRY_COMPARE(m_page->model()->eventAt(m_page->table()->currentIndex().row()), other);
    QCOMPARE(listed->eventAt(list->currentIndex().row()), other);
}

void EventsPageTest::saysWhenFiltersHideTheEvent()
{
    const QString note = u"The filters hide this event from the table."_s;
    selectClick();
    QVERIFY(!visibleLabels(*m_page->whyPanel()).contains(note));
    m_page->filterRow()->whatBox()->setCurrentText(u"open"_s);
    QTRY_VERIFY(m_page->isUpToDate());
    QVERIFY(visibleLabels(*m_page->whyPanel()).contains(note));
    QVERIFY(m_page->whyPanel()->headline().startsWith(u"This click"_s)
            || m_page->whyPanel()->headline().contains(u"this click"_s));
}

void EventsPageTest::showsSimilar()
{
    const std::size_t event = m_page->model()->eventAt(selectClick());
    button(*m_page, u"Show similar"_s)->click();
    const EventTable &table = *analysis().table;
    QCOMPARE(m_session->filter().domain, std::optional(table.domainOf(table.recipient(event))));
    QCOMPARE(m_session->filter().verdict, std::optional(analysis().verdicts->verdict(event)));
    QTRY_VERIFY(m_page->isUpToDate());
    QCOMPARE(m_page->model()->eventAt(m_page->table()->currentIndex().row()), event);

    m_session->history().undo();
    button(*m_page, u"Show only this domain"_s)->click();
    QCOMPARE(m_session->filter().domain, std::optional(table.domainOf(table.recipient(event))));
    QVERIFY(!m_session->filter().verdict);
}

void EventsPageTest::copiesTheAddressAndOpensNothing()
{
    const std::size_t event = m_page->model()->eventAt(selectClick());
    button(*m_page, u"Copy the address clicked"_s)->click();
    const std::string_view url = analysis().table->urlText(analysis().table->url(event));
    QCOMPARE(QGuiApplication::clipboard()->text().toStdString(), std::string(url));
    for (const QLabel *label : m_page->findChildren<QLabel *>())
        QVERIFY(!label->openExternalLinks());
}

void EventsPageTest::isReachableByKeyboard()
{
    m_page->activateWindow();
    m_page->table()->setFocus();
    selectRow(3);
    QTest::keyClick(m_page->table(), Qt::Key_Down);
    QCOMPARE(m_page->table()->currentIndex().row(), 4);
    QTest::keyClick(m_page->table(), Qt::Key_Return);
    QTRY_VERIFY(m_page->whyPanel()->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget *>(m_page->table()));
    QTest::keyClick(m_page->table(), Qt::Key_F, Qt::ControlModifier);
    QLineEdit *recipient = m_page->filterRow()->edit(EventColumn::Recipient);
    QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget *>(recipient));
    QTest::keyClick(recipient, Qt::Key_Down);
    QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget *>(m_page->table()));
}

void EventsPageTest::namesEveryFieldForScreenReaders()
{
    for (const QLineEdit *field : m_page->findChildren<QLineEdit *>())
        QVERIFY(!field->accessibleName().isEmpty());
    for (const QComboBox *box : m_page->findChildren<QComboBox *>())
        QVERIFY(!box->accessibleName().isEmpty());
    for (const TableView *table : m_page->findChildren<TableView *>())
        QVERIFY(!table->accessibleName().isEmpty());
    for (const QPushButton *push : m_page->findChildren<QPushButton *>())
        QVERIFY(!push->text().isEmpty());
}

void EventsPageTest::fieldsStandAboveTheirColumns()
{
    const QHeaderView *header = m_page->table()->horizontalHeader();
    m_page->table()->setColumnWidth(static_cast<int>(EventColumn::Recipient), 260);
    for (const EventColumn column : {EventColumn::Recipient, EventColumn::Link}) {
        const QLineEdit *edit = m_page->filterRow()->edit(column);
        const int section = header->sectionViewportPosition(static_cast<int>(column));
        QCOMPARE(edit->mapTo(m_page.get(), QPoint()).x(),
                 header->viewport()->mapTo(m_page.get(), QPoint(section, 0)).x());
    }
}

void EventsPageTest::verdictStandsBesideTheTime()
{
    const QHeaderView *header = m_page->table()->horizontalHeader();
    QCOMPARE(header->visualIndex(static_cast<int>(EventColumn::SinceSend)), 0);
    QCOMPARE(header->visualIndex(static_cast<int>(EventColumn::Verdict)), 1);
    QVERIFY(!m_page->table()->isColumnHidden(static_cast<int>(EventColumn::Campaign))); // there are several
    const int right = header->sectionViewportPosition(static_cast<int>(EventColumn::Verdict))
                      + header->sectionSize(static_cast<int>(EventColumn::Verdict));
    QVERIFY(right < m_page->table()->viewport()->width());
    QVERIFY(header->visualIndex(static_cast<int>(EventColumn::Campaign))
            > header->visualIndex(static_cast<int>(EventColumn::Link)));
}

void EventsPageTest::showsWhatItIsSortedByAtFirst()
{
    const QHeaderView *header = m_page->table()->horizontalHeader();
    QCOMPARE(header->sortIndicatorSection(), static_cast<int>(EventColumn::SinceSend));
    QCOMPARE(header->sortIndicatorOrder(), Qt::AscendingOrder);
    const EventsModel &model = *m_page->model();
    for (int row = 1; row < model.rowCount(); ++row) {
        const TimeMs before = analysis().table->sinceSend(model.eventAt(row - 1));
        const TimeMs here = analysis().table->sinceSend(model.eventAt(row));
        QVERIFY(here == kNoTime || (before != kNoTime && before <= here));
    }
    // What the user asks for stays with the next file.
    m_page->table()->sortByColumn(static_cast<int>(EventColumn::Recipient), Qt::AscendingOrder);
    const EventsFixture other(90, 11);
    m_session->setAnalysis(other.analysis(), {});
    QTRY_VERIFY(m_page->isUpToDate());
    QCOMPARE(header->sortIndicatorSection(), static_cast<int>(EventColumn::Recipient));
}

void EventsPageTest::scrollsUpWhenTheEventIsFilteredAway()
{
    selectRow(500);
    m_page->table()->scrollTo(m_page->table()->currentIndex());
    const QString recipient = m_page->table()->currentIndex().data().toString();
    QVERIFY(m_page->table()->indexAt({5, 5}).row() > 100);
    const QString other = recipient.endsWith(u"gmail.com") ? u"nordbank.dk"_s : u"gmail.com"_s;
    m_page->filterRow()->edit(EventColumn::Recipient)->setText(other);
    QTRY_VERIFY(m_page->isUpToDate());
    QVERIFY(m_page->model()->rowCount() > 100);
    QCOMPARE(m_page->table()->indexAt({5, 5}).row(), 0);
}

void EventsPageTest::fieldsMoveNothing()
{
    const int before = m_page->table()->mapTo(m_page.get(), QPoint()).y();
    m_page->filterRow()->edit(EventColumn::Recipient)->setText(u"gmail"_s);
    QTRY_VERIFY(m_page->isUpToDate());
    QVERIFY(visibleLabels(*m_page).contains(u"The fields below narrow only this table."_s));
    QCOMPARE(m_page->table()->mapTo(m_page.get(), QPoint()).y(), before);
}

void EventsPageTest::narrowPageKeepsItsColumns()
{
    selectClick();
    m_page->resize(730, 480);
    QCoreApplication::processEvents();
    const QHeaderView *header = m_page->table()->horizontalHeader();
    const int fourth = header->logicalIndex(3);
    QVERIFY(header->sectionViewportPosition(fourth) + header->sectionSize(fourth)
            <= m_page->table()->viewport()->width());
    QVERIFY(m_page->whyPanel()->mapTo(m_page.get(), QPoint()).y()
            > m_page->table()->mapTo(m_page.get(), QPoint()).y());
    QVERIFY(!m_page->whyPanel()->messageTable()->isVisible());
    QVERIFY(m_page->table()->viewport()->height() > 5 * m_page->table()->rowHeight(0));
    m_page->resize(1'100, 720);
    QCoreApplication::processEvents();
    QVERIFY(m_page->whyPanel()->messageTable()->isVisible());
}

void EventsPageTest::cutLinksShowTheirPath()
{
    const QFontMetrics metrics(QApplication::font());
    const QString link = u"https://shop.example/privacy?utm_source=mail&utm_campaign=spring"_s;
    const auto at = [&](const QString &room) {
        return elidedLink(link, metrics, metrics.horizontalAdvance(room));
    };
    QCOMPARE(at(link), link);
    QCOMPARE(at(u"shop.example/privacy?utm_source=mail&utm_campaign=spring"_s),
             u"shop.example/privacy?utm_source=mail&utm_campaign=spring"_s);
    QCOMPARE(at(u"shop.example/privacy?…"_s), u"shop.example/privacy?…"_s);
    QCOMPARE(at(u"…/privacy?…"_s), u"…/privacy?…"_s);
    QCOMPARE(at(u"…/privacy"_s), u"…/privacy"_s);
    QVERIFY(at(u"…/priv"_s).startsWith(u"…/p"_s));
    QVERIFY(qobject_cast<LinkDelegate *>(
        m_page->table()->itemDelegateForColumn(static_cast<int>(EventColumn::Link))));
}

void EventsPageTest::csvKeepsTheWordOfFiles()
{
    const int row = findRow(*m_page->model(), [&](std::size_t event) {
        return analysis().verdicts->verdict(event) == Verdict::Uncertain;
    });
    const auto column = static_cast<int>(EventColumn::Verdict);
    const QString shown = m_page->model()->index(row, column).data().toString();
    const QString percent =
        QString::number(EventText(analysis()).verdictPercent(m_page->model()->eventAt(row)));
    QCOMPARE(shown, u"unclear (%1 % machine)"_s.arg(percent));
    QCOMPARE(m_page->model()->csvRows().cells(row)[column], u"uncertain %1 %"_s.arg(percent));
}

QTEST_MAIN(EventsPageTest)
#include "tst_eventspage.moc"

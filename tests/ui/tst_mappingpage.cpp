// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/source.h"
#include "core/jobs/jobcontext.h"
#include "support/testfolder.h"
#include "support/workbookfixture.h"
#include "ui/import/mappingpage.h"
#include "ui/import/previewmodel.h"
#include "ui/import/zonechoice.h"
#include "ui/tables/tableview.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr char kLog[] = "Tidspunkt;Hændelse;Modtager;Klikket link\n"
                        "31.03.2026 09:00:31;Åbnet;anna@nordbank.example;\n"
                        "31.03.2026 09:00:40;Klikket;bert@nordbank.example;https://shop.example/a\n"
                        "31.03.2026 09:00:41;Døset;carl@nordbank.example;\n";

class MappingPageTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void proposalsAreMarkedWithTheirReason();
    void wordsWithoutAMeaningComeFirst();
    void thePreviewFollowsTheChoices();
    void rowsThatDoNotReadAreMarked();
    void timesAreShownInTheZone();
    void zonesInTheFileCannotBeChosen();
    void datesInTwoWaysAreAskedFor();
    void daysWithoutATimeOfDayAreSaid();
    void everyRowIsAskedForOnlyWithoutAColumn();
    void savingMakesAFormatThatIsKnown();
    void savingWaitsForWhatIsLacking();
    void savingSaysWhyItFails();
    void aSheetCanBeChosen();
    void theContentOfAnArchiveStaysAlive();
    void aFileThatCannotBeReadIsSaid();
    void textsOfTheFileArePlain();
    void cancelIsSaid();
    void theWheelChangesNothing();
    void everythingHasANameAndIsReachedByTab();

private:
    struct Opened {
        std::unique_ptr<MappingPage> page;
        QComboBox *combo(const QString &name) const
        {
            for (QComboBox *box : page->findChildren<QComboBox *>()) {
                if (box->accessibleName() == name)
                    return box;
            }
            qFatal("there is no choice %s", qPrintable(name));
        }
        void choose(const QString &name, const QString &start) const
        {
            QComboBox *box = combo(name);
            for (int entry = 0; entry < box->count(); ++entry) {
                if (!box->itemText(entry).startsWith(start))
                    continue;
                box->setCurrentIndex(entry);
                emit box->activated(entry);
                return;
            }
            qFatal("%s cannot be chosen", qPrintable(start));
        }
        QPushButton *button(const QString &text) const
        {
            for (QPushButton *found : page->findChildren<QPushButton *>()) {
                if (found->text() == text)
                    return found;
            }
            qFatal("there is no button %s", qPrintable(text));
        }
        QString cell(int row, int column) const
        {
            const auto *model = page->findChild<TableView *>()->model();
            return model->index(row, column).data().toString();
        }
        bool says(const QString &part) const
        {
            const auto labels = page->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
                return label->isVisible() && label->text().contains(part);
            });
        }
        bool settles() const
        {
            return QTest::qWaitFor([this] { return page->isUpToDate(); }, 30'000);
        }
    };

    Opened open(const Member &member)
    {
        Opened opened{std::make_unique<MappingPage>(member, FormatCatalogue::shipped())};
        opened.page->resize(1000, 700);
        opened.page->show();
        if (!opened.settles())
            qFatal("the page does not come to rest");
        return opened;
    }
    Opened open(const QString &name, const QByteArray &bytes)
    {
        return open({m_folder->write(name, bytes), {}, {}});
    }

    std::unique_ptr<TestFolder> m_folder;
};

void MappingPageTest::init()
{
    m_folder = std::make_unique<TestFolder>();
    qputenv("XDG_CONFIG_HOME", m_folder->path(u"config"_s).toUtf8());
}

void MappingPageTest::proposalsAreMarkedWithTheirReason()
{
    const Opened opened = open(u"log.csv"_s, kLog);
    QCOMPARE(opened.combo(u"Recipient"_s)->currentText(), u"Modtager: anna@nordbank.example"_s);
    QVERIFY2(opened.combo(u"Recipient"_s)->toolTip().contains(u"3 of the first 3 filled cells"_s),
             qPrintable(opened.combo(u"Recipient"_s)->toolTip()));
    QVERIFY(opened.combo(u"Recipient"_s)->accessibleDescription().startsWith(u"Proposed."_s));
    QVERIFY(opened.says(u"proposed"_s));
    opened.choose(u"Recipient"_s, u"Klikket link"_s);
    QVERIFY(!opened.combo(u"Recipient"_s)->accessibleDescription().startsWith(u"Proposed."_s));
}

void MappingPageTest::wordsWithoutAMeaningComeFirst()
{
    const Opened opened = open(u"log.csv"_s, kLog);
    QStringList names;
    for (const QComboBox *box : opened.page->findChildren<QComboBox *>()) {
        if (box->accessibleName().startsWith(u"Meaning of "_s))
            names << box->accessibleName().mid(11) + u'=' + box->currentText();
    }
    QCOMPARE(names, (QStringList{u"Døset=Choose…"_s, u"Åbnet=Open"_s, u"Klikket=Click"_s}));
    QVERIFY(opened.says(u"not known yet"_s));
    opened.choose(u"Meaning of Døset"_s, u"Leave out"_s);
    QVERIFY(opened.settles());
    QVERIFY(!opened.says(u"not known yet"_s));
    QCOMPARE(opened.cell(2, PreviewModel::What), u"Left out"_s);
    opened.choose(u"Meaning of Døset"_s, u"Sent"_s);
    QVERIFY(opened.settles());
    QCOMPARE(opened.cell(2, PreviewModel::What), u"Sent"_s);
    opened.choose(u"Meaning of Åbnet"_s, u"Choose"_s); // taking away is not undone by knowing better
    QVERIFY(opened.says(u"\"Åbnet\""_s));
}

void MappingPageTest::thePreviewFollowsTheChoices()
{
    const Opened opened = open(u"log.csv"_s, kLog);
    QCOMPARE(opened.cell(1, PreviewModel::When), u"2026-03-31 09:00:40"_s);
    QCOMPARE(opened.cell(1, PreviewModel::What), u"Click"_s);
    QCOMPARE(opened.cell(1, PreviewModel::Recipient), u"bert@nordbank.example"_s);
    QCOMPARE(opened.cell(1, PreviewModel::Link), u"https://shop.example/a"_s);
    opened.choose(u"Link"_s, u"Not in the file"_s);
    QVERIFY(opened.settles());
    QCOMPARE(opened.cell(1, PreviewModel::Link), u"–"_s);
    opened.choose(u"Time"_s, u"Choose a column"_s);
    QVERIFY(opened.settles());
    QCOMPARE(opened.page->findChild<TableView *>()->model()->rowCount(), 0);
    QVERIFY(opened.says(u"when it happened"_s));
}

void MappingPageTest::rowsThatDoNotReadAreMarked()
{
    const Opened opened = open(u"log.csv"_s, kLog);
    auto *table = opened.page->findChild<TableView *>();
    QVERIFY2(opened.cell(2, PreviewModel::When).contains(u"\"Døset\" is no event"_s),
             qPrintable(opened.cell(2, PreviewModel::When)));
    QVERIFY(table->columnSpan(2, PreviewModel::When) > 1);
    QCOMPARE(table->columnSpan(0, PreviewModel::When), 1);
    QVERIFY(opened.says(u"2 of the first 3 rows can be read."_s));
}

void MappingPageTest::timesAreShownInTheZone()
{
    const Opened opened = open(u"log.csv"_s, kLog);
    auto *zone = opened.page->findChild<ZoneChoice *>();
    QVERIFY(zone->isEnabled());
    zone->setEditText(u"Europe/Copenhagen"_s);
    emit zone->activated(zone->findText(u"Europe/Copenhagen"_s));
    QVERIFY(opened.settles());
    QCOMPARE(opened.page->draft().timeZone, u"Europe/Copenhagen"_s);
    QVERIFY(!opened.page->draft().zoneIsGuess);
    QCOMPARE(opened.cell(1, PreviewModel::When), u"2026-03-31 09:00:40"_s);
    QVERIFY(opened.says(u"shown in Europe/Copenhagen"_s));
}

void MappingPageTest::zonesInTheFileCannotBeChosen()
{
    const Opened opened =
        open(u"log.csv"_s, "Time,What,Reader\n2026-03-31T09:00:31+02:00,open,anna@nordbank.example\n");
    QVERIFY(!opened.page->findChild<ZoneChoice *>()->isEnabled());
    QCOMPARE(opened.cell(0, PreviewModel::When), u"2026-03-31 07:00:31"_s);
}

void MappingPageTest::datesInTwoWaysAreAskedFor()
{
    const Opened opened =
        open(u"log.csv"_s, "When,What,Reader\n03/04/2026 09:00,open,anna@nordbank.example\n");
    QVERIFY(opened.says(u"two ways"_s));
    QCOMPARE(opened.combo(u"Reads as"_s)->count(), 2);
    opened.choose(u"Reads as"_s, u"4 March 2026"_s);
    QVERIFY(opened.settles());
    QCOMPARE(opened.cell(0, PreviewModel::When), u"2026-03-04 09:00:00"_s);
    opened.choose(u"Reads as"_s, u"3 April 2026"_s);
    QVERIFY(opened.settles());
    QCOMPARE(opened.cell(0, PreviewModel::When), u"2026-04-03 09:00:00"_s);
}

void MappingPageTest::daysWithoutATimeOfDayAreSaid()
{
    const Opened opened =
        open(u"log.csv"_s, "Day,Hour,What,Reader\n2026-03-31,9.15,open,anna@nordbank.example\n");
    QVERIFY(opened.combo(u"Time of day"_s)->currentText().startsWith(u"Hour"_s));
    QVERIFY(!opened.says(u"without a time of day"_s));
    opened.choose(u"Time of day"_s, u"In the time column"_s);
    QVERIFY(opened.says(u"without a time of day"_s));
}

void MappingPageTest::everyRowIsAskedForOnlyWithoutAColumn()
{
    const Opened opened = open(u"log.csv"_s, kLog);
    QVERIFY(!opened.combo(u"Every row is"_s)->isVisible());
    opened.choose(u"What happened"_s, u"No column"_s);
    QVERIFY(opened.combo(u"Every row is"_s)->isVisible());
    QVERIFY(!opened.button(u"Save and use"_s)->isEnabled());
    opened.choose(u"Every row is"_s, u"Click"_s);
    QVERIFY(opened.settles());
    QCOMPARE(opened.cell(2, PreviewModel::What), u"Click"_s);
    QVERIFY(opened.button(u"Save and use"_s)->isEnabled());
}

void MappingPageTest::savingMakesAFormatThatIsKnown()
{
    const Opened opened = open(u"log.csv"_s, kLog);
    QSignalSpy saved(opened.page.get(), &MappingPage::saved);
    opened.choose(u"Meaning of Døset"_s, u"Open"_s);
    for (QLineEdit *edit : opened.page->findChildren<QLineEdit *>()) {
        if (edit->accessibleName() == u"Name of this export"_s)
            edit->setText(u"Min tjeneste"_s);
        if (edit->accessibleName() == u"Name of this export"_s)
            QTest::keyClick(edit, Qt::Key_Return);
    }
    QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, 30'000);
    QCOMPARE(saved.first().first().toString(), u"own-min-tjeneste"_s);

    JobContext context(1);
    SourceOptions options;
    options.formats = FormatCatalogue::ofUser();
    const auto source = Source::open({m_folder->path(u"log.csv"_s), {}, {}}, options, context);
    QVERIFY2(source.ok(), source.ok() ? "" : qPrintable(source.error().message));
    QCOMPARE(source.value().format->title, u"Min tjeneste"_s);
}

void MappingPageTest::savingWaitsForWhatIsLacking()
{
    const Opened opened = open(u"log.csv"_s, kLog);
    QVERIFY(!opened.button(u"Save and use"_s)->isEnabled());
    QVERIFY(opened.says(u"Say what the word \"Døset\" means."_s));
    opened.choose(u"Meaning of Døset"_s, u"Open"_s);
    QVERIFY(opened.button(u"Save and use"_s)->isEnabled());
}

void MappingPageTest::savingSaysWhyItFails()
{
    const Opened opened = open(u"log.csv"_s, kLog);
    opened.choose(u"Meaning of Døset"_s, u"Open"_s);
    m_folder->write(u"config"_s, "a file where the folder should be");
    QSignalSpy failed(opened.page.get(), &MappingPage::failed);
    QTest::mouseClick(opened.button(u"Save and use"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 30'000);
    QVERIFY(opened.says(u"could not be saved"_s));
    QVERIFY(opened.button(u"Save and use"_s)->isEnabled()); // to try again
}

void MappingPageTest::aSheetCanBeChosen()
{
    const auto row = [](int number, const QStringList &cells) {
        std::string xml = "<row r=\"" + std::to_string(number) + "\">";
        char column = 'A';
        for (const QString &cell : cells)
            xml += std::string("<c r=\"") + column++ + std::to_string(number) + "\" t=\"inlineStr\"><is><t>"
                   + cell.toStdString() + "</t></is></c>";
        return xml + "</row>";
    };
    WorkbookFixture workbook;
    workbook.sheets.push_back(
        {.rows = row(1, {u"Note"_s, u"By"_s}) + row(2, {u"hello"_s, u"me"_s}), .name = "Cover"});
    workbook.sheets.push_back({.rows = row(1, {u"When"_s, u"Reader"_s, u"What"_s})
                                       + row(2, {u"2026-03-31 09:00:31"_s, u"a@b.example"_s, u"open"_s}),
                               .name = "Log"});
    workbook.sheets.push_back({.rows = row(1, {u"x"_s}), .name = "Empty"});
    const Opened opened = open(u"a.xlsx"_s, QByteArray::fromStdString(workbook.bytes()));
    QVERIFY(opened.combo(u"Sheet"_s)->isVisible());
    QCOMPARE(opened.combo(u"Sheet"_s)->currentText(), u"Log"_s); // where events are
    QCOMPARE(opened.cell(0, PreviewModel::What), u"Open"_s);
    opened.choose(u"Sheet"_s, u"Empty"_s);
    QVERIFY(opened.settles());
    QVERIFY(opened.says(u"no columns"_s));
    QVERIFY(!opened.button(u"Save and use"_s)->isEnabled());
    opened.choose(u"Sheet"_s, u"Cover"_s); // there is a way back
    QVERIFY(opened.settles());
    QVERIFY(opened.combo(u"Recipient"_s)->findText(u"By: me"_s) > 0);
    QVERIFY(!opened.button(u"Save and use"_s)->isEnabled());
}

void MappingPageTest::theContentOfAnArchiveStaysAlive()
{
    auto content = std::make_shared<const std::string>(kLog);
    Member member{m_folder->path(u"all.zip"_s), u"log.csv"_s, content};
    const Opened opened = open(member);
    member.content.reset();
    content.reset();
    opened.choose(u"Link"_s, u"Not in the file"_s);
    QVERIFY(opened.settles());
    QCOMPARE(opened.cell(0, PreviewModel::Recipient), u"anna@nordbank.example"_s);
}

void MappingPageTest::aFileThatCannotBeReadIsSaid()
{
    MappingPage page({m_folder->path(u"missing.csv"_s), {}, {}}, FormatCatalogue::shipped());
    QSignalSpy failed(&page, &MappingPage::failed);
    page.show();
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 30'000);
    const QString sentence = failed.first().first().toString();
    QVERIFY(sentence.contains(u"missing.csv"_s));
    const auto labels = page.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->isVisible() && label->text() == sentence;
    }));
}

void MappingPageTest::textsOfTheFileArePlain()
{
    const Opened opened = open(u"log.csv"_s, "When,<b>What</b>,Reader\n"
                                             "2026-03-31 09:00:31,<img src=x>,anna@nordbank.example\n");
    opened.choose(u"What happened"_s, u"<b>What</b>"_s);
    QVERIFY(opened.settles());
    for (const QLabel *label : opened.page->findChildren<QLabel *>()) {
        if (label->text().contains(u'<'))
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
    const auto *model = opened.page->findChild<TableView *>()->model();
    const QString tip = model->index(0, PreviewModel::When).data(Qt::ToolTipRole).toString();
    QVERIFY2(!tip.contains(u"<img"_s), qPrintable(tip));
}

void MappingPageTest::cancelIsSaid()
{
    const Opened opened = open(u"log.csv"_s, kLog);
    QSignalSpy cancelled(opened.page.get(), &MappingPage::cancelled);
    QTest::mouseClick(opened.button(u"Cancel"_s), Qt::LeftButton);
    QCOMPARE(cancelled.count(), 1);
    QTest::keyClick(opened.combo(u"Recipient"_s), Qt::Key_Escape);
    QCOMPARE(cancelled.count(), 2);
}

void MappingPageTest::theWheelChangesNothing()
{
    const Opened opened = open(u"log.csv"_s, kLog);
    QComboBox *box = opened.combo(u"Recipient"_s);
    box->setFocus();
    const QString before = box->currentText();
    QWheelEvent wheel(QPointF(5, 5), box->mapToGlobal(QPointF(5, 5)), {}, {0, -120}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(box, &wheel);
    QCOMPARE(box->currentText(), before);
}

void MappingPageTest::everythingHasANameAndIsReachedByTab()
{
    const Opened opened = open(u"log.csv"_s, kLog);
    opened.page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(opened.page.get()));
    opened.combo(u"Time"_s)->setFocus();
    QSet<const QWidget *> reached;
    for (int step = 0; step < 60; ++step) {
        const QWidget *now = QApplication::focusWidget();
        QVERIFY(now != nullptr);
        reached.insert(now);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (const QComboBox *box : opened.page->findChildren<QComboBox *>()) {
        if (!box->isVisible() || !box->isEnabled())
            continue;
        QVERIFY2(!box->accessibleName().isEmpty(), qPrintable(box->currentText()));
        QVERIFY2(reached.contains(box), qPrintable(box->accessibleName()));
    }
    opened.choose(u"Meaning of Døset"_s, u"Open"_s);
    QVERIFY(reached.contains(opened.button(u"Cancel"_s)));
}

} // namespace

QTEST_MAIN(MappingPageTest)

#include "tst_mappingpage.moc"

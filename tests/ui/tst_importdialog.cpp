// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/archivefixture.h"
#include "support/testfolder.h"
#include "support/workbookfixture.h"
#include "ui/import/fileanswers.h"
#include "ui/import/importdialog.h"
#include "ui/import/importfilesmodel.h"
#include "ui/import/mappingpage.h"
#include "ui/import/previewmodel.h"
#include "ui/import/signalcosts.h"
#include "ui/import/zonechoice.h"
#include "ui/session/session.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/notices.h"
#include "ui/shell/opener.h"
#include "ui/theme/palette.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScopedPointer>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QUrl>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

/// Omeda does not say in which zone it writes.
const QByteArray kVagueZone =
    "Track ID,Link ID,Click Date,Is Real,Link Url,Email Address,User Agent,Source IP,Reason,"
    "Fake Click Trigger Value\n"
    "T77,1,2026-03-10 04:00:40,0,https://shop.example/offer,anna@nordbank.example,"
    "Mozilla/5.0,192.0.2.7,,\n"
    "T77,2,2026-03-10 05:00:41,1,https://shop.example/more,bert@mail.example,"
    "Mozilla/5.0,192.0.2.8,,\n"
    "T77,2,some day,1,https://shop.example/more,bert@mail.example,Mozilla/5.0,192.0.2.8,,\n";
const QByteArray kVagueDays = "time,event,email\n03/04/2026 09:00:07,click,anna@nordbank.example\n"
                              "05/04/2026 09:00:08,open,bert@mail.example\n";
const QByteArray kClear =
    "time,event,email,campaign\n2026-03-10 09:00:07,click,anna@nordbank.example,spring\n";
const QByteArray kOther = "colour,size\nred,3\n";

/// Every button says what it does; the names of the fields are those that a screen reader says.
template <typename Widget>
Widget *named(QWidget &in, const QString &name)
{
    for (Widget *widget : in.findChildren<Widget *>()) {
        if (widget->accessibleName() == name)
            return widget;
    }
    return nullptr;
}

QAbstractButton *button(QWidget &in, const QString &text)
{
    for (QAbstractButton *candidate : in.findChildren<QAbstractButton *>()) {
        if (candidate->text() == text)
            return candidate;
    }
    return nullptr;
}

/// A dialog of its own, waited for until it has looked and counted.
class Asked {
public:
    explicit Asked(const AnalysisRequest &request) : m_dialog(new ImportDialog(request))
    {
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        m_dialog->show();
        settle();
    }

    void settle() const { QTRY_VERIFY_WITH_TIMEOUT(!m_dialog->isBusy(), 30'000); }
    [[nodiscard]] ImportDialog &dialog() const { return *m_dialog; }
    [[nodiscard]] QAbstractItemModel *files() const { return m_dialog->findChild<ImportFilesModel *>(); }
    [[nodiscard]] PreviewModel *preview() const { return m_dialog->findChild<PreviewModel *>(); }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return files()->index(row, column).data().toString();
    }
    void select(int row) const { named<QTableView>(*m_dialog, u"Files"_s)->selectRow(row); }
    [[nodiscard]] bool canImport() const { return button(*m_dialog, u"Import"_s)->isEnabled(); }
    void chooseZone(const QString &zone) const
    {
        auto *choice = m_dialog->findChild<ZoneChoice *>();
        choice->setCurrentIndex(choice->findData(zone));
        emit choice->activated(choice->currentIndex());
        settle();
    }

private:
    QScopedPointer<ImportDialog> m_dialog;
};

class TestImportDialog : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QSettings().clear(); }

    void showsHowFilesWillBeRead();
    void theZoneMovesWhatIsShown();
    void aZoneCountsForAllFilesOfOneKind();
    void rowsThatGiveNoEventAreShownWithTheReason();
    void theOrderOfDayAndMonthMustBeSaid();
    void anUnknownFileMustBeLeftOut();
    void anUnknownFileCanBeMappedAndIsKnownFromThenOn();
    void theCampaignIsTypedOrTakenFromTheName();
    void theSendTimeIsProposedAsAnEstimate();
    void aTypedSendTimeIsOfTheZone();
    void saysWhatIsMissingAndWhatItCosts();
    void whatWasSaidBeforeIsShown();
    void theZoneChoiceTakesOnlyZones();

    void aQuestionOpensTheDialogAndTheAnswerIsRemembered();
    void filesThatSayAllAreOpenedWithoutAsking();
    void aFileThatCannotBeReadAtAllIsANotice();
    void choicesAreRememberedWithWhatWasOpened();
    void oneDropOfAllKindsIsReadInOneGo();

private:
    AnalysisRequest request(const QStringList &names) const
    {
        AnalysisRequest request;
        for (const QString &name : names)
            request.files << m_folder.path(name);
        return request;
    }
    static ImportDialog *shownDialog(const QWidget &window) { return window.findChild<ImportDialog *>(); }

    TestFolder m_folder;
    QTemporaryDir m_settings;
};

void TestImportDialog::initTestCase()
{
    QApplication::setOrganizationName(u"Clicksieve"_s);
    QApplication::setApplicationName(u"clicksieve-importdialog-test"_s);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    qputenv("XDG_CONFIG_HOME", m_settings.path().toUtf8()); // of the user's own formats
    applyTheme(*qApp, ThemeChoice::Light);
    m_folder.write(u"zone.csv"_s, kVagueZone);
    m_folder.write(u"zone too.csv"_s, kVagueZone);
    m_folder.write(u"days.csv"_s, kVagueDays);
    m_folder.write(u"clear.csv"_s, kClear);
    m_folder.write(u"other.csv"_s, kOther);
}

void TestImportDialog::showsHowFilesWillBeRead()
{
    const Asked asked(request({u"zone.csv"_s, u"clear.csv"_s}));
    const QAbstractItemModelTester tester(asked.files());
    QCOMPARE(asked.files()->rowCount(), 2);
    QCOMPARE(asked.cell(0, ImportFilesModel::File), u"zone.csv"_s);
    QCOMPARE(asked.cell(0, ImportFilesModel::ReadAs), u"Omeda Clickbot Detail report"_s);
    QCOMPARE(asked.cell(0, ImportFilesModel::Sureness), u"sure"_s);
    QCOMPARE(asked.cell(0, ImportFilesModel::Rows), u"3, 1 not read"_s);
    QCOMPARE(asked.cell(0, ImportFilesModel::First), u"2026-03-10 04:00:40"_s); // by the clock of the zone
    QCOMPARE(asked.cell(0, ImportFilesModel::Last), u"2026-03-10 05:00:41"_s);
    QCOMPARE(asked.cell(0, ImportFilesModel::StateColumn), u"Which time zone?"_s);
    QCOMPARE(asked.cell(1, ImportFilesModel::Sureness), u"a guess"_s);
    QCOMPARE(asked.cell(1, ImportFilesModel::StateColumn), u"Ready"_s);
    QVERIFY(asked.canImport()); // a guessed zone is a warning only
    QCOMPARE(named<QTableView>(asked.dialog(), u"Files"_s)->currentIndex().row(), 0);
}

void TestImportDialog::theZoneMovesWhatIsShown()
{
    const Asked asked(request({u"zone.csv"_s}));
    const QModelIndex when = asked.preview()->index(0, PreviewModel::When);
    QCOMPARE(when.data().toString(), u"2026-03-10 04:00:40"_s);
    asked.chooseZone(u"Europe/Copenhagen"_s);
    // The clock shows the same; the moment is another.
    QCOMPARE(asked.preview()->index(0, PreviewModel::When).data().toString(), u"2026-03-10 04:00:40"_s);
    QCOMPARE(asked.cell(0, ImportFilesModel::StateColumn), u"Ready"_s);
    QCOMPARE(asked.dialog().request().choices.size(), std::size_t{1});
    QCOMPARE(asked.dialog().request().choices[0].timeZone, u"Europe/Copenhagen"_s);
    QCOMPARE(asked.dialog().zonesSaid().value(u"omeda-clickbot"_s), u"Europe/Copenhagen"_s);
}

void TestImportDialog::aZoneCountsForAllFilesOfOneKind()
{
    const Asked asked(request({u"zone.csv"_s, u"clear.csv"_s, u"zone too.csv"_s}));
    asked.chooseZone(u"Europe/Copenhagen"_s);
    QCOMPARE(asked.cell(2, ImportFilesModel::StateColumn), u"Ready"_s);
    QCOMPARE(asked.dialog().request().choices.size(), std::size_t{2});
    asked.select(2); // but one of them can be another's
    asked.chooseZone(u"America/Chicago"_s);
    QCOMPARE(asked.dialog().request().choices[0].timeZone, u"Europe/Copenhagen"_s);
    QCOMPARE(asked.dialog().request().choices[1].timeZone, u"America/Chicago"_s);
}

void TestImportDialog::rowsThatGiveNoEventAreShownWithTheReason()
{
    const Asked asked(request({u"zone.csv"_s}));
    const QAbstractItemModelTester tester(asked.preview());
    QCOMPARE(asked.preview()->rowCount(), 3);
    QVERIFY(asked.preview()->isRejected(2));
    QVERIFY(asked.preview()->index(2, PreviewModel::When).data().toString().contains(u"\"some day\""_s));
}

void TestImportDialog::theOrderOfDayAndMonthMustBeSaid()
{
    const Asked asked(request({u"days.csv"_s}));
    QCOMPARE(asked.cell(0, ImportFilesModel::StateColumn), u"Which date order?"_s);
    QVERIFY(!asked.canImport());
    auto *order = named<QComboBox>(asked.dialog(), u"Dates"_s);
    QVERIFY(order->isVisible());
    order->setCurrentIndex(order->findData(static_cast<int>(DayOrder::MonthFirst)));
    emit order->activated(order->currentIndex());
    asked.settle();
    QVERIFY(asked.canImport());
    QCOMPARE(asked.preview()->index(0, PreviewModel::When).data().toString(), u"2026-03-04 09:00:07"_s);
    QVERIFY(order->isVisible()); // to change one's mind
}

void TestImportDialog::anUnknownFileMustBeLeftOut()
{
    const Asked asked(request({u"clear.csv"_s, u"other.csv"_s}));
    QCOMPARE(asked.cell(1, ImportFilesModel::StateColumn), u"Not known"_s);
    QVERIFY(!asked.canImport());
    QCOMPARE(named<QTableView>(asked.dialog(), u"Files"_s)->currentIndex().row(), 1); // what needs an answer
    QVERIFY(button(asked.dialog(), u"Say what the columns mean…"_s)->isVisible());
    auto *leaveOut = qobject_cast<QCheckBox *>(button(asked.dialog(), u"Leave this file out"_s));
    leaveOut->click();
    asked.settle();
    QCOMPARE(asked.cell(1, ImportFilesModel::StateColumn), u"Left out"_s);
    QVERIFY(asked.canImport());
    asked.select(0);
    leaveOut->click();
    asked.settle();
    QVERIFY(!asked.canImport()); // nothing is left
}

void TestImportDialog::anUnknownFileCanBeMappedAndIsKnownFromThenOn()
{
    const QByteArray log = "Tidspunkt;Hændelse;Modtager;Klikket link\n"
                           "31.03.2026 09:00:31;Åbnet;anna@nordbank.example;\n"
                           "31.03.2026 09:00:40;Klikket;bert@nordbank.example;https://shop.example/a\n";
    m_folder.write(u"march.csv"_s, log);
    m_folder.write(u"april.csv"_s, log);
    {
        const Asked asked(request({u"march.csv"_s, u"april.csv"_s}));
        QCOMPARE(asked.cell(0, ImportFilesModel::StateColumn), u"Not known"_s);
        button(asked.dialog(), u"Say what the columns mean…"_s)->click();
        auto *page = asked.dialog().findChild<MappingPage *>();
        QVERIFY(page != nullptr && page->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(page->isUpToDate(), 30'000);
        button(*page, u"Save and use"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(asked.dialog().findChild<MappingPage *>() == nullptr, 30'000);
        asked.settle();
        QVERIFY(asked.cell(0, ImportFilesModel::StateColumn) != u"Not known"_s);
        QCOMPARE(asked.cell(1, ImportFilesModel::ReadAs), asked.cell(0, ImportFilesModel::ReadAs));
        QVERIFY(asked.canImport());
    }
    const Asked next(request({u"april.csv"_s}));
    QVERIFY(next.canImport());
    QCOMPARE(next.cell(0, ImportFilesModel::Rows), u"2"_s);
}

void TestImportDialog::theCampaignIsTypedOrTakenFromTheName()
{
    const Asked asked(request({u"days.csv"_s, u"clear.csv"_s}));
    auto *campaign = named<QLineEdit>(asked.dialog(), u"Campaign"_s);
    QVERIFY(campaign->isEnabled());
    button(asked.dialog(), u"Call it \"days\""_s)->click();
    asked.settle();
    QCOMPARE(campaign->text(), u"days"_s);
    QCOMPARE(asked.preview()->index(0, PreviewModel::Campaign).data().toString(), u"days"_s);
    campaign->setText(u"Spring"_s);
    emit campaign->editingFinished();
    asked.settle();
    QCOMPARE(asked.dialog().request().choices[0].campaign, u"Spring"_s);
    asked.select(1);
    QVERIFY(!campaign->isEnabled()); // the file says it
}

void TestImportDialog::theSendTimeIsProposedAsAnEstimate()
{
    const Asked asked(request({u"zone.csv"_s}));
    auto *sendTime = named<QDateTimeEdit>(asked.dialog(), u"Send time"_s);
    QCOMPARE(sendTime->dateTime().toString(Qt::ISODate), u"2026-03-10T04:00:40Z"_s); // digits of the zone
    QVERIFY(!sendTime->isEnabled());
    button(asked.dialog(), u"Sent at"_s)->click();
    asked.settle();
    const SourceChoice choice = asked.dialog().request().choices.at(0);
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(choice.sentAt, Qt::UTC).toString(Qt::ISODate),
             u"2026-03-10T09:00:40Z"_s); // Chicago is five hours behind
    QVERIFY(choice.sentAtIsEstimate);
}

void TestImportDialog::aTypedSendTimeIsOfTheZone()
{
    const Asked asked(request({u"zone.csv"_s}));
    button(asked.dialog(), u"Sent at"_s)->click();
    asked.settle();
    auto *sendTime = named<QDateTimeEdit>(asked.dialog(), u"Send time"_s);
    sendTime->setTime(QTime(3, 30));
    emit sendTime->editingFinished();
    asked.settle();
    const SourceChoice choice = asked.dialog().request().choices.at(0);
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(choice.sentAt, Qt::UTC).toString(Qt::ISODate),
             u"2026-03-10T08:30:00Z"_s);
    QVERIFY(!choice.sentAtIsEstimate);
}

void TestImportDialog::saysWhatIsMissingAndWhatItCosts()
{
    std::vector<SignalReport> reports(4);
    QCOMPARE(signalCosts(reports), u"All 4 signals can be used with these files."_s);
    reports[0].applicable = reports[2].applicable = reports[3].applicable = false;
    reports[0].reason = reports[2].reason = u"No addresses."_s;
    reports[3].reason = u"No seconds."_s;
    QCOMPARE(signalCosts(reports),
             u"2 of 4 signals are off: No addresses.\n1 of 4 signals is off: No seconds."_s);

    const Asked asked(request({u"clear.csv"_s}));
    const auto labels = asked.dialog().findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->text().contains(u"signals are off: This export has no IP addresses."_s);
    }));
}

void TestImportDialog::whatWasSaidBeforeIsShown()
{
    AnalysisRequest said = request({u"zone.csv"_s});
    SourceChoice choice;
    choice.path = said.files[0];
    choice.timeZone = u"UTC-06:00"_s;
    said.choices = {choice};
    const Asked asked(said);
    QCOMPARE(asked.dialog().findChild<ZoneChoice *>()->zone(), u"UTC-06:00"_s);
    QCOMPARE(asked.dialog().request().choices, said.choices);
}

void TestImportDialog::theZoneChoiceTakesOnlyZones()
{
    ZoneChoice zones;
    zones.setZone(u"Europe/Berlin"_s);
    const QSignalSpy chosen(&zones, &ZoneChoice::chosen);
    zones.setEditText(u"Atlantis"_s);
    emit zones.lineEdit()->editingFinished();
    QCOMPARE(chosen.count(), 0);
    QCOMPARE(zones.zone(), u"Europe/Berlin"_s);
    zones.setEditText(u"utc-06:00"_s);
    emit zones.lineEdit()->editingFinished();
    QCOMPARE(chosen.count(), 1);
    QVERIFY(TimeZone::named(zones.zone()).has_value());
}

void TestImportDialog::aQuestionOpensTheDialogAndTheAnswerIsRemembered()
{
    Session session;
    MainWindow window(session);
    window.show();
    QSignalSpy changed(&session, &Session::analysisChanged);
    window.opener().openFiles({m_folder.path(u"zone.csv"_s)});
    QTRY_VERIFY(shownDialog(window) != nullptr);
    ImportDialog *dialog = shownDialog(window);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog->isBusy(), 30'000);
    auto *zone = dialog->findChild<ZoneChoice *>();
    zone->setCurrentIndex(zone->findData(u"Europe/Copenhagen"_s));
    emit zone->activated(zone->currentIndex());
    QTRY_VERIFY(button(*dialog, u"Import"_s)->isEnabled() && !dialog->isBusy());
    button(*dialog, u"Import"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 30'000);
    QCOMPARE(session.analysis().table->sources()[0].timeZone, u"Europe/Copenhagen"_s);

    QTRY_VERIFY(shownDialog(window) == nullptr);
    window.opener().openFiles({m_folder.path(u"zone too.csv"_s)}); // another file of that service
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 2, 30'000);
    QVERIFY(shownDialog(window) == nullptr);
    QCOMPARE(session.analysis().table->sources()[0].timeZone, u"Europe/Copenhagen"_s);
}

void TestImportDialog::filesThatSayAllAreOpenedWithoutAsking()
{
    Session session;
    MainWindow window(session);
    QSignalSpy changed(&session, &Session::analysisChanged);
    window.opener().openFiles({m_folder.path(u"clear.csv"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 30'000);
    QVERIFY(shownDialog(window) == nullptr);
}

void TestImportDialog::aFileThatCannotBeReadAtAllIsANotice()
{
    Session session;
    MainWindow window(session);
    window.show();
    QByteArray picture("\x89PNG\r\n\x1a\n", 8);
    picture += QByteArray(600, '\0');
    window.opener().openFiles({m_folder.write(u"logo.png"_s, picture)});
    auto *notices = window.findChild<Notices *>();
    QTRY_VERIFY(notices->failure().contains(u"logo.png"_s));
    QTRY_VERIFY(shownDialog(window) == nullptr);
}

void TestImportDialog::choicesAreRememberedWithWhatWasOpened()
{
    {
        Session session;
        MainWindow window(session);
        QSignalSpy changed(&session, &Session::analysisChanged);
        AnalysisRequest said = request({u"days.csv"_s});
        SourceChoice choice;
        choice.path = said.files[0];
        choice.dayOrder = DayOrder::DayFirst;
        choice.campaign = u"Spring"_s;
        choice.sentAt = 1'773'133'200'000;
        choice.sentAtIsEstimate = true;
        said.choices = {choice};
        window.opener().open(said);
        QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 30'000);
    }
    const RecentOpenings recents;
    QCOMPARE(recents.entries().size(), std::size_t{1});
    const SourceChoices &kept = recents.entries()[0].choices;
    QCOMPARE(kept.size(), std::size_t{1});
    QCOMPARE(kept[0].dayOrder, DayOrder::DayFirst);
    QCOMPARE(kept[0].campaign, u"Spring"_s);
    QCOMPARE(kept[0].sentAt, TimeMs{1'773'133'200'000});
    QVERIFY(kept[0].sentAtIsEstimate);
}

/// A row of cells with text, as a spreadsheet program writes it.
std::string workbookRow(int number, const QList<QByteArray> &cells)
{
    std::string row = "<row r=\"" + std::to_string(number) + "\">";
    char column = 'A';
    for (const QByteArray &cell : cells)
        row += std::string("<c r=\"") + column++ + std::to_string(number) + "\" t=\"inlineStr\"><is><t>"
               + cell.toStdString() + "</t></is></c>";
    return row + "</row>";
}

void TestImportDialog::oneDropOfAllKindsIsReadInOneGo()
{
    m_folder.write(
        u"drop/mailchimp.zip"_s,
        archiveOf({{"granular_activity/opens/77_spring-offer.csv",
                    "Timestamp,IP,Email\n2026-03-10 09:00:33,198.51.100.7,anna@nordbank.example\n"},
                   {"granular_activity/clicks/77_spring-offer.csv",
                    "Timestamp,IP,Url,Email\n"
                    "2026-03-10 09:00:40,198.51.100.7,https://shop.example/offer,anna@nordbank.example\n"}}));
    ArchiveKind gzip;
    gzip.format = ARCHIVE_FORMAT_RAW;
    gzip.filter = ARCHIVE_FILTER_GZIP;
    m_folder.write(
        u"drop/apsis.csv.gz"_s,
        archiveOf(
            {{"apsis.csv", "activity_id,split_id,activity_name,split_activity_name,sender,subject,address,"
                           "variation,type,correlation_id,event_time,server_time,device,link_url\n"
                           "77,,Spring,,Shop,Offer,bert@mail.example,,OPENED,c1,0,1773133233000,desktop,\n"}},
            gzip));
    m_folder.write(
        u"drop/ses.json"_s,
        R"([{"Type":"Notification","MessageId":"n1","TopicArn":"arn:aws:sns:eu-west-1:123456789012:events",)"
        R"("Message":"{\"eventType\":\"Click\",\"click\":{\"ipAddress\":\"198.51.100.9\",)"
        R"(\"link\":\"https://shop.example/offer\",\"timestamp\":\"2026-03-10T09:00:40.000Z\",)"
        R"(\"userAgent\":\"Mozilla/5.0\"},\"mail\":{\"timestamp\":\"2026-03-10T09:00:00.000Z\",)"
        R"(\"source\":\"shop@shop.example\",\"messageId\":\"0102\",)"
        R"(\"destination\":[\"cleo@lumenfood.example\"]}}"}])");
    WorkbookFixture workbook;
    workbook.sheets = {{workbookRow(1, {"recipientId", "recipientName", "recipientEmailAddress",
                                        "recipientConstituentId", "recipientClassYear", "openedTimestamp",
                                        "hasClick", "hasConversion", "lastActionTime"})
                        + workbookRow(2, {"5", "Dora", "dora@nordbank.example", "9", "2010",
                                          "2026-03-10 04:00:33", "true", "false", "2026-03-10 04:00:40"})}};
    m_folder.write(u"drop/opens.xlsx"_s, QByteArray::fromStdString(workbook.bytes()));
    const QByteArray common =
        "ClientID,SendID,SubscriberKey,EmailAddress,SubscriberID,ListID,EventDate,EventType,";
    m_folder.write(u"drop/salesforce/Sent.csv"_s,
                   common
                       + "BatchID,TriggeredSendExternalKey\n"
                         "100,555,key-1,eva@mail.example,1,9,2026-03-10 03:00:01,Sent,7,\n");
    m_folder.write(
        u"drop/salesforce/Opens.csv"_s,
        common
            + "BatchID,TriggeredSendExternalKey,IsUnique,IpAddress,Country\n"
              "100,555,key-1,eva@mail.example,1,9,2026-03-10 03:05:09,Open,7,,True,192.0.2.1,DK\n");
    m_folder.write(u"drop/salesforce/Clicks.csv"_s,
                   common
                       + "SendURLID,URLID,URL,Alias,BatchID,TriggeredSendExternalKey\n"
                         "100,555,key-1,eva@mail.example,1,9,2026-03-10 03:05:19,Click,1,2,"
                         "https://shop.example/offer,Offer,7,\n");

    QMimeData data;
    QList<QUrl> urls;
    for (const QString &name :
         {u"mailchimp.zip"_s, u"apsis.csv.gz"_s, u"ses.json"_s, u"opens.xlsx"_s, u"salesforce"_s})
        urls << QUrl::fromLocalFile(m_folder.path(u"drop/"_s + name));
    data.setUrls(urls);
    Session session;
    MainWindow window(session);
    window.show();
    QSignalSpy changed(&session, &Session::analysisChanged);
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &drop);

    // Two of the services do not say their zone; the guesses are taken as they are.
    QTRY_VERIFY_WITH_TIMEOUT(shownDialog(window) != nullptr, 30'000);
    ImportDialog *dialog = shownDialog(window);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog->isBusy(), 30'000);
    const auto *files = dialog->findChild<ImportFilesModel *>();
    QCOMPARE(files->rowCount(), 8);
    QStringList formats;
    for (const ImportEntry &entry : files->entries())
        formats << entry.file.info.formatId;
    QCOMPARE(formats, QStringList({u"mailchimp-export"_s, u"mailchimp-export"_s, u"apsis-one-events"_s,
                                   u"amazon-ses"_s, u"imodules-opens"_s, u"sfmc-tracking-extract"_s,
                                   u"sfmc-tracking-extract"_s, u"sfmc-tracking-extract"_s}));
    button(*dialog, u"Import"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 30'000);
    const EventTable &table = *session.analysis().table;
    QCOMPARE(table.sources().size(), std::size_t{8});
    QCOMPARE(table.size(), std::size_t{8});
    for (const SourceInfo &source : table.sources())
        QCOMPARE(source.rejectedRows, std::uint64_t{0});
}

} // namespace

QTEST_MAIN(TestImportDialog)
#include "tst_importdialog.moc"

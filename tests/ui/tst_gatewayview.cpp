// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "burstfixture.h"
#include "core/gateways/mailservercache.h"
#include "support/fakeresolver.h"
#include "support/testfolder.h"
#include "ui/domains/domainbars.h"
#include "ui/domains/domainmodel.h"
#include "ui/domains/domainspage.h"
#include "ui/domains/mailserverbar.h"
#include "ui/session/session.h"
#include "ui/tables/tableview.h"
#include "ui/theme/segmentedchoice.h"

#include <QApplication>
#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>
#include <QTest>
#include <QTimer>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

/// The Domains page with an analysis in it.
class Shown {
public:
    Shown()
    {
        session.setAnalysis(fixture.analysis());
        page.resize(1'100, 700);
        page.show();
    }

    [[nodiscard]] bool showsGateways()
    {
        page.findChild<SegmentedChoice *>()->choose(1);
        return QTest::qWaitFor([this] { return page.isUpToDate(); });
    }
    [[nodiscard]] bool read(const QString &path)
    {
        page.findChild<MailServerBar *>()->readTable(path);
        return QTest::qWaitFor([this] {
            return page.findChild<MailServerBar *>()->findChildren<QPushButton *>().front()->isEnabled()
                   && page.isUpToDate();
        });
    }
    [[nodiscard]] QStringList column(int column)
    {
        QStringList cells;
        for (int row = 0; row < table().model()->rowCount(); ++row)
            cells << table().model()->index(row, column).data().toString();
        return cells;
    }
    /// A resolver that keeps its questions; the bar owns it.
    FakeResolver &fake()
    {
        auto resolver = std::make_unique<FakeResolver>();
        FakeResolver &kept = *resolver;
        kept.servers["nordbank.dk"] = {{"mx0a.pphosted.com", 10}};
        kept.servers["mail1.example"] = {{"eu.mimecast.com", 10}};
        page.findChild<MailServerBar *>()->setResolver(std::move(resolver));
        return kept;
    }
    [[nodiscard]] QPushButton *button(const QString &text)
    {
        for (auto *button : page.findChild<MailServerBar *>()->findChildren<QPushButton *>()) {
            if (button->text().remove(u'&') == text)
                return button;
        }
        return nullptr;
    }
    [[nodiscard]] TableView &table() { return *page.findChild<TableView *>(); }
    [[nodiscard]] bool says(const QString &text)
    {
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }

    BurstFixture fixture;
    Session session;
    DomainsPage page{session};
};

class TestGatewayView : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void withoutMailServersAllIsUnknown()
    {
        Shown shown;
        QTRY_VERIFY(shown.page.isUpToDate());
        QVERIFY(shown.table().isColumnHidden(DomainModel::Gateway));
        QVERIFY(!shown.page.findChild<MailServerBar *>()->isVisible());
        QVERIFY(shown.showsGateways());
        QCOMPARE(shown.column(DomainModel::Domain), QStringList{u"Unknown"_s});
        QCOMPARE(shown.column(DomainModel::Domains), QStringList{u"34"_s});
        QVERIFY(shown.says(u"not known yet who takes the mail in"_s));
        QVERIFY(shown.says(u"read a table of domains and mail servers"_s));
    }

    void aTableOfMailServersMakesGateways()
    {
        Shown shown;
        QVERIFY(shown.showsGateways());
        QVERIFY(shown.read(m_folder.write(u"mx.csv"_s, kServers)));
        QCOMPARE(shown.column(DomainModel::Domain),
                 QStringList({u"Proofpoint"_s, u"Gmail"_s, u"Other mail servers"_s, u"Unknown"_s}));
        QCOMPARE(shown.column(DomainModel::Domains), QStringList({u"1"_s, u"2"_s, u"1"_s, u"30"_s}));
        QCOMPARE(shown.column(DomainModel::MachineClicks), QStringList({u"240"_s, u"0"_s, u"0"_s, u"120"_s}));
        QVERIFY(shown.says(u"Proofpoint: 100 % of the clicks by machines."_s));
        QVERIFY(shown.says(u"The mail servers of 4 of 34 domains are known."_s));
        QCOMPARE(shown.page.findChild<DomainBars *>()->rows().front().name, u"Proofpoint"_s);

        auto *forget = shown.page.findChild<MailServerBar *>()->findChildren<QPushButton *>().back();
        QTest::mouseClick(forget, Qt::LeftButton);
        QTRY_VERIFY(shown.page.isUpToDate());
        QTRY_COMPARE(shown.column(DomainModel::Domain), QStringList{u"Unknown"_s});
        QVERIFY(!forget->isEnabled());
    }

    void aGatewayShowsItsDomains()
    {
        Shown shown;
        QVERIFY(shown.showsGateways());
        QVERIFY(shown.read(m_folder.write(u"mx.csv"_s, kServers)));
        QMenu menu;
        emit shown.table().contextMenuWanted(&menu, shown.table().model()->index(1, DomainModel::Clicks));
        QCOMPARE(menu.actions().size(), 1);
        menu.actions().front()->trigger();
        QTRY_VERIFY(shown.page.isUpToDate());
        QCOMPARE(shown.column(DomainModel::Gateway), QStringList({u"Gmail"_s, u"Gmail"_s}));
        QVERIFY(!shown.table().isColumnHidden(DomainModel::Gateway));
        QVERIFY(shown.table().isColumnHidden(DomainModel::Domains));
        shown.page.findChild<QLineEdit *>()->clear();
        QCOMPARE(shown.table().model()->rowCount(), 34);

        QMenu ofUnknown;
        QVERIFY(shown.showsGateways());
        emit shown.table().contextMenuWanted(&ofUnknown,
                                             shown.table().model()->index(3, DomainModel::Clicks));
        QVERIFY(ofUnknown.actions().isEmpty());
    }

    void badTablesAreSaidPlainly()
    {
        Shown shown;
        QVERIFY(shown.showsGateways());
        QVERIFY(shown.read(m_folder.write(u"<b>x.csv"_s, "Anna,33\n")));
        QVERIFY(shown.says(u"<b>x.csv has no row with a domain and its mail server"_s));
        QVERIFY(shown.read(m_folder.write(u"half.csv"_s, kServers + "<b>,mx.b.example\n")));
        QVERIFY(shown.says(u"half.csv: 1 of 5 rows could not be used."_s));
        QVERIFY(shown.read(m_folder.write(u"mx.csv"_s, kServers)));
        QVERIFY(!shown.says(u"could not be used"_s));
        for (const QLabel *label : shown.page.findChild<MailServerBar *>()->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    void nothingIsAskedWithoutTheUsersWord()
    {
        Shown shown;
        FakeResolver &fake = shown.fake();
        QVERIFY(shown.showsGateways());
        QString text;
        QTimer::singleShot(0, &shown.page, [&] {
            auto *question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            text = question->text() + question->informativeText();
            question->reject();
        });
        QTest::mouseClick(shown.button(u"Look up…"_s), Qt::LeftButton);
        QVERIFY2(text.contains(u"of 32 domains?"_s), qPrintable(text)); // two are no names that the net knows
        QVERIFY(text.contains(u"go to the name server that this computer uses"_s));
        QCOMPARE(fake.questions, std::size_t{0});

        QTimer::singleShot(0, &shown.page, [&] {
            auto *question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            QTest::mouseClick(question->defaultButton(), Qt::LeftButton);
        });
        QTest::mouseClick(shown.button(u"Look up…"_s), Qt::LeftButton);
        QCOMPARE(fake.questions, MailServerLookup::kAtOnce);
    }

    void aLookUpFillsTheTable()
    {
        Shown shown;
        FakeResolver &fake = shown.fake();
        fake.silences["mail2.example"] = 99;
        QVERIFY(shown.showsGateways());
        shown.page.findChild<MailServerBar *>()->lookUp();
        QVERIFY(shown.page.findChild<QProgressBar *>()->isVisible());
        QVERIFY(!shown.button(u"Read a table…"_s)->isEnabled());
        QVERIFY(shown.says(u"Looked up 0 of 32 domains"_s));
        fake.answerAll();
        QTRY_VERIFY(
            shown.says(u"Found the mail servers of 2 domains. 29 take no mail, or are not there. For 1 "
                       "there was no answer: try again later."_s));
        QTRY_VERIFY(shown.page.isUpToDate());
        QCOMPARE(shown.column(DomainModel::Domain),
                 QStringList({u"Proofpoint"_s, u"Mimecast"_s, u"No mail server"_s, u"Unknown"_s}));
        QVERIFY(!shown.page.findChild<QProgressBar *>()->isVisible());
        QVERIFY(shown.says(u"The mail servers of 31 of 34 domains are known. Read or looked up on "_s));

        shown.page.findChild<MailServerBar *>()->lookUp(); // only what is not known
        QCOMPARE(fake.open(), std::size_t{1});
    }

    void aStoppedLookUpKeepsWhatItFound()
    {
        Shown shown;
        FakeResolver &fake = shown.fake();
        QVERIFY(shown.showsGateways());
        shown.page.findChild<MailServerBar *>()->lookUp();
        fake.answerFirst();
        fake.answerFirst();
        QTest::mouseClick(shown.button(u"Stop"_s), Qt::LeftButton);
        QTRY_VERIFY(shown.says(u"Stopped. Found the mail servers of "_s));
        QCOMPARE(shown.session.mailServers()->size(), std::size_t{2});
        QVERIFY(shown.button(u"Look up…"_s) != nullptr);
    }

    void whatIsOldIsAskedAgain()
    {
        Shown shown;
        FakeResolver &fake = shown.fake();
        QVERIFY(shown.showsGateways());
        MailServers known;
        for (int i = 0; i < 30; ++i)
            known.setNone("mail" + std::to_string(i) + ".example");
        known.setLearned(QDateTime::currentMSecsSinceEpoch());
        known.setLearned("mail7.example", 1'700'000'000'000);
        shown.session.setMailServers(std::make_shared<MailServers>(known));
        shown.page.findChild<MailServerBar *>()->lookUp();
        QCOMPARE(fake.open(), std::size_t{3}); // nordbank.dk, unsent.example, mail7.example
    }

    void whatWasLearnedIsKept()
    {
        const QString path = m_folder.path(u"kept/mail-servers.sqlite"_s);
        {
            Shown shown;
            shown.session.keepMailServersIn(path);
            QVERIFY(shown.showsGateways());
            QVERIFY(shown.read(m_folder.write(u"mx.csv"_s, kServers)));
            const MailServerCache cache(path); // while it is being written it cannot be read
            QTRY_VERIFY(cache.load().ok() && cache.load().value().size() == 4);
        }
        Shown again;
        again.session.keepMailServersIn(path);
        QVERIFY(again.showsGateways());
        QCOMPARE(again.column(DomainModel::Domain).front(), u"Proofpoint"_s);
    }

    void mailServersStayWhenOtherFilesAreOpened()
    {
        Shown shown;
        QVERIFY(shown.showsGateways());
        QVERIFY(shown.read(m_folder.write(u"mx.csv"_s, kServers)));
        const BurstFixture other(3, 20);
        shown.session.setAnalysis(other.analysis());
        QTRY_VERIFY(shown.page.isUpToDate());
        QCOMPARE(shown.column(DomainModel::Domain).front(), u"Proofpoint"_s);
    }

private:
    inline static const QByteArray kServers =
        "nordbank.dk,mx0a-1.pphosted.com\nmail3.example,mail.own.example\n"
        "mail1.example,gmail-smtp-in.l.google.com\n"
        "mail2.example,gmail-smtp-in.l.google.com\n";
    TestFolder m_folder;
};

QTEST_MAIN(TestGatewayView)
#include "tst_gatewayview.moc"

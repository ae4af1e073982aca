// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspacefile.h"
#include "support/testfolder.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

const QString kPart = u"part's \"name\""_s;

std::string content(int number)
{
    std::string text;
    for (int i = 0; i < 5'000; ++i)
        text += std::to_string(i * number) + ',';
    return text;
}

QString unpacked(const std::optional<Piece> &piece)
{
    if (!piece)
        return u"missing"_s;
    std::string text(piece->size, '\0');
    return piece->unpackInto(text) ? QString::fromStdString(text) : u"damaged"_s;
}

class TestWorkspaceFile : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<TestFolder>(); }
    void whatIsWrittenIsReadAgain();
    void nothingIsThereBeforeItIsWhole();
    void whatAKilledSaveLeftIsTakenAway();
    void changesAreOneStep();
    void onlyTheOwnerCanReadIt();
    void whatIsTakenOutIsNotInTheFileAnyMore();
    void aNewerFileIsRefused();
    void whatIsNoWorkspaceIsRefused_data();
    void whatIsNoWorkspaceIsRefused();
    void damageIsNoticed();
    void whatCannotBeWrittenIsSaid();

private:
    /// A workspace with three pieces.
    [[nodiscard]] QString made() const
    {
        const QString path = m_folder->path(u"w.clicksieve"_s);
        auto file = WorkspaceFile::create(path).value().release();
        for (int number = 0; number < 3; ++number)
            [[maybe_unused]] const auto problem = file->write(kPart, number, Piece::of(content(number)));
        const auto problem = file->commit();
        delete file;
        return problem ? problem->message : path;
    }

    static std::unique_ptr<WorkspaceFile> opened(const QString &path, WorkspaceFile::Access access)
    {
        auto file = WorkspaceFile::open(path, access);
        return file ? std::move(file.value()) : nullptr;
    }

    std::unique_ptr<TestFolder> m_folder;
};

void TestWorkspaceFile::whatIsWrittenIsReadAgain()
{
    const QString path = made();
    QVERIFY(WorkspaceFile::isOne(path));
    const auto file = opened(path, WorkspaceFile::Access::Read);
    QVERIFY(file != nullptr);
    QCOMPARE(file->pieces(kPart), 3);
    for (int number = 0; number < 3; ++number)
        QCOMPARE(unpacked(file->read(kPart, number)), QString::fromStdString(content(number)));
    QCOMPARE(file->pieces(u"other"_s), 0);
    QVERIFY(!file->read(kPart, 3));
}

void TestWorkspaceFile::nothingIsThereBeforeItIsWhole()
{
    const QString path = m_folder->write(u"w.clicksieve"_s, "as it was");
    {
        auto file = WorkspaceFile::create(path);
        QVERIFY(file.ok());
        QVERIFY(!file.value()->write(kPart, 0, Piece::of("new")));
        QCOMPARE(readAll(path), QByteArray("as it was"));
    }
    QCOMPARE(readAll(path), QByteArray("as it was"));
    QCOMPARE(QDir(m_folder->root()).entryList(QDir::Files | QDir::Hidden), QStringList{u"w.clicksieve"_s});
}

void TestWorkspaceFile::whatAKilledSaveLeftIsTakenAway()
{
    const QString old = m_folder->write(u"w.clicksieve.abcdef.part"_s, "left");
    const QString young = m_folder->write(u"w.clicksieve.ghijkl.part"_s, "being written");
    const QString others = m_folder->write(u"x.clicksieve.abcdef.part"_s, "of another");
    for (const QString &path : {old, others}) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(
            file.setFileTime(QDateTime::currentDateTime().addDays(-1), QFileDevice::FileModificationTime));
    }
    QVERIFY(WorkspaceFile::isOne(made()));
    QVERIFY(!QFile::exists(old));
    QVERIFY(QFile::exists(young));
    QVERIFY(QFile::exists(others));
}

void TestWorkspaceFile::changesAreOneStep()
{
    const QString path = made();
    {
        const auto file = opened(path, WorkspaceFile::Access::Write);
        QVERIFY(!file->write(kPart, 0, Piece::of("gone")));
        QVERIFY(!file->remove(kPart));
    }
    {
        const auto file = opened(path, WorkspaceFile::Access::Write);
        QCOMPARE(file->pieces(kPart), 3);
        QCOMPARE(unpacked(file->read(kPart, 0)), QString::fromStdString(content(0)));
        QVERIFY(!file->write(kPart, 0, Piece::of("kept")));
        QVERIFY(!file->commit());
    }
    QCOMPARE(unpacked(opened(path, WorkspaceFile::Access::Read)->read(kPart, 0)), u"kept"_s);
}

void TestWorkspaceFile::onlyTheOwnerCanReadIt()
{
    const QString path = made();
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(path) & others));
    const auto file = opened(path, WorkspaceFile::Access::Write);
    QVERIFY(!file->write(kPart, 7, Piece::of(content(7))));
    const QFileInfoList beside = QDir(m_folder->root()).entryInfoList(QDir::Files | QDir::Hidden);
    for (const QFileInfo &info : beside)
        QVERIFY2(!(info.permissions() & others), qPrintable(info.fileName()));
}

void TestWorkspaceFile::whatIsTakenOutIsNotInTheFileAnyMore()
{
    const QString path = made();
    const QByteArray before = readAll(path);
    const QByteArray packed = Piece::of(content(2)).packed.left(600);
    QVERIFY(before.contains(packed));
    const auto file = opened(path, WorkspaceFile::Access::Write);
    QVERIFY(!file->remove(kPart));
    QVERIFY(!file->commit());
    QVERIFY(!readAll(path).contains(packed));
}

void TestWorkspaceFile::aNewerFileIsRefused()
{
    const QString path = made();
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(u"PRAGMA user_version=2"_s));
    }
    QSqlDatabase::removeDatabase(u"test"_s);
    for (const auto access : {WorkspaceFile::Access::Read, WorkspaceFile::Access::Write}) {
        const auto file = WorkspaceFile::open(path, access);
        QVERIFY(!file.ok());
        QVERIFY2(file.error().message.contains(u"newer Clicksieve"_s), qPrintable(file.error().message));
        QVERIFY2(file.error().message.contains(u"version 2"_s), qPrintable(file.error().message));
    }
}

void TestWorkspaceFile::whatIsNoWorkspaceIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");

    const QByteArray whole = readAll(made());
    QTest::newRow("empty") << QByteArray() << u"empty or cut off"_s;
    QTest::newRow("beginning only") << whole.left(60) << u"empty or cut off"_s;
    QTest::newRow("table") << QByteArray("time,event\n").repeated(20) << u"no workspace"_s;
    QTest::newRow("other database") << whole.left(68) + "none" + whole.mid(72) << u"no workspace"_s;
    QTest::newRow("version zero") << whole.left(60) + QByteArray(4, '\0') + whole.mid(64) << u"damaged"_s;
    QTest::newRow("first page cut") << whole.left(1'000) << u"damaged"_s;
}

void TestWorkspaceFile::whatIsNoWorkspaceIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const QString path = m_folder->write(u"x.clicksieve"_s, bytes);
    QVERIFY(WorkspaceFile::isOne(path));
    const auto file = WorkspaceFile::open(path, WorkspaceFile::Access::Read);
    if (file.ok()) { // nothing can be read of it, which the reader of its parts says
        QCOMPARE(file.value()->pieces(kPart), 0);
        return;
    }
    QVERIFY2(file.error().message.contains(says), qPrintable(file.error().message));
    QCOMPARE(readAll(path), bytes);
}

/// Whatever bit is wrong: what is read is right, or it is known to be damaged.
void TestWorkspaceFile::damageIsNoticed()
{
    const QByteArray whole = readAll(made());
    QRandomGenerator random(20261128);
    int noticed = 0;
    for (int round = 0; round < 300; ++round) {
        QByteArray bytes = whole;
        char &byte = bytes[random.bounded(static_cast<int>(bytes.size()))];
        byte = static_cast<char>(byte ^ (1 << random.bounded(8)));
        const QString path = m_folder->write(u"flipped.clicksieve"_s, bytes);
        const auto file = opened(path, WorkspaceFile::Access::Read);
        if (file == nullptr) {
            ++noticed;
            continue;
        }
        for (int number = 0; number < 3; ++number) {
            const QString text = unpacked(file->read(kPart, number));
            const bool isRight = text == QString::fromStdString(content(number));
            QVERIFY2(isRight || text == u"missing"_s || text == u"damaged"_s, qPrintable(text.left(80)));
            noticed += isRight ? 0 : 1;
        }
    }
    QVERIFY(noticed > 0);
}

void TestWorkspaceFile::whatCannotBeWrittenIsSaid()
{
    const auto file = WorkspaceFile::create(m_folder->path(u"nowhere/w.clicksieve"_s));
    QVERIFY(!file.ok());
    QCOMPARE(file.error().kind, Error::Kind::Unwritable);
    QVERIFY(file.error().message.contains(u"w.clicksieve"_s));
    QVERIFY(!WorkspaceFile::create(m_folder->root()).ok());
    QVERIFY(!WorkspaceFile::create(u"/dev/null"_s).ok());
    QVERIFY(!WorkspaceFile::open(m_folder->path(u"none.clicksieve"_s), WorkspaceFile::Access::Read).ok());
}

} // namespace

QTEST_GUILESS_MAIN(TestWorkspaceFile)
#include "tst_workspacefile.moc"

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspacefile.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryFile>
#include <QVariant>

#include <array>
#include <atomic>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace clicksieve {

namespace {

constexpr qint64 kHeaderSize = 100; ///< of an SQLite database; its numbers are big-endian
constexpr qsizetype kVersionPlace = 60;
constexpr qsizetype kApplicationPlace = 68;
constexpr quint32 kApplicationId = 0x436C'7356;   ///< "ClsV"
const QString kPartEnd = QStringLiteral(".part"); ///< of the name of a file that is not whole yet
const QByteArray kMagic("SQLite format 3\0", 16);

/// What brings a file from the version of its place up to the next one. Those behind us never change any more.
const std::array kSteps = {
    QStringLiteral("CREATE TABLE part (name TEXT NOT NULL, number INTEGER NOT NULL, size INTEGER NOT NULL,"
                   " checksum INTEGER NOT NULL, packed BLOB NOT NULL, PRIMARY KEY (name, number))"),
};
static_assert(kSteps.size() == WorkspaceFile::kVersion);

/// How the beginning of a file looks.
struct Header {
    bool isDatabase = false;
    bool isOurs = false;
    int version = 0;
};

quint32 numberAt(const QByteArray &bytes, qsizetype place)
{
    quint32 number = 0;
    for (qsizetype i = place; i < place + 4; ++i)
        number = number << 8U | static_cast<quint8>(bytes[i]);
    return number;
}

Header headerOf(const QString &path)
{
    QFile file(path);
    Header header;
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return header;
    const QByteArray bytes = file.read(kHeaderSize);
    header.isDatabase = bytes.size() == kHeaderSize && bytes.startsWith(kMagic);
    header.isOurs = header.isDatabase && numberAt(bytes, kApplicationPlace) == kApplicationId;
    header.version = header.isOurs ? static_cast<int>(numberAt(bytes, kVersionPlace)) : 0;
    return header;
}

Error problem(Error::Kind kind, const QString &path, const QString &what)
{
    return {kind, QStringLiteral("%1: %2").arg(QDir::toNativeSeparators(path), what)};
}

Error damaged(const QString &path)
{
    return problem(
        Error::Kind::Unreadable, path,
        QStringLiteral("this workspace is damaged and cannot be opened. If you have a copy of it, open "
                       "that; or open the exports again that it was made of."));
}

/// nullopt where the file can be tried.
std::optional<Error> whyNot(const QString &path, const Header &header)
{
    if (!QFileInfo::exists(path))
        return problem(Error::Kind::Unreadable, path,
                       QStringLiteral("there is no such file. Check the name, or choose the file again."));
    if (QFile file(path); !file.open(QIODevice::ReadOnly))
        return problem(Error::Kind::Unreadable, path,
                       QStringLiteral("it cannot be opened (%1).").arg(file.errorString()));
    if (QFileInfo(path).size() < kHeaderSize)
        return problem(
            Error::Kind::Unreadable, path,
            QStringLiteral("this workspace is empty or cut off: it cannot be opened. If you have a copy of "
                           "it, open that."));
    if (!header.isOurs)
        return problem(Error::Kind::Unrecognised, path,
                       QStringLiteral("this is no workspace of Clicksieve, or its beginning is damaged."));
    if (header.version > WorkspaceFile::kVersion)
        return problem(
            Error::Kind::Unrecognised, path,
            QStringLiteral("a newer Clicksieve saved this workspace (version %1 of the file, this program "
                           "reads up to %2). Open it with the newer program.")
                .arg(header.version)
                .arg(WorkspaceFile::kVersion));
    return header.version < 1 ? std::optional(damaged(path)) : std::nullopt;
}

/// What a save that was killed has left behind holds addresses of people. Younger files may still be written.
void removeLeftovers(const QString &path)
{
    constexpr qint64 kSeconds = 3'600;
    const QString begin = QFileInfo(path).fileName() + QLatin1Char('.');
    const QFileInfoList files = QFileInfo(path).absoluteDir().entryInfoList(QDir::Files | QDir::Hidden);
    for (const QFileInfo &file : files) {
        if (file.fileName().startsWith(begin) && file.fileName().endsWith(kPartEnd)
            && file.lastModified().secsTo(QDateTime::currentDateTime()) > kSeconds)
            QFile::remove(file.filePath());
    }
}

/// Without it, a power cut may undo the renaming.
void syncFolderOf([[maybe_unused]] const QString &path)
{
#ifdef Q_OS_UNIX
    const int folder = ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
#endif
}

bool syncFile([[maybe_unused]] const QString &path)
{
#ifdef Q_OS_UNIX
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && ::fsync(file.handle()) == 0;
#else
    return true;
#endif
}

bool replaceBy(const QString &written, const QString &path)
{
#ifdef Q_OS_UNIX
    return ::rename(QFile::encodeName(written).constData(), QFile::encodeName(path).constData()) == 0;
#else
    return (!QFile::exists(path) || QFile::remove(path)) && QFile::rename(written, path);
#endif
}

} // namespace

Result<std::unique_ptr<WorkspaceFile>> WorkspaceFile::create(const QString &path)
{
    // Through a link, so that the link stays and the file behind it is replaced.
    const QString target = QFileInfo(path).isSymLink() ? QFileInfo(path).symLinkTarget() : path;
    std::unique_ptr<WorkspaceFile> file(new WorkspaceFile(target));
    if (const QFileInfo there(target); there.exists() && !there.isFile())
        return file->unwritable(QStringLiteral("this is a device or a folder"));
    removeLeftovers(target);
    QTemporaryFile place(target + QStringLiteral(".XXXXXX")
                         + kPartEnd); // 0600, and so are SQLite's files beside it
    if (!place.open())
        return file->unwritable(place.errorString());
    place.setAutoRemove(false);
    file->m_written = place.fileName();
    place.close();
    // Nobody sees the file before it is whole, so that nothing needs to be undone.
    if (!file->connect(file->m_written, true) || !file->run(QStringLiteral("PRAGMA page_size=16384"))
        || !file->run(QStringLiteral("PRAGMA journal_mode=OFF"))
        || !file->run(QStringLiteral("PRAGMA synchronous=OFF"))
        || !file->run(QStringLiteral("PRAGMA application_id=%1").arg(kApplicationId))
        || !file->run(QStringLiteral("BEGIN IMMEDIATE")))
        return file->unwritable(file->m_why);
    file->m_isChanging = true;
    if (auto failure = file->bringUpToDate(0))
        return *failure;
    return Result<std::unique_ptr<WorkspaceFile>>(std::move(file));
}

Result<std::unique_ptr<WorkspaceFile>> WorkspaceFile::open(const QString &path, Access access)
{
    const Header header = headerOf(path);
    if (auto failure = whyNot(path, header))
        return *failure;
    std::unique_ptr<WorkspaceFile> file(new WorkspaceFile(path));
    // Also to read it: what a crash left half done is taken back first, which needs to write.
    const bool canWrite = QFileInfo(path).isWritable();
    if (access == Access::Write && !canWrite)
        return file->unwritable(QStringLiteral("it is write-protected"));
    if (!file->connect(path, canWrite))
        return damaged(path);
    const bool isOld = header.version < kVersion;
    if (access == Access::Write || (isOld && canWrite)) {
        if (!file->run(QStringLiteral("PRAGMA synchronous=FULL"))
            || !file->run(QStringLiteral("PRAGMA journal_mode=DELETE"))
            || !file->run(QStringLiteral("BEGIN IMMEDIATE")))
            return file->unwritable(file->m_why);
        file->m_isChanging = true;
        if (auto failure = file->bringUpToDate(header.version))
            return *failure;
    }
    return Result<std::unique_ptr<WorkspaceFile>>(std::move(file));
}

bool WorkspaceFile::isOne(const QString &path)
{
    return headerOf(path).isOurs
           || (QFileInfo(path).isFile()
               && QFileInfo(path).suffix().compare(QLatin1String(kSuffix), Qt::CaseInsensitive) == 0);
}

WorkspaceFile::~WorkspaceFile()
{
    if (m_isChanging)
        static_cast<void>(run(QStringLiteral("ROLLBACK")));
    disconnect();
    if (!m_written.isEmpty())
        QFile::remove(m_written);
}

bool WorkspaceFile::connect(const QString &file, bool forWriting)
{
    static std::atomic<unsigned> count = 0;
    m_connection = QStringLiteral("clicksieve-workspace-%1").arg(count++);
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    database.setDatabaseName(file);
    if (!forWriting)
        database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
    if (!database.open()) {
        m_why = database.lastError().databaseText();
        return false;
    }
    // The file may come from anybody: its schema may call no functions, and its pages are checked before they are used.
    return run(QStringLiteral("PRAGMA trusted_schema=OFF"))
           && run(QStringLiteral("PRAGMA cell_size_check=ON")) && run(QStringLiteral("PRAGMA mmap_size=0"))
           && run(QStringLiteral("PRAGMA secure_delete=ON"));
}

void WorkspaceFile::disconnect()
{
    if (m_connection.isEmpty())
        return;
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
    m_connection.clear();
}

bool WorkspaceFile::run(const QString &statement)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    if (query.exec(statement))
        return true;
    m_why = query.lastError().databaseText();
    return false;
}

std::optional<Error> WorkspaceFile::bringUpToDate(int from)
{
    for (int version = from; version < kVersion; ++version) {
        if (!run(kSteps[static_cast<std::size_t>(version)])
            || !run(QStringLiteral("PRAGMA user_version=%1").arg(version + 1)))
            return unwritable(m_why);
    }
    return std::nullopt;
}

int WorkspaceFile::pieces(const QString &part)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.prepare(QStringLiteral("SELECT count(*) FROM part WHERE name = ?"));
    query.addBindValue(part);
    return query.exec() && query.next() ? query.value(0).toInt() : 0;
}

std::optional<Piece> WorkspaceFile::read(const QString &part, int number)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    query.prepare(QStringLiteral("SELECT size, checksum, packed FROM part WHERE name = ? AND number = ?"));
    query.addBindValue(part);
    query.addBindValue(number);
    if (!query.exec() || !query.next())
        return std::nullopt;
    Piece piece;
    piece.size = query.value(0).toULongLong();
    piece.checksum = static_cast<std::uint64_t>(query.value(1).toLongLong());
    piece.packed = query.value(2).toByteArray();
    return piece.size <= Piece::kLargest ? std::optional(std::move(piece)) : std::nullopt;
}

std::optional<Error> WorkspaceFile::write(const QString &part, int number, const Piece &piece)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.prepare(QStringLiteral(
        "INSERT OR REPLACE INTO part (name, number, size, checksum, packed) VALUES (?, ?, ?, ?, ?)"));
    query.addBindValue(part);
    query.addBindValue(number);
    query.addBindValue(static_cast<qlonglong>(piece.size));
    query.addBindValue(static_cast<qlonglong>(piece.checksum)); // SQLite has signed numbers only
    query.addBindValue(piece.packed);
    return query.exec() ? std::nullopt : std::optional(unwritable(query.lastError().databaseText()));
}

std::optional<Error> WorkspaceFile::remove(const QString &part)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.prepare(QStringLiteral("DELETE FROM part WHERE name = ?"));
    query.addBindValue(part);
    return query.exec() ? std::nullopt : std::optional(unwritable(query.lastError().databaseText()));
}

std::optional<Error> WorkspaceFile::commit()
{
    if (!run(QStringLiteral("COMMIT")))
        return unwritable(m_why);
    m_isChanging = false;
    disconnect();
    if (m_written.isEmpty())
        return std::nullopt;
    if (!syncFile(m_written) || !replaceBy(m_written, m_path))
        return unwritable(qt_error_string());
    m_written.clear();
    syncFolderOf(m_path);
    return std::nullopt;
}

Error WorkspaceFile::unwritable(const QString &why) const
{
    return {Error::Kind::Unwritable,
            QStringLiteral(
                "%1 cannot be written (%2). Nothing was changed there. Choose another place, or make room.")
                .arg(QDir::toNativeSeparators(m_path), why)};
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateways/mailservercache.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

namespace clicksieve {

namespace {

/// One connection, gone with its scope.
class Connection {
public:
    explicit Connection(const QString &path) : m_name(QUuid::createUuid().toString())
    {
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        m_database.setDatabaseName(path);
        m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000"));
        m_isOpen = m_database.open();
    }
    ~Connection()
    {
        m_database.close();
        m_database = {};
        QSqlDatabase::removeDatabase(m_name);
    }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] QSqlDatabase &database() { return m_database; }
    [[nodiscard]] bool run(const QString &statement) { return QSqlQuery(m_database).exec(statement); }

private:
    QString m_name;
    QSqlDatabase m_database;
    bool m_isOpen = false;
};

bool makeTables(Connection &connection)
{
    return connection.run(QStringLiteral("CREATE TABLE IF NOT EXISTS domain ("
                                         "name TEXT PRIMARY KEY, learned INTEGER NOT NULL) WITHOUT ROWID"))
           && connection.run(QStringLiteral("CREATE TABLE IF NOT EXISTS server ("
                                            "domain TEXT NOT NULL, preference INTEGER NOT NULL, "
                                            "name TEXT NOT NULL, PRIMARY KEY (domain, name)) WITHOUT ROWID"));
}

bool insertAll(Connection &connection, const MailServers &servers)
{
    QSqlQuery domain(connection.database());
    QSqlQuery server(connection.database());
    if (!domain.prepare(QStringLiteral("INSERT INTO domain VALUES (?, ?)"))
        || !server.prepare(QStringLiteral("INSERT INTO server VALUES (?, ?, ?)")))
        return false;
    for (const auto &[name, known] : servers.domains()) {
        domain.bindValue(0, QString::fromStdString(name));
        domain.bindValue(1, static_cast<qint64>(known.learned));
        if (!domain.exec())
            return false;
        for (const MailServer &of : known.servers) {
            server.bindValue(0, QString::fromStdString(name));
            server.bindValue(1, of.preference);
            server.bindValue(2, QString::fromStdString(of.name));
            if (!server.exec())
                return false;
        }
    }
    return true;
}

} // namespace

Result<MailServers> MailServerCache::load() const
{
    MailServers servers;
    if (!QFileInfo::exists(m_path))
        return servers;
    Connection connection(m_path);
    QSqlQuery query(connection.database());
    query.setForwardOnly(true);
    if (!connection.isOpen()
        || !query.exec(QStringLiteral("SELECT domain.name, learned, server.name, preference FROM domain "
                                      "LEFT JOIN server ON server.domain = domain.name "
                                      "ORDER BY domain.name, preference, server.name")))
        return Error{Error::Kind::Unreadable,
                     QStringLiteral("%1, which keeps what is known about mail servers, cannot be read. "
                                    "Delete it to begin anew.")
                         .arg(QDir::toNativeSeparators(m_path))};
    while (query.next()) {
        const std::string domain = query.value(0).toString().toStdString();
        if (query.isNull(2))
            servers.setNone(domain);
        else
            servers.add(domain, {query.value(2).toString().toStdString(), query.value(3).toInt()});
        servers.setLearned(domain, query.value(1).toLongLong());
    }
    return servers;
}

std::optional<Error> MailServerCache::save(const MailServers &servers) const
{
    const Error failure{
        Error::Kind::Unwritable,
        QStringLiteral("What is known about mail servers could not be kept in %1: it will have "
                       "to be read or looked up again next time.")
            .arg(QDir::toNativeSeparators(m_path))};
    if (!QDir().mkpath(QFileInfo(m_path).path()))
        return failure;
    Connection connection(m_path);
    if (!connection.isOpen() || !connection.database().transaction())
        return failure;
    const bool isSaved = makeTables(connection) && connection.run(QStringLiteral("DELETE FROM server"))
                         && connection.run(QStringLiteral("DELETE FROM domain"))
                         && insertAll(connection, servers) && connection.database().commit();
    if (isSaved)
        return std::nullopt;
    connection.database().rollback();
    return failure;
}

} // namespace clicksieve

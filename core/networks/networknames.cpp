// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/networknames.h"

#include "core/detect/networkset.h"

#include <QFile>
#include <QFileInfo>

#include <maxminddb.h>

namespace clicksieve {

struct NetworkNames::Database {
    MMDB_s file{};
    bool isOpen = false;
};

NetworkNames::NetworkNames() : m_database(std::make_unique<Database>()) {}

NetworkNames::~NetworkNames()
{
    if (m_database->isOpen)
        MMDB_close(&m_database->file);
}

Result<std::shared_ptr<const NetworkNames>> NetworkNames::open(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    if (!QFileInfo(path).isFile() || !QFileInfo(path).isReadable())
        return Error{Error::Kind::Unreadable, QStringLiteral("%1 cannot be read.").arg(name)};
    std::shared_ptr<NetworkNames> names(new NetworkNames);
    MMDB_s &file = names->m_database->file;
    if (MMDB_open(QFile::encodeName(path).constData(), MMDB_MODE_MMAP, &file) != MMDB_SUCCESS)
        return Error{Error::Kind::Unrecognised,
                     QStringLiteral(
                         "%1 is no file with names of networks, or it is damaged: a GeoLite2-ASN file in the "
                         "form .mmdb is needed.")
                         .arg(name)};
    names->m_database->isOpen = true;
    const QString kind = QString::fromUtf8(file.metadata.database_type);
    if (!kind.contains(QLatin1String("ASN"), Qt::CaseInsensitive))
        return Error{Error::Kind::Unrecognised,
                     QStringLiteral("%1 holds something else (%2): a GeoLite2-ASN file is needed.")
                         .arg(name, kind.left(60))};
    return std::shared_ptr<const NetworkNames>(std::move(names));
}

std::optional<NetworkName> NetworkNames::find(std::string_view address) const
{
    if (!IpAddress::parse(address)) // nothing but a plain address may reach the resolver of the system
        return std::nullopt;
    int notParsed = 0;
    int problem = MMDB_SUCCESS;
    const std::string text(address);
    MMDB_lookup_result_s found = MMDB_lookup_string(&m_database->file, text.c_str(), &notParsed, &problem);
    if (notParsed != 0 || problem != MMDB_SUCCESS || !found.found_entry)
        return std::nullopt;
    MMDB_entry_data_s number{};
    MMDB_entry_data_s name{};
    if (MMDB_get_value(&found.entry, &number, "autonomous_system_number", nullptr) != MMDB_SUCCESS
        || !number.has_data || number.type != MMDB_DATA_TYPE_UINT32)
        return std::nullopt;
    NetworkName network{number.uint32, {}};
    if (MMDB_get_value(&found.entry, &name, "autonomous_system_organization", nullptr) == MMDB_SUCCESS
        && name.has_data && name.type == MMDB_DATA_TYPE_UTF8_STRING)
        network.name.assign(name.utf8_string, name.data_size);
    return network;
}

std::int64_t NetworkNames::made() const
{
    constexpr std::int64_t kMsASecond = 1'000;
    return static_cast<std::int64_t>(m_database->file.metadata.build_epoch) * kMsASecond;
}

QString textOf(const NetworkName &network)
{
    const QString number = QStringLiteral("AS%1").arg(network.number);
    return network.name.empty() ? number
                                : QStringLiteral("%1, %2").arg(QString::fromStdString(network.name), number);
}

} // namespace clicksieve

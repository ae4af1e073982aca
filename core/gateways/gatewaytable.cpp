// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateways/gatewaytable.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace clicksieve {

namespace {

constexpr std::array<std::string_view, 6> kKinds = {"gateway", "mailbox-with-filter", "mailbox",
                                                    "hoster",  "forwarder",           "application"};

} // namespace

std::string_view wordFor(Gateway::Kind kind)
{
    return kKinds[static_cast<std::size_t>(kind)];
}

const GatewayTable &GatewayTable::shipped()
{
    static const GatewayTable table = [] {
        GatewayTable loaded;
        const QDir folder(QStringLiteral(":/clicksieve/gateways"));
        for (const QString &name : folder.entryList(QDir::Files, QDir::Name))
            loaded.load(folder.filePath(name));
        return loaded;
    }();
    return table;
}

void GatewayTable::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be opened", qPrintable(path));
    for (const QJsonValue &value :
         QJsonDocument::fromJson(file.readAll()).object()[QLatin1String("gateways")].toArray()) {
        const QJsonObject object = value.toObject();
        const std::string word = object[QLatin1String("kind")].toString().toStdString();
        const auto kind = std::find(kKinds.begin(), kKinds.end(), word);
        if (kind == kKinds.end())
            qFatal("%s: \"%s\" is no kind of gateway", qPrintable(path), word.c_str());
        const auto number = static_cast<std::uint32_t>(m_gateways.size());
        m_gateways.push_back({object[QLatin1String("id")].toString(),
                              object[QLatin1String("name")].toString(),
                              static_cast<Gateway::Kind>(kind - kKinds.begin())});
        for (const QJsonValue &exchanger : object[QLatin1String("exchangers")].toArray())
            m_suffixes[exchanger[QLatin1String("suffix")].toString().toStdString()] = {
                number, exchanger[QLatin1String("prefix")].toString().toStdString()};
    }
}

std::uint32_t GatewayTable::gatewayOf(std::string_view exchanger) const
{
    std::string_view suffix = exchanger;
    while (!suffix.empty()) {
        const auto found = m_suffixes.find(std::string(suffix));
        if (found != m_suffixes.end() && exchanger.starts_with(found->second.prefix))
            return found->second.gateway;
        const std::size_t dot = suffix.find('.');
        if (dot == std::string_view::npos)
            break;
        suffix.remove_prefix(dot + 1);
    }
    return kNone;
}

} // namespace clicksieve

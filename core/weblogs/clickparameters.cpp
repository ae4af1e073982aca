// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weblogs/clickparameters.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace clicksieve {

const ClickParameters &ClickParameters::shipped()
{
    static const ClickParameters *const table = [] {
        auto *loaded = new ClickParameters; // its keys view its own names, so that it never moves
        const QDir folder(QStringLiteral(":/clicksieve/clickparameters"));
        for (const QString &name : folder.entryList(QDir::Files, QDir::Name))
            loaded->load(folder.filePath(name));
        for (std::size_t place = 0; place < loaded->m_parameters.size(); ++place)
            loaded->m_places.emplace(loaded->m_parameters[place].name, place);
        return loaded;
    }();
    return *table;
}

void ClickParameters::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be opened", qPrintable(path));
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    for (const QJsonValue &service : object[QLatin1String("services")].toArray()) {
        for (const auto &[key, kind] : {std::pair("campaign", ClickParameter::Kind::Campaign),
                                        std::pair("recipient", ClickParameter::Kind::Recipient),
                                        std::pair("link", ClickParameter::Kind::Link)}) {
            for (const QJsonValue &name : service[QLatin1String(key)].toArray())
                m_parameters.push_back(
                    {name.toString().toStdString(), kind, service[QLatin1String("name")].toString()});
        }
    }
}

const ClickParameter *ClickParameters::find(std::string_view name) const
{
    const auto found = m_places.find(name);
    return found == m_places.end() ? nullptr : &m_parameters[found->second];
}

} // namespace clicksieve

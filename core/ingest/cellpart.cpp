// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/cellpart.h"

#include "core/ingest/exportformat.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QVariant>

namespace clicksieve {

namespace {

std::string_view partOfJson(std::string_view cell, std::string_view foldedName, std::string &scratch)
{
    const QJsonObject object =
        QJsonDocument::fromJson(QByteArray::fromRawData(cell.data(), static_cast<qsizetype>(cell.size())))
            .object();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (folded(entry.key().toStdString()) != foldedName)
            continue;
        scratch = entry.value().toVariant().toString().toStdString();
        return scratch;
    }
    return {};
}

std::string_view partOfHeaders(std::string_view cell, std::string_view foldedName)
{
    while (!cell.empty()) {
        const std::size_t lineEnd = std::min(cell.find_first_of("\r\n"), cell.size());
        const std::string_view line = cell.substr(0, lineEnd);
        const std::size_t colon = line.find(':');
        if (colon != std::string_view::npos && folded(line.substr(0, colon)) == foldedName)
            return line.substr(colon + 1);
        cell.remove_prefix(std::min(lineEnd + 1, cell.size()));
    }
    return {};
}

} // namespace

std::string_view partOfCell(std::string_view cell, std::string_view foldedName, std::string &scratch)
{
    return cell.starts_with('{') ? partOfJson(cell, foldedName, scratch) : partOfHeaders(cell, foldedName);
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/formatcatalogue.h"

#include <QDir>

#include <algorithm>

namespace clicksieve {

namespace {

/// The columns (or fields) of a variant that the header lacks; "not X" for one that must not be there.
QStringList missing(const ExportFormat &format, const FormatVariant &variant,
                    std::span<const std::string> header)
{
    QStringList lacking;
    for (const std::string &column : variant.columns) {
        if (std::ranges::find(header, column) == header.end())
            lacking << QStringLiteral("\"%1\"").arg(QString::fromStdString(column));
    }
    for (const std::string &column : variant.without) {
        if (std::ranges::find(header, column) != header.end())
            lacking << QStringLiteral("(no column \"%1\")").arg(QString::fromStdString(column));
    }
    for (const Field field : variant.fields) {
        if (columnsOf(format, field, header).empty()) {
            const auto &names = format.columns.at(field);
            lacking << QStringLiteral("a column such as \"%1\"").arg(QString::fromStdString(names.front()));
        }
    }
    return lacking;
}

} // namespace

const FormatCatalogue &FormatCatalogue::shipped()
{
    static const FormatCatalogue catalogue = [] {
        FormatCatalogue loaded;
        const QDir folder(QStringLiteral(":/clicksieve/formats"));
        for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
            auto format = ExportFormat::load(folder.filePath(name));
            if (format)
                loaded.m_formats.push_back(std::move(format.value()));
            else
                qFatal("%s", qPrintable(format.error().message));
        }
        return loaded;
    }();
    return catalogue;
}

const ExportFormat *FormatCatalogue::find(const QString &id) const
{
    const auto found = std::ranges::find(m_formats, id, &ExportFormat::id);
    return found == m_formats.end() ? nullptr : &*found;
}

FormatMatch FormatCatalogue::match(std::span<const std::string> header, const QString &formatId) const
{
    FormatMatch best;
    QStringList fewestLacking;
    const ExportFormat *nearest = nullptr;
    for (const ExportFormat &format : m_formats) {
        if (!formatId.isEmpty() && format.id != formatId)
            continue;
        for (const FormatVariant &variant : format.variants) {
            const QStringList lacking = missing(format, variant, header);
            if (lacking.isEmpty()) {
                if (!best || format.confidence > best.format->confidence)
                    best = {&format, &variant, {}};
            } else if (nearest == nullptr || lacking.size() < fewestLacking.size()) {
                nearest = &format;
                fewestLacking = lacking;
            }
        }
    }
    if (!best && nearest != nullptr)
        best.nearMiss = QStringLiteral("It is most like \"%1\", but lacks %2.")
                            .arg(nearest->title, fewestLacking.join(QStringLiteral(", ")));
    return best;
}

std::vector<std::size_t> columnsOf(const ExportFormat &format, Field field,
                                   std::span<const std::string> header)
{
    std::vector<std::size_t> places;
    const auto names = format.columns.find(field);
    if (names == format.columns.end())
        return places;
    for (const std::string &name : names->second) {
        const auto found = std::ranges::find(header, name);
        if (found != header.end())
            places.push_back(static_cast<std::size_t>(found - header.begin()));
    }
    return places;
}

} // namespace clicksieve

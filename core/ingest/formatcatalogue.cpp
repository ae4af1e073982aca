// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/formatcatalogue.h"

#include "core/ingest/jsonreader.h"

#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>

#include <algorithm>

namespace clicksieve {

namespace {

/// Records of a JSON text that are looked at to recognise it: deliveries may come long before the first open.
constexpr int kRecordsLookedAt = 2'000;

/// What a variant wants and a file lacks, for the message that names the nearest format.
using Lacking = QStringList;

QString quoted(const std::string &name)
{
    return QStringLiteral("\"%1\"").arg(QString::fromStdString(name));
}

bool fitsName(const FormatVariant &variant, const QString &path)
{
    if (variant.fileNames.empty())
        return true;
    const QString lower = path.toLower().replace(u'\\', u'/');
    return std::ranges::any_of(variant.fileNames, [&](const std::string &pattern) {
        const QString expression = QRegularExpression::wildcardToRegularExpression(
            QString::fromStdString(pattern), QRegularExpression::UnanchoredWildcardConversion);
        return QRegularExpression(QStringLiteral("(?:^|/)(?:%1)$").arg(expression)).match(lower).hasMatch();
    });
}

/// The columns (or fields) of a variant that the header lacks; "(no column X)" for one that must not be there.
Lacking lackingInTable(const ExportFormat &format, const FormatVariant &variant,
                       std::span<const std::string> header, const QString &path)
{
    Lacking lacking;
    if (!fitsName(variant, path))
        lacking << QStringLiteral("a file name like %1").arg(quoted(variant.fileNames.front()));
    if (!variant.header.empty()) {
        if (variant.header.size() != header.size())
            lacking << QStringLiteral("%1 columns").arg(variant.header.size());
        return lacking;
    }
    for (const std::string &column : variant.columns) {
        if (!placeOf(column, header))
            lacking << quoted(column);
    }
    for (const std::string &column : variant.without) {
        if (placeOf(column, header))
            lacking << QStringLiteral("(no column %1)").arg(quoted(column));
    }
    for (const Field field : variant.fields) {
        if (columnsOf(format, field, header).empty())
            lacking << QStringLiteral("a column such as %1").arg(quoted(format.columns.at(field).front()));
    }
    return lacking;
}

/// True where the header has at least one thing in common with the variant: else to name it would mislead.
bool isLike(const FormatVariant &variant, const Lacking &lacking)
{
    const std::size_t wanted = variant.columns.size() + variant.fields.size();
    return variant.header.empty() && static_cast<std::size_t>(lacking.size()) < wanted;
}

/// The cells of one JSON record by the name of their column.
class RecordFacts {
public:
    RecordFacts(std::span<const std::string> header, std::span<const std::string_view> cells)
        : m_header(header)
        , m_cells(cells)
    {
    }
    [[nodiscard]] std::string_view value(const std::string &column) const
    {
        const auto found = std::ranges::find(m_header, column);
        return found == m_header.end() ? std::string_view()
                                       : m_cells[static_cast<std::size_t>(found - m_header.begin())];
    }

private:
    std::span<const std::string> m_header;
    std::span<const std::string_view> m_cells;
};

bool fitsRecord(const ExportFormat &format, const FormatVariant &variant, const RecordFacts &record)
{
    const auto isThere = [&](const std::string &column) { return !record.value(column).empty(); };
    if (!std::ranges::all_of(variant.columns, isThere) || std::ranges::any_of(variant.without, isThere))
        return false;
    for (const auto &[column, values] : variant.where) {
        if (std::ranges::find(values, folded(record.value(column))) == values.end())
            return false;
    }
    return std::ranges::all_of(
        variant.fields, [&](Field field) { return std::ranges::any_of(format.columns.at(field), isThere); });
}

void addOnce(std::vector<std::string> &list, const std::string &text)
{
    if (std::ranges::find(list, text) == list.end())
        list.push_back(text);
}

void addRecognisingColumns(std::vector<std::string> &header, const ExportFormat &format)
{
    for (const FormatVariant &variant : format.variants) {
        for (const std::string &column : variant.columns)
            addOnce(header, column);
        for (const std::string &column : variant.without)
            addOnce(header, column);
        for (const auto &[column, values] : variant.where)
            addOnce(header, column);
        for (const Field field : variant.fields) {
            for (const std::string &column : format.columns.at(field))
                addOnce(header, column);
        }
    }
}

} // namespace

const std::shared_ptr<const FormatCatalogue> &FormatCatalogue::shipped()
{
    static const std::shared_ptr<const FormatCatalogue> catalogue = [] {
        auto loaded = std::make_shared<FormatCatalogue>();
        loaded->load(QStringLiteral(":/clicksieve/formats"));
        for (const FormatComplaint &complaint : loaded->m_complaints)
            qFatal("%s", qPrintable(complaint.sentence));
        return loaded;
    }();
    return catalogue;
}

std::shared_ptr<const FormatCatalogue> FormatCatalogue::withFolder(const QString &folder)
{
    auto catalogue = std::make_shared<FormatCatalogue>(*shipped());
    catalogue->load(folder);
    return catalogue;
}

std::shared_ptr<const FormatCatalogue> FormatCatalogue::ofUser()
{
    return withFolder(userFolder());
}

std::shared_ptr<const FormatCatalogue> FormatCatalogue::with(ExportFormat format) const
{
    auto catalogue = std::make_shared<FormatCatalogue>(*this);
    std::erase_if(catalogue->m_formats, [&](const ExportFormat &known) { return known.id == format.id; });
    for (const std::string &key : format.recordKeys)
        addOnce(catalogue->m_recordKeys, key);
    catalogue->m_formats.insert(catalogue->m_formats.begin(), std::move(format));
    return catalogue;
}

QString FormatCatalogue::userFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
           + QStringLiteral("/clicksieve/formats");
}

void FormatCatalogue::load(const QString &folder)
{
    const QDir files(folder);
    for (const QString &name : files.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        auto format = ExportFormat::load(files.filePath(name));
        if (format)
            add(std::move(format.value()));
        else
            m_complaints.push_back({QDir::toNativeSeparators(files.filePath(name)), format.error().message});
    }
}

void FormatCatalogue::add(ExportFormat format)
{
    for (const std::string &key : format.recordKeys)
        addOnce(m_recordKeys, key);
    const auto known = std::ranges::find(m_formats, format.id, &ExportFormat::id);
    if (known != m_formats.end())
        *known = std::move(format);
    else
        m_formats.push_back(std::move(format));
}

const ExportFormat *FormatCatalogue::find(const QString &id) const
{
    const auto found = std::ranges::find(m_formats, id, &ExportFormat::id);
    return found == m_formats.end() ? nullptr : &*found;
}

FormatMatch FormatCatalogue::matchTable(std::span<const std::string> header, const QString &path,
                                        const QString &formatId) const
{
    FormatMatch best;
    Lacking fewestLacking;
    const ExportFormat *nearest = nullptr;
    for (const ExportFormat &format : m_formats) {
        if (format.shape != Shape::Table || (!formatId.isEmpty() && format.id != formatId))
            continue;
        for (const FormatVariant &variant : format.variants) {
            const Lacking lacking = lackingInTable(format, variant, header, path);
            if (lacking.isEmpty()) {
                if (!best || format.confidence > best.format->confidence)
                    best = {&format, &variant, {}};
            } else if (isLike(variant, lacking)
                       && (nearest == nullptr || lacking.size() < fewestLacking.size())) {
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

FormatMatch FormatCatalogue::matchJson(std::string_view text, const QString &path,
                                       const QString &formatId) const
{
    std::vector<const ExportFormat *> candidates;
    std::vector<std::string> header;
    for (const ExportFormat &format : m_formats) {
        if (format.shape != Shape::Json || (!formatId.isEmpty() && format.id != formatId))
            continue;
        candidates.push_back(&format);
        addRecognisingColumns(header, format);
    }
    std::ranges::stable_sort(candidates, std::ranges::greater(), &ExportFormat::confidence);

    FormatMatch best;
    JsonReader reader(text, m_recordKeys, header, {});
    for (int record = 0; record < kRecordsLookedAt && reader.next(); ++record) {
        if (reader.fault() != JsonReader::Fault::None)
            continue;
        const RecordFacts facts(header, reader.cells());
        for (const ExportFormat *format : candidates) {
            if (best && format->confidence <= best.format->confidence)
                break;
            const auto fitting = std::ranges::find_if(format->variants, [&](const FormatVariant &variant) {
                return fitsName(variant, path) && fitsRecord(*format, variant, facts);
            });
            if (fitting != format->variants.end())
                best = {format, &*fitting, {}};
        }
    }
    return best;
}

std::optional<ColumnPlace> placeOf(const std::string &name, std::span<const std::string> header)
{
    if (name == "$file")
        return ColumnPlace{ColumnPlace::kInFileName, {}};
    const auto position = [&](std::string_view column) -> std::optional<std::size_t> {
        const auto found = std::ranges::find(header, column);
        return found == header.end() ? std::nullopt
                                     : std::optional(static_cast<std::size_t>(found - header.begin()));
    };
    if (const auto whole = position(name))
        return ColumnPlace{*whole, {}};
    const std::size_t brace = name.find('{');
    if (brace == std::string::npos || !name.ends_with('}'))
        return std::nullopt;
    if (const auto cell = position(std::string_view(name).substr(0, brace)))
        return ColumnPlace{*cell, name.substr(brace + 1, name.size() - brace - 2)};
    return std::nullopt;
}

std::vector<ColumnPlace> columnsOf(const ExportFormat &format, Field field,
                                   std::span<const std::string> header)
{
    std::vector<ColumnPlace> places;
    const auto names = format.columns.find(field);
    if (names == format.columns.end())
        return places;
    for (const std::string &name : names->second) {
        if (auto place = placeOf(name, header))
            places.push_back(std::move(*place));
    }
    return places;
}

std::vector<std::string> jsonHeader(const ExportFormat &format)
{
    std::vector<std::string> header;
    for (const auto &[field, names] : format.columns) {
        for (const std::string &name : names) {
            if (name != "$file")
                addOnce(header, name);
        }
    }
    for (const std::string &name : format.duplicateKey)
        addOnce(header, name);
    for (const FormatVariant &variant : format.variants) {
        if (!variant.event)
            continue;
        for (const std::string &name : variant.columns) // a record without them is another kind of event
            addOnce(header, name);
    }
    return header;
}

} // namespace clicksieve

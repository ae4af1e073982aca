// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/mapping/recordsample.h"

#include "core/ingest/csvreader.h"
#include "core/ingest/formatcatalogue.h"
#include "core/ingest/jsonreader.h"
#include "core/ingest/mapping/jsonpaths.h"

#include <QDir>

#include <algorithm>
#include <array>
#include <set>

namespace clicksieve {

namespace {

constexpr std::array kDelimiters = {',', ';', '\t', '|'};
/// Records by which the delimiter is chosen.
constexpr int kRecordsForDelimiter = 100;

std::string trimmed(std::string_view cell)
{
    const std::size_t first = cell.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return std::string(cell.substr(first, cell.find_last_not_of(" \t\r\n") - first + 1));
}

/// How many of the first records have as many cells as the header, times the cells: a delimiter that is none gives one
/// cell, one that stands in some texts gives rows of all lengths.
std::size_t fitOf(char delimiter, std::string_view text)
{
    CsvReader reader(text, delimiter);
    if (!reader.next() || reader.fault() != CsvReader::Fault::None || reader.cells().size() < 2)
        return 0;
    const std::size_t cells = reader.cells().size();
    std::size_t alike = 1;
    for (int record = 0; record < kRecordsForDelimiter && reader.next(); ++record)
        alike += reader.cells().size() == cells ? cells : 0U;
    return alike;
}

Error unreadable(const Member &member, const QString &why)
{
    return {Error::Kind::Unrecognised,
            QStringLiteral("%1: %2").arg(QDir::toNativeSeparators(shownName(member)), why)};
}

void readTable(RecordSample &sample)
{
    const std::string_view text = sample.text.text->text();
    sample.delimiter =
        *std::ranges::max_element(kDelimiters, {}, [&](char delimiter) { return fitOf(delimiter, text); });
    CsvReader reader(text, sample.delimiter);
    if (!reader.next() || reader.fault() != CsvReader::Fault::None)
        return;
    std::vector<std::size_t> places;
    std::set<std::string> names;
    const std::size_t width = reader.cells().size();
    for (std::size_t place = 0; place < width; ++place) {
        std::string name = folded(reader.cells()[place]);
        if (name.empty() || !names.insert(name).second)
            continue;
        places.push_back(place);
        sample.columns.push_back({std::move(name), QString::fromStdString(trimmed(reader.cells()[place]))});
    }
    while (sample.rows.size() < RecordSample::kMostRecords && reader.next()) {
        if (reader.fault() != CsvReader::Fault::None || reader.cells().size() < width)
            continue;
        std::vector<std::string> &row = sample.rows.emplace_back();
        for (const std::size_t place : places)
            row.push_back(trimmed(reader.cells()[place]));
    }
    sample.isWhole = !reader.next();
}

void readJson(RecordSample &sample, const FormatCatalogue &formats)
{
    const std::string_view text = sample.text.text->text();
    JsonPaths paths = JsonPaths::of(text, formats.recordKeys());
    sample.recordKeys = std::move(paths.recordKeys);
    sample.each = std::move(paths.each);
    std::vector<std::string> header = std::move(paths.paths);
    std::vector<std::string> keys = formats.recordKeys();
    keys.insert(keys.end(), sample.recordKeys.begin(), sample.recordKeys.end());
    JsonReader reader(text, keys, header, sample.each);
    while (sample.rows.size() < RecordSample::kMostRecords && reader.next()) {
        if (reader.fault() != JsonReader::Fault::None)
            continue;
        std::vector<std::string> &row = sample.rows.emplace_back();
        for (const std::string_view cell : reader.cells())
            row.push_back(trimmed(cell));
    }
    for (const std::string &path : header)
        sample.columns.push_back({path, QString::fromStdString(path)});
    sample.isWhole = !reader.next();
}

} // namespace

std::optional<std::size_t> RecordSample::columnNamed(const std::string &name) const
{
    const auto found = std::ranges::find(columns, name, &Column::name);
    return found == columns.end() ? std::nullopt
                                  : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

std::vector<std::string_view> RecordSample::cellsOf(std::size_t column) const
{
    std::vector<std::string_view> cells;
    for (const auto &row : rows) {
        if (!row[column].empty())
            cells.emplace_back(row[column]);
    }
    return cells;
}

Result<RecordSample> RecordSample::of(const Member &member, const MemberText &text,
                                      const FormatCatalogue &formats)
{
    RecordSample sample;
    sample.member = member;
    sample.text = text;
    sample.shape = text.isJson() ? Shape::Json : Shape::Table;
    if (sample.shape == Shape::Json)
        readJson(sample, formats);
    else
        readTable(sample);
    if (sample.columns.size() < 2)
        return unreadable(member, QStringLiteral("it has no columns that could be chosen. At least a time "
                                                 "and a recipient are needed."));
    if (sample.rows.empty())
        return unreadable(member, QStringLiteral("it has a header, but no row that can be read. Export it "
                                                 "again with its events."));
    return sample;
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/mapping/inventedrecord.h"

#include "core/ingest/mapping/cellkinds.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace clicksieve {

namespace {

std::optional<Field> fieldOf(const FormatDraft &draft, const std::string &column)
{
    for (const auto &[field, name] : draft.columns) {
        if (name == column)
            return field;
    }
    return std::nullopt;
}

/// JSON formats are known by columns that have a value, so there a filled one stays filled.
std::string inventedCell(std::optional<Field> field, const std::string &cell, Shape shape)
{
    if (cell.empty())
        return {};
    if (!field)
        return shape == Shape::Json ? "x" : "";
    switch (*field) {
    case Field::Time:
    case Field::TimeOfDay:
    case Field::Event:
    case Field::SentAt:
    case Field::MachineFlag:
        return cell;
    case Field::Recipient:
        return isMailAddress(cell) ? "anna@example.org" : "recipient-1";
    case Field::RecipientKey:
        return "recipient-1";
    case Field::Campaign:
    case Field::CampaignName:
        return "Spring offer";
    case Field::Url:
        return "https://shop.example/offer";
    case Field::Address:
        return "192.0.2.10";
    case Field::Agent:
        return "Mozilla/5.0";
    }
    return {};
}

void appendCell(std::string &line, const std::string &cell, char delimiter)
{
    const std::string special{delimiter, '"', '\r', '\n'};
    if (cell.find_first_of(special) == std::string::npos) {
        line += cell;
        return;
    }
    line += '"';
    for (const char character : cell)
        line.append(character == '"' ? 2 : 1, character);
    line += '"';
}

/// Puts a value under a path of keys; the path of the list of events leads into its one element.
QJsonObject withValue(QJsonObject object, std::string_view path, const std::string &value,
                      std::string_view each)
{
    const std::size_t dot = path.find('.');
    const QString key = QString::fromStdString(std::string(path.substr(0, dot)));
    if (dot == std::string_view::npos) {
        object[key] = QString::fromStdString(value);
        return object;
    }
    const std::string_view rest = path.substr(dot + 1);
    const bool isEach = each == path.substr(0, dot);
    const bool leadsToEach = each.size() > dot && each.starts_with(path.substr(0, dot + 1));
    const std::string_view restOfEach = leadsToEach ? each.substr(dot + 1) : std::string_view();
    if (isEach)
        object[key] = QJsonArray{withValue(object[key].toArray().first().toObject(), rest, value, {})};
    else
        object[key] = withValue(object[key].toObject(), rest, value, restOfEach);
    return object;
}

std::string tableText(const RecordSample &sample, const std::vector<std::string> &cells)
{
    std::string header;
    std::string line;
    for (std::size_t column = 0; column < cells.size(); ++column) {
        if (column > 0) {
            header += sample.delimiter;
            line += sample.delimiter;
        }
        appendCell(header, sample.columns[column].title.toStdString(), sample.delimiter);
        appendCell(line, cells[column], sample.delimiter);
    }
    return header + '\n' + line + '\n';
}

std::string jsonText(const RecordSample &sample, const std::vector<std::string> &cells)
{
    QJsonObject record;
    for (std::size_t column = 0; column < cells.size(); ++column) {
        if (!cells[column].empty())
            record = withValue(record, sample.columns[column].name, cells[column], sample.each);
    }
    if (!sample.recordKeys.empty())
        record = {{QString::fromStdString(sample.recordKeys.front()), QJsonArray{record}}};
    return QJsonDocument(record).toJson(QJsonDocument::Compact).toStdString() + '\n';
}

} // namespace

std::string inventedText(const FormatDraft &draft, const RecordSample &sample, std::size_t row)
{
    std::vector<std::string> cells;
    for (std::size_t column = 0; column < sample.columns.size(); ++column)
        cells.push_back(inventedCell(fieldOf(draft, sample.columns[column].name), sample.rows[row][column],
                                     sample.shape));
    return sample.shape == Shape::Json ? jsonText(sample, cells) : tableText(sample, cells);
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/formatcatalogue.h"
#include "core/ingest/jsonreader.h"
#include "fuzz/target.h"

#include <QUtf8StringView>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace clicksieve;
using namespace clicksieve::fuzz;

namespace {

struct Record {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string key;
    bool isBroken = false;
    JsonRecords::State behind; ///< to go on behind it

    [[nodiscard]] bool isSame(const Record &other) const
    {
        return begin == other.begin && end == other.end && key == other.key && isBroken == other.isBroken;
    }
};

/// What a text is read with: all the shipped formats want of a record.
struct Wanted {
    std::vector<std::string> recordKeys = FormatCatalogue::shipped()->recordKeys();
    std::vector<std::string> paths;
    std::vector<std::string> each = {{}};

    Wanted()
    {
        std::set<std::string> all = {"$key"};
        for (const ExportFormat &format : FormatCatalogue::shipped()->formats()) {
            if (format.shape != Shape::Json)
                continue;
            for (const std::string &path : jsonHeader(format))
                all.insert(path);
            if (!format.each.empty() && std::ranges::find(each, format.each) == each.end())
                each.push_back(format.each);
        }
        paths.assign(all.begin(), all.end());
    }
};

bool isUtf8(std::string_view text)
{
    return QUtf8StringView(text.data(), static_cast<qsizetype>(text.size())).isValidUtf8();
}

Record recordAt(const JsonRecords &records)
{
    return {records.begin(), records.end(), std::string(records.key()), records.isBroken(), records.state()};
}

std::vector<Record> recordsOf(std::string_view text, const Wanted &wanted)
{
    std::vector<Record> all;
    JsonRecords records(text, wanted.recordKeys);
    while (records.next())
        all.push_back(recordAt(records));
    return all;
}

void requireInside(std::string_view text, const std::vector<Record> &records, const Wanted &wanted)
{
    std::size_t place = 0;
    for (const Record &record : records) {
        require(record.begin >= place, "a record begins behind the one before it");
        require(record.end > record.begin && record.end <= text.size(), "a record is a part of the text");
        require(record.behind.position >= record.end, "reading goes on behind the record");
        const std::string_view bytes = text.substr(record.begin, record.end - record.begin);
        require(record.isBroken || (bytes.front() == '{' && (bytes.back() == '}' || bytes.back() == ']')),
                "a record goes from bracket to bracket");
        require(record.key.empty()
                    || std::ranges::find(wanted.recordKeys, record.key) != wanted.recordKeys.end(),
                "records stand under keys that were asked for");
        place = record.end;
    }
}

/// Reading can go on behind any record: this is what pieces of a file rest on.
void requireSameFromState(std::string_view text, const std::vector<Record> &records, const Wanted &wanted)
{
    for (std::size_t number = 0; number < records.size(); ++number) {
        JsonRecords rest(text, wanted.recordKeys, records[number].behind);
        const bool isThere = rest.next();
        require(isThere == (number + 1 < records.size()), "as many records from a state on");
        require(!isThere || recordAt(rest).isSame(records[number + 1]), "the same record from a state on");
    }
}

/// Each record is told once, where it lies, and its cells are the paths' and valid text.
void requireSensibleEvents(std::string_view text, const std::vector<Record> &records, const Wanted &wanted,
                           std::string_view each)
{
    const bool isValid = isUtf8(text);
    JsonReader reader(text, wanted.recordKeys, wanted.paths, each);
    std::size_t number = 0;
    while (reader.next()) {
        if (reader.startsRecord())
            ++number;
        require(number >= 1 && number <= records.size(), "events are in records");
        const Record &record = records[number - 1];
        require(reader.begin() == record.begin && reader.end() == record.end, "events are in their record");
        require(!record.isBroken || reader.fault() == JsonReader::Fault::Broken, "what is broken is said");
        if (reader.fault() != JsonReader::Fault::None)
            continue;
        require(reader.cells().size() == wanted.paths.size(), "a cell a path");
        for (const std::string_view cell : reader.cells())
            require(!isValid || isUtf8(cell), "cells of valid text are valid text");
    }
    require(number == records.size(), "no record is passed over");
}

} // namespace

/// All of the input is the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Wanted wanted;
    const std::string_view text = textOf(data, size);
    const std::vector<Record> records = recordsOf(text, wanted);
    requireInside(text, records, wanted);
    requireSameFromState(text, records, wanted);
    for (const std::string &each : wanted.each)
        requireSensibleEvents(text, records, wanted, each);
    return 0;
}

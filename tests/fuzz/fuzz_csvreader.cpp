// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/csvcell.h"
#include "core/ingest/csvreader.h"
#include "core/ingest/csvscan.h"
#include "fuzz/target.h"

#include <string>
#include <vector>

using namespace clicksieve;
using namespace clicksieve::fuzz;

namespace {

struct Record {
    std::size_t begin = 0;
    std::size_t end = 0;
    CsvReader::Fault fault = CsvReader::Fault::None;
    std::vector<std::string> cells;

    friend bool operator==(const Record &, const Record &) = default;
};

Record recordAt(const CsvReader &reader)
{
    return {reader.begin(), reader.end(), reader.fault(), {reader.cells().begin(), reader.cells().end()}};
}

std::vector<Record> recordsOf(std::string_view text, char delimiter)
{
    std::vector<Record> records;
    CsvReader reader(text, delimiter);
    while (reader.next())
        records.push_back(recordAt(reader));
    return records;
}

bool isOnlyLineEnds(std::string_view text)
{
    return text.find_first_not_of("\r\n") == std::string_view::npos;
}

/// Nothing of the text is in two records, and what is in none are line ends.
void requireTiling(std::string_view text, const std::vector<Record> &records)
{
    std::size_t place = 0;
    for (const Record &record : records) {
        require(record.begin >= place, "a record begins behind the one before it");
        require(isOnlyLineEnds(text.substr(place, record.begin - place)), "no text is left out");
        require(record.end > record.begin && record.end <= text.size(), "a record is a part of the text");
        place = record.end;
    }
    require(isOnlyLineEnds(text.substr(place)), "no text is left out at the end");
}

void requireSensibleCells(std::string_view text, char delimiter, const Record &record)
{
    if (record.fault != CsvReader::Fault::None) {
        require(record.cells.empty(), "a record at fault has no cells");
        return;
    }
    require(!record.cells.empty() && record.cells.size() <= CsvReader::kMostCells, "the cells are counted");
    const std::string_view bytes = text.substr(record.begin, record.end - record.begin);
    std::string joined;
    for (const std::string &cell : record.cells) {
        if (!joined.empty() || &cell != record.cells.data())
            joined += delimiter;
        joined += cell;
    }
    const std::string_view line = bytes.substr(0, bytes.find_last_not_of("\r\n") + 1);
    require(joined.size() <= bytes.size(), "cells make nothing up");
    if (bytes.find('"') == std::string_view::npos)
        require(joined == line, "cells without quotes are the line");
}

/// The cells, written as the exports write them, are the same cells when they are read.
void requireRoundTrip(char delimiter, const Record &record)
{
    if (record.cells.empty() || (record.cells.size() == 1 && record.cells.front().empty()))
        return; // an empty line is no record
    std::string line;
    for (std::size_t cell = 0; cell < record.cells.size(); ++cell) {
        if (cell > 0)
            line += delimiter;
        appendCsvCell(line, record.cells[cell], delimiter);
    }
    line += '\n';
    const std::vector<Record> again = recordsOf(line, delimiter);
    require(again.size() == 1 && again.front().cells == record.cells, "written cells read as they were");
}

/// Reading can begin at any record: this is what pieces of a file rest on.
void requireSameFrom(std::string_view text, char delimiter, const std::vector<Record> &records,
                     std::size_t from, std::size_t count)
{
    CsvReader reader(text, delimiter, records[from].begin);
    for (std::size_t number = from; number < std::min(from + count, records.size()); ++number)
        require(reader.next() && recordAt(reader) == records[number], "records do not depend on the begin");
}

void requireSameScan(std::string_view text, char delimiter)
{
    for (std::size_t from = 0; from <= text.size(); from += 1 + from / 64)
        require(findCellEnd(text, delimiter, from) == findCellEndPlain(text, delimiter, from),
                "both scans find the same cell end");
}

} // namespace

/// The first byte is the delimiter, where it is one; all is the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr std::string_view kDelimiters = ",;\t|";
    constexpr std::size_t kRecordsRead = 3;
    const std::string_view text = textOf(data, size);
    const bool names = !text.empty() && kDelimiters.find(text.front()) != std::string_view::npos;
    const char delimiter = names ? text.front() : ',';
    const std::vector<Record> records = recordsOf(text, delimiter);
    requireTiling(text, records);
    requireSameScan(text, delimiter);
    for (std::size_t number = 0; number < records.size(); ++number) {
        requireSensibleCells(text, delimiter, records[number]);
        requireRoundTrip(delimiter, records[number]);
        requireSameFrom(text, delimiter, records, number, kRecordsRead);
    }
    return 0;
}

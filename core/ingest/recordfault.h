// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/csvreader.h"
#include "core/ingest/jsonreader.h"

#include <QString>

namespace clicksieve {

/// What is wrong with the record at hand, as a sentence; empty where nothing is.
[[nodiscard]] QString faultSentence(const CsvReader &reader);
[[nodiscard]] QString faultSentence(const JsonReader &reader);

/// True where what the reader stands at is the first event of its record; a line of a table is one record, one event.
[[nodiscard]] inline bool startsRecord(const CsvReader & /*reader*/)
{
    return true;
}
[[nodiscard]] inline bool startsRecord(const JsonReader &reader)
{
    return reader.startsRecord();
}

/// True for a record that rightly holds no event: a recipient who did nothing.
[[nodiscard]] inline bool isEmptyRecord(const CsvReader & /*reader*/)
{
    return false;
}
[[nodiscard]] inline bool isEmptyRecord(const JsonReader &reader)
{
    return reader.fault() == JsonReader::Fault::NoEvents;
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/jsoncells.h"
#include "core/ingest/jsonrecords.h"

#include <optional>

namespace clicksieve {

/// Reads the events of a JSON text as rows of cells. Mostly one event a record; some records hold several
/// (all that one recipient did, or an envelope with a whole answer in it) or none.
class JsonReader {
public:
    enum class Fault {
        None,
        Broken,  ///< no JSON object: cut off, or a quote or a bracket is missing
        NoEvents ///< a record whose list of events is empty: a recipient who did nothing
    };

    /// The spans must outlive the reader.
    JsonReader(std::string_view text, std::span<const std::string> recordKeys,
               std::span<const std::string> paths, std::string_view each,
               JsonRecords::State state = JsonRecords::State())
        : m_recordKeys(recordKeys)
        , m_records(text, recordKeys, std::move(state))
        , m_cells(paths, each)
    {
    }

    /// Moves to the next event, or to the next record that has none or is broken. False at the end of the text.
    bool next();

    /// True where the event is the first of its record.
    [[nodiscard]] bool startsRecord() const { return m_startsRecord; }
    [[nodiscard]] std::span<const std::string_view> cells() const { return m_cells.cells(); }
    [[nodiscard]] Fault fault() const { return m_fault; }
    /// Where the record at hand begins in the text, and one past its end.
    [[nodiscard]] std::size_t begin() const { return m_records.begin(); }
    [[nodiscard]] std::size_t end() const { return m_records.end(); }

private:
    bool nextOfRecord();
    void openEnvelope();

    std::span<const std::string> m_recordKeys;
    JsonRecords m_records;
    JsonCells m_cells;
    std::string m_carried;                       ///< by an envelope, where it is several records
    std::optional<JsonRecords> m_carriedRecords; ///< of that
    bool m_inRecord = false;
    bool m_startsRecord = false;
    Fault m_fault = Fault::None;
};

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clicksieve {

/// Finds the records of a JSON text, without parsing what is in them: objects in an array, objects one after the other
/// (JSON lines, or nothing between them), and objects in arrays that stand in a wrapping object under one of the
/// record keys ({"items": [ … ], "paging": …}). A record that is cut off or broken is reported and the next line that
/// begins with an object is gone on with. Pure function of text and state; one thread each.
class JsonRecords {
public:
    /// An array of records, or the object around one, that the reader is in.
    struct Level {
        char opener = '[';
        std::string_view key; ///< of the array in its wrapping object; empty for others
    };
    /// Where reading goes on: a piece of the text can be read by itself from here.
    struct State {
        std::size_t position = 0;
        std::vector<Level> levels;
    };

    /// No event comes near; a longer one is a file of another kind, or a missing bracket.
    static constexpr std::size_t kLongestRecord = std::size_t{16} << 20;

    /// @p recordKeys must outlive the reader.
    JsonRecords(std::string_view text, std::span<const std::string> recordKeys, State state);
    JsonRecords(std::string_view text, std::span<const std::string> recordKeys)
        : JsonRecords(text, recordKeys, State())
    {
    }

    /// Moves to the next record. False at the end of the text.
    bool next();

    /// The bytes of the record, from its opening bracket to its closing one; what is there where it is broken.
    [[nodiscard]] std::string_view record() const { return m_text.substr(m_begin, m_end - m_begin); }
    [[nodiscard]] bool isBroken() const { return m_broken; }
    /// Key of the array that the record stands in; empty where it stands in none or in one without a key.
    [[nodiscard]] std::string_view key() const
    {
        return m_levels.empty() ? std::string_view() : m_levels.back().key;
    }
    [[nodiscard]] std::size_t begin() const { return m_begin; }
    [[nodiscard]] std::size_t end() const { return m_end; }
    /// To go on behind the record.
    [[nodiscard]] State state() const { return {m_position, m_levels}; }

private:
    [[nodiscard]] bool isInWrapper() const { return !m_levels.empty() && m_levels.back().opener == '{'; }
    void skipBlanks();
    [[nodiscard]] std::size_t afterBlanks(std::size_t place) const;
    [[nodiscard]] std::size_t afterString(std::size_t quote) const;
    [[nodiscard]] std::size_t afterValue(std::size_t place) const;
    [[nodiscard]] bool isKey(std::size_t end) const;
    [[nodiscard]] bool lacksItsKey(std::size_t place) const;
    [[nodiscard]] std::size_t lineOfNextRecord(std::size_t limit) const;
    [[nodiscard]] std::size_t objectLine(std::size_t from, std::size_t column,
                                         std::size_t limit = std::string_view::npos) const;
    bool readObject();
    void readWrapperEntry();
    bool enterWrapper(std::size_t keyBegin, std::size_t keyEnd, std::size_t keysBefore);
    void leaveWrappers();
    bool endBroken(std::size_t from);
    bool endBrokenBefore(std::size_t next);

    std::string_view m_text;
    std::span<const std::string> m_recordKeys;
    std::vector<Level> m_levels;
    std::size_t m_position = 0;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    bool m_broken = false;
};

} // namespace clicksieve

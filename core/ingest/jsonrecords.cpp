// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/jsonrecords.h"

#include "core/ingest/jsonscan.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace clicksieve {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::size_t kAnyColumn = std::string_view::npos;

/// Keys that a wrapping object may have in front of its records: counts and ids ({"TotalCount": 2, "Opens": [ … ]}).
/// An event of its own has more, and may well have a list of the sender's under a key such as "items".
constexpr std::size_t kMostKeysBeforeRecords = 3;

/// No event is deeper; brackets that are never closed seem so.
constexpr std::size_t kMostDepth = 128;

/// How far before a record the begin of its line is looked for.
constexpr std::size_t kWidestMargin = 1'024;

enum : std::uint8_t { kBlank = 1, kStructure = 2 };

constexpr std::array<std::uint8_t, 256> kClasses = [] {
    std::array<std::uint8_t, 256> classes{};
    for (const char blank : {' ', '\t', '\n', '\r', '\x1e'})
        classes[static_cast<unsigned char>(blank)] |= kBlank;
    for (const char mark : {'"', '{', '}', '[', ']'})
        classes[static_cast<unsigned char>(mark)] |= kStructure;
    return classes;
}();

std::uint8_t classOf(char character)
{
    return kClasses[static_cast<unsigned char>(character)];
}

/// What stands open around a place in a record.
class OpenBrackets {
public:
    void open(char bracket) { m_brackets.push_back(bracket); }
    void close()
    {
        if (!m_brackets.empty())
            m_brackets.pop_back();
    }
    [[nodiscard]] std::size_t depth() const { return m_brackets.size(); }
    [[nodiscard]] bool isInObject() const { return !m_brackets.empty() && m_brackets.back() == '{'; }

private:
    std::string m_brackets; // short ones need no memory
};

} // namespace

JsonRecords::JsonRecords(std::string_view text, std::span<const std::string> recordKeys, State state)
    : m_text(text)
    , m_recordKeys(recordKeys)
    , m_levels(std::move(state.levels))
    , m_position(state.position)
{
}

bool JsonRecords::next()
{
    m_broken = false;
    while (true) {
        skipBlanks();
        if (m_position >= m_text.size())
            return false;
        m_begin = m_position;
        const char character = m_text[m_position];
        if ((character == ']' || character == '}') && !m_levels.empty()) {
            m_levels.pop_back();
            ++m_position;
        } else if (isInWrapper() && character == '{') {
            leaveWrappers(); // it lacks its end, which loses nothing
        } else if (isInWrapper()) {
            readWrapperEntry();
            if (m_broken) {
                leaveWrappers();
                return true;
            }
        } else if (character == '{') {
            if (readObject())
                return true;
        } else if (character == '[' && m_levels.empty()) {
            m_levels.push_back({'[', {}});
            ++m_position;
        } else {
            return endBrokenBefore(objectLine(m_position, kAnyColumn));
        }
    }
}

void JsonRecords::skipBlanks()
{
    while (m_position < m_text.size()
           && ((classOf(m_text[m_position]) & kBlank) != 0 || m_text[m_position] == ','))
        ++m_position;
}

std::size_t JsonRecords::afterBlanks(std::size_t place) const
{
    while (place < m_text.size() && (classOf(m_text[place]) & kBlank) != 0)
        ++place;
    return place;
}

/// One past the closing quote; kNowhere where the line or the text ends first, which no string does.
std::size_t JsonRecords::afterString(std::size_t quote) const
{
    std::size_t place = quote + 1;
    while (true) {
        place = findStringMark(m_text, place);
        if (place >= m_text.size() || m_text[place] == '\n')
            return kNowhere;
        if (m_text[place] == '"')
            return place + 1;
        const bool isEscape = m_text[place] == '\\' && place + 1 < m_text.size() && m_text[place + 1] != '\n';
        place += isEscape ? 2 : 1;
    }
}

/// True where the bracket at @p place cannot follow what is before it: in an object, a value has a key.
bool JsonRecords::lacksItsKey(std::size_t place) const
{
    while (place > m_begin && (classOf(m_text[place - 1]) & kBlank) != 0)
        --place;
    return place > m_begin && m_text[place - 1] != ':';
}

/// One past the value that begins at @p place; kNowhere where it has no end.
std::size_t JsonRecords::afterValue(std::size_t place) const
{
    std::size_t depth = 0;
    while (place < m_text.size()) {
        const char character = m_text[place];
        if (character == '"') {
            place = afterString(place);
            if (place == kNowhere)
                return kNowhere;
            if (depth == 0)
                return place;
            continue;
        }
        if (character == '{' || character == '[') {
            ++depth;
        } else if (character == '}' || character == ']') {
            if (depth == 0)
                return place;
            if (--depth == 0)
                return place + 1;
        } else if (depth == 0 && character == ',') {
            return place;
        }
        ++place;
    }
    return kNowhere;
}

/// Reads the object at m_position: true where it is a record (or is broken), false where it wraps records, which are
/// read next.
bool JsonRecords::readObject()
{
    OpenBrackets brackets;
    std::size_t keys = 0;
    std::size_t place = m_position;
    const std::size_t limit = std::min(m_text.size(), m_position + kLongestRecord);
    while (true) {
        while (place < limit && (classOf(m_text[place]) & kStructure) == 0)
            ++place;
        if (place >= limit || brackets.depth() > kMostDepth)
            return endBroken(m_begin);
        const char mark = m_text[place];
        if (mark == '"') {
            const std::size_t end = afterString(place);
            if (end == kNowhere)
                return endBroken(place);
            if (brackets.depth() == 1 && isKey(end)) {
                if (enterWrapper(place + 1, end - 1, keys))
                    return false;
                ++keys;
            }
            place = end;
            continue;
        }
        if (mark == '{' || mark == '[') {
            // The object behind "}" or "}," is a later record: this one lacks its end.
            if (brackets.isInObject() && lacksItsKey(place))
                return mark == '{' ? endBrokenBefore(std::min(place, lineOfNextRecord(place)))
                                   : endBroken(place);
            brackets.open(mark);
        } else {
            brackets.close();
        }
        ++place;
        if (brackets.depth() == 0) {
            m_position = m_end = place;
            return true;
        }
    }
}

/// True where the text that ends at @p end is followed by a colon.
bool JsonRecords::isKey(std::size_t end) const
{
    const std::size_t colon = afterBlanks(end);
    return colon < m_text.size() && m_text[colon] == ':';
}

/// Goes into the array behind the key, if it is one of records.
bool JsonRecords::enterWrapper(std::size_t keyBegin, std::size_t keyEnd, std::size_t keysBefore)
{
    const std::string_view key = m_text.substr(keyBegin, keyEnd - keyBegin);
    if (std::ranges::find(m_recordKeys, key) == m_recordKeys.end())
        return false;
    const bool isInPlainArray = !m_levels.empty() && m_levels.back().key.empty(); // mostly one of events
    if (keysBefore > (isInPlainArray ? 0 : kMostKeysBeforeRecords))
        return false;
    const std::size_t colon = afterBlanks(keyEnd + 1);
    const std::size_t bracket = afterBlanks(colon + 1);
    if (bracket >= m_text.size() || m_text[bracket] != '[')
        return false;
    const std::size_t first = afterBlanks(bracket + 1);
    if (first >= m_text.size() || (m_text[first] != '{' && m_text[first] != ']'))
        return false;
    m_levels.push_back({'{', {}});
    m_levels.push_back({'[', key});
    m_position = bracket + 1;
    return true;
}

/// What else stands in a wrapping object: a further array of records is gone into, all else is passed over.
void JsonRecords::readWrapperEntry()
{
    if (m_text[m_position] != '"') {
        endBrokenBefore(objectLine(m_position, kAnyColumn));
        return;
    }
    const std::size_t keyEnd = afterString(m_position);
    const std::size_t colon = keyEnd == kNowhere ? kNowhere : afterBlanks(keyEnd);
    if (colon == kNowhere || colon >= m_text.size() || m_text[colon] != ':') {
        endBroken(m_position);
        return;
    }
    const std::string_view key = m_text.substr(m_position + 1, keyEnd - m_position - 2);
    const std::size_t value = afterBlanks(colon + 1);
    if (value < m_text.size() && m_text[value] == '['
        && std::ranges::find(m_recordKeys, key) != m_recordKeys.end()) {
        m_levels.push_back({'[', key});
        m_position = value + 1;
        return;
    }
    const std::size_t end = afterValue(value);
    if (end == kNowhere)
        endBroken(m_position);
    else
        m_position = end;
}

/// Behind something broken in a wrapping object: what is gone on with is no entry of it.
void JsonRecords::leaveWrappers()
{
    while (isInWrapper())
        m_levels.pop_back();
}

/// Ends the record as a broken one before the next line that begins with an object: with none of its own, where that
/// can be told, else with the first at or after @p from.
bool JsonRecords::endBroken(std::size_t from)
{
    const std::size_t next = lineOfNextRecord(m_text.size());
    return endBrokenBefore(next != kNowhere ? next : objectLine(from, kAnyColumn));
}

/// The next line before @p limit that begins with an object no further right than the record, so that it is none of
/// the record's own; kNowhere where there is none.
std::size_t JsonRecords::lineOfNextRecord(std::size_t limit) const
{
    const std::string_view before =
        m_text.substr(m_begin - std::min(m_begin, kWidestMargin), std::min(m_begin, kWidestMargin));
    const std::size_t lineEnd = before.rfind('\n');
    const std::size_t column = lineEnd == kNowhere ? before.size() : before.size() - lineEnd - 1;
    return objectLine(m_begin, column, limit);
}

/// The object that begins a line after @p from and before @p limit, at most @p column characters into it; kNowhere
/// where there is none.
std::size_t JsonRecords::objectLine(std::size_t from, std::size_t column, std::size_t limit) const
{
    const std::string_view text = m_text.substr(0, limit);
    for (std::size_t line = text.find('\n', from); line != kNowhere; line = text.find('\n', line + 1)) {
        const std::size_t place = text.find_first_not_of(" \t\x1e", line + 1);
        if (place != kNowhere && text[place] == '{' && place - line - 1 <= column)
            return place;
    }
    return kNowhere;
}

/// Ends the record as a broken one; reading goes on with the object at @p next, or ends.
bool JsonRecords::endBrokenBefore(std::size_t next)
{
    m_broken = true;
    m_position = m_end = std::min(next, m_text.size());
    while (m_end > m_begin && (classOf(m_text[m_end - 1]) & kBlank) != 0)
        --m_end;
    return true;
}

} // namespace clicksieve

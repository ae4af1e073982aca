// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/jsonwriter.h"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace clicksieve {

namespace {

constexpr std::size_t kIndent = 2;

} // namespace

void JsonWriter::key(std::string_view name)
{
    beginValue();
    quoted(name);
    m_text += ": ";
    m_afterKey = true;
}

void JsonWriter::value(std::string_view text)
{
    beginValue();
    quoted(text);
}

void JsonWriter::value(std::uint64_t number)
{
    raw(std::to_string(number));
}

void JsonWriter::value(double number)
{
    if (!std::isfinite(number))
        return null();
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    raw({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

std::string JsonWriter::take()
{
    return std::exchange(m_text, {});
}

void JsonWriter::open(char bracket)
{
    beginValue();
    m_text += bracket;
    m_filled.push_back(false);
}

void JsonWriter::close(char bracket)
{
    const bool filled = m_filled.back();
    m_filled.pop_back();
    if (filled)
        newLine();
    m_text += bracket;
    if (m_filled.empty())
        m_text += '\n';
}

void JsonWriter::raw(std::string_view text)
{
    beginValue();
    m_text += text;
}

/// A value after its key stands on the key's line; everything else begins a new one.
void JsonWriter::beginValue()
{
    if (std::exchange(m_afterKey, false) || m_filled.empty())
        return;
    if (m_filled.back())
        m_text += ',';
    m_filled.back() = true;
    newLine();
}

void JsonWriter::newLine()
{
    m_text += '\n';
    m_text.append(m_filled.size() * kIndent, ' ');
}

void JsonWriter::quoted(std::string_view text)
{
    static constexpr std::string_view kHex = "0123456789abcdef";
    m_text += '"';
    for (const char character : text) {
        const auto code = static_cast<unsigned char>(character);
        if (character == '"' || character == '\\') {
            m_text += '\\';
            m_text += character;
        } else if (code < 0x20U) {
            m_text += "\\u00";
            m_text += kHex[code >> 4U];
            m_text += kHex[code & 0xFU];
        } else {
            m_text += character;
        }
    }
    m_text += '"';
}

} // namespace clicksieve

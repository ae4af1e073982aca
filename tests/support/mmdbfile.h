// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace clicksieve::tests {

/// Writes small MaxMind DB files (format 2.0, IPv4, records of 24 bits) for tests: networks with a number and a name.
class MmdbFile {
public:
    explicit MmdbFile(std::string kind = "GeoLite2-ASN") : m_kind(std::move(kind)) {}

    /// @p address of @p bits leading bits, such as 0x285C0000 and 15 for 40.92.0.0/15. Networks do not overlap.
    MmdbFile &add(std::uint32_t address, int bits, std::uint32_t number, const std::string &name)
    {
        std::size_t node = 0;
        for (int bit = 0; bit < bits; ++bit) {
            const std::size_t side = (address >> (31 - bit)) & 1U;
            if (bit == bits - 1) {
                m_nodes[node][side] = {Record::Data, m_data.size()};
            } else {
                if (m_nodes[node][side].kind == Record::Empty) {
                    m_nodes[node][side] = {Record::Node, m_nodes.size()};
                    m_nodes.emplace_back();
                }
                node = m_nodes[node][side].value;
            }
        }
        m_data += map(2) + text("autonomous_system_number") + number32(number)
                  + text("autonomous_system_organization") + text(name);
        return *this;
    }

    [[nodiscard]] QByteArray bytes() const
    {
        constexpr std::size_t kSeparator = 16;
        std::string tree;
        for (const auto &node : m_nodes) {
            for (const Record &record : node) {
                const std::size_t value = record.kind == Record::Node ? record.value
                                          : record.kind == Record::Data
                                              ? m_nodes.size() + kSeparator + record.value
                                              : m_nodes.size();
                tree +=
                    {static_cast<char>(value >> 16), static_cast<char>(value >> 8), static_cast<char>(value)};
            }
        }
        const std::string metadata =
            map(9) + text("binary_format_major_version") + number16(2) + text("binary_format_minor_version")
            + number16(0) + text("build_epoch") + number64(1'780'000'000) + text("database_type")
            + text(m_kind) + text("description") + map(0) + text("ip_version") + number16(4)
            + text("languages") + std::string("\x00\x04", 2) + text("node_count")
            + number32(static_cast<std::uint32_t>(m_nodes.size())) + text("record_size") + number16(24);
        return QByteArray::fromStdString(tree + std::string(kSeparator, '\0') + m_data
                                         + "\xab\xcd\xefMaxMind.com" + metadata);
    }

private:
    struct Record {
        enum Kind { Empty, Node, Data };
        Kind kind = Empty;
        std::size_t value = 0;
    };

    static std::string map(int pairs) { return {static_cast<char>(0xE0 | pairs)}; }
    static std::string text(const std::string &value)
    {
        // Sizes from 29 on stand in a byte of their own.
        const std::size_t size = value.size();
        std::string head = size < 29
                               ? std::string{static_cast<char>(0x40 | size)}
                               : std::string{static_cast<char>(0x40 | 29), static_cast<char>(size - 29)};
        return head + value;
    }
    static std::string bigEndian(std::uint64_t value, int bytes)
    {
        std::string out;
        for (int place = bytes - 1; place >= 0; --place)
            out += static_cast<char>(value >> (8 * place));
        return out;
    }
    static std::string number16(std::uint64_t value) { return std::string{char(0xA2)} + bigEndian(value, 2); }
    static std::string number32(std::uint64_t value) { return std::string{char(0xC4)} + bigEndian(value, 4); }
    static std::string number64(std::uint64_t value)
    {
        return std::string{char(0x08), char(0x02)} + bigEndian(value, 8);
    }

    std::string m_kind;
    std::vector<std::array<Record, 2>> m_nodes = std::vector<std::array<Record, 2>>(1);
    std::string m_data;
};

} // namespace clicksieve::tests

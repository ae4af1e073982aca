// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/eventgenerator.h"

#include <cstdio>
#include <string>
#include <string_view>

namespace clicksieve::bench {

enum class Output { Csv, JsonLines };

/// Writes generated events as an export: CSV with a header, or a line of JSON an event, as SendGrid's webhook
/// sends them. Ends the program with a sentence where the disk is full.
class EventWriter {
public:
    /// @p file is open for writing and lives longer. @p seed makes the event ids.
    EventWriter(std::FILE *file, Output output, const Population &population, std::uint64_t seed);

    void write(const GeneratedEvent &event);
    /// Hands everything on to the file; call it at the end. Bytes written so far.
    std::size_t flush();

private:
    void writeCsv(const GeneratedEvent &event);
    void writeJson(const GeneratedEvent &event);
    void cell(std::string_view text);
    void appendId();
    void appendTime(std::uint32_t time);
    void appendUrl(const GeneratedEvent &event);
    void appendAddress(const GeneratedEvent &event);

    std::FILE *m_file;
    Output m_output;
    const Population &m_population;
    simulator::Random m_ids;
    std::string m_buffer;
    std::size_t m_written = 0;
};

} // namespace clicksieve::bench

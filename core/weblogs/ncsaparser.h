// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weblogs/logparser.h"

#include <array>
#include <string>
#include <string_view>

namespace clicksieve {

/// Reads the lines of Apache, nginx, Varnish, Traefik, Fastly and their like: the common and combined log formats, with or
/// without the name of the site in front, a syslog prefix, a list of forwarding addresses, and further fields at the end. It
/// goes by the time in brackets, which all have, so that lines of several of these formats may be mixed. One thread.
class NcsaParser : public LogParser {
public:
    /// @param stamp what the server is known to stamp; the line does not say
    explicit NcsaParser(LogRequest::Stamp stamp = LogRequest::Stamp::Unknown) : m_stamp(stamp) {}

    [[nodiscard]] const char *parse(std::string_view line, LogRequest &request) override;

private:
    [[nodiscard]] const char *readFront(std::string_view front, LogRequest &request);
    [[nodiscard]] static const char *readTime(std::string_view text, LogRequest &request);
    [[nodiscard]] const char *readRest(std::string_view rest, LogRequest &request);
    void readRequest(std::string_view logged, LogRequest &request);
    void readExtra(std::string_view extra, bool isQuoted, LogRequest &request);
    [[nodiscard]] std::string_view clientOf(std::string_view list, LogRequest &request) const;
    [[nodiscard]] std::string_view decoded(std::string_view logged);

    LogRequest::Stamp m_stamp;
    std::array<std::string, 8> m_decoded; ///< of the line read last
    std::size_t m_decodedUsed = 0;
};

} // namespace clicksieve

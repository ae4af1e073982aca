// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace clicksieve {

/// One request as a web server logged it, decoded. Texts are views that live until the next line is parsed; empty where the
/// log does not say ("-" counts as not said).
struct LogRequest {
    /// Which end of the request the server stamps.
    enum class Stamp : std::uint8_t { Start, End, Unknown };

    std::int64_t time = 0; ///< microseconds since 1970-01-01T00:00:00Z, as stamped
    Stamp stamp = Stamp::Unknown;
    bool hasZone = true;                  ///< false: the log names no zone, and the time was taken for UTC
    std::optional<std::int64_t> duration; ///< microseconds that the server took
    std::string_view client;              ///< address or host name of who asked
    std::string_view forwarded;           ///< what a proxy in front says of who asked; anybody can write it
    std::string_view host;                ///< of the site, where the server has several
    std::string_view user;
    std::string_view method; ///< empty where there is no request in words (TLS on a plain port, a timeout)
    std::string_view path;
    std::string_view query; ///< without "?", undecoded
    std::string_view protocol;
    std::uint16_t status = 0;           ///< 0 where the log has none (the client went away)
    std::optional<std::uint64_t> bytes; ///< of the answer
    std::string_view referer;
    std::string_view agent;

    /// When the request came: the stamp, less the duration where it is of the end. Microseconds.
    [[nodiscard]] std::int64_t arrival() const
    {
        return stamp == Stamp::End && duration ? time - *duration : time;
    }
};

} // namespace clicksieve

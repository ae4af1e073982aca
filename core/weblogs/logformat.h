// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weblogs/logparser.h"
#include "core/weblogs/logtime.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace clicksieve {

/// What a field of a log can be.
enum class LogField : std::uint8_t {
    Time,
    Date, ///< of Time, where the two stand apart
    Duration,
    Client,
    Forwarded,
    Host,
    User,
    Method,
    Target,  ///< path and query, or a whole address
    Path,    ///< alone
    Query,   ///< alone
    Request, ///< "GET /a?b HTTP/1.1"
    Protocol,
    Status,
    Bytes,
    Referer,
    Agent,
    Count
};

/// One kind of log: resources/logformats/*.json, each with sample lines. Immutable.
struct LogFormat {
    enum class Engine : std::uint8_t {
        Ncsa,   ///< by the time in brackets
        Fields, ///< a line "#Fields:" names the columns
        Json    ///< an object a line
    };
    /// How texts are written in a Fields log.
    enum class Decoding : std::uint8_t {
        None,
        Plus,   ///< "+" for a blank (IIS)
        Percent ///< "%20", in old files twice (CloudFront)
    };

    QString id;
    QString title;
    Engine engine = Engine::Ncsa;
    LogRequest::Stamp stamp = LogRequest::Stamp::Unknown;
    char separator = ' '; ///< of Fields
    Decoding decoding = Decoding::None;
    DurationUnit durationUnit = DurationUnit::Seconds;
    /// Fields: names of columns. Json: pointers such as /httpRequest/status, tried in that order.
    std::vector<std::pair<std::string, LogField>> names;
    /// Json: pointer and text that a line must have to count, where there is one: a log may have each request twice.
    std::pair<std::string, std::string> onlyWhere;

    [[nodiscard]] std::unique_ptr<LogParser> makeParser() const;
};

/// The shipped formats. They are part of the program and tested with it, so loading them cannot fail.
[[nodiscard]] const std::vector<LogFormat> &shippedLogFormats();

/// The format that reads most of @p lines, the first of equals; null where none reads any.
[[nodiscard]] const LogFormat *logFormatOf(const std::vector<std::string> &lines);

/// Whether it can be one, such as GET; anything else is no request in words.
[[nodiscard]] bool isMethod(std::string_view word);
/// Takes a target or whole address apart into path, query and, where it has one, host.
void setTarget(std::string_view target, LogRequest &request);
/// Takes "GET /a?b HTTP/1.1" apart; leaves the request alone where that is no request in words.
void setRequestLine(std::string_view line, LogRequest &request);

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/sourceinfo.h"
#include "core/weblogs/campaigntraffic.h"
#include "core/weblogs/clockskew.h"
#include "core/weblogs/secondseries.h"

#include <QString>

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace clicksieve {

class JobContext;

/// One log that was read.
struct LogFile {
    QString name;
    QString format; ///< its title
    std::uint64_t lines = 0;
    std::uint64_t requests = 0;
    std::uint64_t rejectedLines = 0;
    std::vector<RejectedRow> rejected; ///< the first of them
    static constexpr std::size_t kKeptRejected = 100;
};

/// What a parameter of the addresses does to a cache.
struct ParameterUse {
    std::string name;
    bool tellsRecipients = false; ///< a service is known to put a recipient's id there
    std::uint64_t requests = 0;   ///< that carry it
    std::uint64_t values = 0;     ///< different ones; at least, where isMore
    bool isMore = false;
};

using Ranking = std::vector<std::pair<std::string, std::uint64_t>>; ///< most first

/// What web servers logged, and what of it belongs to the campaigns of an export. Times are those of the server.
struct WebLog {
    std::vector<LogFile> files;
    SecondSeries series;
    std::uint64_t requests = 0;
    std::uint64_t zoneless = 0; ///< requests whose time names no zone; taken for UTC
    std::int64_t first = 0;     ///< seconds since 1970, of the earliest and the latest request
    std::int64_t last = 0;
    std::array<std::uint64_t, kRequestClasses> byClass{};
    std::array<std::uint64_t, kRequestReasons> byReason{};
    std::map<std::uint16_t, std::uint64_t> byStatus;
    std::optional<ClockSkew::Estimate> skew; ///< nothing without an export, or where it cannot be told
    std::optional<std::int64_t>
        send; ///< seconds, by the server's clock: when the export's first mail was sent

    // Of the requests of campaigns alone (of all with a query, without an export):
    std::uint64_t ofCampaigns = 0;
    std::uint64_t addresses = 0;           ///< different addresses of pages, parameters included
    std::uint64_t addressesWithoutIds = 0; ///< the same without parameters that tell recipients
    std::vector<ParameterUse> parameters;  ///< most different values first
    Ranking pages;                         ///< paths
    Ranking networks;                      ///< /24 and /48, of scanners
    Ranking agents;                        ///< of scanners
};

/// What is to be read.
struct WebLogRequest {
    QStringList paths;
    /// What the times of the logs are of, where the format does not tell.
    LogRequest::Stamp stamp = LogRequest::Stamp::Unknown;
    std::optional<Analysis> analysis; ///< the export to be laid beside it
};

/// Recognises the format of each log and reads it line by line, twice where there is an export: first to set the clocks. Errors: Unreadable, Unrecognised
/// (no line of any log is a request), Cancelled. Lines that are none are counted with their reasons.
[[nodiscard]] Result<std::shared_ptr<const WebLog>> readWebLogs(const WebLogRequest &request,
                                                                JobContext &context);

} // namespace clicksieve

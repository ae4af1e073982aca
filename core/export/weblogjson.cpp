// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/weblogjson.h"

#include "core/export/isotime.h"
#include "core/export/jsonmember.h"
#include "core/export/outputfile.h"
#include "core/weblogs/loadstory.h"
#include "core/weblogs/weblog.h"

namespace clicksieve {

namespace {

constexpr std::array<std::string_view, kRequestClasses> kClasses = {"background", "scanner", "person",
                                                                    "unattributed"};
constexpr std::array<std::string_view, kRequestReasons> kReasons = {
    "none", "recipient_id", "same_client", "scrambled_id", "campaign_parameter", "campaign_page"};

std::string isoSecond(std::int64_t second)
{
    return isoTime(second * 1'000);
}

template <typename Counts, typename Names>
void writeCounts(JsonWriter &json, std::string_view key, const Counts &counts, const Names &names)
{
    json.key(key);
    json.beginObject();
    for (std::size_t which = 0; which < names.size(); ++which)
        member(json, names[which], std::uint64_t{counts[which]});
    json.endObject();
}

void writeFiles(JsonWriter &json, const WebLog &log)
{
    json.key("files");
    json.beginArray();
    for (const LogFile &file : log.files) {
        json.beginObject();
        member(json, "file", file.name);
        member(json, "format", file.format);
        member(json, "lines", file.lines);
        member(json, "requests", file.requests);
        member(json, "rejected", file.rejectedLines);
        json.endObject();
    }
    json.endArray();
}

void writeRejected(JsonWriter &json, const WebLog &log)
{
    json.key("rejected");
    json.beginArray();
    for (const LogFile &file : log.files) {
        for (const RejectedRow &row : file.rejected) {
            json.beginObject();
            member(json, "file", file.name);
            member(json, "line", row.row);
            member(json, "reason", row.reason);
            json.endObject();
        }
    }
    json.endArray();
}

void writeSkew(JsonWriter &json, const WebLog &log)
{
    json.key("clock");
    if (!log.skew)
        return json.null();
    json.beginObject();
    member(json, "ahead", static_cast<double>(log.skew->ahead) / 1'000);
    member(json, "pairs", std::uint64_t{log.skew->pairs});
    member(json, "is_time_zone", log.skew->isTimeZone());
    json.endObject();
}

void writeStory(JsonWriter &json, const LoadStory &story)
{
    json.key("after_send");
    json.beginObject();
    member(json, "from", std::string_view(isoSecond(story.from)));
    member(json, "seconds", static_cast<std::uint64_t>(LoadStory::kLooked));
    writeCounts(json, "requests", story.counts.requests, kClasses);
    member(json, "errors", std::uint64_t{story.counts.errors});
    json.key("peak");
    json.beginObject();
    member(json, "at", std::string_view(isoSecond(story.peakAt)));
    writeCounts(json, "requests", story.peak.requests, kClasses);
    json.endObject();
    json.key("first_error");
    if (story.firstErrorAt)
        json.value(std::string_view(isoSecond(*story.firstErrorAt)));
    else
        json.null();
    json.key("excess");
    if (story.excess) {
        json.beginObject();
        member(json, "expected", story.excess->expected);
        member(json, "more", story.excess->more);
        member(json, "margin", story.excess->margin);
        member(json, "days", story.excess->days);
        json.endObject();
    } else {
        json.null();
    }
    json.endObject();
}

void writeRanking(JsonWriter &json, std::string_view key, const Ranking &ranking)
{
    json.key(key);
    json.beginArray();
    for (const auto &[text, requests] : ranking) {
        json.beginObject();
        member(json, "text", std::string_view(text));
        member(json, "requests", requests);
        json.endObject();
    }
    json.endArray();
}

void writeAddresses(JsonWriter &json, const WebLog &log)
{
    json.key("addresses");
    json.beginObject();
    member(json, "requests", log.ofCampaigns);
    member(json, "different", log.addresses);
    member(json, "different_without_ids", log.addressesWithoutIds);
    json.endObject();
    json.key("parameters");
    json.beginArray();
    for (const ParameterUse &use : log.parameters) {
        json.beginObject();
        member(json, "name", std::string_view(use.name));
        member(json, "tells_recipients", use.tellsRecipients);
        member(json, "requests", use.requests);
        member(json, "values", use.values);
        member(json, "is_more", use.isMore);
        json.endObject();
    }
    json.endArray();
}

} // namespace

std::string webLogJson(const WebLog &log, const LoadStory &story)
{
    JsonWriter json;
    json.beginObject();
    writeFiles(json, log);
    member(json, "requests", log.requests);
    member(json, "zoneless", log.zoneless);
    member(json, "first", std::string_view(isoSecond(log.first)));
    member(json, "last", std::string_view(isoSecond(log.last)));
    writeSkew(json, log);
    writeCounts(json, "classes", log.byClass, kClasses);
    writeCounts(json, "reasons", log.byReason, kReasons);
    json.key("statuses");
    json.beginObject();
    for (const auto &[status, requests] : log.byStatus)
        member(json, std::to_string(status), requests);
    json.endObject();
    writeStory(json, story);
    writeAddresses(json, log);
    writeRanking(json, "pages", log.pages);
    writeRanking(json, "networks", log.networks);
    writeRanking(json, "agents", log.agents);
    writeRejected(json, log);
    json.endObject();
    return json.take();
}

std::optional<Error> writeWebLogJson(const WebLog &log, const LoadStory &story, const QString &path)
{
    auto output = OutputFile::create(path);
    if (!output)
        return output.error();
    output.value()->write(std::string_view(webLogJson(log, story)));
    output.value()->write(std::string_view("\n"));
    return output.value()->commit();
}

} // namespace clicksieve

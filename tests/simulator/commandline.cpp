// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/commandline.h"

#include "simulator/isotime.h"
#include "simulator/scenario.h"

#include <algorithm>
#include <charconv>

namespace clicksieve::simulator {

namespace {

constexpr std::uint32_t mostRecipients = 10'000'000;
constexpr std::uint32_t mostLinks = 500;

template <typename Number>
bool readNumber(std::string_view text, Number &number)
{
    const char *end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, number);
    return result.ec == std::errc() && result.ptr == end;
}

bool readText(std::string_view text, std::string &target)
{
    target = text;
    return !text.empty();
}

bool readTime(std::string_view text, std::int64_t &timeMs)
{
    const auto parsed = IsoTime::parse(text);
    timeMs = parsed.value_or(0);
    return parsed.has_value();
}

bool inRange(const SimulationOptions &options)
{
    return options.recipients >= 1 && options.recipients <= mostRecipients && options.links >= 1
           && options.links <= mostLinks;
}

} // namespace

std::optional<CommandLine> CommandLine::parse(const std::vector<std::string_view> &arguments)
{
    CommandLine line;
    bool seeded = false;
    if (!line.takeScenario(arguments))
        return std::nullopt;
    for (std::size_t index = 0; index < arguments.size(); ++index) {
        if (arguments[index] == "--seconds") {
            line.shape.times = std::max(line.shape.times, ExportShape::Times::Seconds);
            continue;
        }
        if (index + 1 == arguments.size() || !line.take(arguments[index], arguments[index + 1]))
            return std::nullopt;
        seeded = seeded || arguments[index] == "--seed";
        ++index;
    }
    if (!seeded || line.eventFile.empty() || line.truthFile.empty() || !inRange(line.options))
        return std::nullopt;
    return line;
}

std::string_view CommandLine::usage()
{
    return "Usage: clicksieve-simulate --seed N [--recipients N] [--links N] [--campaign ID] [--sent-at ISO] "
           "[--seconds]\n"
           "                           [--scenario NAME] [--without ip|seconds|delivery]... --events FILE "
           "--truth FILE\n"
           "A scenario draws everything from the seed; what else is given overrules it.\n";
}

bool CommandLine::takeScenario(const std::vector<std::string_view> &arguments)
{
    const auto valueOf = [&arguments](std::string_view name) {
        const auto found = std::find(arguments.begin(), arguments.end(), name);
        return arguments.end() - found < 2 ? std::string_view() : *(found + 1);
    };
    scenario = valueOf("--scenario");
    if (scenario.empty())
        return true;
    const Scenario *kind = Scenario::find(scenario);
    std::uint64_t seed = 0;
    if (kind == nullptr || !readNumber(valueOf("--seed"), seed))
        return false;
    const Scenario::Draw drawn = kind->draw(seed);
    options = drawn.options;
    shape = drawn.shape;
    return true;
}

bool CommandLine::take(std::string_view name, std::string_view value)
{
    if (name == "--seed")
        return !scenario.empty() || readNumber(value, options.seed); // a scenario has drawn from it
    if (name == "--scenario")
        return true; // see takeScenario()
    if (name == "--without")
        return shape.leaveOut(value);
    if (name == "--recipients")
        return readNumber(value, options.recipients);
    if (name == "--links")
        return readNumber(value, options.links);
    if (name == "--campaign")
        return readText(value, options.campaign);
    if (name == "--sent-at")
        return readTime(value, options.sendTimeMs);
    if (name == "--events")
        return readText(value, eventFile);
    return name == "--truth" && readText(value, truthFile);
}

} // namespace clicksieve::simulator

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weblogs/logformat.h"
#include "fuzz/target.h"

#include <string>
#include <vector>

using namespace clicksieve;
using namespace clicksieve::fuzz;

namespace {

std::vector<std::string> linesOf(std::string_view text)
{
    std::vector<std::string> lines; // each by itself, so that the memory checker sees its end
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

void requireSensible(const LogRequest &request)
{
    constexpr std::int64_t kMicroseconds = 1'000'000;
    constexpr std::int64_t kYear = 31'557'600;
    require(request.time > -10'000 * kYear * kMicroseconds && request.time < 10'000 * kYear * kMicroseconds,
            "a time lies in the years of four digits");
    require(!request.duration || *request.duration >= 0, "nothing takes less than no time");
    require(request.query.find('?') == std::string_view::npos
                || request.path.find('?') == std::string_view::npos,
            "the first question mark parts path and query");
    require(request.method.find(' ') == std::string_view::npos, "a method is a word");
}

} // namespace

/// The text is a log: each line by each format.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::vector<std::string> lines = linesOf({reinterpret_cast<const char *>(data), size});
    for (const LogFormat &format : shippedLogFormats()) {
        const auto parser = format.makeParser();
        for (const std::string &line : lines) {
            LogRequest request;
            if (!parser->takeDirective(line) && parser->parse(line, request) == nullptr)
                requireSensible(request);
        }
    }
    static_cast<void>(logFormatOf(lines));
    return 0;
}

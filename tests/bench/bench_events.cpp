// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/eventgenerator.h"
#include "bench/eventwriter.h"

#include <charconv>
#include <optional>
#include <string_view>

namespace {

using namespace clicksieve::bench;

struct Options {
    std::size_t rows = 0;
    const char *file = nullptr;
    std::uint64_t seed = 1;
    Output output = Output::Csv;
};

template <typename Number>
bool readNumber(std::string_view text, Number &number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

std::optional<Options> readOptions(int argc, char *argv[])
{
    Options options;
    if (argc < 3 || !readNumber(argv[1], options.rows) || options.rows == 0)
        return std::nullopt;
    options.file = argv[2];
    for (int place = 3; place < argc; ++place) {
        const std::string_view option = argv[place];
        if (option == "--json")
            options.output = Output::JsonLines;
        else if (option != "--seed" || ++place == argc || !readNumber(argv[place], options.seed))
            return std::nullopt;
    }
    return options;
}

} // namespace

/// clicksieve-bench-events ROWS FILE [--json] [--seed N]: writes a made-up export with that many events.
int main(int argc, char *argv[])
{
    const std::optional<Options> options = readOptions(argc, argv);
    if (!options) {
        std::fprintf(stderr, "usage: clicksieve-bench-events ROWS FILE [--json] [--seed N]\n");
        return 2;
    }
    std::FILE *file = std::fopen(options->file, "wb");
    if (file == nullptr) {
        std::perror(options->file);
        return 4;
    }
    EventGenerator generator(options->seed, options->rows);
    EventWriter writer(file, options->output, generator.population(), options->seed);
    for (const GeneratedEvent &event : generator.events())
        writer.write(event);
    const std::size_t bytes = writer.flush();
    std::fclose(file);
    std::printf("%zu events of %zu recipients, %zu bytes\n", options->rows,
                generator.population().recipients.size(), bytes);
    return 0;
}

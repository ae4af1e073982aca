// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/verdictcsv.h"

#include "core/detect/verdicts.h"
#include "core/events/eventtable.h"
#include "core/export/csvcell.h"
#include "core/export/isotime.h"
#include "core/export/outputfile.h"
#include "core/jobs/jobcontext.h"

#include <array>
#include <cstdio>
#include <string>

namespace clicksieve {

namespace {

constexpr std::size_t kEventsBetweenStops = 4'096;

void appendProbability(std::string &line, double probability)
{
    std::array<char, 16> text{};
    line.append(text.data(),
                static_cast<std::size_t>(std::snprintf(text.data(), text.size(), "%.4f", probability)));
}

std::string_view actorWord(const Verdicts &verdicts, std::size_t event)
{
    return verdicts.isMachine(event) ? wordFor(verdicts.actor(event).kind) : std::string_view("person");
}

} // namespace

std::optional<Error> writeVerdicts(const EventTable &table, const Verdicts &verdicts, const QString &path,
                                   JobContext &context)
{
    auto output = OutputFile::create(path);
    if (!output)
        return output.error();
    using namespace std::string_view_literals;
    output.value()->write("source,row,event,recipient,campaign,time,verdict,probability,actor,signals\n"sv);
    std::string line;
    for (std::size_t source = 0; source < table.sources().size(); ++source) {
        const std::string name = table.sources()[source].name.toStdString();
        const auto [first, last] = table.eventsOf(SourceIndex{source});
        for (std::size_t event = first; event < last; ++event) {
            if (event % kEventsBetweenStops == 0 && context.stopRequested())
                return Error{Error::Kind::Cancelled, QStringLiteral("Stopped.")};
            if (!isAction(table.type(event)))
                continue;
            line.clear();
            appendCsvCell(line, name);
            line += ',';
            line += std::to_string(table.row(event));
            line += ',';
            line += wordFor(table.type(event));
            line += ',';
            appendCsvCell(line, table.recipientText(table.recipient(event)));
            line += ',';
            appendCsvCell(line, table.campaignId(table.campaign(event)));
            line += ',';
            line += isoTime(table.time(event));
            line += ',';
            line += wordFor(verdicts.verdict(event));
            line += ',';
            appendProbability(line, verdicts.probability(event));
            line += ',';
            line += actorWord(verdicts, event);
            line += ',';
            verdicts.appendSignalIds(event, line);
            line += '\n';
            output.value()->write(line);
        }
    }
    return output.value()->commit();
}

} // namespace clicksieve

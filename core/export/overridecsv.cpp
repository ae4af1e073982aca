// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/overridecsv.h"

#include "core/detect/verdict.h"
#include "core/events/eventtable.h"
#include "core/export/csvcell.h"
#include "core/export/isotime.h"
#include "core/export/outputfile.h"
#include "core/export/overridefinder.h"
#include "core/ingest/csvreader.h"
#include "core/ingest/filebytes.h"
#include "core/jobs/jobcontext.h"

#include <QFileInfo>

#include <algorithm>
#include <array>
#include <string>

namespace clicksieve {

namespace {

enum Column : std::size_t {
    Scope,
    Whose,
    Campaign,
    Recipient,
    Domain,
    Event,
    Time,
    Link,
    Address,
    Program,
    ColumnCount
};
constexpr std::array<std::string_view, ColumnCount> kColumns = {
    "scope", "verdict", "campaign", "recipient", "domain", "event", "time", "link", "address", "program"};
constexpr std::array<std::string_view, 5> kScopes = {"event", "message", "client", "link",
                                                     "domain"}; ///< in the order of Override::Scope

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF"; ///< of spreadsheets

using Cells = std::array<std::string, ColumnCount>;

void describeMessage(Cells &cells, const EventTable &table, CampaignIndex campaign, RecipientIndex recipient)
{
    cells[Campaign] = table.campaignId(campaign);
    cells[Recipient] = table.recipientText(recipient);
}

void describeClient(Cells &cells, const EventTable &table, ClientIndex client)
{
    cells[Address] = table.addressText(client);
    cells[Program] = table.agentText(client);
}

void describeEvent(Cells &cells, const EventTable &table, std::size_t event)
{
    describeMessage(cells, table, table.campaign(event), table.recipient(event));
    describeClient(cells, table, table.client(event));
    cells[Event] = wordFor(table.type(event));
    cells[Time] = isoTime(table.time(event));
    cells[Link] = table.urlText(table.url(event));
}

Cells cellsOf(const EventTable &table, const Override &override)
{
    Cells cells;
    cells[Scope] = kScopes[static_cast<std::size_t>(override.scope)];
    cells[Whose] = wordFor(override.isMachine ? Verdict::Machine : Verdict::Human);
    switch (override.scope) {
    case Override::Scope::Event:
        describeEvent(cells, table, override.id);
        break;
    case Override::Scope::Message:
        describeMessage(cells, table, table.messages().campaign(override.id),
                        table.messages().recipient(override.id));
        break;
    case Override::Scope::Client:
        describeClient(cells, table, ClientIndex{override.id});
        break;
    case Override::Scope::Link:
        cells[Link] = table.linkText(LinkIndex{override.id});
        break;
    case Override::Scope::Domain:
        cells[Domain] = table.domainText(DomainIndex{override.id});
        break;
    }
    return cells;
}

template <typename Texts>
std::string lineOf(const Texts &cells)
{
    std::string line;
    for (const auto &cell : cells) {
        if (&cell != &cells.front())
            line += ',';
        appendCsvCell(line, cell);
    }
    return line + '\n';
}

/// Where each column stands in the header; nullopt where one is missing.
std::optional<std::array<std::size_t, ColumnCount>> placesIn(std::span<const std::string_view> header)
{
    std::array<std::size_t, ColumnCount> places{};
    for (std::size_t column = 0; column < kColumns.size(); ++column) {
        const auto found = std::ranges::find(header, kColumns[column]);
        if (found == header.end())
            return std::nullopt;
        places[column] = static_cast<std::size_t>(found - header.begin());
    }
    return places;
}

/// Turns the rows of a file into overrides of a table.
class OverrideReader {
public:
    OverrideReader(const EventTable &table, std::array<std::size_t, ColumnCount> places)
        : m_finder(table)
        , m_places(places)
    {
    }

    /// The reason where the row is no override that can be used.
    std::optional<QString> read(std::span<const std::string_view> cells, OverrideList &list)
    {
        if (cells.size() <= std::ranges::max(m_places))
            return QStringLiteral("The row has fewer cells than the header.");
        const auto cell = [&](Column column) { return cells[m_places[column]]; };
        const auto scope = std::ranges::find(kScopes, cell(Scope));
        if (scope == kScopes.end())
            return QStringLiteral("\"scope\" is none of event, message, client, link, domain.");
        const bool isMachine = cell(Whose) == wordFor(Verdict::Machine);
        if (!isMachine && cell(Whose) != wordFor(Verdict::Human))
            return QStringLiteral("\"verdict\" is neither human nor machine.");
        const auto which = static_cast<Override::Scope>(scope - kScopes.begin());
        const auto id = m_finder.find(which, {cell(Campaign), cell(Recipient), cell(Domain), cell(Event),
                                              cell(Time), cell(Link), cell(Address), cell(Program)});
        if (!id)
            return QStringLiteral("What it is of is not in the files that are open.");
        list.push_back({which, *id, isMachine});
        return std::nullopt;
    }

private:
    OverrideFinder m_finder;
    std::array<std::size_t, ColumnCount> m_places;
};

Error notOverrides(const QString &path)
{
    return {Error::Kind::Unrecognised,
            QStringLiteral(
                "%1 is no list of verdicts that Clicksieve saved: its first line must name the columns %2.")
                .arg(QFileInfo(path).fileName(), QString::fromStdString(lineOf(kColumns)).trimmed())};
}

} // namespace

std::optional<Error> writeOverrides(const EventTable &table, const OverrideList &list, const QString &path)
{
    auto output = OutputFile::create(path);
    if (!output)
        return output.error();
    output.value()->write(std::string_view(lineOf(kColumns)));
    for (const Override &override : list)
        output.value()->write(std::string_view(lineOf(cellsOf(table, override))));
    return output.value()->commit();
}

Result<OverridesRead> readOverrides(const EventTable &table, const QString &path, JobContext &context)
{
    const auto bytes = FileBytes::open(path);
    if (!bytes)
        return bytes.error();
    const std::string_view text = bytes.value()->view();
    CsvReader rows(text, ',', text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
    const auto places = rows.next() ? placesIn(rows.cells()) : std::nullopt;
    if (!places)
        return notOverrides(path);
    OverridesRead result;
    OverrideReader reader(table, *places);
    for (std::uint64_t row = 1; rows.next(); ++row) {
        if (context.stopRequested())
            return Error{Error::Kind::Cancelled, QStringLiteral("Stopped.")};
        if (const auto reason = reader.read(rows.cells(), result.list))
            result.rejected.push_back({row, *reason});
    }
    return result;
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateways/mailserverfile.h"

#include "core/ingest/cellview.h"
#include "core/ingest/csvreader.h"
#include "core/ingest/recordfault.h"
#include "core/ingest/sourcetext.h"
#include "core/jobs/jobcontext.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <span>

namespace clicksieve {

namespace {

constexpr std::uint64_t kRowsBetweenLooks = 4'096; ///< at whether to stop

/// Where in a row things stand.
struct Columns {
    static constexpr std::size_t kNone = SIZE_MAX;
    std::size_t domain = 0;
    std::size_t server = 1;
    std::size_t preference = kNone;
    bool hasHeader = false;
};

char delimiterOf(std::string_view text)
{
    const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    constexpr std::array kDelimiters = {',', ';', '\t', '|'};
    return *std::max_element(kDelimiters.begin(), kDelimiters.end(), [&line](char one, char other) {
        return std::count(line.begin(), line.end(), one) < std::count(line.begin(), line.end(), other);
    });
}

/// Lower case, letters alone: "Mail server" and "mail_server" are one.
std::string lettersOf(std::string_view cell)
{
    std::string letters;
    for (const char character : cell) {
        if (character >= 'A' && character <= 'Z')
            letters += static_cast<char>(character - 'A' + 'a');
        else if (character >= 'a' && character <= 'z')
            letters += character;
    }
    return letters;
}

Columns columnsOf(std::span<const std::string_view> first)
{
    static const std::array<std::string_view, 5> kDomain = {"domain", "domainname", "recipientdomain", "host",
                                                            "name"};
    static const std::array<std::string_view, 10> kServer = {
        "mx",           "mailserver", "mailservers", "exchanger", "exchange", "mailexchanger",
        "mailexchange", "mxhost",     "mxrecord",    "mxrecords"};
    static const std::array<std::string_view, 4> kPreference = {"preference", "priority", "pref", "prio"};
    const auto placeOf = [first](const auto &names) {
        for (std::size_t place = 0; place < first.size(); ++place) {
            if (std::find(names.begin(), names.end(), lettersOf(first[place])) != names.end())
                return place;
        }
        return Columns::kNone;
    };
    const Columns named{placeOf(kDomain), placeOf(kServer), placeOf(kPreference), true};
    return named.domain != Columns::kNone && named.server != Columns::kNone ? named : Columns{};
}

/// The reader of one file. Each row ends in servers of the result, or in a reason.
class MailServerReader {
public:
    MailServerReader(MailServerFile &result, Columns columns) : m_result(result), m_columns(columns) {}

    void take(const CsvReader &reader)
    {
        ++m_result.rows;
        const QString problem =
            reader.fault() == CsvReader::Fault::None ? problemOf(reader.cells()) : faultSentence(reader);
        if (problem.isEmpty())
            return;
        ++m_result.rejectedRows;
        if (m_result.rejected.size() < SourceInfo::kRejectedKept)
            m_result.rejected.push_back({m_result.rows, problem});
    }

private:
    QString problemOf(std::span<const std::string_view> cells)
    {
        const std::string_view domainCell = cellAt(cells, m_columns.domain);
        const std::string_view serverCell = cellAt(cells, m_columns.server);
        if (domainCell.empty())
            return QStringLiteral("It names no domain.");
        const auto domain = MailServers::hostName(domainCell.substr(domainCell.rfind('@') + 1));
        if (!domain)
            return QStringLiteral("\"%1\" is no domain.").arg(shown(domainCell));
        if (serverCell.empty())
            return QStringLiteral("It names no mail server for %1.").arg(shown(domainCell));
        if (serverCell == ".") {
            m_result.servers.setNone(*domain);
            return {};
        }
        return addServers(*domain, serverCell, numberIn(cellAt(cells, m_columns.preference)).value_or(0));
    }

    QString addServers(const std::string &domain, std::string_view cell, int preference)
    {
        std::vector<MailServer> found;
        std::string_view rest = cell;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find_first_of(" ,;|"), rest.size());
            const std::string_view word = rest.substr(0, end);
            rest.remove_prefix(std::min(end + 1, rest.size()));
            if (word.empty())
                continue;
            if (const auto number = numberIn(word)) { // "10 mx.example.com"
                preference = *number;
                continue;
            }
            const auto name = MailServers::hostName(word);
            if (!name)
                return QStringLiteral("\"%1\" is no name of a mail server.").arg(shown(word));
            found.push_back({*name, preference});
        }
        if (found.empty())
            return QStringLiteral("\"%1\" is no name of a mail server.").arg(shown(cell));
        for (MailServer &server : found)
            m_result.servers.add(domain, std::move(server));
        return {};
    }

    static std::string_view cellAt(std::span<const std::string_view> cells, std::size_t place)
    {
        return place < cells.size() ? trimmed(cells[place]) : std::string_view();
    }

    static std::optional<int> numberIn(std::string_view word)
    {
        int number = 0;
        const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), number);
        return problem == std::errc() && end == word.data() + word.size() && !word.empty()
                   ? std::optional(number)
                   : std::nullopt;
    }

    MailServerFile &m_result;
    Columns m_columns;
};

} // namespace

Result<MailServerFile> readMailServers(const QString &path, JobContext &context)
{
    const auto text = SourceText::open(path, context);
    if (!text)
        return text.error();
    MailServerFile result;
    result.name = QFileInfo(path).fileName();
    CsvReader reader(text.value()->text(), delimiterOf(text.value()->text()));
    std::optional<MailServerReader> rows;
    while (reader.next()) {
        if (!rows) {
            const Columns columns = columnsOf(reader.cells());
            rows.emplace(result, columns);
            if (columns.hasHeader)
                continue;
        }
        rows->take(reader);
        if (result.rows % kRowsBetweenLooks == 0 && context.stopRequested())
            return Error{Error::Kind::Cancelled, QStringLiteral("Stopped.")};
    }
    result.servers.setLearned(QDateTime::currentMSecsSinceEpoch());
    if (result.servers.size() == 0)
        return Error{Error::Kind::Unrecognised,
                     QStringLiteral("%1 has no row with a domain and its mail server, such as "
                                    "\"company.example,mx1.company.example\".")
                         .arg(result.name)};
    return result;
}

QString rejectedSentence(const MailServerFile &file)
{
    if (file.rejectedRows == 0)
        return {};
    return QStringLiteral("%1: %2 of %3 rows could not be used. The first, row %4: %5")
        .arg(file.name)
        .arg(file.rejectedRows)
        .arg(file.rows)
        .arg(file.rejected.front().row)
        .arg(file.rejected.front().reason);
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planner/batchwriter.h"

#include "core/export/outputfile.h"
#include "core/ingest/csvreader.h"
#include "core/ingest/filebytes.h"
#include "core/jobs/jobcontext.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <numeric>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

namespace clicksieve {

namespace {

constexpr std::uint64_t kRowsBetweenStops = 4'096;
constexpr std::uint32_t kSeed = 1; ///< the same list gives the same batches

/// A row of the list.
struct Row {
    std::string_view text; ///< with its line end, if it has one
    std::string_view domain;
};

char delimiterOf(std::string_view text)
{
    const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    constexpr std::array kDelimiters = {',', ';', '\t', '|'};
    return *std::ranges::max_element(kDelimiters, {},
                                     [&line](char one) { return std::ranges::count(line, one); });
}

/// Of the first cell that looks like an e-mail address.
std::string_view domainIn(std::span<const std::string_view> cells)
{
    for (const std::string_view cell : cells) {
        const std::size_t at = cell.rfind('@');
        if (at != std::string_view::npos && at > 0 && cell.find('.', at) != std::string_view::npos
            && cell.find(' ') == std::string_view::npos)
            return cell.substr(at + 1);
    }
    return {};
}

/// The numbers of the rows in the order in which they are dealt out, one to each batch in turn.
std::vector<std::uint32_t> orderOf(const std::vector<Row> &rows, BatchDraw draw)
{
    std::vector<std::uint32_t> order(rows.size());
    std::iota(order.begin(), order.end(), 0U);
    std::mt19937 random(kSeed);
    for (std::size_t left = order.size(); left > 1; --left) // std::shuffle differs between libraries
        std::swap(order[left - 1], order[random() % left]);
    if (draw == BatchDraw::Random)
        return order;
    // One domain after the other: what is dealt out in turn is then spread evenly.
    std::unordered_map<std::string_view, std::uint32_t> rankOf;
    for (const std::uint32_t row : order)
        rankOf.emplace(rows[row].domain, static_cast<std::uint32_t>(rankOf.size()));
    std::ranges::stable_sort(order, {}, [&](std::uint32_t row) { return rankOf.at(rows[row].domain); });
    return order;
}

Error noList(const QString &list, const QString &why)
{
    return {Error::Kind::Unrecognised, QStringLiteral("%1 %2").arg(QFileInfo(list).fileName(), why)};
}

} // namespace

Result<WrittenBatches> writeBatches(const QString &list, const QString &folder, int batches, BatchDraw draw,
                                    JobContext &context)
{
    const auto bytes = FileBytes::open(list);
    if (!bytes)
        return bytes.error();
    const std::string_view text = bytes.value()->view();
    CsvReader reader(text, delimiterOf(text));
    std::string_view header;
    std::vector<Row> rows;
    WrittenBatches written;
    while (reader.next()) {
        if (rows.size() % kRowsBetweenStops == 0 && context.stopRequested())
            return Error{Error::Kind::Cancelled, QStringLiteral("Stopped.")};
        const std::string_view row = text.substr(reader.begin(), reader.end() - reader.begin());
        const std::string_view cell = domainIn(reader.cells());
        if (rows.empty() && header.empty() && cell.empty()) {
            header = text.substr(0, reader.end()); // with a byte order mark, if there is one
            continue;
        }
        // The reader's cells go with the next row; those of the text stay.
        const std::size_t place = cell.empty() ? std::string_view::npos : row.find(cell);
        rows.push_back(
            {row, place == std::string_view::npos ? std::string_view{} : row.substr(place, cell.size())});
        written.withoutAddress += cell.empty() ? 1 : 0;
    }
    if (rows.size() == written.withoutAddress)
        return noList(list, QStringLiteral("is no list of recipients: no row has an e-mail address."));
    if (rows.size() < static_cast<std::size_t>(batches))
        return noList(list, QStringLiteral("has fewer recipients than there are to be batches."));
    if (!QDir().mkpath(folder))
        return Error{Error::Kind::Unwritable, QStringLiteral("%1 cannot be made as a folder for the batches.")
                                                  .arg(QDir::toNativeSeparators(folder))};
    const std::vector<std::uint32_t> order = orderOf(rows, draw);
    const auto digits = static_cast<int>(std::to_string(batches).size());
    for (int batch = 0; batch < batches; ++batch) {
        const QString path = QDir(folder).filePath(
            QStringLiteral("batch-%1.csv").arg(batch + 1, std::max(2, digits), 10, QLatin1Char('0')));
        auto output = OutputFile::create(path);
        if (!output)
            return output.error();
        output.value()->write(header);
        for (std::size_t place = static_cast<std::size_t>(batch); place < order.size();
             place += static_cast<std::size_t>(batches)) {
            const std::string_view row = rows[order[place]].text;
            output.value()->write(row);
            if (!row.ends_with('\n') && !row.ends_with('\r'))
                output.value()->write(std::string_view("\n"));
        }
        if (const auto problem = output.value()->commit())
            return *problem;
        if (context.stopRequested())
            return Error{Error::Kind::Cancelled, QStringLiteral("Stopped.")};
        written.files << path;
    }
    written.recipients = rows.size();
    return written;
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/formatcatalogue.h"
#include "core/ingest/importer.h"
#include "core/jobs/jobcontext.h"
#include "fuzz/scratchfile.h"
#include "fuzz/target.h"

#include <QJsonObject>
#include <QSet>

using namespace clicksieve;
using namespace clicksieve::fuzz;

namespace {

using Table = std::shared_ptr<const EventTable>;

/// Names of exports that formats know: some go by them. Any other would only fill the disk with folders.
QString knownName(std::string_view wanted)
{
    static const QSet<QString> known = [] {
        QSet<QString> names;
        for (const ExportFormat &format : FormatCatalogue::shipped()->formats()) {
            for (const auto &sample : format.samples)
                names.insert(sample.toObject().value(QLatin1String("file")).toString());
        }
        return names;
    }();
    const QString name = QString::fromUtf8(wanted.data(), static_cast<qsizetype>(wanted.size()));
    return known.contains(name) ? name : QStringLiteral("export.csv");
}

Result<Table> import(const QString &path, int threads, std::size_t piece)
{
    setImportPieceForTests(piece);
    JobContext context(threads);
    return importFiles({{path}, {}, {}, kNoTime}, context);
}

void requireSameEvents(const EventTable &one, const EventTable &other)
{
    require(one.size() == other.size(), "as many events on any number of threads");
    for (std::size_t event = 0; event < one.size(); ++event) {
        require(one.time(event) == other.time(event) && one.type(event) == other.type(event)
                    && one.flag(event) == other.flag(event) && one.row(event) == other.row(event),
                "the same events on any number of threads");
        require(one.campaignId(one.campaign(event)) == other.campaignId(other.campaign(event))
                    && one.campaignName(one.campaign(event)) == other.campaignName(other.campaign(event))
                    && one.recipientText(one.recipient(event)) == other.recipientText(other.recipient(event))
                    && one.urlText(one.url(event)) == other.urlText(other.url(event))
                    && one.addressText(one.client(event)) == other.addressText(other.client(event))
                    && one.agentText(one.client(event)) == other.agentText(other.client(event)),
                "the same texts on any number of threads");
        require(one.sinceSend(event) == other.sinceSend(event),
                "the same send times on any number of threads");
    }
}

void requireSameSources(const EventTable &one, const EventTable &other)
{
    require(one.sources().size() == other.sources().size(), "as many sources on any number of threads");
    for (std::size_t number = 0; number < one.sources().size(); ++number) {
        const SourceInfo &a = one.sources()[number];
        const SourceInfo &b = other.sources()[number];
        require(a.formatId == b.formatId && a.rows == b.rows && a.rejectedRows == b.rejectedRows
                    && a.emptyRows == b.emptyRows && a.duplicateEvents == b.duplicateEvents
                    && a.skippedClock == b.skippedClock && a.repeatedClock == b.repeatedClock
                    && a.resolution == b.resolution && a.rejected.size() == b.rejected.size(),
                "the same counts on any number of threads");
        for (std::size_t row = 0; row < a.rejected.size(); ++row)
            require(a.rejected[row].row == b.rejected[row].row
                        && a.rejected[row].reason == b.rejected[row].reason,
                    "the same rejected rows on any number of threads");
    }
}

/// Every row became something, and no event came from nowhere.
void requireAccounts(const EventTable &table)
{
    for (std::size_t number = 0; number < table.sources().size(); ++number) {
        const SourceInfo &source = table.sources()[number];
        const auto [first, last] = table.eventsOf(SourceIndex{static_cast<std::uint32_t>(number)});
        const std::uint64_t told =
            last - first + source.duplicateEvents + source.rejectedRows + source.emptyRows;
        require(source.isJson ? told >= source.rows : told == source.rows, "every row became something");
        std::uint64_t row = 1;
        for (const RejectedRow &rejected : source.rejected) {
            require(rejected.row >= row && rejected.row <= source.rows, "rejected rows ascend in the file");
            require(!rejected.reason.isEmpty(), "a rejected row has a reason");
            row = rejected.row + 1;
        }
        for (std::size_t event = first; event < last; ++event)
            require(table.row(event) >= 1 && table.row(event) <= source.rows && table.time(event) != kNoTime,
                    "events have a row and a time");
    }
}

} // namespace

/// The first line is the name of the file, the rest is its bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr std::size_t kSmallestPiece = 5;
    constexpr std::size_t kPieces = 61;
    std::string_view bytes = textOf(data, size);
    const QString name = knownName(takeLine(bytes));
    const ScratchFile file(name, bytes);
    const auto whole = import(file.path(), 1, 0);
    const auto inPieces = import(file.path(), 2, kSmallestPiece + size % kPieces);
    require(whole.ok() == inPieces.ok(), "reads on any number of threads or on none");
    if (!whole) {
        require(!whole.error().message.isEmpty(), "an error has a sentence");
        require(whole.error().message == inPieces.error().message, "one sentence on any number of threads");
        return 0;
    }
    requireAccounts(*whole.value());
    requireSameSources(*whole.value(), *inPieces.value());
    requireSameEvents(*whole.value(), *inPieces.value());
    return 0;
}

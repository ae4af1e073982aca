// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/importer.h"

#include "core/events/eventbuilder.h"
#include "core/ingest/packedstream.h"
#include "core/ingest/source.h"
#include "core/ingest/sourceimport.h"
#include "core/ingest/sourceopener.h"
#include "core/ingest/totalsimport.h"
#include "core/jobs/jobcontext.h"

#include <QDir>

#include <algorithm>
#include <deque>
#include <optional>

namespace clicksieve {

namespace {

/// Files of one format whose events carry no key may tell the same events: an export of March and one of the spring, or
/// the same file twice.
void markOverlaps(std::deque<Source> &sources)
{
    for (Source &source : sources) {
        source.mayOverlap =
            source.format->duplicateKey.empty() && std::ranges::any_of(sources, [&](const Source &other) {
                return &other != &source && other.format == source.format;
            });
    }
}

/// A file that is not recognised is a question too, and one of several that cannot be read.
Error asked(Error problem, const ImportRequest &request)
{
    const bool canBeAsked = problem.kind == Error::Kind::Unrecognised
                            || (problem.kind == Error::Kind::Unreadable && request.files.size() > 1);
    if (request.asksFirst && canBeAsked)
        problem.kind = Error::Kind::Question;
    return problem;
}

using ImportResult = Result<std::shared_ptr<const EventTable>>;

Error changedMeanwhile(const Source &source)
{
    return {
        Error::Kind::Unreadable,
        QStringLiteral("%1: it could not be read to its end. It may have changed meanwhile, or the disk was "
                       "taken out. Open it again.")
            .arg(QDir::toNativeSeparators(source.path))};
}

std::size_t bytesToRead(const Source &source)
{
    return source.rest ? source.rest->stream->expectedBytes() : source.text->text().size() - source.bodyBegin;
}

/// Reads all files. Nothing where one was begun before all of it was known, and wrongly.
std::optional<ImportResult> tryImport(const ImportRequest &request, SourceText::Check check,
                                      JobContext &context)
{
    EventBuilder builder(static_cast<std::size_t>(context.threads()));
    SourceOpener opener(request, check, context);
    for (const QString &file : request.files) {
        if (auto problem = opener.open(file))
            return asked(*problem, request);
    }
    if (auto open = opener.whatIsOpen())
        return *open;
    for (const SkippedFile &file : opener.skipped())
        builder.addSkipped(file);
    std::deque<Source> &sources = opener.sources();
    for (const Source &source : sources)
        context.addTotal(bytesToRead(source));
    markOverlaps(sources);
    TotalsImport totals;
    while (!sources.empty() && !context.stopRequested()) {
        if (sources.front().format->totals) {
            builder.addSource(totals.read(sources.front(), context), {});
        } else {
            const SourceOutcome outcome = importSource(sources.front(), builder, context);
            if (outcome == SourceOutcome::NeedsWhole)
                return std::nullopt;
            if (outcome == SourceOutcome::Unreadable)
                return changedMeanwhile(sources.front());
        }
        sources.pop_front(); // frees unpacked and converted text early
    }
    if (context.stopRequested())
        return Error{Error::Kind::Cancelled, QStringLiteral("Stopped.")};
    builder.setTotals(totals.build());
    return builder.build(request.sentAt, context);
}

} // namespace

ImportResult importFiles(const ImportRequest &request, JobContext &context)
{
    if (auto result = tryImport(request, SourceText::Check::Beginning, context))
        return *result;
    context.beginAgain();
    return *tryImport(request, SourceText::Check::Whole, context);
}

void setImportPieceForTests(std::size_t bytes)
{
    setSourcePieceForTests(bytes);
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/mapping/mappingstart.h"

#include "core/jobs/jobcontext.h"

#include <algorithm>

namespace clicksieve {

namespace {

/// How much of what an event needs was found.
int foundIn(const MappingStart &start)
{
    const FormatDraft &draft = start.guess.draft;
    return (draft.timePattern.isEmpty() ? 0 : 1) + (draft.has(Field::Recipient) ? 1 : 0)
           + (draft.has(Field::Event) || draft.everyRow ? 1 : 0);
}

} // namespace

Result<MappingStart> startMapping(const Member &member, const FormatCatalogue &formats, JobContext &context)
{
    auto texts = textsOf(member, context);
    if (!texts)
        return texts.error();
    std::optional<MappingStart> best;
    std::optional<Error> firstProblem;
    for (std::size_t chosen = 0; chosen < texts.value().size(); ++chosen) {
        if (context.stopRequested())
            return Error{Error::Kind::Cancelled, QStringLiteral("Stopped.")};
        auto start = startMapping(member, texts.value(), chosen, formats);
        if (!start && !firstProblem)
            firstProblem = start.error();
        if (start && (!best || foundIn(start.value()) > foundIn(*best)))
            best = std::move(start.value());
    }
    if (!best)
        return *firstProblem;
    return std::move(*best);
}

Result<MappingStart> startMapping(const Member &member, std::vector<MemberText> texts, std::size_t chosen,
                                  const FormatCatalogue &formats)
{
    auto sample = RecordSample::of(member, texts[chosen], formats);
    if (!sample)
        return sample.error();
    MappingStart start;
    start.texts = std::move(texts);
    start.chosen = chosen;
    start.sample = std::make_shared<const RecordSample>(std::move(sample.value()));
    start.guess = guessMapping(*start.sample);
    return start;
}

} // namespace clicksieve

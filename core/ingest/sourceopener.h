// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/sourceinfo.h"
#include "core/ingest/importer.h"
#include "core/ingest/source.h"

#include <deque>
#include <optional>
#include <vector>

namespace clicksieve {

/// Opens what the user gave for an import: files, and what lies in folders and archives. One import, one thread.
class SourceOpener {
public:
    /// Request and context outlive it. @param check see SourceOptions::check
    SourceOpener(const ImportRequest &request, SourceText::Check check, JobContext &context);

    /// Error: why a file could not be read. One inside of a folder or an archive is left out and named instead, as long
    /// as another one there is an export.
    [[nodiscard]] std::optional<Error> open(const QString &path);

    /// What has to be said before the sources can be read: of kind Question where somebody was said to be there to
    /// answer, else Unrecognised. nullopt where nothing has.
    [[nodiscard]] std::optional<Error> whatIsOpen() const;

    [[nodiscard]] std::deque<Source> &sources() { return m_sources; }
    /// Also the user's own format files that could not be loaded.
    [[nodiscard]] const std::vector<SkippedFile> &skipped() const { return m_skipped; }

private:
    [[nodiscard]] Result<Source> openMember(const Member &member);
    /// A packed table of events that can be read while it is unpacked. nullopt for everything else, also for what only
    /// unpacking all of it can tell (or say what is wrong with).
    [[nodiscard]] std::optional<Source> openPacked(const QString &path);

    const ImportRequest &m_request;
    SourceText::Check m_check;
    JobContext &m_context;
    std::shared_ptr<const FormatCatalogue> m_formats;
    std::deque<Source> m_sources;
    std::vector<SkippedFile> m_skipped;
};

/// How @p member is opened for @p request, with what was said of it.
[[nodiscard]] SourceOptions optionsFor(const Member &member, const ImportRequest &request,
                                       std::shared_ptr<const FormatCatalogue> formats);

/// Puts the user's answers that do not change how the file is read into @p source.
void addAnswers(Source &source, const SourceChoice &choice);

} // namespace clicksieve

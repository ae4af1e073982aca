// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/xlsx/partplace.h"
#include "core/ingest/xlsx/partstream.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <string_view>

namespace clicksieve {

class JobContext;
class PartXml;

/// The zip archive in memory that a workbook is, and the XML parts in it. Names of parts are told apart
/// without regard to case (ECMA-376 Part 2, part name equivalence). One thread each.
class Package {
public:
    /// Lists the parts of @p bytes, which live longer than the package, as does @p context.
    [[nodiscard]] static Result<Package> open(const QString &shownName, std::string_view bytes,
                                              JobContext &context);

    [[nodiscard]] bool has(const QString &part) const { return m_names.contains(part.toLower()); }
    [[nodiscard]] PartPlace place(const QString &part = {}) const { return {m_file, part}; }

    /// Calls @p reader for each of @p parts, in the order in which they lie in the archive, and checks that
    /// it is whole. The first fault ends it; one of them that is not there is a fault too.
    using Reader = std::function<void(const QString &part, PartXml &xml)>;
    [[nodiscard]] std::optional<Error> read(const QStringList &parts, const Reader &reader);

private:
    Package(const QString &shownName, std::string_view bytes, JobContext &context);
    std::optional<Error> list();
    std::optional<Error> readHere(struct archive *zip, const QString &part, const Reader &reader);

    QString m_file;
    std::string_view m_bytes;
    JobContext *m_context;
    QHash<QString, bool> m_names; ///< in lower case; whether the part needs a password
    UnpackBudget m_budget;
};

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/exportformat.h"

#include <QStringList>

#include <span>
#include <string>
#include <vector>

namespace clicksieve {

/// A format that fits a header, and which of its variants.
struct FormatMatch {
    const ExportFormat *format = nullptr;
    const FormatVariant *variant = nullptr;
    /// Why no format fits: the nearest one and the columns it lacks. Empty where one fits.
    QString nearMiss;

    explicit operator bool() const { return format != nullptr; }
};

/// The export formats the program knows. Immutable after loading; shared by all threads.
class FormatCatalogue {
public:
    /// The shipped formats. They are part of the program and tested with it, so loading them cannot fail.
    [[nodiscard]] static const FormatCatalogue &shipped();

    [[nodiscard]] const std::vector<ExportFormat> &formats() const { return m_formats; }
    [[nodiscard]] const ExportFormat *find(const QString &id) const;

    /// The best format for a header (cells folded); @p formatId, where not empty, allows that one only.
    [[nodiscard]] FormatMatch match(std::span<const std::string> header, const QString &formatId) const;

private:
    std::vector<ExportFormat> m_formats;
};

/// Where in the header the synonyms of one field stand, best first.
[[nodiscard]] std::vector<std::size_t> columnsOf(const ExportFormat &format, Field field,
                                                 std::span<const std::string> header);

} // namespace clicksieve

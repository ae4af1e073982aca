// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/exportformat.h"

#include <QString>

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace clicksieve {

/// A format that fits a file, and which of its variants.
struct FormatMatch {
    const ExportFormat *format = nullptr; ///< lives as long as its catalogue
    const FormatVariant *variant = nullptr;
    /// Why no format fits: the nearest one and the columns it lacks. Empty where one fits.
    QString nearMiss;

    explicit operator bool() const { return format != nullptr; }
};

/// A format file of the user's that could not be loaded.
struct FormatComplaint {
    QString file; ///< its path
    QString sentence;
};

/// The export formats the program knows. Immutable after loading; shared by all threads.
class FormatCatalogue {
public:
    /// The shipped formats. They are part of the program and tested with it, so loading them cannot fail.
    [[nodiscard]] static const std::shared_ptr<const FormatCatalogue> &shipped();
    /// The shipped formats and those in @p folder (*.json; need not exist). One of the user's with the id of a shipped
    /// one takes its place. Files that are no format are left out and named in complaints().
    [[nodiscard]] static std::shared_ptr<const FormatCatalogue> withFolder(const QString &folder);
    /// withFolder() of the folder in the user's configuration.
    [[nodiscard]] static std::shared_ptr<const FormatCatalogue> ofUser();
    [[nodiscard]] static QString userFolder();
    /// These formats and one more, which takes the place of one of the same id and is tried first among equals.
    [[nodiscard]] std::shared_ptr<const FormatCatalogue> with(ExportFormat format) const;

    [[nodiscard]] const std::vector<ExportFormat> &formats() const { return m_formats; }
    [[nodiscard]] const ExportFormat *find(const QString &id) const;
    [[nodiscard]] const std::vector<FormatComplaint> &complaints() const { return m_complaints; }

    /// The best format for a table. @p header: its first line, folded. @p path: of the file, for formats that go by
    /// the name. @p formatId, where not empty, allows that format only.
    [[nodiscard]] FormatMatch matchTable(std::span<const std::string> header, const QString &path,
                                         const QString &formatId) const;
    /// The best format for a JSON text, by its first records.
    [[nodiscard]] FormatMatch matchJson(std::string_view text, const QString &path,
                                        const QString &formatId) const;
    /// Keys of arrays that hold records, of all formats.
    [[nodiscard]] const std::vector<std::string> &recordKeys() const { return m_recordKeys; }

private:
    void load(const QString &folder);
    void add(ExportFormat format);

    std::vector<ExportFormat> m_formats;
    std::vector<std::string> m_recordKeys;
    std::vector<FormatComplaint> m_complaints;
};

/// Where the value of a field is found in a record.
struct ColumnPlace {
    std::size_t column =
        0;            ///< position in the header; kInFileName: not in the record but in the name of the file
    std::string part; ///< folded name of the part of the cell; empty: all of it

    static constexpr std::size_t kInFileName = static_cast<std::size_t>(-1);
};

/// The place that a column name of a format means; nullopt where the header lacks it.
[[nodiscard]] std::optional<ColumnPlace> placeOf(const std::string &name,
                                                 std::span<const std::string> header);
/// Where the synonyms of one field stand, best first.
[[nodiscard]] std::vector<ColumnPlace> columnsOf(const ExportFormat &format, Field field,
                                                 std::span<const std::string> header);
/// All column names of a JSON format, each once, as the header that its records are read with.
[[nodiscard]] std::vector<std::string> jsonHeader(const ExportFormat &format);

} // namespace clicksieve

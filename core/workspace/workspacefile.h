// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/result.h"
#include "core/workspace/piece.h"

#include <QSqlDatabase>
#include <QString>

#include <memory>
#include <optional>

namespace clicksieve {

/// A .clicksieve file: an SQLite database of named parts, each in numbered pieces. Knows nothing of what they mean.
/// For the thread that made it. Readable by its owner only, since it holds addresses of people.
class WorkspaceFile {
public:
    enum class Access { Read, Write };

    /// Of the layout. Newer files are refused; older ones are brought up to it when they are opened for writing.
    static constexpr int kVersion = 1;

    /// A new file that takes the place of @p path on commit(), as a whole or not at all. Error: Unwritable.
    [[nodiscard]] static Result<std::unique_ptr<WorkspaceFile>> create(const QString &path);
    /// An existing one. Write: all changes until commit() are one step, kept even if the power goes, or none of it.
    /// Errors: Unreadable (missing, damaged), Unrecognised (no workspace, or of a newer version), Unwritable.
    [[nodiscard]] static Result<std::unique_ptr<WorkspaceFile>> open(const QString &path, Access access);
    /// True where the file should be opened as a workspace, by its content or, where it is damaged, by its name.
    [[nodiscard]] static bool isOne(const QString &path);

    WorkspaceFile(const WorkspaceFile &) = delete;
    WorkspaceFile &operator=(const WorkspaceFile &) = delete;
    /// Without commit() all changes are gone.
    ~WorkspaceFile();

    [[nodiscard]] const QString &path() const { return m_path; }

    /// How many pieces the part has; 0 where there is none.
    [[nodiscard]] int pieces(const QString &part);
    /// nullopt where it is missing, or the database is damaged there. Its checksum has not been looked at.
    [[nodiscard]] std::optional<Piece> read(const QString &part, int number);
    /// Adds or replaces a piece. Error: Unwritable.
    [[nodiscard]] std::optional<Error> write(const QString &part, int number, const Piece &piece);
    /// Takes out all pieces of the part. Error: Unwritable.
    [[nodiscard]] std::optional<Error> remove(const QString &part);
    /// Nothing may be called after it. Error: Unwritable; the file at path() is then as it was.
    [[nodiscard]] std::optional<Error> commit();

    static constexpr const char *kSuffix = "clicksieve"; ///< of the file's name, without the dot

private:
    explicit WorkspaceFile(QString path) : m_path(std::move(path)) {}

    [[nodiscard]] bool connect(const QString &file, bool forWriting);
    [[nodiscard]] bool run(const QString &statement);
    [[nodiscard]] std::optional<Error> bringUpToDate(int from);
    [[nodiscard]] Error unwritable(const QString &why) const;
    void disconnect();

    QString m_path;
    QString m_written; ///< what takes the place of m_path on commit(); empty where m_path itself is changed
    QString m_connection;      ///< its name; empty while there is none
    QString m_why;             ///< what the database said last when something went wrong
    bool m_isChanging = false; ///< a transaction is open
};

} // namespace clicksieve

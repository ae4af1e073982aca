// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/container.h"

#include "core/ingest/archivereader.h"
#include "core/ingest/containerformat.h"
#include "core/ingest/utf8locale.h"
#include "core/jobs/jobcontext.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <new>
#include <optional>
#include <utility>

namespace clicksieve {

namespace {

QString shown(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

QString shown(const QString &path, const QString &inner)
{
    return inner.isEmpty() ? shown(path) : QStringLiteral("%1 in %2").arg(inner, shown(path));
}

Error unreadable(const QString &message)
{
    return {Error::Kind::Unreadable, message};
}

Error stopped()
{
    return {Error::Kind::Cancelled, QStringLiteral("Stopped.")};
}

/// What was unpacked so far, held against the limits.
class Budget {
public:
    explicit Budget(const ContainerLimits &limits) : m_limits(limits) {}

    void beginFile(std::uint64_t packed)
    {
        m_packed = packed;
        m_unpackedOfFile = 0;
    }

    [[nodiscard]] std::optional<Error> addEntry(const QString &path)
    {
        if (++m_entries <= m_limits.entries)
            return std::nullopt;
        return unreadable(
            QStringLiteral("%1 holds more than %2 files, too many to open at once. Open only the "
                           "exports among them.")
                .arg(shown(path), QLocale(QLocale::English).toString(qulonglong{m_limits.entries})));
    }

    [[nodiscard]] std::optional<Error> addBytes(std::uint64_t count, const QString &path)
    {
        m_unpacked += count;
        m_unpackedOfFile += count;
        if (m_unpackedOfFile > m_limits.ratioFrom && m_unpackedOfFile / m_limits.ratio >= m_packed)
            return unreadable(
                QStringLiteral(
                    "%1 grows to more than %2 times its size when it is unpacked, as archives do that "
                    "are made to fill a computer. It was not opened. If you trust it, unpack it and "
                    "open the files from it.")
                    .arg(shown(path), QLocale(QLocale::English).toString(qulonglong{m_limits.ratio})));
        if (m_unpacked > m_limits.bytes)
            return unreadable(
                QStringLiteral(
                    "%1 takes more than %2 when it is unpacked, too much to open at once. Unpack it "
                    "and open only the exports from it.")
                    .arg(shown(path),
                         QLocale(QLocale::English).formattedDataSize(static_cast<qint64>(m_limits.bytes))));
        return std::nullopt;
    }

private:
    const ContainerLimits &m_limits;
    std::uint64_t m_entries = 0;
    std::uint64_t m_unpacked = 0;
    std::uint64_t m_packed = 0;         ///< size of the file on disk
    std::uint64_t m_unpackedOfFile = 0; ///< from it
};

/// One call of membersOf().
class Unpacker {
public:
    Unpacker(const ContainerLimits &limits, JobContext &context)
        : m_limits(limits)
        , m_context(context)
        , m_budget(limits)
    {
    }

    [[nodiscard]] std::optional<Error> addFolder(const QString &folder)
    {
        const QDir directory(folder);
        if (!directory.isReadable())
            return unreadable(
                QStringLiteral("%1: this folder cannot be read. Ask its owner for access, or choose "
                               "another.")
                    .arg(shown(folder)));
        const auto infos = directory.entryInfoList(
            QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name);
        for (const QFileInfo &info : infos) {
            if (m_context.stopRequested())
                return stopped();
            if (auto problem = m_budget.addEntry(folder))
                return problem;
            if (auto problem = info.isDir() ? addFolder(info.filePath()) : addFile(info.filePath()))
                return problem;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Error> addFile(const QString &path)
    {
        QFile file(path);
        // What is no regular file (a pipe) can be read once only, and not here.
        if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
            return addPlain(path);
        const qint64 size = file.size();
        const uchar *mapped = size > 0 ? file.map(0, size) : nullptr;
        if (mapped == nullptr)
            return addPlain(path);
        const std::string_view bytes(reinterpret_cast<const char *>(mapped), static_cast<std::size_t>(size));
        const auto format = containerFormatOf(bytes);
        if (!format)
            return addPlain(path);
        m_budget.beginFile(bytes.size());
        const std::size_t before = m_members.size();
        if (auto problem = unpack(bytes, *format, path, {}, 1))
            return problem;
        if (m_members.size() == before)
            return Error{Error::Kind::Unrecognised,
                         QStringLiteral("%1: there are no files in this archive. Export it again from your "
                                        "e-mail service.")
                             .arg(shown(path))};
        return std::nullopt;
    }

    [[nodiscard]] std::vector<Member> take() { return std::move(m_members); }

private:
    [[nodiscard]] std::optional<Error> addPlain(const QString &path)
    {
        m_members.push_back({path, {}, nullptr});
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Error> unpack(std::string_view bytes, ContainerFormat format,
                                              const QString &path, const QString &inner, int depth)
    {
        if (depth > m_limits.depth)
            return unreadable(
                QStringLiteral("%1 lies in archives inside archives, more than %2 deep. Unpack the "
                               "outer one, and open the files from it.")
                    .arg(shown(path, inner))
                    .arg(m_limits.depth));
        ArchiveReader reader(bytes, format,
                             inner.isEmpty() ? QFileInfo(path).fileName() : inner.section(u'/', -1));
        while (reader.next()) {
            if (auto problem = m_budget.addEntry(path))
                return problem;
            if (reader.isEncrypted())
                return reader.error(shown(path, inner));
            auto content = std::make_shared<std::string>();
            if (auto problem = read(reader, *content, path, inner))
                return problem;
            if (reader.inner().isEmpty())
                continue;
            const QString name = inner.isEmpty() ? reader.inner() : inner + u'/' + reader.inner();
            if (auto problem = addContent(std::move(content), path, name, depth))
                return problem;
        }
        return reader.failed() ? std::optional(reader.error(shown(path, inner))) : std::nullopt;
    }

    /// What is no member is read, too, and thrown away: to pass over it unpacks it all the same, but unwatched.
    [[nodiscard]] std::optional<Error> read(ArchiveReader &reader, std::string &content, const QString &path,
                                            const QString &inner)
    {
        std::optional<Error> problem;
        const bool isRead = reader.readInto(content, [&](std::size_t size) {
            problem = m_context.stopRequested() ? stopped() : m_budget.addBytes(size, path);
            return !problem;
        });
        if (problem || isRead)
            return problem;
        return reader.error(shown(path, inner));
    }

    [[nodiscard]] std::optional<Error> addContent(std::shared_ptr<const std::string> content,
                                                  const QString &path, const QString &name, int depth)
    {
        if (m_context.stopRequested())
            return stopped();
        if (const auto format = containerFormatOf(*content))
            return unpack(*content, *format, path, name, depth + 1);
        m_members.push_back({path, name, std::move(content)});
        return std::nullopt;
    }

    const ContainerLimits &m_limits;
    JobContext &m_context;
    Budget m_budget;
    std::vector<Member> m_members;
};

Result<std::vector<Member>> unpacked(const QString &path, const ContainerLimits &limits, JobContext &context)
{
    const QFileInfo info(path);
    if (!info.exists())
        return unreadable(
            QStringLiteral("%1: there is no such file. Check the name, or choose the file again.")
                .arg(shown(path)));
    Unpacker unpacker(limits, context);
    if (auto problem = info.isDir() ? unpacker.addFolder(path) : unpacker.addFile(path))
        return *problem;
    if (context.stopRequested())
        return stopped();
    auto members = unpacker.take();
    if (members.empty())
        return Error{
            Error::Kind::Unrecognised,
            QStringLiteral("%1: there are no files in this folder (hidden files and links are left out). "
                           "Choose the folder with the exports.")
                .arg(shown(path))};
    return members;
}

} // namespace

Result<std::vector<Member>> membersOf(const QString &path, const ContainerLimits &limits, JobContext &context)
{
    const Utf8Locale locale;
    try {
        return unpacked(path, limits, context);
    } catch (const std::bad_alloc &) {
        return unreadable(
            QStringLiteral("%1 takes more memory to unpack than there is. Unpack it and open only the "
                           "exports from it.")
                .arg(shown(path)));
    }
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/containerwriter.h"

#include "core/export/outputfile.h"
#include "core/ingest/archivereader.h"
#include "core/ingest/containerformat.h"
#include "core/ingest/utf8locale.h"
#include "core/jobs/jobcontext.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>
#include <new>

namespace clicksieve {

namespace {

using Layout = ContainerFormat::Layout;
using Packing = ContainerFormat::Packing;

constexpr std::size_t kPiece = std::size_t{1} << 20;

QString shown(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

Error stopped()
{
    return {Error::Kind::Cancelled, QStringLiteral("Stopped.")};
}

constexpr std::size_t kGzipTimeBegin = 4; // RFC 1952, 2.3
constexpr std::size_t kGzipTimeLength = 4;

/// Empty where the gzip is cut off before it.
std::string gzipTimeOf(std::string_view gzip)
{
    return gzip.size() < kGzipTimeBegin + kGzipTimeLength
               ? std::string()
               : std::string(gzip.substr(kGzipTimeBegin, kGzipTimeLength));
}

/// Where libarchive writes to. The time in the head of a gzip is set here, since libarchive knows only that of today.
class Sink {
public:
    Sink(OutputFile &output, std::string gzipTime) : m_output(output), m_gzipTime(std::move(gzipTime)) {}

    static la_ssize_t write(archive *, void *sink, const void *bytes, std::size_t size)
    {
        static_cast<Sink *>(sink)->take({static_cast<const char *>(bytes), size});
        return static_cast<la_ssize_t>(size); // a failure is kept by the file, for its commit()
    }

private:
    void take(std::string_view bytes)
    {
        if (!m_gzipTime.empty() && bytes.size() >= kGzipTimeBegin + kGzipTimeLength) {
            m_output.write(bytes.substr(0, kGzipTimeBegin));
            m_output.write(m_gzipTime);
            bytes.remove_prefix(kGzipTimeBegin + kGzipTimeLength);
        }
        m_gzipTime.clear();
        m_output.write(bytes);
    }

    OutputFile &m_output;
    std::string m_gzipTime; ///< four bytes, until they are written
};

struct FreeWriter {
    void operator()(archive *handle) const { archive_write_free(handle); }
};

struct FreeEntry {
    void operator()(archive_entry *entry) const { archive_entry_free(entry); }
};

/// One run: takes one container apart and makes the other along with it.
class ContainerCopy {
public:
    ContainerCopy(std::string_view bytes, ContainerFormat format, const QString &path,
                  const NewContent &contentOf, OutputFile &output, JobContext &context)
        : m_format(format)
        , m_path(path)
        , m_contentOf(contentOf)
        , m_context(context)
        , m_sink(output, format.packing == Packing::Gzip ? gzipTimeOf(bytes) : std::string())
        , m_reader(bytes, format, QFileInfo(path).fileName())
        , m_writer(archive_write_new())
    {
    }

    std::optional<Error> run()
    {
        bool isOpen = false;
        while (m_reader.next()) {
            if (!isOpen && !open()) // now the reader knows which dialect of tar it is
                return failed();
            isOpen = true;
            if (auto problem = copyEntry())
                return problem;
        }
        if (m_reader.failed())
            return m_reader.error(shown(m_path));
        if ((!isOpen && !open()) || archive_write_close(m_writer.get()) < ARCHIVE_WARN)
            return failed();
        return std::nullopt;
    }

private:
    bool open()
    {
        archive *writer = m_writer.get();
        return writer != nullptr && setLayout() && setPacking()
               && archive_write_set_bytes_in_last_block(writer, 1) == ARCHIVE_OK // nothing behind the end
               && archive_write_open(writer, &m_sink, nullptr, &Sink::write, nullptr) == ARCHIVE_OK;
    }

    bool setLayout()
    {
        archive *writer = m_writer.get();
        switch (m_format.layout) {
        case Layout::SingleFile:
            return archive_write_set_format_raw(writer) == ARCHIVE_OK;
        case Layout::Zip:
            return archive_write_set_format_zip(writer) == ARCHIVE_OK
                   && archive_write_set_format_option(writer, "zip", "compression", "deflate") == ARCHIVE_OK
                   && archive_write_set_format_option(writer, "zip", "hdrcharset", "UTF-8") == ARCHIVE_OK;
        case Layout::Tar:
            break;
        }
        return (archive_format(m_reader.handle()) == ARCHIVE_FORMAT_TAR_GNUTAR
                    ? archive_write_set_format_gnutar(writer)
                    : archive_write_set_format_pax_restricted(
                        writer)) // plain ustar as long as that can say it
               == ARCHIVE_OK;
    }

    bool setPacking()
    {
        archive *writer = m_writer.get();
        switch (m_format.packing) {
        case Packing::None:
            return archive_write_add_filter_none(writer) == ARCHIVE_OK;
        case Packing::Gzip:
            return archive_write_add_filter_gzip(writer) == ARCHIVE_OK;
        case Packing::Bzip2:
            return archive_write_add_filter_bzip2(writer) == ARCHIVE_OK;
        case Packing::Zstd:
            return archive_write_add_filter_zstd(writer) == ARCHIVE_OK;
        case Packing::Xz:
            break;
        }
        return archive_write_add_filter_xz(writer) == ARCHIVE_OK;
    }

    std::optional<Error> copyEntry()
    {
        if (m_reader.isEncrypted())
            return m_reader.error(shown(m_path));
        std::string content;
        if (!m_reader.readInto(content, [this](std::size_t) { return !m_context.stopRequested(); }))
            return m_context.stopRequested() ? stopped() : m_reader.error(shown(m_path));
        if (m_reader.inner().isEmpty())
            return write(content);
        if (containerFormatOf(content))
            return Error{
                Error::Kind::Unreadable,
                QStringLiteral("%1 in %2 is an archive inside an archive, which cannot be written again "
                               "that way. Unpack %2, open the files from it and export them again.")
                    .arg(m_reader.inner(), shown(m_path))};
        auto replacement = m_contentOf(m_reader.inner());
        if (!replacement)
            return replacement.error();
        return write(replacement.value() ? *replacement.value() : content);
    }

    std::optional<Error> write(std::string_view content)
    {
        const std::unique_ptr<archive_entry, FreeEntry> entry(newEntry(content.size()));
        if (!entry || archive_write_header(m_writer.get(), entry.get()) < ARCHIVE_WARN)
            return failed();
        while (!content.empty()) {
            if (m_context.stopRequested())
                return stopped();
            const std::string_view piece = content.substr(0, kPiece);
            if (archive_write_data(m_writer.get(), piece.data(), piece.size())
                != static_cast<la_ssize_t>(piece.size()))
                return failed();
            content.remove_prefix(piece.size());
        }
        return std::nullopt;
    }

    /// As the entry that was read, but with its own size; null where there is no memory. Links keep theirs.
    archive_entry *newEntry(std::size_t size)
    {
        archive_entry *source = m_reader.entry();
        archive_entry *entry = source != nullptr ? archive_entry_clone(source) : archive_entry_new();
        if (entry == nullptr)
            return nullptr;
        if (source == nullptr) {
            archive_entry_set_filetype(entry, AE_IFREG);
            archive_entry_set_pathname(entry, "data"); // never written: the layout has no names
        } else if (m_format.layout == Layout::Zip) {
            // Written as UTF-8, which the new zip says of itself.
            archive_entry_update_pathname_utf8(entry, m_reader.storedName().toUtf8().constData());
        }
        archive_entry_sparse_clear(entry);
        if (archive_entry_filetype(entry) == AE_IFREG && archive_entry_hardlink(entry) == nullptr)
            archive_entry_set_size(entry, static_cast<la_int64_t>(size));
        return entry;
    }

    [[nodiscard]] Error failed() const
    {
        const char *why = m_writer ? archive_error_string(m_writer.get()) : nullptr;
        return {
            Error::Kind::Unwritable,
            QStringLiteral(
                "The files of %1 cannot be packed again (%2). Unpack it, open the files from it and "
                "export them again.")
                .arg(shown(m_path), why != nullptr ? QString::fromUtf8(why) : QStringLiteral("no memory"))};
    }

    ContainerFormat m_format;
    QString m_path;
    const NewContent &m_contentOf;
    JobContext &m_context;
    Sink m_sink;
    ArchiveReader m_reader;
    std::unique_ptr<archive, FreeWriter> m_writer; ///< before m_sink ends: it may write its rest there
};

std::optional<Error> copied(const QString &path, const NewContent &contentOf, OutputFile &output,
                            JobContext &context)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Unreadable,
                     QStringLiteral("%1: it cannot be opened (%2). Choose the file again.")
                         .arg(shown(path), file.errorString())};
    const qint64 size = file.size();
    const uchar *mapped = size > 0 ? file.map(0, size) : nullptr;
    const std::string_view bytes(reinterpret_cast<const char *>(mapped),
                                 mapped != nullptr ? static_cast<std::size_t>(size) : 0);
    const auto format = containerFormatOf(bytes);
    if (!format)
        return Error{Error::Kind::Usage,
                     QStringLiteral("%1 is no archive (any more). Open it again.").arg(shown(path))};
    return ContainerCopy(bytes, *format, path, contentOf, output, context).run();
}

} // namespace

std::optional<Error> writeContainer(const QString &path, const NewContent &contentOf, OutputFile &output,
                                    JobContext &context)
{
    const Utf8Locale locale;
    try {
        return copied(path, contentOf, output, context);
    } catch (const std::bad_alloc &) {
        return Error{
            Error::Kind::Unwritable,
            QStringLiteral("There is not enough memory to pack %1 again. Unpack it, and open the files "
                           "from it.")
                .arg(shown(path))};
    }
}

} // namespace clicksieve

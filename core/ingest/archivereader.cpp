// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/archivereader.h"

#include "core/ingest/gzipfeed.h"

#include <QStringList>
#include <QUtf8StringView>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace clicksieve {

namespace {

using Layout = ContainerFormat::Layout;
using Packing = ContainerFormat::Packing;

constexpr std::size_t kPiece = std::size_t{1} << 20;
/// What is taken for one file ahead of its content, whatever size the archive claims for it.
constexpr std::size_t kMostReserved = std::size_t{256} << 20;

int filterOf(Packing packing)
{
    switch (packing) {
    case Packing::Bzip2:
        return ARCHIVE_FILTER_BZIP2;
    case Packing::Zstd:
        return ARCHIVE_FILTER_ZSTD;
    case Packing::Xz:
        return ARCHIVE_FILTER_XZ;
    case Packing::Gzip: // by GzipFeed
    case Packing::None:
        break;
    }
    return ARCHIVE_FILTER_NONE;
}

/// Names in a zip that does not say UTF-8 are in code page 437, says PKWARE APPNOTE D.1; Windows writes those of the
/// country's own DOS page, which shares the letters of western Europe. Source of the table: Unicode, CP437.TXT.
QString fromCodePage437(std::string_view bytes)
{
    constexpr std::u16string_view kUpper = u"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ"
                                           u"áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
                                           u"└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
                                           u"αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";
    static_assert(kUpper.size() == 128);
    QString text;
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        text += code < 128 ? QChar(char16_t{code}) : QChar(kUpper[code - 128U]);
    }
    return text;
}

/// What would move or hide text around it when shown.
bool isShowable(QChar character)
{
    const QChar::Category category = character.category();
    return category != QChar::Other_Control && category != QChar::Other_Format;
}

QString cleaned(QString name)
{
    name.replace(QLatin1Char('\\'), QLatin1Char('/'));
    for (QChar &character : name) {
        if (!isShowable(character))
            character = QChar::ReplacementCharacter;
    }
    QStringList parts = name.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    parts.removeAll(QStringLiteral("."));
    parts.removeAll(QStringLiteral(".."));
    return parts.isEmpty() ? QStringLiteral("unnamed") : parts.join(QLatin1Char('/'));
}

/// What macOS and Windows keep for themselves beside the user's files.
bool isClutter(const QString &inner)
{
    const QString name = inner.section(QLatin1Char('/'), -1);
    return inner.startsWith(QLatin1String("__MACOSX/")) || inner.contains(QLatin1String("/__MACOSX/"))
           || name.startsWith(QLatin1String("._")) || name == QLatin1String(".DS_Store")
           || name.compare(QLatin1String("Thumbs.db"), Qt::CaseInsensitive) == 0;
}

QString withoutPackingEnding(const QString &fileName)
{
    for (const char *ending : {".gz", ".bz2", ".zst", ".zstd", ".xz"}) {
        const QLatin1String text(ending);
        if (fileName.size() > text.size() && fileName.endsWith(text, Qt::CaseInsensitive))
            return fileName.chopped(text.size());
    }
    return fileName;
}

} // namespace

void ArchiveReader::Free::operator()(archive *handle) const
{
    archive_read_free(handle);
}

ArchiveReader::ArchiveReader(std::string_view bytes, ContainerFormat format, const QString &fileName)
    : m_format(format)
    , m_packedBytes(bytes.size())
    , m_fileName(fileName)
    , m_archive(archive_read_new())
{
    open(bytes);
}

ArchiveReader::~ArchiveReader() = default;

void ArchiveReader::open(std::string_view bytes)
{
    using namespace std::string_view_literals;
    if (m_format.layout == Layout::Zip && bytes.starts_with("PK\x05\x06"sv)) {
        m_isAtEnd = true; // a directory of nothing, which libarchive 3.6 takes for no zip
        return;
    }
    archive *handle = m_archive.get();
    int status = handle == nullptr ? ARCHIVE_FATAL : ARCHIVE_OK;
    const auto step = [&status](int result) { status = std::min(status, result); };
    // Exactly one filter and one layout: libarchive would unpack a gzip in a gzip without telling.
    if (status == ARCHIVE_OK && filterOf(m_format.packing) != ARCHIVE_FILTER_NONE)
        step(archive_read_append_filter(handle, filterOf(m_format.packing)));
    if (status == ARCHIVE_OK && m_format.layout == Layout::Zip)
        step(archive_read_support_format_zip_seekable(
            handle)); // by its directory, so that no end goes missing
    if (status == ARCHIVE_OK && m_format.layout == Layout::Tar)
        step(archive_read_support_format_tar(handle));
    if (status == ARCHIVE_OK && m_format.layout == Layout::SingleFile)
        step(archive_read_support_format_raw(handle));
    if (status == ARCHIVE_OK)
        step(archive_read_support_format_empty(handle));
    if (status == ARCHIVE_OK && m_format.packing == Packing::Gzip) {
        m_gzip = std::make_unique<GzipFeed>(bytes);
        step(archive_read_open(handle, m_gzip.get(), nullptr, &GzipFeed::read, nullptr));
    } else if (status == ARCHIVE_OK) {
        step(archive_read_open_memory(handle, bytes.data(), bytes.size()));
    }
    // A packing that is broken from the start looks like one of nothing, but for what it has said.
    m_failed = status < ARCHIVE_WARN || archive_errno(handle) != 0;
}

bool ArchiveReader::next()
{
    if (m_failed || m_isAtEnd)
        return false;
    m_inner.clear();
    m_entry = nullptr;
    const int status = archive_read_next_header(m_archive.get(), &m_entry);
    m_isAtEnd = status == ARCHIVE_EOF;
    // A warning is about names and attributes; to try again would pass over what is damaged.
    m_failed = status < ARCHIVE_WARN || status == ARCHIVE_RETRY;
    if (m_failed || m_isAtEnd)
        m_entry = nullptr;
    if (m_format.layout == Layout::SingleFile && !m_failed && m_names.isEmpty()) {
        m_inner = uniqueName(cleaned(withoutPackingEnding(m_fileName)));
        return true; // also where it has no bytes
    }
    if (m_entry == nullptr)
        return false;
    if (isFile()) {
        const QString name = cleaned(storedName());
        m_inner = isClutter(name) ? QString() : uniqueName(name);
    }
    return true;
}

bool ArchiveReader::isFile() const
{
    return archive_entry_filetype(m_entry) == AE_IFREG && archive_entry_hardlink(m_entry) == nullptr;
}

QString ArchiveReader::uniqueName(const QString &wanted)
{
    QString name = wanted;
    while (m_names.contains(name))
        name = QStringLiteral("%1 (%2)").arg(wanted).arg(++m_names[wanted]);
    m_names.insert(name, 1);
    return name;
}

QString ArchiveReader::storedName() const
{
    const char *raw = archive_entry_pathname(m_entry);
    if (raw == nullptr)
        return QString::fromUtf8(archive_entry_pathname_utf8(m_entry));
    const std::string_view bytes(raw);
    const auto size = static_cast<qsizetype>(bytes.size());
    if (QUtf8StringView(raw, size).isValidUtf8())
        return QString::fromUtf8(raw, size);
    return m_format.layout == Layout::Zip ? fromCodePage437(bytes) : QString::fromLatin1(raw, size);
}

bool ArchiveReader::isEncrypted() const
{
    return m_entry != nullptr && archive_entry_is_encrypted(m_entry) != 0;
}

/// Saves most of the copying while a large file grows. Where the archive does not say, exports pack about so well.
std::size_t ArchiveReader::expectedSize() const
{
    constexpr std::size_t kUsualRatio = 10;
    if (archive_entry_size_is_set(m_entry) == 0)
        return m_packedBytes * kUsualRatio;
    return static_cast<std::size_t>(std::max<std::int64_t>(0, archive_entry_size(m_entry)));
}

bool ArchiveReader::readInto(std::string &content, const std::function<bool(std::size_t)> &goOn)
{
    if (m_entry == nullptr)
        return !m_failed;
    content.reserve(content.size() + std::min(expectedSize(), kMostReserved));
    m_piece.resize(kPiece);
    while (true) {
        const auto length = archive_read_data(m_archive.get(), m_piece.data(), m_piece.size());
        m_failed = length < 0;
        if (length <= 0)
            break;
        const auto size = static_cast<std::size_t>(length);
        if (!goOn(size))
            return false;
        content.append(m_piece.data(), size);
    }
    if (content.capacity() / 2 > content.size())
        content.shrink_to_fit(); // it had claimed more than there was
    return !m_failed;
}

std::optional<std::size_t> ArchiveReader::read(std::span<char> to)
{
    std::size_t done = 0;
    while (m_entry != nullptr && !m_failed && done < to.size()) {
        const auto length = archive_read_data(m_archive.get(), to.data() + done, to.size() - done);
        m_failed = length < 0;
        if (length <= 0)
            break;
        done += static_cast<std::size_t>(length);
    }
    return m_failed ? std::nullopt : std::optional(done);
}

Error ArchiveReader::error(const QString &shown) const
{
    if (isEncrypted())
        return {Error::Kind::Unreadable,
                QStringLiteral("%1 is protected with a password. Unpack it with the password, then open the "
                               "files from it.")
                    .arg(shown)};
    const char *why = m_archive ? archive_error_string(m_archive.get()) : nullptr;
    return {
        Error::Kind::Unreadable,
        QStringLiteral("%1 is damaged or was cut off, so it cannot be unpacked (%2). Download it again. If "
                       "that does not help, unpack it with another program and open the files from it.")
            .arg(shown, why != nullptr ? QString::fromUtf8(why)
                                       : QStringLiteral("its end does not fit its content"))};
}

} // namespace clicksieve

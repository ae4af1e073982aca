// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/sourcetext.h"

#include "core/ingest/utf8check.h"
#include "core/jobs/jobcontext.h"
#include "core/jobs/parallel.h"

#include <QDir>
#include <QStringEncoder>

#include <algorithm>
#include <array>
#include <atomic>

namespace clicksieve {

namespace {

/// Enough to see what a file is without reading all of it.
constexpr std::size_t kSniffed = std::size_t{64} << 10;
constexpr std::size_t kPiece = std::size_t{8} << 20;
/// More than any header, which has kLongestRecord bytes at most.
constexpr std::size_t kBeginning = std::size_t{2} << 20;

struct Magic {
    std::string_view bytes;
    const char *what;
};

using namespace std::string_view_literals;

constexpr std::array kMagics = {
    Magic{"PK\x03\x04"sv,
          "a zip archive or an office document without a table in it. Save the table as CSV and open that"},
    Magic{"\x1f\x8b"sv, "a gzip archive. Unpack it and open the file inside"},
    Magic{"\x28\xb5\x2f\xfd"sv, "a zstd archive. Unpack it and open the file inside"},
    Magic{"\xd0\xcf\x11\xe0"sv, "an old Excel file, or one with a password. Save it as .xlsx without a "
                                "password, or as CSV, and open that"},
    Magic{"%PDF"sv, "a PDF document. Ask your e-mail service for the export as CSV"},
    Magic{"\x89PNG"sv, "a picture. Choose the CSV export instead"},
    Magic{"SQLite format 3"sv, "a database. Export its events as CSV and open that"},
};

QString shown(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

struct Finding {
    TextEncoding encoding = TextEncoding::Utf8;
    std::size_t markLength = 0;
    bool isText = true;
};

/// Text in UTF-16 without a mark is mostly ASCII, so every other byte is zero; other zero bytes mean no text at all.
Finding sniff(std::string_view bytes)
{
    if (bytes.starts_with("\xef\xbb\xbf"sv))
        return {TextEncoding::Utf8, 3};
    if (bytes.starts_with("\xff\xfe"sv))
        return {TextEncoding::Utf16LittleEndian, 2};
    if (bytes.starts_with("\xfe\xff"sv))
        return {TextEncoding::Utf16BigEndian, 2};
    const std::string_view head = bytes.substr(0, kSniffed);
    std::size_t zerosAtEven = 0;
    std::size_t zerosAtOdd = 0;
    for (std::size_t place = 0; place < head.size(); ++place) {
        if (head[place] == '\0')
            ++(place % 2 == 0 ? zerosAtEven : zerosAtOdd);
    }
    if (zerosAtEven + zerosAtOdd == 0)
        return {};
    const std::size_t most = head.size() * 2 / 5; // of the half that would be zero in plain English
    if (zerosAtEven == 0 && zerosAtOdd >= most)
        return {TextEncoding::Utf16LittleEndian, 0};
    if (zerosAtOdd == 0 && zerosAtEven >= most)
        return {TextEncoding::Utf16BigEndian, 0};
    return {TextEncoding::Utf8, 0, false};
}

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

bool isUtf8InPieces(std::string_view text, JobContext &context)
{
    std::atomic<bool> valid = true;
    parallelFor(context, text.size() / kPiece + 1, [&](std::size_t piece, std::size_t) {
        const std::size_t begin = characterBorder(text, piece * kPiece);
        const std::size_t end = characterBorder(text, (piece + 1) * kPiece);
        if (!isUtf8(text.substr(begin, end - begin)))
            valid = false;
    });
    return valid;
}

void appendUtf8(std::string &out, char32_t character)
{
    if (character < 0x80U) {
        out += static_cast<char>(character);
    } else if (character < 0x800U) {
        out += static_cast<char>(0xC0U | (character >> 6U));
        out += static_cast<char>(0x80U | (character & 0x3FU));
    } else if (character < 0x1'0000U) {
        out += static_cast<char>(0xE0U | (character >> 12U));
        out += static_cast<char>(0x80U | ((character >> 6U) & 0x3FU));
        out += static_cast<char>(0x80U | (character & 0x3FU));
    } else {
        out += static_cast<char>(0xF0U | (character >> 18U));
        out += static_cast<char>(0x80U | ((character >> 12U) & 0x3FU));
        out += static_cast<char>(0x80U | ((character >> 6U) & 0x3FU));
        out += static_cast<char>(0x80U | (character & 0x3FU));
    }
}

constexpr char32_t kReplacement = 0xFFFD;

/// Own decoder, since byteLength() rests on "one unit, one character", which QStringDecoder does not promise for
/// broken input. An odd byte at the very end is dropped from the text.
std::string fromUtf16(std::string_view bytes, bool bigEndian)
{
    std::string out;
    out.reserve(bytes.size() / 2 + bytes.size() / 16);
    const std::size_t units = bytes.size() / 2;
    const auto unit = [&](std::size_t place) {
        const auto first = static_cast<unsigned char>(bytes[2 * place]);
        const auto second = static_cast<unsigned char>(bytes[2 * place + 1]);
        return bigEndian ? char32_t{first} << 8U | second : char32_t{second} << 8U | first;
    };
    for (std::size_t place = 0; place < units; ++place) {
        const char32_t one = unit(place);
        const bool isHigh = one >= 0xD800U && one < 0xDC00U;
        const bool isLow = one >= 0xDC00U && one < 0xE000U;
        if (isHigh && place + 1 < units && unit(place + 1) >= 0xDC00U && unit(place + 1) < 0xE000U) {
            appendUtf8(out, 0x1'0000U + ((one - 0xD800U) << 10U) + (unit(place + 1) - 0xDC00U));
            ++place;
        } else {
            appendUtf8(out, isHigh || isLow ? kReplacement : one);
        }
    }
    return out;
}

/// The 32 places where Windows-1252 differs from Latin-1. Source: WHATWG Encoding Standard, index windows-1252.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

std::string fromWindows1252(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        appendUtf8(out,
                   code >= 0x80U && code < 0xA0U ? char32_t{kWindows1252[code - 0x80U]} : char32_t{code});
    }
    return out;
}

} // namespace

QString titleOf(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8:
        return QStringLiteral("UTF-8");
    case TextEncoding::Utf16LittleEndian:
        return QStringLiteral("UTF-16LE");
    case TextEncoding::Utf16BigEndian:
        return QStringLiteral("UTF-16BE");
    case TextEncoding::Windows1252:
        break;
    }
    return QStringLiteral("Windows-1252");
}

Result<std::shared_ptr<const SourceText>> SourceText::open(const QString &path, JobContext &context)
{
    auto bytes = FileBytes::open(path);
    if (!bytes)
        return bytes.error();
    return of(bytes.value(), path, context);
}

Result<std::shared_ptr<const SourceText>> SourceText::of(std::shared_ptr<const FileBytes> bytes,
                                                         const QString &shownName, JobContext &context,
                                                         Check check)
{
    const std::shared_ptr<SourceText> source(new SourceText);
    source->m_bytes = bytes->view();
    source->m_file = std::move(bytes);
    if (source->m_bytes.empty())
        return Error{Error::Kind::Unrecognised,
                     QStringLiteral("%1: the file is empty. Export it again from your e-mail service.")
                         .arg(shown(shownName))};

    for (const Magic &magic : kMagics) {
        if (source->m_bytes.starts_with(magic.bytes))
            return Error{
                Error::Kind::Unrecognised,
                QStringLiteral("%1: this is %2.").arg(shown(shownName), QString::fromLatin1(magic.what))};
    }
    Finding finding = sniff(source->m_bytes);
    if (!finding.isText)
        return Error{
            Error::Kind::Unrecognised,
            QStringLiteral("%1: this is no text file, so it is no export that can be read here. Choose the "
                           "CSV file from your e-mail service.")
                .arg(shown(shownName))};
    if (finding.encoding == TextEncoding::Utf8) {
        std::string_view content = source->m_bytes.substr(finding.markLength);
        source->m_isChecked =
            check == Check::Whole || content.size() <= kBeginning || !source->m_file->canRead();
        if (!source->m_isChecked)
            content = content.substr(0, characterBorder(content, kBeginning));
        if (!isUtf8InPieces(content, context)) {
            finding.encoding = TextEncoding::Windows1252;
            source->m_isChecked = true;
        }
    }
    source->m_encoding = finding.encoding;
    source->m_markLength = finding.markLength;
    source->decode();
    if (context.stopRequested())
        return Error{Error::Kind::Cancelled, QStringLiteral("Stopped.")};
    return std::shared_ptr<const SourceText>(source);
}

std::shared_ptr<const SourceText> SourceText::ofConverted(std::string utf8)
{
    const std::shared_ptr<SourceText> source(new SourceText);
    source->m_decoded = std::move(utf8);
    source->m_text = source->m_decoded;
    source->m_bytes = source->m_decoded;
    return source;
}

void SourceText::decode()
{
    const std::string_view content = m_bytes.substr(m_markLength);
    switch (m_encoding) {
    case TextEncoding::Utf8:
        m_text = content;
        return;
    case TextEncoding::Utf16LittleEndian:
        m_decoded = fromUtf16(content, false);
        break;
    case TextEncoding::Utf16BigEndian:
        m_decoded = fromUtf16(content, true);
        break;
    case TextEncoding::Windows1252:
        m_decoded = fromWindows1252(content);
        break;
    }
    m_text = m_decoded;
}

std::size_t SourceText::byteLength(std::string_view part) const
{
    if (m_encoding == TextEncoding::Utf8)
        return part.size();
    std::size_t characters = 0;
    std::size_t pairs = 0; // characters that UTF-16 writes as two units
    for (const char byte : part) {
        characters += isContinuation(byte) ? 0U : 1U;
        pairs += static_cast<unsigned char>(byte) >= 0xF0U ? 1U : 0U;
    }
    return m_encoding == TextEncoding::Windows1252 ? characters : 2 * (characters + pairs);
}

QByteArray SourceText::encode(std::string_view utf8) const
{
    const QByteArrayView view(utf8.data(), static_cast<qsizetype>(utf8.size()));
    switch (m_encoding) {
    case TextEncoding::Utf8:
        break;
    case TextEncoding::Windows1252:
        return QString::fromUtf8(view).toLatin1();
    case TextEncoding::Utf16LittleEndian:
        return QStringEncoder(QStringConverter::Utf16LE)(QString::fromUtf8(view));
    case TextEncoding::Utf16BigEndian:
        return QStringEncoder(QStringConverter::Utf16BE)(QString::fromUtf8(view));
    }
    return view.toByteArray();
}

} // namespace clicksieve

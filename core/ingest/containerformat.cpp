// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/containerformat.h"

#include "core/ingest/archivereader.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace clicksieve {

namespace {

using namespace std::string_view_literals;
using Layout = ContainerFormat::Layout;
using Packing = ContainerFormat::Packing;

struct Magic {
    std::string_view bytes;
    Packing packing;
};

/// Sources: RFC 1952 2.3.1 (with deflate, the only method), RFC 8878 3.1.1, The .xz File Format 2.1.1.1.
constexpr std::array kMagics = {Magic{"\x1f\x8b\x08"sv, Packing::Gzip},
                                Magic{"\x28\xb5\x2f\xfd"sv, Packing::Zstd},
                                Magic{"\xfd\x37\x7a\x58\x5a\x00"sv, Packing::Xz}};

/// A file may begin with these letters by chance; behind them comes the start of a block or of the end.
bool isBzip2(std::string_view bytes)
{
    return bytes.starts_with("BZh") && bytes.size() >= 10 && bytes[3] >= '1' && bytes[3] <= '9'
           && (bytes.substr(4, 6) == "\x31\x41\x59\x26\x53\x59"sv
               || bytes.substr(4, 6) == "\x17\x72\x45\x38\x50\x90"sv);
}

/// Two magics: with files, and the end alone where there are none. Source: PKWARE APPNOTE 4.3.7 and 4.3.16.
bool isZip(std::string_view bytes)
{
    return bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv);
}

constexpr std::size_t kTarBlock = 512;
/// What GNU tar writes at least. One more is looked at to tell an empty archive from zeros that go on.
constexpr std::size_t kTarRecord = 20 * kTarBlock;

bool isEmptyTar(std::string_view bytes)
{
    return (bytes.size() == 2 * kTarBlock || bytes.size() == kTarRecord)
           && std::all_of(bytes.begin(), bytes.end(), [](char byte) { return byte == '\0'; });
}

/// By the checksum of the first header, since old archives have no magic. Source: POSIX pax, ustar header block.
bool isTar(std::string_view bytes)
{
    constexpr std::size_t kSum = 148;
    constexpr std::size_t kSumEnd = kSum + 8;
    if (bytes.size() < kTarBlock || bytes[0] == '\0')
        return isEmptyTar(bytes);
    std::uint32_t sum = 0;
    for (std::size_t place = 0; place < kTarBlock; ++place)
        sum +=
            place >= kSum && place < kSumEnd ? std::uint32_t{' '} : static_cast<unsigned char>(bytes[place]);
    std::uint32_t stored = 0;
    std::size_t digits = 0;
    for (std::size_t place = kSum; place < kSumEnd; ++place) {
        if (bytes[place] >= '0' && bytes[place] <= '7') {
            stored = stored * 8 + static_cast<std::uint32_t>(bytes[place] - '0');
            ++digits;
        } else if (digits > 0 || bytes[place] != ' ') {
            break;
        }
    }
    return digits > 0 && stored == sum;
}

std::optional<Packing> packingOf(std::string_view bytes)
{
    for (const Magic &magic : kMagics) {
        if (bytes.starts_with(magic.bytes))
            return magic.packing;
    }
    return isBzip2(bytes) ? std::optional(Packing::Bzip2) : std::nullopt;
}

/// The first bytes of the one file that is packed here; fewer where it is damaged, which unpacking it will say.
std::string unpackedHead(std::string_view bytes, Packing packing)
{
    ArchiveReader reader(bytes, {Layout::SingleFile, packing});
    std::string head;
    if (reader.next())
        reader.readInto(head, [&](std::size_t) { return head.size() <= kTarRecord; });
    return head.substr(0, kTarRecord + 1);
}

/// Excel and other Office Open XML documents have this part, OpenDocument and EPUB begin with that one.
/// Sources: ECMA-376 part 2, 7.2.3; OpenDocument 1.3 part 2, 3.3.
bool isOfficeDocument(std::string_view bytes)
{
    constexpr int kLookedAt = 10'000;
    ArchiveReader reader(bytes, {Layout::Zip, Packing::None});
    for (int entry = 0; entry < kLookedAt && reader.next(); ++entry) {
        const QString name = reader.storedName();
        if (name == QLatin1String("xl/workbook.xml") || name == QLatin1String("[Content_Types].xml")
            || (entry == 0 && name == QLatin1String("mimetype")))
            return true;
    }
    return false;
}

} // namespace

std::optional<ContainerFormat> containerFormatOf(std::string_view bytes)
{
    if (isZip(bytes))
        return isOfficeDocument(bytes) ? std::nullopt
                                       : std::optional(ContainerFormat{Layout::Zip, Packing::None});
    if (isTar(bytes))
        return ContainerFormat{Layout::Tar, Packing::None};
    const auto packing = packingOf(bytes);
    if (!packing)
        return std::nullopt;
    return ContainerFormat{isTar(unpackedHead(bytes, *packing)) ? Layout::Tar : Layout::SingleFile, *packing};
}

} // namespace clicksieve

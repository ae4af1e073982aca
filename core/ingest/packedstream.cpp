// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/packedstream.h"

#include "core/ingest/container.h"
#include "core/ingest/containerformat.h"

#include <QFileInfo>

#include <algorithm>
#include <cstring>

namespace clicksieve {

namespace {

/// Below it a file is unpacked in no time, and takes little memory.
constexpr std::size_t kFewest = std::size_t{1} << 20;
/// What exports pack to, about.
constexpr std::size_t kUsualRatio = 8;

/// A gzip ends with the size of its content, as far as 32 bits can tell. Source: RFC 1952, 2.3.1.
std::size_t expectedBytesOf(std::string_view packed, ContainerFormat::Packing packing)
{
    const std::size_t usual = packed.size() * kUsualRatio;
    if (packing != ContainerFormat::Packing::Gzip)
        return usual;
    std::size_t told = 0;
    for (std::size_t byte = 1; byte <= 4; ++byte)
        told = told << 8U | static_cast<unsigned char>(packed[packed.size() - byte]);
    return told > packed.size() ? told : usual;
}

} // namespace

std::unique_ptr<PackedStream> PackedStream::open(const QString &path)
{
    if (!QFileInfo(path).isFile())
        return nullptr;
    const auto packed = FileBytes::open(path);
    if (!packed || packed.value()->view().size() < kFewest)
        return nullptr;
    const std::string_view bytes = packed.value()->view();
    const auto format = containerFormatOf(bytes);
    if (!format || format->layout != ContainerFormat::Layout::SingleFile)
        return nullptr;
    std::unique_ptr<PackedStream> stream(new PackedStream);
    stream->m_packed = packed.value();
    stream->m_expected = expectedBytesOf(bytes, format->packing);
    stream->m_reader.emplace(bytes, *format, QFileInfo(path).fileName());
    return stream->m_reader->next() ? std::move(stream) : nullptr;
}

std::optional<std::size_t> PackedStream::read(std::span<char> to)
{
    const ContainerLimits limits;
    const auto count = m_reader->read(to);
    m_unpacked += count.value_or(0);
    const bool isTooLarge =
        m_unpacked > limits.bytes
        || (m_unpacked > limits.ratioFrom && m_unpacked / limits.ratio >= m_packed->view().size());
    return isTooLarge ? std::nullopt : count;
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weblogs/loglines.h"

#include "core/ingest/packedstream.h"

#include <QDir>

#include <algorithm>
#include <cstring>
#include <utility>

namespace clicksieve {

namespace {

/// Of the last piece up to a line may be left, so that the longest line fits beside a new piece.
constexpr std::size_t kPiece = std::size_t{1} << 18;

} // namespace

Result<std::vector<Member>> logsIn(const QString &path, JobContext &context)
{
    if (PackedStream::open(path) != nullptr)
        return std::vector<Member>{Member{path, {}, nullptr}};
    return membersOf(path, {}, context);
}

LogLines::LogLines() : m_buffer(kLongest + kPiece) {}
LogLines::~LogLines() = default;

Result<std::unique_ptr<LogLines>> LogLines::open(const Member &member)
{
    std::unique_ptr<LogLines> lines(new LogLines);
    lines->m_content = member.content;
    if (member.content != nullptr) {
        lines->m_expected = member.content->size();
        return lines;
    }
    lines->m_packed = PackedStream::open(member.path);
    if (lines->m_packed != nullptr) {
        lines->m_expected = lines->m_packed->expectedBytes();
        return lines;
    }
    lines->m_file.setFileName(member.path);
    if (!lines->m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Error{Error::Kind::Unreadable,
                     QStringLiteral("%1 cannot be read: %2.")
                         .arg(QDir::toNativeSeparators(member.path), lines->m_file.errorString())};
    lines->m_expected = static_cast<std::uint64_t>(lines->m_file.size());
    return lines;
}

/// Moves what is left to the front and reads behind it. False where nothing came.
bool LogLines::readMore()
{
    std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
    m_end -= m_begin;
    m_begin = 0;
    char *to = m_buffer.data() + m_end;
    const std::size_t room = std::min(kPiece, m_buffer.size() - m_end);
    std::size_t got = 0;
    if (m_content != nullptr) {
        got = std::min(room, m_content->size() - m_read);
        std::memcpy(to, m_content->data() + m_read, got);
    } else if (m_packed != nullptr) {
        const auto read = m_packed->read({to, room});
        m_failed = !read;
        got = read.value_or(0);
    } else {
        const qint64 read = m_file.read(to, static_cast<qint64>(room));
        m_failed = read < 0;
        got = read < 0 ? 0 : static_cast<std::size_t>(read);
    }
    m_end += got;
    m_read += got;
    m_isAtEnd = got == 0;
    return got > 0;
}

std::optional<std::string_view> LogLines::next()
{
    std::size_t searched = m_begin;
    for (;;) {
        const void *found = std::memchr(m_buffer.data() + searched, '\n', m_end - searched);
        const std::size_t size =
            found != nullptr
                ? static_cast<std::size_t>(static_cast<const char *>(found) - m_buffer.data() - m_begin)
                : m_end - m_begin;
        const bool isWhole = found != nullptr || m_isAtEnd;
        if (!isWhole && size < kLongest) {
            searched = m_end - m_begin; // of what moves to the front
            static_cast<void>(readMore());
            continue;
        }
        if (m_failed || (found == nullptr && size == 0))
            return std::nullopt;
        std::string_view line(m_buffer.data() + m_begin, std::min(size, kLongest));
        m_begin += std::min(size, kLongest) + (found != nullptr && size <= kLongest ? 1 : 0);
        const bool wasCutOff = std::exchange(m_isCutOff, !isWhole || size > kLongest);
        searched = m_begin;
        if (wasCutOff)
            continue; // belongs to the line before
        ++m_number;
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        return line;
    }
}

} // namespace clicksieve

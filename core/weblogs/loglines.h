// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/container.h"
#include "core/jobs/result.h"

#include <QFile>

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace clicksieve {

class JobContext;
class PackedStream;

/// The logs in a file or folder that the user gave: as membersOf(), but a large packed file is left packed, to be unpacked
/// as it is read. Errors: as membersOf().
[[nodiscard]] Result<std::vector<Member>> logsIn(const QString &path, JobContext &context);

/// The lines of a log, one after the other, without ever having it whole in memory. One thread.
class LogLines {
public:
    /// Longer ones are no requests: they are handed out cut off here.
    static constexpr std::size_t kLongest = std::size_t{1} << 20;

    /// One of logsIn(). Error: Unreadable.
    [[nodiscard]] static Result<std::unique_ptr<LogLines>> open(const Member &member);
    ~LogLines();
    Q_DISABLE_COPY_MOVE(LogLines)

    /// Without its end (LF, CRLF). Valid until the next call. Nothing at the end, and where reading failed().
    [[nodiscard]] std::optional<std::string_view> next();
    /// 1-based number of the line that next() handed out last.
    [[nodiscard]] std::uint64_t number() const { return m_number; }
    [[nodiscard]] bool failed() const { return m_failed; }
    /// Bytes read so far, and about how many there are in all.
    [[nodiscard]] std::uint64_t bytesRead() const { return m_read; }
    [[nodiscard]] std::uint64_t bytesExpected() const { return m_expected; }

private:
    LogLines();
    [[nodiscard]] bool readMore();

    QFile m_file;
    std::unique_ptr<PackedStream> m_packed;
    std::shared_ptr<const std::string> m_content;
    std::uint64_t m_expected = 0; ///< bytes in all
    std::uint64_t m_read = 0;
    std::vector<char> m_buffer;
    std::size_t m_begin = 0; ///< in the buffer, of what was not handed out yet
    std::size_t m_end = 0;
    std::uint64_t m_number = 0;
    bool m_isAtEnd = false;
    bool m_isCutOff = false; ///< the rest of a line that was too long comes next
    bool m_failed = false;
};

} // namespace clicksieve

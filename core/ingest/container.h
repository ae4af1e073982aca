// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/result.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace clicksieve {

class JobContext;

/// One file that the user gave, or one file inside of it.
struct Member {
    QString path; ///< the file on disk
    QString
        inner; ///< path inside the container, with '/', unique in it; empty where @c path itself is the file
    std::shared_ptr<const std::string> content; ///< unpacked; null where @c path itself is to be read
};

/// What one call unpacks at most, so that an archive made to fill a computer cannot.
struct ContainerLimits {
    std::uint64_t entries =
        10'000; ///< of all containers and folders together, also those that are no members
    std::uint64_t bytes = std::uint64_t{8}
                          << 30; ///< unpacked, of all together, archives inside archives included
    std::uint64_t ratio = 1'000; ///< unpacked to packed, for each file on disk, once past @c ratioFrom
    std::uint64_t ratioFrom = std::uint64_t{64} << 20; ///< unpacked bytes
    int depth = 3;                                     ///< archives inside archives, the outermost counted
};

/// What lies in what the user gave, in memory; nothing is written to disk. By content, not by name.
/// - a plain file, and an office document: itself
/// - a folder: its files and those of its folders, sorted by name, without hidden files and links; archives unpacked
/// - gzip, bzip2, zstd or xz of one file: that file, named as the archive without its ending
/// - zip, tar, packed tar: their files in the order they lie there, without links and what macOS and Windows add
/// - an archive in an archive: its files, as "inner.zip/file.csv"
/// Never empty. Errors: Unreadable (missing, damaged, protected, too large, too deep), Unrecognised (nothing inside),
/// Cancelled. Any thread.
[[nodiscard]] Result<std::vector<Member>> membersOf(const QString &path, const ContainerLimits &limits,
                                                    JobContext &context);

} // namespace clicksieve

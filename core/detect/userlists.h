// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/result.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <vector>

namespace clicksieve {

/// What the user knows of addresses, programs and links; it goes for every export.
struct UserLists {
    /// Addresses and networks ("192.0.2.7", "192.0.2.0/24") that are never taken for a scanner's for being what they are.
    /// When and how events come from them still counts.
    std::vector<std::string> networks;
    /// The same of programs: a part of the user agent, capitals or not.
    std::vector<std::string> agents;
    /// Links that people cannot see in the mail, so that only machines follow them. As they stand in the export, with or without
    /// the part from the first ? on.
    std::vector<std::string> hiddenLinks;

    [[nodiscard]] bool isEmpty() const { return networks.empty() && agents.empty() && hiddenLinks.empty(); }
    friend bool operator==(const UserLists &, const UserLists &) = default;
};

/// Lists that were read, with a sentence for each line that could not be used.
struct UserListFile {
    UserLists lists;
    QStringList complaints;
};

/// Reads addresses, networks and, after "agent:", programs, one a line; # begins a comment. Error: Unreadable.
[[nodiscard]] Result<UserListFile> readAllowList(const QString &path);

/// allow.txt and hidden-links.txt of the user; what is not there is empty. Errors become complaints.
[[nodiscard]] UserListFile userListsIn(const QString &folder);
/// Writes both, in place of what they held. Makes the folder. Error: Unwritable.
[[nodiscard]] std::optional<Error> saveUserLists(const UserLists &lists, const QString &folder);
/// ~/.config/clicksieve, or as the platform has it.
[[nodiscard]] QString userListsFolder();

/// True for an address or a network as in UserLists::networks.
[[nodiscard]] bool isNetwork(std::string_view text);

} // namespace clicksieve

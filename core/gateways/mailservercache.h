// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateways/mailservers.h"
#include "core/jobs/result.h"

#include <QString>

#include <optional>

namespace clicksieve {

/// A SQLite file that keeps what is known about mail servers from one run of the program to the next. Each call opens the
/// file for itself; any thread. Errors are sentences and leave the file as it was.
class MailServerCache {
public:
    explicit MailServerCache(QString path) : m_path(std::move(path)) {}

    /// Everything that was kept; nothing where there is no file yet.
    [[nodiscard]] Result<MailServers> load() const;
    /// Keeps @p servers in place of what was kept. Makes the file and its folder.
    [[nodiscard]] std::optional<Error> save(const MailServers &servers) const;

private:
    QString m_path;
};

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/result.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace clicksieve {

/// A network of the internet (autonomous system) and who runs it.
struct NetworkName {
    std::uint32_t number = 0; ///< AS number
    std::string name;         ///< UTF-8; of a file, so not to be trusted as anything but text

    friend bool operator==(const NetworkName &, const NetworkName &) = default;
};

/// Which network an address belongs to, by a GeoLite2-ASN file or one of the same form, which the user has to get: none
/// is shipped. Names for people; no verdict depends on it, since people and machines share networks. Immutable; any thread.
class NetworkNames {
public:
    /// Errors: Unreadable where there is no such file; Unrecognised where it is damaged or of another kind.
    [[nodiscard]] static Result<std::shared_ptr<const NetworkNames>> open(const QString &path);
    ~NetworkNames();
    NetworkNames(const NetworkNames &) = delete;
    NetworkNames &operator=(const NetworkNames &) = delete;

    /// nullopt for what is no address, or belongs to no network of the file.
    [[nodiscard]] std::optional<NetworkName> find(std::string_view address) const;
    /// When the file was made, ms UTC.
    [[nodiscard]] std::int64_t made() const;

private:
    NetworkNames();

    struct Database; ///< keeps libmaxminddb out of this header
    std::unique_ptr<Database> m_database;
};

/// "Microsoft Corporation, AS8075"
[[nodiscard]] QString textOf(const NetworkName &network);

} // namespace clicksieve

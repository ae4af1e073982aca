// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace clicksieve {

/// Who takes mail in for recipient domains.
struct Gateway {
    enum class Kind : std::uint8_t {
        Gateway,           ///< filters mail on its way to a mailbox elsewhere, links often included
        MailboxWithFilter, ///< keeps the mailboxes and filters links for some customers
        Mailbox,           ///< keeps the mailboxes
        Hoster,            ///< keeps web sites and mailboxes
        Forwarder,         ///< passes mail on
        Application        ///< hands mail to a program
    };

    QString id;
    QString name; ///< for display
    Kind kind = Kind::Gateway;
};

/// The word for a kind in files: "gateway", "mailbox-with-filter", …
[[nodiscard]] std::string_view wordFor(Gateway::Kind kind);

/// Which mail exchangers (MX) are whose: resources/gateways/*.json, a line of it with its public sources. It says who may
/// follow the links of a domain's mail: a breakdown, never evidence against a single event. Immutable; any thread.
class GatewayTable {
public:
    static constexpr std::uint32_t kNone = 0xFFFF'FFFFU;

    /// The shipped table. It is part of the program and tested with it, so loading it cannot fail.
    [[nodiscard]] static const GatewayTable &shipped();

    [[nodiscard]] const std::vector<Gateway> &gateways() const { return m_gateways; }
    /// Position in gateways() of whose @p exchanger is: the longest suffix that fits, label by label, so that
    /// "pphosted.com" is no part of "notpphosted.com". In lower case, without the dot at the end. kNone where
    /// the table does not know it.
    [[nodiscard]] std::uint32_t gatewayOf(std::string_view exchanger) const;

private:
    struct Suffix {
        std::uint32_t gateway = kNone;
        std::string prefix; ///< what the name has to begin with too; mostly empty
    };

    void load(const QString &path);

    std::vector<Gateway> m_gateways;
    std::unordered_map<std::string, Suffix> m_suffixes;
};

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace clicksieve {

/// A parameter that e-mail services append to the links of a mail.
struct ClickParameter {
    enum class Kind : std::uint8_t {
        Campaign,  ///< the same for all who get the mail
        Recipient, ///< tells one recipient from the others, and so makes each address unique
        Link       ///< tells one link of the mail from the others
    };

    std::string name; ///< as it stands in the address
    Kind kind = Kind::Campaign;
    QString service; ///< for display
};

/// What e-mail services append: resources/clickparameters/*.json, each with its source. Immutable; any thread.
class ClickParameters {
public:
    /// The shipped table. It is part of the program and tested with it, so loading it cannot fail.
    [[nodiscard]] static const ClickParameters &shipped();

    [[nodiscard]] const std::vector<ClickParameter> &all() const { return m_parameters; }
    /// Null where no service is known to use that name.
    [[nodiscard]] const ClickParameter *find(std::string_view name) const;

private:
    void load(const QString &path);

    std::vector<ClickParameter> m_parameters;
    std::unordered_map<std::string_view, std::size_t>
        m_places; ///< into m_parameters, whose names the keys view
};

/// Calls use(name, value) for each parameter of a query, undecoded; the value is empty where there is no "=".
template <typename Use>
void forEachParameter(std::string_view query, Use use)
{
    while (!query.empty()) {
        const std::size_t end = query.find('&');
        const std::string_view parameter = query.substr(0, end);
        const std::size_t equals = parameter.find('=');
        if (!parameter.empty())
            use(parameter.substr(0, equals),
                equals == std::string_view::npos ? std::string_view{} : parameter.substr(equals + 1));
        query.remove_prefix(end == std::string_view::npos ? query.size() : end + 1);
    }
}

} // namespace clicksieve

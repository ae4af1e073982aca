// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateways/mailservers.h"

#include <QString>
#include <QUrl>

#include <algorithm>

namespace clicksieve {

namespace {

constexpr std::size_t kLongestName = 253; ///< RFC 1035, section 2.3.4, as text
constexpr std::size_t kLongestLabel = 63; ///< the same

/// Letters, digits, hyphens and, in names of servers that exist, low lines.
bool isLabel(std::string_view label)
{
    return !label.empty() && label.size() <= kLongestLabel
           && std::all_of(label.begin(), label.end(), [](char character) {
                  return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')
                         || character == '-' || character == '_';
              });
}

bool isHostName(std::string_view name)
{
    if (name.size() > kLongestName || name.find('.') == std::string_view::npos)
        return false;
    while (true) {
        const std::size_t dot = name.find('.');
        if (!isLabel(name.substr(0, dot)))
            return false;
        if (dot == std::string_view::npos)
            return true;
        name.remove_prefix(dot + 1);
    }
}

} // namespace

std::optional<std::string> MailServers::hostName(std::string_view text)
{
    while (!text.empty() && text.back() == '.')
        text.remove_suffix(1);
    std::string name(text);
    const bool isPlain = std::all_of(
        name.begin(), name.end(), [](char character) { return static_cast<unsigned char>(character) < 128; });
    if (isPlain)
        std::transform(name.begin(), name.end(), name.begin(), [](char character) {
            return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a')
                                                        : character;
        });
    else
        name = QUrl::toAce(QString::fromStdString(name)).toStdString();
    return isHostName(name) ? std::optional(name) : std::nullopt;
}

void MailServers::add(const std::string &domain, MailServer server)
{
    auto &servers = m_domains[domain].servers;
    const auto known = std::find_if(servers.begin(), servers.end(),
                                    [&](const MailServer &other) { return other.name == server.name; });
    if (known == servers.end())
        servers.push_back(std::move(server));
}

void MailServers::takeOver(const MailServers &other)
{
    for (const auto &[domain, known] : other.m_domains)
        m_domains[domain] = known;
}

void MailServers::setLearned(TimeMs time)
{
    for (auto &[domain, known] : m_domains)
        known.learned = time;
}

const DomainServers *MailServers::find(const std::string &domain) const
{
    const auto found = m_domains.find(domain);
    return found == m_domains.end() ? nullptr : &found->second;
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/linknormaliser.h"

#include "core/events/index.h"

#include <cstring>
#include <string>
#include <unordered_map>

namespace clicksieve {

namespace {

/// A recipient's token differs from everybody else's and stays the same for the recipient; some slack for
/// forwarded mail and for tokens that are renewed.
constexpr double kValuesPerRecipient = 0.9;
constexpr double kPairsPerRecipient = 1.2;

std::string_view withoutQuery(std::string_view url)
{
    return url.substr(0, url.find('?'));
}

/// Calls @p use(name, wholeParameter) for each parameter between ? and #.
template <typename Use>
void forEachParameter(std::string_view url, Use use)
{
    const auto question = url.find('?');
    if (question == std::string_view::npos)
        return;
    std::string_view query = url.substr(question + 1);
    query = query.substr(0, query.find('#'));
    while (!query.empty()) {
        const auto end = query.find('&');
        const std::string_view parameter = query.substr(0, end);
        use(parameter.substr(0, parameter.find('=')), parameter);
        query = end == std::string_view::npos ? std::string_view{} : query.substr(end + 1);
    }
}

std::uint32_t internPair(Dictionary &pairs, std::uint32_t first, std::uint32_t second)
{
    const std::uint64_t key = (std::uint64_t{first} << 32U) | second;
    char bytes[sizeof key];
    std::memcpy(bytes, &key, sizeof key);
    return pairs.intern({bytes, sizeof key});
}

/// Counts, for one address (URL without query), who clicked and with which parameters.
struct AddressUse {
    Dictionary recipients;
    struct ParameterUse {
        Dictionary values;
        Dictionary pairs; ///< (recipient, value)
    };
    std::unordered_map<std::string, ParameterUse> parameters;
};

bool namesTheRecipient(const AddressUse &use, const AddressUse::ParameterUse &parameter)
{
    const double recipients = use.recipients.size();
    return parameter.values.size() >= kFewestValues
           && parameter.values.size() >= kValuesPerRecipient * recipients
           && parameter.pairs.size() <= kPairsPerRecipient * recipients;
}

std::string withoutTokens(std::string_view url, const AddressUse &use)
{
    std::string link(withoutQuery(url));
    char separator = '?';
    forEachParameter(url, [&](std::string_view name, std::string_view parameter) {
        const auto found = use.parameters.find(std::string(name));
        if (found != use.parameters.end() && namesTheRecipient(use, found->second))
            return;
        link += separator;
        link += parameter;
        separator = '&';
    });
    return link;
}

} // namespace

std::vector<std::uint32_t> normaliseLinks(const Dictionary &urls, std::span<const std::uint32_t> urlColumn,
                                          std::span<const std::uint32_t> recipientColumn, Dictionary &links)
{
    Dictionary addresses;
    std::vector<std::uint32_t> addressOfUrl(urls.size());
    std::vector<std::uint32_t> urlsOfAddress;
    for (std::uint32_t url = 0; url < urls.size(); ++url) {
        addressOfUrl[url] = addresses.intern(withoutQuery(urls[url]));
        urlsOfAddress.resize(addresses.size());
        ++urlsOfAddress[addressOfUrl[url]];
    }

    // Only addresses with many URLs can carry tokens; for all others nothing needs counting.
    std::unordered_map<std::uint32_t, AddressUse> suspects;
    for (std::uint32_t address = 0; address < addresses.size(); ++address) {
        if (urlsOfAddress[address] >= kFewestValues)
            suspects.try_emplace(address);
    }
    if (!suspects.empty()) {
        for (std::size_t event = 0; event < urlColumn.size(); ++event) {
            if (urlColumn[event] == UrlIndex::kNone || recipientColumn[event] == RecipientIndex::kNone)
                continue;
            const auto found = suspects.find(addressOfUrl[urlColumn[event]]);
            if (found == suspects.end())
                continue;
            AddressUse &use = found->second;
            internPair(use.recipients, 0, recipientColumn[event]);
            forEachParameter(urls[urlColumn[event]], [&](std::string_view name, std::string_view parameter) {
                auto &counts = use.parameters[std::string(name)];
                internPair(counts.pairs, recipientColumn[event], counts.values.intern(parameter));
            });
        }
    }

    std::vector<std::uint32_t> linkOfUrl(urls.size());
    for (std::uint32_t url = 0; url < urls.size(); ++url) {
        const auto found = suspects.find(addressOfUrl[url]);
        linkOfUrl[url] = found == suspects.end() ? links.intern(urls[url])
                                                 : links.intern(withoutTokens(urls[url], found->second));
    }
    return linkOfUrl;
}

} // namespace clicksieve

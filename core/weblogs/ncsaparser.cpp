// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weblogs/ncsaparser.h"

#include "core/detect/networkset.h"
#include "core/ingest/cellview.h"
#include "core/weblogs/escapes.h"
#include "core/weblogs/logformat.h"
#include "core/weblogs/logtext.h"
#include "core/weblogs/logtime.h"

#include <optional>

namespace clicksieve {

namespace {

constexpr std::string_view kBlanks = " \t";
constexpr std::size_t kTimeLength = 20; ///< "29/Mar/2026:01:59:59"

/// Takes the first word off @p text, with the blanks before it.
std::string_view takeWord(std::string_view &text)
{
    text = trimmed(text);
    const std::size_t end = std::min(text.find_first_of(kBlanks), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(end);
    return word;
}

std::string_view unlessDash(std::string_view text)
{
    return text == "-" ? std::string_view{} : text;
}

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

/// Without parsing it: whether the word can be an address.
bool looksLikeAddress(std::string_view word)
{
    return !word.empty() && word.find_first_not_of("0123456789abcdefABCDEF:.%[]") == std::string_view::npos
           && IpAddress::parse(word).has_value();
}

/// Whether "29/Mar/2026:" or "29/Mar/2026 " begins there.
bool isTimeAt(std::string_view text)
{
    return text.size() >= kTimeLength && isDigit(text[0]) && isDigit(text[1]) && text[2] == '/'
           && text[6] == '/' && isDigit(text[10]) && (text[11] == ':' || text[11] == ' ') && text[14] == ':'
           && text[17] == ':';
}

/// Where the bracket of the time stands; npos where there is none.
std::size_t timeBracketIn(std::string_view line)
{
    std::size_t place = line.find('[');
    while (place != std::string_view::npos && !isTimeAt(line.substr(place + 1)))
        place = line.find('[', place + 1);
    return place;
}

/// "<134>1 2016-10-31T14:08:21Z host program 1 - - " (RFC 5424), "<134>Mar 10 09:00:00 host program[1]: " (RFC 3164), also
/// without the number in front.
std::string_view withoutSyslogPrefix(std::string_view front)
{
    std::string_view text = front;
    bool hasNumber = false;
    if (!text.empty() && text[0] == '<') {
        const std::size_t end = text.find('>');
        if (end == std::string_view::npos || !areDigits(text.substr(1, end - 1)))
            return front;
        text.remove_prefix(end + 1);
        hasNumber = true;
    }
    if (hasNumber && text.size() > 2 && isDigit(text[0]) && text[1] == ' ') {
        constexpr int kWords = 7; // version, time, host, program, process, message id, data
        for (int word = 0; word < kWords; ++word)
            takeWord(text);
        return text;
    }
    if (monthOf(text.substr(0, 3)) == 0)
        return hasNumber ? text : front;
    const std::size_t end = text.find(": ");
    return end == std::string_view::npos ? front : text.substr(end + 2);
}

/// The end of a quoted field that begins at @p begin, past its first quote; npos where it is not closed.
std::size_t endOfQuoted(std::string_view text, std::size_t begin)
{
    for (std::size_t place = begin; place < text.size(); ++place) {
        if (text[place] == '\\')
            ++place; // with what it escapes
        else if (text[place] == '"')
            return place;
    }
    return std::string_view::npos;
}

/// "0.012" as seconds, "12ms"; digits alone are too many things.
std::optional<std::int64_t> durationOf(std::string_view word)
{
    if (!word.ends_with("ms") && word.find('.') == std::string_view::npos)
        return std::nullopt;
    return durationIn(word, DurationUnit::Seconds);
}

/// Addresses on the inside of a network say nothing of who asked.
bool isInside(std::string_view word)
{
    static const NetworkSet inside = [] {
        NetworkSet set;
        for (const char *network : {"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8",
                                    "169.254.0.0/16", "100.64.0.0/10", "fc00::/7", "fe80::/10", "::1"})
            set.add(network, 0);
        set.seal();
        return set;
    }();
    const auto address = IpAddress::parse(word);
    bool isInside = !address;
    if (address)
        inside.find(*address, [&isInside](std::uint32_t) { isInside = true; });
    return isInside;
}

} // namespace

const char *NcsaParser::parse(std::string_view line, LogRequest &request)
{
    m_decodedUsed = 0;
    request = {};
    request.stamp = m_stamp;
    const std::size_t bracket = timeBracketIn(line);
    if (bracket == std::string_view::npos)
        return "It has no time in brackets, such as [29/Mar/2026:01:59:59 +0100].";
    const std::size_t end = line.find(']', bracket);
    if (end == std::string_view::npos)
        return "The bracket of the time is not closed.";
    if (const char *problem = readFront(line.substr(0, bracket), request))
        return problem;
    if (const char *problem = readTime(line.substr(bracket + 1, end - bracket - 1), request))
        return problem;
    return readRest(line.substr(end + 1), request);
}

/// "[site[:port]] client identity user", the client perhaps a list with commas.
const char *NcsaParser::readFront(std::string_view front, LogRequest &request)
{
    front = withoutSyslogPrefix(front);
    std::string_view first = takeWord(front);
    if (first.empty())
        return "Nothing stands before the time: who asked is missing.";
    if (!first.ends_with(',') && !looksLikeAddress(first)) {
        std::string_view rest = front;
        if (const std::string_view second = takeWord(rest); looksLikeAddress(second)) { // else a host name
            const std::size_t colon = first.rfind(':');
            request.host = colon != std::string_view::npos && areDigits(first.substr(colon + 1))
                               ? first.substr(0, colon)
                               : first;
            first = second;
            front = rest;
        }
    }
    const char *begin = first.data();
    while (first.ends_with(',') && !front.empty())
        first = takeWord(front);
    const auto length = static_cast<std::size_t>(first.data() + first.size() - begin);
    request.client = clientOf({begin, length}, request);
    takeWord(front); // the identity, which nobody gives
    request.user = unlessDash(trimmed(front));
    return nullptr;
}

/// Of a list the right-most that is not on the inside of a network: those to the left of it are the visitor's own claim.
std::string_view NcsaParser::clientOf(std::string_view list, LogRequest &request) const
{
    if (list.find(',') == std::string_view::npos)
        return list;
    request.forwarded = list;
    std::string_view left = list;
    while (!left.empty()) {
        const std::size_t comma = left.rfind(',');
        const std::string_view word =
            trimmed(comma == std::string_view::npos ? left : left.substr(comma + 1));
        if (!isInside(word))
            return word;
        left = comma == std::string_view::npos ? std::string_view{} : left.substr(0, comma);
    }
    return trimmed(list.substr(0, list.find(',')));
}

const char *NcsaParser::readTime(std::string_view text, LogRequest &request)
{
    const auto time = bracketTime(text);
    if (!time)
        return "The time in brackets is none, such as 29/Mar/2026:01:59:59 +0100.";
    request.time = time->microseconds;
    request.hasZone = time->hasZone;
    return nullptr;
}

/// From the request in quotes on.
const char *NcsaParser::readRest(std::string_view rest, LogRequest &request)
{
    rest = trimmed(rest);
    if (rest.empty() || rest[0] != '"')
        return "No request in quotes stands after the time.";
    const std::size_t end = endOfQuoted(rest, 1);
    if (end == std::string_view::npos)
        return "The quotes of the request are not closed.";
    readRequest(rest.substr(1, end - 1), request);
    rest.remove_prefix(end + 1);
    const std::string_view status = takeWord(rest);
    const auto number = numberOf<std::uint16_t>(status);
    if (status != "-" && (!number || status.size() != 3))
        return "No status, such as 200, stands after the request.";
    request.status = number.value_or(0);
    const std::string_view bytes = takeWord(rest);
    request.bytes = bytes == "-" ? std::optional<std::uint64_t>(0) : numberOf<std::uint64_t>(bytes);
    if (!request.bytes && !bytes.empty())
        return "No number of bytes stands after the status.";
    for (int field = 0; !(rest = trimmed(rest)).empty(); ++field) {
        const bool isQuoted = rest[0] == '"';
        const std::size_t close = isQuoted ? endOfQuoted(rest, 1) : std::string_view::npos;
        if (isQuoted && close == std::string_view::npos)
            return "The quotes of a field are not closed.";
        const std::string_view text = isQuoted ? rest.substr(1, close - 1) : takeWord(rest);
        if (isQuoted)
            rest.remove_prefix(close + 1);
        if (field == 0 && isQuoted)
            request.referer = decoded(unlessDash(text));
        else if (field == 1 && isQuoted)
            request.agent = decoded(unlessDash(text));
        else
            readExtra(text, isQuoted, request);
    }
    return nullptr;
}

/// Method up to the first blank, protocol after the last, so that addresses with blanks stay whole.
void NcsaParser::readRequest(std::string_view logged, LogRequest &request)
{
    const std::size_t blank = logged.find(' ');
    if (blank == std::string_view::npos || !isMethod(logged.substr(0, blank)))
        return;
    request.method = logged.substr(0, blank);
    std::string_view target = trimmed(logged.substr(blank + 1));
    const std::size_t last = target.rfind(' ');
    if (last != std::string_view::npos && target.substr(last + 1).starts_with("HTTP/")) {
        request.protocol = target.substr(last + 1);
        target = trimmed(target.substr(0, last));
    }
    const std::size_t mark = target.find('?');
    request.path = decoded(target.substr(0, mark));
    if (mark != std::string_view::npos)
        request.query = decoded(target.substr(mark + 1));
}

/// What servers add at the end: a forwarding address, the time that it took.
void NcsaParser::readExtra(std::string_view extra, bool isQuoted, LogRequest &request)
{
    if (const auto duration = durationOf(extra); duration && !request.duration)
        request.duration = duration;
    else if (isQuoted && request.forwarded.empty()
             && looksLikeAddress(trimmed(extra.substr(0, std::min(extra.find(','), extra.size())))))
        request.forwarded = extra;
}

std::string_view NcsaParser::decoded(std::string_view logged)
{
    if (logged.find('\\') == std::string_view::npos || m_decodedUsed == m_decoded.size())
        return logged;
    std::string &bytes = m_decoded[m_decodedUsed++];
    bytes.clear();
    appendUnescaped(bytes, logged);
    return bytes;
}

} // namespace clicksieve

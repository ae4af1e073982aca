// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/eventwriter.h"

#include "bench/agentlist.h"

#include <array>
#include <chrono>
#include <cstdlib>

namespace clicksieve::bench {

namespace {

constexpr std::size_t kFlushAt = std::size_t{4} << 20;
constexpr std::string_view kHeader = "event_id,time,event,email,campaign,url,ip,user_agent,sent_at\n";
constexpr std::string_view kHex = "0123456789abcdef";
constexpr std::array<std::string_view, 4> kCsvWords = {"sent", "delivered", "open", "click"};
constexpr std::array<std::string_view, 4> kJsonWords = {"processed", "delivered", "open", "click"};
/// Where the links of a campaign stand in the message.
constexpr std::array<std::string_view, kLinks> kPlaces = {
    "header_logo", "hero_button", "product_1",  "product_2",  "product_3",   "coupon",
    "blog",        "store_map",   "social_one", "social_two", "preferences", "unsubscribe"};

std::string_view wordFor(Output output, Kind kind)
{
    const auto number = static_cast<std::size_t>(kind);
    return output == Output::Csv ? kCsvWords[number] : kJsonWords[number];
}

void appendTwo(std::string &out, unsigned number)
{
    out += static_cast<char>('0' + number / 10 % 10);
    out += static_cast<char>('0' + number % 10);
}

/// The same bits for the same text, on every machine.
std::uint64_t mixed(std::uint64_t value)
{
    return simulator::Random(value).next();
}

void appendHex(std::string &out, std::uint64_t bits, unsigned digits)
{
    for (unsigned digit = digits; digit > 0; --digit)
        out += kHex[(bits >> (4 * (digit - 1))) & 0xFU];
}

} // namespace

EventWriter::EventWriter(std::FILE *file, Output output, const Population &population, std::uint64_t seed)
    : m_file(file)
    , m_output(output)
    , m_population(population)
    , m_ids(simulator::Random::stream(seed, 1))
{
    m_buffer.reserve(kFlushAt + kFlushAt / 16);
    if (output == Output::Csv)
        m_buffer += kHeader;
}

void EventWriter::write(const GeneratedEvent &event)
{
    if (m_output == Output::Csv)
        writeCsv(event);
    else
        writeJson(event);
    if (m_buffer.size() >= kFlushAt)
        flush();
}

std::size_t EventWriter::flush()
{
    if (std::fwrite(m_buffer.data(), 1, m_buffer.size(), m_file) != m_buffer.size()
        || std::fflush(m_file) != 0) {
        std::perror("the export cannot be written");
        std::exit(4);
    }
    m_written += m_buffer.size();
    m_buffer.clear();
    return m_written;
}

void EventWriter::writeCsv(const GeneratedEvent &event)
{
    appendId();
    m_buffer += ',';
    appendTime(event.time);
    m_buffer += ',';
    m_buffer += wordFor(m_output, event.kind);
    m_buffer += ',';
    m_buffer += m_population.recipients[event.recipient];
    m_buffer += ",spring-";
    m_buffer += std::to_string(100 + event.campaign);
    m_buffer += ',';
    if (event.kind == Kind::Click)
        appendUrl(event);
    m_buffer += ',';
    appendAddress(event);
    m_buffer += ',';
    if (event.agent != kNoAgent)
        cell(kAgents[event.agent]);
    m_buffer += ',';
    appendTime(event.sentAt);
    m_buffer += '\n';
}

void EventWriter::writeJson(const GeneratedEvent &event)
{
    m_buffer += R"({"email":")";
    m_buffer += m_population.recipients[event.recipient];
    m_buffer += R"(","timestamp":)";
    m_buffer += std::to_string(event.time);
    m_buffer += R"(,"event":")";
    m_buffer += wordFor(m_output, event.kind);
    m_buffer += R"(","sg_event_id":")";
    appendId();
    m_buffer += R"(","marketing_campaign_id":"spring-)";
    m_buffer += std::to_string(100 + event.campaign);
    m_buffer += '"';
    if (event.kind == Kind::Click) {
        m_buffer += R"(,"url":")";
        appendUrl(event);
        m_buffer += '"';
    }
    if (event.network != Network::None) {
        m_buffer += R"(,"ip":")";
        appendAddress(event);
        m_buffer += '"';
    }
    if (event.agent != kNoAgent) {
        m_buffer += R"(,"useragent":)";
        cell(kAgents[event.agent]);
    }
    m_buffer += "}\n";
}

/// A text as a cell: quotes only where they must be in CSV, always in JSON.
void EventWriter::cell(std::string_view text)
{
    const bool isCsv = m_output == Output::Csv;
    if (isCsv && text.find_first_of(",\"") == std::string_view::npos) {
        m_buffer += text;
        return;
    }
    m_buffer += '"';
    for (const char character : text) {
        if (character == '"')
            m_buffer += isCsv ? '"' : '\\';
        m_buffer += character;
    }
    m_buffer += '"';
}

/// A UUID of version 4.
void EventWriter::appendId()
{
    const std::uint64_t high = m_ids.next();
    const std::uint64_t low = m_ids.next();
    appendHex(m_buffer, high >> 32U, 8);
    m_buffer += '-';
    appendHex(m_buffer, high >> 16U, 4);
    m_buffer += "-4";
    appendHex(m_buffer, high, 3);
    m_buffer += '-';
    m_buffer += "89ab"[low >> 62U];
    appendHex(m_buffer, low >> 48U, 3);
    m_buffer += '-';
    appendHex(m_buffer, low, 12);
}

void EventWriter::appendTime(std::uint32_t time)
{
    const std::chrono::sys_days day{std::chrono::days{time / 86'400}};
    const std::chrono::year_month_day date{day};
    const unsigned second = time % 86'400;
    m_buffer += std::to_string(static_cast<int>(date.year()));
    m_buffer += '-';
    appendTwo(m_buffer, static_cast<unsigned>(date.month()));
    m_buffer += '-';
    appendTwo(m_buffer, static_cast<unsigned>(date.day()));
    m_buffer += 'T';
    appendTwo(m_buffer, second / 3'600);
    m_buffer += ':';
    appendTwo(m_buffer, second / 60 % 60);
    m_buffer += ':';
    appendTwo(m_buffer, second % 60);
    m_buffer += 'Z';
}

/// As long as tracked links are. The hidden one is the same in all campaigns.
void EventWriter::appendUrl(const GeneratedEvent &event)
{
    if (event.link == kHiddenLink) {
        m_buffer += "https://shop.example/nobody/sees/this?utm_source=newsletter&utm_medium=email";
        return;
    }
    const std::uint64_t bits = mixed(std::uint64_t{event.campaign} * 64 + event.link);
    m_buffer += "https://shop.example/offers/item-";
    m_buffer += std::to_string(bits % 90'000 + 10'000);
    m_buffer += "?utm_source=newsletter&utm_medium=email&utm_campaign=spring-";
    m_buffer += std::to_string(100 + event.campaign);
    m_buffer += "_2026&utm_content=";
    m_buffer += kPlaces[event.link];
    m_buffer += "&utm_term=engaged-90-days&cid=";
    appendHex(m_buffer, bits, 16);
    m_buffer += "&ref=";
    appendHex(m_buffer, mixed(bits), 16);
}

/// One person in five has IPv6. Proxies and scanners have small networks of their own.
void EventWriter::appendAddress(const GeneratedEvent &event)
{
    const auto dotted = [this](std::initializer_list<std::uint64_t> parts) {
        const char *separator = "";
        for (const std::uint64_t part : parts) {
            m_buffer += separator;
            m_buffer += std::to_string(part & 0xFFU);
            separator = ".";
        }
    };
    const std::uint32_t host = event.host;
    const std::uint64_t bits = mixed(host);
    switch (event.network) {
    case Network::None:
        return;
    case Network::Proxy:
        return dotted({104, 28, host >> 8U, host});
    case Network::Scanner:
        return dotted({167, 89 + (host >> 16U), host >> 8U, host});
    case Network::Person:
        break;
    }
    if (bits % 5 != 0)
        return dotted({80 + bits % 11, bits >> 8U, bits >> 16U, bits >> 24U});
    m_buffer += "2a02:";
    for (const unsigned shift : {8U, 20U, 32U, 44U}) {
        appendHex(m_buffer, 0x1000U | ((bits >> shift) & 0xFFFU), 4);
        m_buffer += shift == 32U ? "::" : shift == 44U ? "" : ":";
    }
}

} // namespace clicksieve::bench

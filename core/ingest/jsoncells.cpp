// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/jsoncells.h"

#include "core/ingest/jsonrepair.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <deque>
#include <utility>

namespace clicksieve {

using simdjson::dom::element;
using simdjson::dom::element_type;

/// The wanted paths as a tree, so that a record is gone through once, whatever the order of its keys.
struct JsonCells::Node {
    std::string key; ///< "*": any
    std::vector<std::size_t> cells;
    std::vector<std::unique_ptr<Node>> children;
    bool isEach = false;

    Node &child(std::string_view name)
    {
        for (const auto &known : children) {
            if (known->key == name)
                return *known;
        }
        children.push_back(std::make_unique<Node>());
        children.back()->key = name;
        return *children.back();
    }

    Node &at(std::string_view path)
    {
        Node *node = this;
        while (true) {
            const std::size_t dot = path.find('.');
            node = &node->child(path.substr(0, dot));
            if (dot == std::string_view::npos)
                return *node;
            path.remove_prefix(dot + 1);
        }
    }
};

namespace {

/// The words by which Avro writes which of several types a value has: {"string": "…"}. Source: Apache Avro
/// specification, JSON encoding.
constexpr std::array<std::string_view, 8> kAvroTypes = {"string", "boolean", "int",   "long",
                                                        "float",  "double",  "array", "bytes"};

element withoutAvroUnion(element value)
{
    simdjson::dom::object object;
    if (value.get(object) != simdjson::SUCCESS || object.size() != 1)
        return value;
    const auto only = *object.begin();
    return std::ranges::find(kAvroTypes, only.key) != kAvroTypes.end() ? only.value : value;
}

} // namespace

/// The parser's side: the record at hand and what has been found in it.
struct JsonCells::Reader {
    explicit Reader(std::vector<std::string_view> &wanted) : cells(wanted) {}

    std::vector<std::string_view> &cells;
    simdjson::dom::parser parser;
    simdjson::dom::parser innerParser; ///< of the text in an envelope; its record points into the outer one
    std::string text;
    std::string innerText;
    std::string_view carried;        ///< the text in an envelope; empty for a record that is none
    std::deque<std::string> numbers; ///< elements do not move
    const Node *eachNode = nullptr;
    std::vector<element> each;
    bool eachSeen = false;
    std::size_t next = 0;
    std::vector<std::size_t> eachCells; ///< cells below "each": other ones for each event
    std::size_t keyCell = std::string::npos;

    static bool parse(simdjson::dom::parser &by, std::string &buffer, std::string_view json, element &into)
    {
        if (parseAsIs(by, buffer, json, into))
            return true;
        const std::string repaired = repairedJson(json);
        return repaired != json && parseAsIs(by, buffer, repaired, into);
    }

    static bool parseAsIs(simdjson::dom::parser &by, std::string &buffer, std::string_view json,
                          element &into)
    {
        buffer.assign(json);
        buffer.reserve(json.size() + simdjson::SIMDJSON_PADDING);
        return by.parse(buffer.data(), json.size(), false).get(into) == simdjson::SUCCESS;
    }

    /// What the record of an envelope carries as text; the record itself where it is none.
    element opened(element record)
    {
        std::string_view type;
        carried = {};
        const bool isNotification = record["Type"].get(type) == simdjson::SUCCESS && type == "Notification"
                                    && record["Message"].get(carried) == simdjson::SUCCESS;
        const bool isAnswer = !isNotification && record["operation_id"].error() == simdjson::SUCCESS
                              && record["response"].get(carried) == simdjson::SUCCESS;
        element inner;
        if (!isNotification && !isAnswer)
            carried = {};
        if (!carried.empty() && parse(innerParser, innerText, carried, inner) && inner.is_object())
            return inner;
        return record;
    }

    void walk(element value, const Node &node)
    {
        value = withoutAvroUnion(value);
        if (node.isEach && value.is_array()) {
            if (!std::exchange(eachSeen, true)) { // as elsewhere, the first counts where a key stands twice
                for (const element item : simdjson::dom::array(value))
                    each.push_back(withoutAvroUnion(item));
            }
            eachNode = &node;
            return;
        }
        walkInside(value, node);
    }

    void walkInside(element value, const Node &node)
    {
        if (value.is_array() && !node.isEach) {
            const simdjson::dom::array array(value);
            if (array.begin() == array.end())
                return;
            value = withoutAvroUnion(*array.begin());
        }
        if (!node.cells.empty())
            fill(value, node);
        simdjson::dom::object object;
        if (node.children.empty() || value.get(object) != simdjson::SUCCESS)
            return;
        for (const auto field : object) {
            for (const auto &child : node.children) {
                if (child->key == field.key || child->key == "*")
                    walk(field.value, *child);
            }
        }
    }

    void fill(element value, const Node &node)
    {
        const std::string_view shown = textOf(value);
        for (const std::size_t cell : node.cells) {
            if (cells[cell].empty())
                cells[cell] = shown;
        }
    }

    std::string_view textOf(element value)
    {
        switch (value.type()) {
        case element_type::STRING:
            return std::string_view(value);
        case element_type::INT64:
            return numberText(std::int64_t(value));
        case element_type::UINT64:
            return numberText(std::uint64_t(value));
        case element_type::DOUBLE:
            return fractionText(double(value));
        case element_type::BOOL:
            return bool(value) ? "true" : "false";
        case element_type::OBJECT:
        case element_type::ARRAY:
            return "{}";
        case element_type::NULL_VALUE:
            break;
        }
        return {};
    }

    template <typename Number>
    std::string_view numberText(Number number)
    {
        return numbers.emplace_back(std::to_string(number));
    }

    std::string_view fractionText(double number)
    {
        std::array<char, 400> digits{}; // a double has at most 309 digits before its point
        const auto end =
            std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed);
        return numbers.emplace_back(digits.data(), end.ptr);
    }
};

JsonCells::JsonCells(std::span<const std::string> paths, std::string_view each)
    : m_cells(paths.size())
    , m_root(std::make_unique<Node>())
    , m_reader(std::make_unique<Reader>(m_cells))
{
    for (std::size_t cell = 0; cell < paths.size(); ++cell) {
        if (paths[cell] == "$key")
            m_reader->keyCell = cell;
        else
            m_root->at(paths[cell]).cells.push_back(cell);
        const bool isBelowEach = !each.empty() && paths[cell].starts_with(each)
                                 && (paths[cell].size() == each.size() || paths[cell][each.size()] == '.');
        if (isBelowEach)
            m_reader->eachCells.push_back(cell);
    }
    if (!each.empty())
        m_root->at(each).isEach = true;
}

JsonCells::~JsonCells() = default;

bool JsonCells::read(std::string_view record, std::string_view arrayKey)
{
    Reader &reader = *m_reader;
    std::ranges::fill(m_cells, std::string_view());
    reader.numbers.clear();
    reader.each.clear();
    reader.eachSeen = false;
    reader.next = 0;
    element parsed;
    if (!Reader::parse(reader.parser, reader.text, record, parsed) || !parsed.is_object())
        return false;
    if (reader.keyCell != std::string::npos)
        m_cells[reader.keyCell] = arrayKey;
    reader.walk(reader.opened(parsed), *m_root);
    return true;
}

std::string_view JsonCells::carried() const
{
    return m_reader->carried;
}

bool JsonCells::nextEvent()
{
    Reader &reader = *m_reader;
    if (!reader.eachSeen)
        return reader.next++ == 0;
    if (reader.next >= reader.each.size())
        return false;
    for (const std::size_t cell : reader.eachCells)
        m_cells[cell] = {};
    reader.walkInside(reader.each[reader.next++], *reader.eachNode);
    return true;
}

} // namespace clicksieve

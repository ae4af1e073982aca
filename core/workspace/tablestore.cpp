// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/tablestore.h"

#include "core/events/eventtable.h"
#include "core/jobs/jobcontext.h"
#include "core/jobs/parallel.h"
#include "core/workspace/loosetexts.h"
#include "core/workspace/parts.h"
#include "core/workspace/sourcerecords.h"
#include "core/workspace/workspacefile.h"

#include <QCborMap>

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <functional>
#include <new>
#include <utility>

namespace clicksieve {

namespace {

static_assert(std::endian::native == std::endian::little, "the arrays are written as they lie in memory");

const QString kShape = QStringLiteral("table");
const QString kSources = QStringLiteral("sources");
const QString kBytes = QStringLiteral("bytes of ");
constexpr qint64 kTooMany = qint64{1}
                            << 40; ///< bytes of one array: not even close, but the sum stays a number

/// What the numbers of an array may be.
struct Limit {
    std::uint32_t below = 0;
    bool orNone = false; ///< also Index::kNone
    bool isFree = false; ///< anything
};

constexpr Limit kAnything{0, false, true};

template <typename Array>
constexpr std::size_t kItemSize = sizeof(*std::declval<const Array &>().data());

template <typename Array>
std::string_view bytesOf(const Array &array)
{
    return {reinterpret_cast<const char *>(array.data()), array.size() * kItemSize<Array>};
}

template <typename Number>
bool keepsTo(Limit limit, const std::vector<Number> &array)
{
    if constexpr (sizeof(Number) <= sizeof(std::uint32_t)) {
        if (limit.isFree)
            return true;
        // The largest of all is found eight at a time; none, the largest number, becomes 0 by adding one.
        const std::uint32_t step = limit.orNone ? 1 : 0;
        std::uint32_t largest = 0;
        for (const Number number : array)
            largest = std::max(largest, static_cast<std::uint32_t>(number) + step);
        return array.empty() || largest < limit.below + step;
    } else {
        return true;
    }
}

bool keepsTo(Limit, const Letters &)
{
    return true;
}

} // namespace

/// Arrays of what the table keeps in another form.
struct TableStore::Loose {
    LooseTexts campaigns;
    LooseTexts campaignNames;
    LooseTexts recipients;
    LooseTexts urls;
    LooseTexts addresses;
    LooseTexts agents;
    LooseTexts domains;
    LooseTexts links;
    std::vector<std::uint32_t> clientAddress;
    std::vector<std::uint32_t> clientAgent;
};

/// What numbers may point to.
struct TableStore::Sizes {
    std::uint32_t events = 0;
    std::uint32_t campaigns = 0;
    std::uint32_t recipients = 0;
    std::uint32_t urls = 0;
    std::uint32_t addresses = 0;
    std::uint32_t agents = 0;
    std::uint32_t domains = 0;
    std::uint32_t links = 0;
    std::uint32_t clients = 0;
    std::uint32_t messages = 0;
    std::uint32_t actions = 0;

    Sizes() = default;
    Sizes(const EventTable &table, const Loose &loose)
        : events(static_cast<std::uint32_t>(table.m_type.size()))
        , campaigns(static_cast<std::uint32_t>(loose.campaigns.lengths.size()))
        , recipients(static_cast<std::uint32_t>(loose.recipients.lengths.size()))
        , urls(static_cast<std::uint32_t>(loose.urls.lengths.size()))
        , addresses(static_cast<std::uint32_t>(loose.addresses.lengths.size()))
        , agents(static_cast<std::uint32_t>(loose.agents.lengths.size()))
        , domains(static_cast<std::uint32_t>(loose.domains.lengths.size()))
        , links(static_cast<std::uint32_t>(loose.links.lengths.size()))
        , clients(static_cast<std::uint32_t>(loose.clientAddress.size()))
        , messages(static_cast<std::uint32_t>(table.m_messages.m_campaign.size()))
        , actions(static_cast<std::uint32_t>(table.m_messages.m_actions.size()))
    {
    }
};

/// Calls visit(name, array, limit) for every array. The names are those in the file and never change.
template <typename Table, typename Pieces, typename Visit>
void TableStore::visitArrays(Table &table, Pieces &loose, const Sizes &sizes, const Visit &visit)
{
    const auto index = [](std::uint32_t size) { return Limit{size, true}; };
    const auto place = [](std::uint32_t size) { return Limit{size, false}; };
    visit("time.units", table.m_time.m_units, kAnything);
    visit("time.ms", table.m_time.m_times, kAnything);
    visit("type", table.m_type, Limit{static_cast<std::uint32_t>(EventType::Other) + 1});
    visit("flag", table.m_flag, Limit{static_cast<std::uint32_t>(MachineFlag::Machine) + 1});
    visit("campaign", table.m_campaign, index(sizes.campaigns));
    visit("url", table.m_url, index(sizes.urls));
    visit("client", table.m_client, index(sizes.clients));
    visit("row", table.m_row.m_rows, kAnything);
    visit("row.sourceBegin", table.m_row.m_sourceBegin, kAnything);
    visit("sourceEnd", table.m_sourceEnd, kAnything);
    visit("domainOfRecipient", table.m_domainOfRecipient, index(sizes.domains));
    visit("linkOfUrl", table.m_linkOfUrl, index(sizes.links));

    auto &messages = table.m_messages;
    visit("message.campaign", messages.m_campaign, place(sizes.campaigns));
    visit("message.recipient", messages.m_recipient, place(sizes.recipients));
    visit("message.sent", messages.m_sent, kAnything);
    visit("message.delivered", messages.m_delivered, kAnything);
    visit("message.marks", messages.m_marks, kAnything);
    visit("messageOf", messages.m_messageOf, index(sizes.messages));
    visit("actions", messages.m_actions, place(sizes.events));
    visit("firstAction", messages.m_firstAction, place(sizes.actions + 1));
    visit("firstMessage", messages.m_firstMessage, place(sizes.messages + 1));

    const auto visitTexts = [&visit](const char *lengths, const char *bytes, auto &texts) {
        visit(lengths, texts.lengths, kAnything);
        visit(bytes, texts.bytes, kAnything);
    };
    visitTexts("campaigns", "campaigns.bytes", loose.campaigns);
    visitTexts("campaignNames", "campaignNames.bytes", loose.campaignNames);
    visitTexts("recipients", "recipients.bytes", loose.recipients);
    visitTexts("urls", "urls.bytes", loose.urls);
    visitTexts("addresses", "addresses.bytes", loose.addresses);
    visitTexts("agents", "agents.bytes", loose.agents);
    visitTexts("domains", "domains.bytes", loose.domains);
    visitTexts("links", "links.bytes", loose.links);
    visit("client.address", loose.clientAddress, index(sizes.addresses));
    visit("client.agent", loose.clientAgent, index(sizes.agents));
}

void TableStore::takeApart(const EventTable &table, Loose &loose, JobContext &context)
{
    const EventTable::Dictionaries &from = table.m_dictionaries;
    const std::array<std::function<void()>, 8> tasks = {
        [&] { loose.recipients = LooseTexts(from.recipients.texts()); },
        [&] { loose.urls = LooseTexts(from.urls.texts()); },
        [&] { loose.addresses = LooseTexts(from.addresses.texts()); },
        [&] { loose.agents = LooseTexts(from.agents.texts()); },
        [&] { loose.links = LooseTexts(table.m_links.texts()); },
        [&] { loose.domains = LooseTexts(table.m_domains.texts()); },
        [&] {
            loose.campaigns = LooseTexts(from.campaigns.texts());
            loose.campaignNames = LooseTexts(from.campaignNames);
        },
        [&] {
            for (const auto &[address, agent] : from.clients) {
                loose.clientAddress.push_back(address);
                loose.clientAgent.push_back(agent);
            }
        },
    };
    parallelFor(context, tasks.size(), [&](std::size_t task, std::size_t) { tasks[task](); });
}

/// False where the lengths of texts do not fit their bytes. Empties @p loose.
bool TableStore::putTogether(EventTable &table, Loose &loose, JobContext &context)
{
    EventTable::Dictionaries &to = table.m_dictionaries;
    const std::array<std::pair<LooseTexts *, Dictionary *>, 7> dictionaries = {{
        {&loose.recipients, &to.recipients},
        {&loose.urls, &to.urls},
        {&loose.addresses, &to.addresses},
        {&loose.agents, &to.agents},
        {&loose.links, &table.m_links},
        {&loose.domains, &table.m_domains},
        {&loose.campaigns, &to.campaigns},
    }};
    std::atomic<bool> fits =
        loose.campaignNames.addUp() && loose.clientAddress.size() == loose.clientAgent.size();
    parallelFor(context, dictionaries.size() + 1, [&](std::size_t task, std::size_t) {
        if (!fits)
            return;
        if (task == dictionaries.size()) {
            to.clients.reserve(loose.clientAddress.size());
            for (std::size_t client = 0; client < loose.clientAddress.size(); ++client)
                to.clients.emplace_back(loose.clientAddress[client], loose.clientAgent[client]);
            return;
        }
        const auto &[texts, dictionary] = dictionaries[task];
        if (!texts->addUp())
            fits = false;
        else
            *dictionary = Dictionary::of(texts->bytes.take(), texts->lengths);
    });
    const char *next = loose.campaignNames.bytes.data();
    for (const std::uint32_t length : fits ? loose.campaignNames.lengths : std::vector<std::uint32_t>()) {
        to.campaignNames.emplace_back(next, length);
        next += length;
    }
    return fits;
}

/// Each array is as long as those that lead to it say, and what must rise does.
bool TableStore::isSound(const EventTable &table)
{
    const std::size_t events = table.size();
    const MessageTable &messages = table.m_messages;
    const std::size_t count = messages.size();
    const auto isFull = [events](std::size_t size) { return size == events; };
    const auto isFullOrEmpty = [events](std::size_t size) { return size == events || size == 0; };
    const RowNumbers &row = table.m_row;
    return isFull(table.m_time.size()) && (table.m_time.m_units.empty() || table.m_time.m_times.empty())
           && isFullOrEmpty(table.m_flag.size()) && isFull(table.m_url.size())
           && isFull(table.m_client.size()) && isFull(messages.m_messageOf.size())
           && (isFull(table.m_campaign.size()) || (table.m_campaign.empty() && messages.hasEachOf(events)))
           && (row.m_isUnbroken || isFull(row.m_rows.size())) && std::ranges::is_sorted(row.m_sourceBegin)
           && !row.m_sourceBegin.empty() && row.m_sourceBegin.front() == 0
           && std::ranges::is_sorted(table.m_sourceEnd) && table.m_sourceEnd.size() == table.m_sources.size()
           && (table.m_sourceEnd.empty() ? events == 0 : table.m_sourceEnd.back() == events)
           && table.m_domainOfRecipient.size() == table.recipientCount()
           && table.m_linkOfUrl.size() == table.urlCount()
           && table.m_dictionaries.campaignNames.size() == table.campaignCount()
           && messages.m_recipient.size() == count && messages.m_sent.size() == count
           && messages.m_delivered.size() == count && messages.m_marks.size() == count
           && messages.m_firstAction.size() == count + 2 && std::ranges::is_sorted(messages.m_firstAction)
           && messages.m_firstAction.back() == messages.m_actions.size()
           && messages.m_firstMessage.size() == std::size_t{table.campaignCount()} + 1
           && std::ranges::is_sorted(messages.m_firstMessage) && messages.m_firstMessage.back() == count
           && std::ranges::all_of(table.m_totals.campaigns, [&table](const CampaignTotals &campaign) {
                  return campaign.origin < table.m_totals.origins.size();
              });
}

std::optional<Error> TableStore::write(const EventTable &table, const std::vector<int> &kept,
                                       WorkspaceFile &file, JobContext &context)
{
    Loose loose;
    takeApart(table, loose, context);
    if (context.stopRequested())
        return stopped();
    std::vector<PartToWrite> parts;
    QCborMap shape{{QStringLiteral("time.first"), qint64{table.m_time.m_first}},
                   {QStringLiteral("time.unit"), qint64{table.m_time.m_unit}},
                   {QStringLiteral("row.isUnbroken"), table.m_row.m_isUnbroken}};
    visitArrays(table, loose, {}, [&](const char *name, const auto &array, Limit) {
        const QString part = QString::fromLatin1(name);
        parts.push_back({part, bytesOf(array)});
        shape.insert(kBytes + part, static_cast<qint64>(parts.back().bytes.size()));
        context.addTotal(parts.back().bytes.size());
    });
    const std::string shapeBytes = shape.toCborValue().toCbor().toStdString();
    SourceRecords records{table.m_sources, table.m_skipped, table.m_totals};
    for (std::size_t source = 0; source < kept.size(); ++source)
        records.sources[source].keptAs = kept[source];
    const std::string sourceBytes = sourceRecords(records).toCbor().toStdString();
    parts.push_back({kShape, shapeBytes});
    parts.push_back({kSources, sourceBytes});
    return writeParts(file, parts, context);
}

Result<std::shared_ptr<const EventTable>> TableStore::read(WorkspaceFile &file, JobContext &context)
{
    const auto shapeBytes = readPart(file, kShape);
    const auto sourceBytes = readPart(file, kSources);
    if (!shapeBytes || !sourceBytes)
        return damagedPart(shapeBytes ? kSources : kShape);
    const QCborMap shape = QCborValue::fromCbor(QByteArray::fromStdString(*shapeBytes)).toMap();
    auto records = readSourceRecords(QCborValue::fromCbor(QByteArray::fromStdString(*sourceBytes)));
    if (!records)
        return damagedPart(kSources);

    const std::shared_ptr<EventTable> table(new EventTable);
    table->m_sources = std::move(records->sources);
    for (SourceInfo &source : table->m_sources)
        source.keptIn = source.keptAs >= 0 ? file.path() : QString();
    table->m_skipped = std::move(records->skipped);
    table->m_totals = std::move(records->totals);
    table->m_time.m_first = shape[QStringLiteral("time.first")].toInteger();
    table->m_time.m_unit = shape[QStringLiteral("time.unit")].toInteger(1);
    table->m_row.m_isUnbroken = shape[QStringLiteral("row.isUnbroken")].toBool();

    Loose loose;
    std::vector<std::function<void()>> makeRoom;
    std::atomic<bool> hasRoom = true;
    std::optional<Error> problem;
    visitArrays(*table, loose, {}, [&](const char *name, auto &array, Limit) {
        const qint64 bytes = shape[kBytes + QString::fromLatin1(name)].toInteger(-1);
        const auto size = static_cast<qint64>(kItemSize<std::remove_reference_t<decltype(array)>>);
        if (bytes < 0 || bytes > kTooMany || bytes % size != 0) {
            problem = damagedPart(kShape);
            return;
        }
        makeRoom.emplace_back([&array, bytes, size, &hasRoom] {
            try {
                array.resize(static_cast<std::size_t>(bytes / size));
            } catch (const std::bad_alloc &) {
                hasRoom = false;
            }
        });
        context.addTotal(static_cast<std::uint64_t>(bytes));
    });
    if (problem)
        return *problem;
    parallelFor(context, makeRoom.size(), [&](std::size_t array, std::size_t) { makeRoom[array](); });
    if (!hasRoom)
        return Error{Error::Kind::Unreadable, QStringLiteral("this computer has not enough memory for it")};

    std::vector<PartToRead> parts;
    std::vector<std::function<bool()>> checks;
    visitArrays(*table, loose, Sizes(*table, loose), [&](const char *name, auto &array, Limit limit) {
        parts.push_back(
            {QString::fromLatin1(name), {reinterpret_cast<char *>(array.data()), bytesOf(array).size()}});
        checks.emplace_back([&array, limit] { return keepsTo(limit, array); });
    });
    problem = readParts(file, parts, context);
    if (problem)
        return *problem;
    std::atomic<std::size_t> wrong = checks.size();
    parallelFor(context, checks.size(), [&](std::size_t check, std::size_t) {
        if (!checks[check]())
            wrong = check;
    });
    if (wrong != checks.size())
        return damagedPart(parts[wrong].name);
    if (!putTogether(*table, loose, context) || !isSound(*table))
        return context.stopRequested() ? stopped() : damagedPart(kShape);
    if (context.stopRequested())
        return stopped();
    return std::shared_ptr<const EventTable>(table);
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/mapping/columnguess.h"

#include "core/ingest/mapping/cellkinds.h"
#include "core/ingest/mapping/mappingwords.h"
#include "core/ingest/mapping/timeways.h"

#include <QFileInfo>

#include <algorithm>
#include <array>
#include <set>

namespace clicksieve {

namespace {

constexpr std::size_t kMostCells = 1'000;
constexpr qsizetype kLongestExample = 60;
/// Below this a proposal would be a bet.
constexpr int kLeastSureness = 35;
/// A name that fits this well counts as one of the field's.
constexpr int kGoodName = 60;
/// An event column has few different words; more is free text.
constexpr std::size_t kMostEventWords = 60;
/// What is left of the sureness for a column of the sender's side: too little to be proposed.
constexpr double kShareOfSender = 0.3;
/// Content and name together make sure.
constexpr double kForContent = 60;
constexpr double kForName = 0.4;

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

ColumnFacts factsOf(const RecordSample &sample, std::size_t column)
{
    const MappingWords &words = MappingWords::shipped();
    ColumnFacts facts;
    facts.records = std::min(sample.rows.size(), kMostCells);
    std::vector<std::string_view> cells;
    for (const auto &row : std::span(sample.rows).first(facts.records)) {
        if (!row[column].empty())
            cells.emplace_back(row[column]);
    }
    facts.filled = cells.size();
    const auto count = [&](auto is) { return static_cast<std::size_t>(std::ranges::count_if(cells, is)); };
    facts.mailAddresses = count(isMailAddress);
    facts.webAddresses = count(isWebAddress);
    facts.networkAddresses = count(isNetworkAddress);
    facts.userAgents = count(isUserAgent);
    facts.numbers = count(isNumber);
    const std::set<std::string_view> different(cells.begin(), cells.end());
    facts.different = different.size();
    if (different.size() <= kMostEventWords) {
        facts.eventWords =
            count([&](std::string_view cell) { return words.eventFor(text(cell)).has_value(); });
        facts.yesOrNo = count([&](std::string_view cell) { return words.yesOrNo(text(cell)).has_value(); });
    }
    const auto scaled = [&](const TimeWays &ways) {
        return ways.looked == 0 ? 0 : ways.fits * cells.size() / ways.looked;
    };
    facts.times = scaled(timeWays(cells));
    facts.days = scaled(dayWays(cells));
    facts.timesOfDay = scaled(timeOfDayWays(cells));
    if (!cells.empty())
        facts.example = text(cells.front()).simplified();
    if (facts.example.size() > kLongestExample)
        facts.example = facts.example.left(kLongestExample - 1) + QStringLiteral("…");
    return facts;
}

/// How sure a column is one field, and why.
class ColumnJudge {
public:
    ColumnJudge(const RecordSample &sample, const std::vector<ColumnFacts> &columns)
        : m_sample(sample)
        , m_columns(columns)
    {
    }

    [[nodiscard]] ColumnProposal judge(Field field, std::size_t column) const
    {
        const ColumnFacts &facts = m_columns[column];
        const QString &title = m_sample.columns[column].title;
        const int name = MappingWords::shipped().fit(field, title);
        double sureness = facts.filled == 0 ? 0 : sure(field, facts, title, name);
        if ((field == Field::Recipient || field == Field::Address)
            && MappingWords::shipped().isOfSender(title))
            sureness *= kShareOfSender;
        ColumnProposal proposal;
        proposal.column = column;
        proposal.sureness = std::clamp(static_cast<int>(sureness), 0, 100);
        proposal.reason = reasonFor(field, facts, name);
        return proposal;
    }

private:
    static double sure(Field field, const ColumnFacts &facts, const QString &title, int name)
    {
        const double filled = static_cast<double>(facts.filled) / static_cast<double>(facts.records);
        const auto both = [&](std::size_t count, double least) {
            return facts.share(count) < least ? 0.0 : kForContent * facts.share(count) + kForName * name;
        };
        switch (field) {
        case Field::Time: {
            const int asSent = MappingWords::shipped().fit(Field::SentAt, title);
            const bool areNoDigits = facts.numbers == facts.filled && name < kGoodName; // epochs need a name
            const double sureness = areNoDigits ? 0.0 : both(facts.times, 0.8);
            const double forDay = facts.days == facts.times ? 10.0 : 0.0; // a full time is better
            return sureness == 0
                       ? 0.0
                       : (sureness - forDay - (asSent > name ? 0.5 * asSent : 0.0)) * (0.5 + 0.5 * filled);
        }
        case Field::TimeOfDay:
            return facts.share(facts.times) > 0.5 ? 0.0 : both(facts.timesOfDay, 0.9);
        case Field::Event:
            if (facts.different > kMostEventWords)
                return 0;
            return std::max(both(facts.eventWords, 0.5),
                            facts.numbers < facts.filled && facts.times == 0 && name >= 90 ? kForName * name
                                                                                           : 0.0);
        case Field::Recipient: {
            const double sureness = both(facts.mailAddresses, 0.5) * (0.5 + 0.5 * filled);
            return sureness > 0 || name < 90 || facts.times > 0 ? sureness : kForName * name;
        }
        case Field::Url:
            return both(facts.webAddresses, 0.5);
        case Field::Address:
            return both(facts.networkAddresses, 0.5);
        case Field::Agent: {
            const double sureness = both(facts.userAgents, 0.4);
            return sureness > 0 || name < 95 ? sureness : kForName * name;
        }
        case Field::SentAt:
            return name < kGoodName ? 0.0 : both(facts.times, 0.8);
        case Field::MachineFlag:
            return name < kGoodName ? 0.0 : both(facts.yesOrNo, 0.8);
        case Field::Campaign:
        case Field::CampaignName: {
            const bool isOther = facts.share(facts.mailAddresses) > 0.2
                                 || facts.share(facts.webAddresses) > 0.2
                                 || facts.share(facts.networkAddresses) > 0.5
                                 || (facts.share(facts.times) > 0.8 && facts.numbers < facts.filled);
            // One sending to each of many: a text that differs from row to row is none.
            const bool isTooVaried = facts.filled > 20 && facts.different * 2 > facts.filled;
            return isOther || isTooVaried || name < kGoodName ? 0.0 : 0.8 * name;
        }
        case Field::RecipientKey:
            break;
        }
        return 0;
    }

    static QString reasonFor(Field field, const ColumnFacts &facts, int name)
    {
        QStringList reasons;
        const auto content = [&](std::size_t count, const QString &what) {
            if (count == 0)
                return;
            reasons << QStringLiteral("%1 of the first %2 filled cells are %3.")
                           .arg(count)
                           .arg(facts.filled)
                           .arg(what);
        };
        switch (field) {
        case Field::Time:
        case Field::SentAt:
            content(facts.times,
                    facts.days == facts.times ? QStringLiteral("days") : QStringLiteral("times"));
            break;
        case Field::TimeOfDay:
            content(facts.timesOfDay, QStringLiteral("times of day"));
            break;
        case Field::Event:
            content(facts.eventWords, QStringLiteral("words for opens, clicks and the like"));
            break;
        case Field::Recipient:
            content(facts.mailAddresses, QStringLiteral("e-mail addresses"));
            break;
        case Field::Url:
            content(facts.webAddresses, QStringLiteral("web addresses"));
            break;
        case Field::Address:
            content(facts.networkAddresses, QStringLiteral("IP addresses"));
            break;
        case Field::Agent:
            content(facts.userAgents, QStringLiteral("names of browsers and mail programs"));
            break;
        case Field::MachineFlag:
            content(facts.yesOrNo, QStringLiteral("a yes or a no"));
            break;
        case Field::RecipientKey:
        case Field::Campaign:
        case Field::CampaignName:
            break;
        }
        if (name >= kGoodName)
            reasons << QStringLiteral("Such columns often have this name.");
        return reasons.join(u' ');
    }

    const RecordSample &m_sample;
    const std::vector<ColumnFacts> &m_columns;
};

/// In the order in which a tie is decided.
constexpr std::array kFieldOrder = {Field::Recipient,    Field::Time,    Field::Event,  Field::Url,
                                    Field::Address,      Field::Agent,   Field::SentAt, Field::MachineFlag,
                                    Field::CampaignName, Field::Campaign};

/// Gives each field its surest column, the surest pairs first; no column means two things.
std::map<Field, ColumnProposal> assign(const ColumnJudge &judge, std::size_t columns)
{
    struct Pair {
        Field field;
        ColumnProposal proposal;
    };
    std::vector<Pair> pairs;
    for (const Field field : kFieldOrder) {
        for (std::size_t column = 0; column < columns; ++column) {
            ColumnProposal proposal = judge.judge(field, column);
            if (proposal.sureness >= kLeastSureness)
                pairs.push_back({field, std::move(proposal)});
        }
    }
    std::ranges::stable_sort(pairs, std::ranges::greater(),
                             [](const Pair &pair) { return pair.proposal.sureness; });
    std::map<Field, ColumnProposal> assigned;
    std::set<std::size_t> taken;
    for (Pair &pair : pairs) {
        if (assigned.contains(pair.field) || taken.contains(pair.proposal.column))
            continue;
        taken.insert(pair.proposal.column);
        assigned.emplace(pair.field, std::move(pair.proposal));
    }
    return assigned;
}

/// A day alone looks for its time of day among the columns that are still free.
void addTimeOfDay(std::map<Field, ColumnProposal> &assigned, const ColumnJudge &judge,
                  const std::vector<ColumnFacts> &columns)
{
    const auto time = assigned.find(Field::Time);
    const bool isDay =
        time != assigned.end() && columns[time->second.column].days == columns[time->second.column].times;
    if (!isDay)
        return;
    std::optional<ColumnProposal> best;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        const bool isTaken =
            std::ranges::any_of(assigned, [&](const auto &taken) { return taken.second.column == column; });
        ColumnProposal proposal = judge.judge(Field::TimeOfDay, column);
        if (!isTaken && proposal.sureness >= kLeastSureness && (!best || proposal.sureness > best->sureness))
            best = std::move(proposal);
    }
    if (best)
        assigned.emplace(Field::TimeOfDay, std::move(*best));
}

/// In a list of sendings the send time is the event's.
void timeBySending(std::map<Field, ColumnProposal> &assigned)
{
    if (assigned.contains(Field::Time) || !assigned.contains(Field::SentAt))
        return;
    auto sent = assigned.extract(Field::SentAt);
    sent.key() = Field::Time;
    assigned.insert(std::move(sent));
}

/// A lone name is the campaign itself: events of one file belong together by it.
void nameCampaign(std::map<Field, ColumnProposal> &assigned)
{
    if (assigned.contains(Field::Campaign) || !assigned.contains(Field::CampaignName))
        return;
    auto name = assigned.extract(Field::CampaignName);
    name.key() = Field::Campaign;
    assigned.insert(std::move(name));
}

/// What every row is, where no column says it: by the name of the time column or of the file, or since each has a link.
void guessEveryRow(MappingGuess &guess, const RecordSample &sample)
{
    const MappingWords &words = MappingWords::shipped();
    const auto isUsual = [](std::optional<EventType> type) { return type && *type != EventType::Other; };
    if (const auto time = guess.proposals.find(Field::Time); time != guess.proposals.end()) {
        const QString &title = sample.columns[time->second.column].title;
        if (const auto type = words.eventFor(title); isUsual(type)) {
            guess.draft.everyRow = type;
            guess.everyRowReason = QStringLiteral("The time column is called \"%1\".").arg(title);
            return;
        }
    }
    const QString file = displayName(sample.member);
    if (const auto type = words.eventFor(QFileInfo(file).completeBaseName()); isUsual(type)) {
        guess.draft.everyRow = type;
        guess.everyRowReason = QStringLiteral("The file is called \"%1\".").arg(QFileInfo(file).fileName());
        return;
    }
    const auto url = guess.proposals.find(Field::Url);
    if (url != guess.proposals.end()
        && guess.columns[url->second.column].filled == guess.columns[url->second.column].records) {
        guess.draft.everyRow = EventType::Click;
        guess.everyRowReason = QStringLiteral("Each row has a link.");
    }
}

std::vector<std::string_view> allCells(const RecordSample &sample, const std::string &name)
{
    std::vector<std::string_view> cells;
    if (const auto column = sample.columnNamed(name)) {
        for (const auto &row : sample.rows)
            cells.emplace_back(row[*column]);
    }
    return cells;
}

} // namespace

void completeDraft(FormatDraft &draft, const RecordSample &sample)
{
    const TimeWays ways = waysOf(draft, sample);
    const bool isStillOne = std::ranges::find(ways.patterns, draft.timePattern) != ways.patterns.end();
    if (!ways.areTimes())
        draft.timePattern.clear();
    else if (!isStillOne)
        draft.timePattern = ways.patterns.front();
    draft.sentAtPattern.clear();
    if (draft.has(Field::SentAt)) {
        const auto column = sample.columnNamed(draft.columns.at(Field::SentAt));
        const TimeWays sent = column ? timeWays(sample.cellsOf(*column)) : TimeWays();
        const bool isAsTime = std::ranges::find(sent.patterns, draft.timePattern) != sent.patterns.end();
        if (sent.areTimes() && !isAsTime)
            draft.sentAtPattern = sent.patterns.front();
    }
    if (!draft.has(Field::Event))
        return;
    for (const EventWord &word : wordsOf(sample, draft.columns.at(Field::Event))) {
        if (const auto type = MappingWords::shipped().eventFor(word.word))
            draft.events.try_emplace(folded(word.word.toStdString()), *type);
    }
}

TimeWays waysOf(const FormatDraft &draft, const RecordSample &sample)
{
    if (!draft.has(Field::Time))
        return {};
    const auto column = sample.columnNamed(draft.columns.at(Field::Time));
    if (!column)
        return {};
    if (draft.has(Field::TimeOfDay))
        return dayAndTimeWays(allCells(sample, draft.columns.at(Field::Time)),
                              allCells(sample, draft.columns.at(Field::TimeOfDay)));
    return timeWays(sample.cellsOf(*column));
}

MappingGuess guessMapping(const RecordSample &sample)
{
    MappingGuess guess;
    for (std::size_t column = 0; column < sample.columns.size(); ++column)
        guess.columns.push_back(factsOf(sample, column));
    const ColumnJudge judge(sample, guess.columns);
    guess.proposals = assign(judge, guess.columns.size());
    timeBySending(guess.proposals);
    addTimeOfDay(guess.proposals, judge, guess.columns);
    nameCampaign(guess.proposals);
    for (const auto &[field, proposal] : guess.proposals)
        guess.draft.columns[field] = sample.columns[proposal.column].name;
    if (!guess.proposals.contains(Field::Event))
        guessEveryRow(guess, sample);
    completeDraft(guess.draft, sample);
    return guess;
}

} // namespace clicksieve

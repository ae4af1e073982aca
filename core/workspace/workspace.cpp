// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace.h"

#include "core/detect/actions.h"
#include "core/detect/detector.h"
#include "core/detect/userlists.h"
#include "core/jobs/jobcontext.h"
#include "core/workspace/keptfiles.h"
#include "core/workspace/parts.h"
#include "core/workspace/tablestore.h"
#include "core/workspace/workspacefile.h"

#include "detectordigest.h"

#include <QCborArray>
#include <QCborMap>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>

namespace clicksieve {

namespace {

const QString kAbout = QStringLiteral("about");
const QString kId = QStringLiteral("id");
const QString kRuleset = QStringLiteral("ruleset");
const QString kOverrides = QStringLiteral("overrides");
const QString kLists = QStringLiteral("lists");
const QString kJudged =
    QStringLiteral("judged"); ///< how many levels each signal has, and which detector gave them
const QString kDetector = QStringLiteral("detector");
const QString kSizes = QStringLiteral("sizes");

QString levelsPart(std::size_t signal)
{
    return QStringLiteral("levels %1").arg(signal);
}

std::string packed(const QCborValue &value)
{
    return value.toCbor().toStdString();
}

QCborValue unpacked(const std::string &bytes)
{
    return QCborValue::fromCbor(QByteArray::fromStdString(bytes));
}

std::string written(const std::shared_ptr<const Overrides> &overrides)
{
    QCborArray list;
    for (const Override &one : overrides ? overrides->list() : OverrideList())
        list.append(QCborArray{static_cast<int>(one.scope), static_cast<qint64>(one.id), one.isMachine});
    return packed(list);
}

QCborArray written(const std::vector<std::string> &texts)
{
    QCborArray list;
    for (const std::string &text : texts)
        list.append(QByteArray::fromStdString(text));
    return list;
}

std::string written(const UserLists &lists)
{
    return packed(QCborArray{written(lists.networks), written(lists.agents), written(lists.hiddenLinks)});
}

std::vector<std::string> readTexts(const QCborValue &value)
{
    std::vector<std::string> texts;
    for (const QCborValue &text : value.toArray())
        texts.push_back(text.toByteArray().toStdString());
    return texts;
}

/// What an override of that kind can be of.
std::size_t thingsOf(const EventTable &table, qint64 scope)
{
    switch (static_cast<Override::Scope>(scope)) {
    case Override::Scope::Event:
        return table.size();
    case Override::Scope::Message:
        return table.messages().size();
    case Override::Scope::Client:
        return table.clientCount();
    case Override::Scope::Link:
        return table.linkCount();
    case Override::Scope::Domain:
        return table.domainCount();
    }
    return 0;
}

/// nullopt where they are none.
std::optional<OverrideList> readOverrides(const EventTable &table, const QCborValue &value)
{
    if (!value.isArray())
        return std::nullopt;
    OverrideList list;
    for (const QCborValue &entry : value.toArray()) {
        const QCborArray one = entry.toArray();
        const qint64 scope = one.at(0).toInteger(-1);
        const qint64 id = one.at(1).toInteger(-1);
        if (scope < 0 || scope > static_cast<qint64>(Override::Scope::Domain) || id < 0
            || static_cast<std::size_t>(id) >= thingsOf(table, scope))
            return std::nullopt;
        list.push_back(
            {static_cast<Override::Scope>(scope), static_cast<std::uint32_t>(id), one.at(2).toBool()});
    }
    return list;
}

/// All that a change of rules or overrides touches.
std::optional<Error> writeJudgement(const Verdicts &verdicts, WorkspaceFile &file, JobContext &context)
{
    const Verdicts::Content &content = verdicts.content();
    QCborArray sizes;
    std::vector<PartToWrite> parts;
    for (std::size_t signal = 0; signal < content.levels.size(); ++signal) {
        const auto *levels = content.levels[signal].get();
        const std::size_t size = levels == nullptr ? 0 : levels->size();
        sizes.append(static_cast<qint64>(size));
        if (size > 0)
            parts.push_back({levelsPart(signal), {reinterpret_cast<const char *>(levels->data()), size}});
        else if (auto problem = file.remove(levelsPart(signal)))
            return problem;
    }
    const std::string judged =
        packed(QCborMap{{kDetector, QString::fromLatin1(kDetectorDigest)}, {kSizes, sizes}});
    const std::string ruleset = rulesetJson(verdicts.ruleset()).toStdString();
    const std::string overrides = written(verdicts.overrides());
    const std::string lists = written(content.actions->lists());
    parts.push_back({kJudged, judged});
    parts.push_back({kRuleset, ruleset});
    parts.push_back({kOverrides, overrides});
    parts.push_back({kLists, lists});
    return writeParts(file, parts, context);
}

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

std::optional<Error> writeAbout(const QString &id, WorkspaceFile &file, JobContext &context)
{
    const std::string about =
        packed(QCborMap{{kId, id}, {QStringLiteral("program"), QStringLiteral(CLICKSIEVE_VERSION)}});
    return writeParts(file, {{kAbout, about}}, context);
}

/// What the signals said, as it was saved; nullopt where another detector gave it or it is damaged.
std::optional<std::vector<std::vector<std::uint8_t>>> readLevels(WorkspaceFile &file, std::size_t actions,
                                                                 JobContext &context)
{
    const QCborMap judged = unpacked(readPart(file, kJudged).value_or(std::string())).toMap();
    if (judged[kDetector].toString() != QLatin1String(kDetectorDigest))
        return std::nullopt;
    std::vector<std::vector<std::uint8_t>> levels;
    for (const QCborValue &entry : judged[kSizes].toArray()) {
        const qint64 size = entry.toInteger(-1);
        if (size != 0 && size != static_cast<qint64>(actions))
            return std::nullopt;
        levels.emplace_back(static_cast<std::size_t>(size));
    }
    std::vector<PartToRead> parts;
    for (std::size_t signal = 0; signal < levels.size(); ++signal)
        parts.push_back(
            {levelsPart(signal), {reinterpret_cast<char *>(levels[signal].data()), levels[signal].size()}});
    return readParts(file, parts, context) ? std::nullopt : std::optional(std::move(levels));
}

/// One opening of a workspace.
class Opening {
public:
    Opening(WorkspaceFile &file, JobContext &context) : m_file(file), m_context(context) {}

    Result<Analysis> run(std::shared_ptr<const Ruleset> rules, const UserLists &lists)
    {
        auto table = TableStore::read(m_file, m_context);
        if (!table)
            return table.error();
        auto verdicts =
            rules ? detect(*table.value(), std::move(rules), m_context, lists) : judge(*table.value());
        if (!verdicts)
            return verdicts.error();
        auto overridden = withOverrides(*table.value(), verdicts.value());
        if (!overridden)
            return overridden.error();
        const QCborMap about = unpacked(readPart(m_file, kAbout).value_or(std::string())).toMap();
        return Analysis{table.value(), overridden.value(),
                        std::make_shared<const WorkspaceOrigin>(
                            WorkspaceOrigin{m_file.path(), about[kId].toString(), m_damage})};
    }

private:
    Result<std::shared_ptr<const Verdicts>> judge(const EventTable &table)
    {
        const auto listBytes = readPart(m_file, kLists);
        const QCborArray list = unpacked(listBytes.value_or(std::string())).toArray();
        const UserLists lists{readTexts(list.at(0)), readTexts(list.at(1)), readTexts(list.at(2))};
        if (!listBytes)
            m_damage << QStringLiteral(
                "The lists of allowed addresses and hidden links in it are damaged, and do not count.");
        const auto json = readPart(m_file, kRuleset);
        const auto own = json ? readRuleset(QByteArray::fromStdString(*json), m_file.path())
                              : Result<std::shared_ptr<const Ruleset>>(Error{});
        if (!own) {
            m_damage << QStringLiteral(
                "The rules in it are damaged, so that it is judged by the shipped rules (balanced).");
            const auto shipped = loadRuleset(QStringLiteral("balanced"));
            return shipped ? detect(table, shipped.value(), m_context, lists) : shipped.error();
        }
        if (!listBytes)
            return detect(table, own.value(), m_context);
        auto levels = readLevels(m_file, table.messages().allActions().size(), m_context);
        if (m_context.stopRequested())
            return stopped();
        if (levels) {
            auto again = judgeAgain(table, own.value(), std::move(*levels), m_context, lists);
            if (again || m_context.stopRequested())
                return again;
        }
        return detect(table, own.value(), m_context, lists);
    }

    Result<std::shared_ptr<const Verdicts>> withOverrides(const EventTable &table,
                                                          const std::shared_ptr<const Verdicts> &verdicts)
    {
        const auto bytes = readPart(m_file, kOverrides);
        const auto list = bytes ? readOverrides(table, unpacked(*bytes)) : std::nullopt;
        if (!list)
            m_damage << QStringLiteral("Your own verdicts in it are damaged and could not be read.");
        if (!list || list->empty())
            return verdicts;
        const auto overrides = Overrides::make(table, *list, m_context);
        if (!overrides)
            return overrides.error();
        return verdicts->with(overrides.value());
    }

    WorkspaceFile &m_file;
    JobContext &m_context;
    QStringList m_damage;
};

} // namespace

Result<SavedWorkspace> saveWorkspace(const Analysis &analysis, KeepFiles keep, const QString &path,
                                     JobContext &context)
{
    auto file = WorkspaceFile::create(path);
    if (!file)
        return file.error();
    KeptFiles kept{std::vector<int>(analysis.table->sources().size(), -1), {}};
    if (keep == KeepFiles::Yes) {
        for (const SourceInfo &source : analysis.table->sources())
            context.addTotal(static_cast<std::uint64_t>(source.bytes));
        auto result = keepFiles(*analysis.table, *file.value(), context);
        if (!result)
            return result.error();
        kept = std::move(result.value());
    }
    if (auto problem = TableStore::write(*analysis.table, kept.numbers, *file.value(), context))
        return *problem;
    if (auto problem = writeJudgement(*analysis.verdicts, *file.value(), context))
        return *problem;
    const QString id = newId();
    if (auto problem = writeAbout(id, *file.value(), context))
        return *problem;
    if (context.stopRequested())
        return stopped();
    if (auto problem = file.value()->commit())
        return *problem;
    return SavedWorkspace{
        std::make_shared<const WorkspaceOrigin>(WorkspaceOrigin{QFileInfo(path).absoluteFilePath(), id, {}}),
        kept.missing};
}

Result<SavedWorkspace> updateWorkspace(const Analysis &analysis, const WorkspaceOrigin &origin,
                                       JobContext &context)
{
    auto file = WorkspaceFile::open(origin.path, WorkspaceFile::Access::Write);
    if (!file)
        return file.error();
    const QCborMap about = unpacked(readPart(*file.value(), kAbout).value_or(std::string())).toMap();
    if (about[kId].toString() != origin.id)
        return Error{
            Error::Kind::Usage,
            QStringLiteral("%1 was saved from another window or program since it was opened here. Save this "
                           "one under another name.")
                .arg(QDir::toNativeSeparators(origin.path))};
    const QString id = newId();
    if (auto problem = writeJudgement(*analysis.verdicts, *file.value(), context))
        return *problem;
    if (auto problem = writeAbout(id, *file.value(), context))
        return *problem;
    if (context.stopRequested())
        return stopped();
    if (auto problem = file.value()->commit())
        return *problem;
    return SavedWorkspace{std::make_shared<const WorkspaceOrigin>(WorkspaceOrigin{origin.path, id, {}}), {}};
}

Result<Analysis> openWorkspace(const QString &path, std::shared_ptr<const Ruleset> rules, JobContext &context,
                               const UserLists &lists)
{
    auto file = WorkspaceFile::open(path, WorkspaceFile::Access::Read);
    if (!file)
        return file.error();
    auto opened = Opening(*file.value(), context).run(std::move(rules), lists);
    if (opened || opened.error().kind != Error::Kind::Unreadable)
        return opened;
    return Error{
        Error::Kind::Unreadable,
        QStringLiteral("%1: this workspace cannot be opened: %2. If you have a copy of it, open that; or "
                       "open the exports again that it was made of.")
            .arg(QDir::toNativeSeparators(path), opened.error().message)};
}

} // namespace clicksieve

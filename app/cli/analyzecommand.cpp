// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzecommand.h"

#include "commandline.h"
#include "comparisonsummary.h"
#include "console.h"
#include "core/analysis.h"
#include "core/events/sourcenotes.h"
#include "core/export/cleanedexport.h"
#include "core/export/jsonreport.h"
#include "core/export/overridecsv.h"
#include "core/export/rejectedcsv.h"
#include "core/export/verdictcsv.h"
#include "core/gateways/mailserverfile.h"
#include "core/jobs/jobcontext.h"
#include "core/metrics/rulescomparison.h"
#include "core/networks/networknames.h"
#include "core/workspace/workspace.h"
#include "summary.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <optional>

namespace clicksieve {

namespace {

constexpr int kMostThreads = 256;

/// What the command line asks for.
struct AnalyzeOptions {
    AnalysisRequest request;
    std::shared_ptr<const Ruleset> compareWith; ///< null: nothing to compare with
    QString allow;
    QStringList hiddenLinks;
    QString networks;
    QString mailServers;
    QString overrides;
    QString json;
    QString verdicts;
    QString rejected;
    QString save;
    QString cleaned;
    CleanedMode cleanedMode = CleanedMode::Drop;
    int threads = 0;
    bool quiet = false;

    [[nodiscard]] bool writesSomething() const
    {
        return !json.isEmpty() || !verdicts.isEmpty() || !rejected.isEmpty() || !save.isEmpty()
               || !cleaned.isEmpty();
    }
};

Error wrong(const QString &what)
{
    return {Error::Kind::Usage, what};
}

Result<AnalyzeOptions> parse(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("analyze"), QStringLiteral("FILE..."),
                     QStringLiteral("Reads e-mail event exports and tells people from machines."));
    line.addValue("format", "ID", "Read every file as this format instead of recognising it.");
    line.addValue("time-zone", "ZONE", "Zone of times that carry none, such as Europe/Berlin or UTC-06:00.");
    line.addValue("day-order", "day-first|month-first",
                  "How to read dates such as 03/04/2026 where the file does not show it.");
    line.addValue("sent-at", "ISO",
                  "Send time for mails whose export has none, such as 2026-03-10T09:00:00Z.");
    line.addValue(
        "ruleset", "NAME|FILE",
        "Ruleset to judge by: conservative, balanced (default; a workspace has its own), strict, or a file.");
    line.addValue("compare-with", "NAME|FILE",
                  "Show what this ruleset would make of it, beside the one that is judged by.");
    line.addValue(
        "allow", "FILE",
        "Never take these addresses, networks and programs for a scanner's, beside those of your own "
        "list.");
    line.addValue(
        "honeypot", "LINK",
        "A link that people cannot see in the mail, beside those of your own list; may be repeated.");
    line.addValue("networks", "FILE.mmdb", "Name the networks that machines use, by this GeoLite2-ASN file.");
    line.addValue("mail-servers", "FILE",
                  "Show figures by mail gateway, from this table of domains and their mail servers (MX).");
    line.addValue("overrides", "FILE",
                  "Your own verdicts, as the program saved them; they go before the rules.");
    line.addValue("json", "FILE|-", "Write the result as JSON.");
    line.addValue("verdicts", "FILE|-", "Write one CSV line for each open and click.");
    line.addValue("rejected", "FILE|-", "Write the rows that could not be read, with the reason, as CSV.");
    line.addValue("save", "FILE",
                  "Save all of it as a workspace (.clicksieve), to be opened later without the exports.");
    line.addValue("cleaned", "FILE",
                  "Write the export without machine events; a folder where there are several files.");
    line.addValue("cleaned-mode", "drop|annotate",
                  "Leave machine rows out (drop, the default) or add columns (annotate).");
    line.addValue("threads", "N", "Threads to use (default: all).");
    line.addFlag("quiet", "Print no summary.");
    if (const auto problem = line.parse(arguments))
        return *problem;

    AnalyzeOptions options;
    options.request.files = line.positional();
    options.request.formatId = line.value("format");
    options.request.timeZone = line.value("time-zone");
    if (line.isSet("ruleset"))
        options.request.ruleset = line.value("ruleset");
    if (line.isSet("compare-with")) {
        const auto other = loadRuleset(line.value("compare-with"));
        if (!other)
            return other.error();
        options.compareWith = other.value();
    }
    options.allow = line.value("allow");
    options.hiddenLinks = line.values("honeypot");
    options.networks = line.value("networks");
    options.mailServers = line.value("mail-servers");
    options.overrides = line.value("overrides");
    options.json = line.value("json");
    options.verdicts = line.value("verdicts");
    options.rejected = line.value("rejected");
    options.save = line.value("save");
    options.cleaned = line.value("cleaned");
    options.quiet = line.isSet("quiet");
    if (options.request.files.isEmpty())
        return wrong(QStringLiteral("name at least one file to analyze."));
    if (QStringList{options.json, options.verdicts, options.rejected}.count(QStringLiteral("-")) > 1)
        return wrong(
            QStringLiteral("only one of --json, --verdicts and --rejected can go to standard output."));
    if (options.cleaned == QLatin1String("-"))
        return wrong(QStringLiteral("--cleaned needs the name of a file or folder."));
    if (line.isSet("sent-at")) {
        QDateTime time = QDateTime::fromString(line.value("sent-at"), Qt::ISODateWithMs);
        if (!time.isValid())
            return wrong(QStringLiteral("--sent-at must look like 2026-03-10T09:00:00Z."));
        if (time.timeSpec() == Qt::LocalTime)
            time.setTimeSpec(Qt::UTC); // the same on every machine
        options.request.sentAt = time.toMSecsSinceEpoch();
    }
    if (line.isSet("day-order")) {
        const QString order = line.value("day-order");
        if (order != QLatin1String("day-first") && order != QLatin1String("month-first"))
            return wrong(QStringLiteral("--day-order is day-first or month-first."));
        options.request.dayOrder =
            order == QLatin1String("day-first") ? DayOrder::DayFirst : DayOrder::MonthFirst;
    }
    if (line.isSet("cleaned-mode")) {
        const QString mode = line.value("cleaned-mode");
        if (mode != QLatin1String("drop") && mode != QLatin1String("annotate"))
            return wrong(QStringLiteral("--cleaned-mode is drop or annotate."));
        options.cleanedMode = mode == QLatin1String("drop") ? CleanedMode::Drop : CleanedMode::Annotate;
    }
    if (line.isSet("threads")) {
        bool isNumber = false;
        options.threads = line.value("threads").toInt(&isNumber);
        if (!isNumber || options.threads < 1 || options.threads > kMostThreads)
            return wrong(QStringLiteral("--threads must be a number from 1 to %1.").arg(kMostThreads));
    }
    return options;
}

/// True where at least one source in the file holds events.
bool anyCleanable(const EventTable &table, const QString &input)
{
    for (std::size_t source = 0; source < table.sources().size(); ++source) {
        if (table.sources()[source].path == input && canBeCleaned(table, source))
            return true;
    }
    return false;
}

/// One file as asked; several into a folder of that name, each under its own. A container is one file, however many
/// sources lie in it.
std::optional<Error> writeCleanedFiles(const Analysis &analysis, const AnalyzeOptions &options,
                                       JobContext &context)
{
    const auto &sources = analysis.table->sources();
    QStringList inputs;
    for (const SourceInfo &source : sources)
        inputs << source.path;
    inputs.removeDuplicates();
    const bool intoFolder = inputs.size() > 1 || QFileInfo(options.cleaned).isDir();
    if (std::ranges::none_of(inputs,
                             [&](const QString &input) { return anyCleanable(*analysis.table, input); }))
        return Error{Error::Kind::Usage, whyNotCleaned(sources.front())};
    if (intoFolder && !QDir().mkpath(options.cleaned))
        return Error{
            Error::Kind::Unwritable,
            QStringLiteral("%1 cannot be made as a folder for the cleaned files.").arg(options.cleaned)};
    QStringList written;
    for (const QString &input : inputs) {
        const auto first = std::ranges::find(sources, input, &SourceInfo::path);
        if (intoFolder && !anyCleanable(*analysis.table, input)) {
            complain(whyNotCleaned(*first)); // the others can be
            continue;
        }
        const QString name = cleanedFileName(*first);
        const QString path = intoFolder ? QDir(options.cleaned).filePath(name) : options.cleaned;
        if (written.contains(path))
            return Error{
                Error::Kind::Unwritable,
                QStringLiteral("Two of the files are called %1, so their cleaned files would be one. "
                               "Clean them one by one.")
                    .arg(name)};
        written << path;
        const auto counts = writeCleaned(*analysis.table, *analysis.verdicts,
                                         static_cast<std::size_t>(first - sources.begin()),
                                         options.cleanedMode, path, context);
        if (!counts)
            return counts.error();
    }
    return std::nullopt;
}

bool isOneOf(const QStringList &files, const QString &path)
{
    const QString whole = QFileInfo(path).canonicalFilePath(); // empty where there is no such file
    return !whole.isEmpty() && std::ranges::any_of(files, [&whole](const QString &file) {
        return QFileInfo(file).canonicalFilePath() == whole;
    });
}

std::optional<Error> save(const Analysis &analysis, const QString &path, JobContext &context)
{
    const auto saved = saveWorkspace(analysis, KeepFiles::Yes, path, context);
    if (!saved)
        return saved.error();
    for (const QString &name : saved.value().filesNotKept)
        complain(
            QStringLiteral("%1 is gone or has changed since it was read, so the workspace is without it: no "
                           "cleaned copy of it can be made later.")
                .arg(name));
    return std::nullopt;
}

std::optional<Error> writeOutputs(const Analysis &analysis, const AnalyzeOptions &options,
                                  const MailServerFile *mailServers, const RulesComparison *comparison,
                                  JobContext &context)
{
    for (const QString &output : {options.json, options.verdicts, options.rejected, options.save}) {
        if (isOneOf(options.request.files, output))
            return Error{
                Error::Kind::Unwritable,
                QStringLiteral("%1 is one of the files that are read. Choose another name, so that the "
                               "original stays as it is.")
                    .arg(QDir::toNativeSeparators(output))};
    }
    if (!options.json.isEmpty()) {
        if (auto problem = writeJsonReport(*analysis.table, *analysis.verdicts, options.json, context,
                                           mailServers, comparison))
            return problem;
    }
    if (!options.verdicts.isEmpty()) {
        if (auto problem = writeVerdicts(*analysis.table, *analysis.verdicts, options.verdicts, context))
            return problem;
    }
    if (!options.rejected.isEmpty()) {
        if (auto problem = writeRejectedRows(*analysis.table, options.rejected, context))
            return problem;
    }
    if (!options.save.isEmpty()) {
        if (auto problem = save(analysis, options.save, context))
            return problem;
    }
    return options.cleaned.isEmpty() ? std::nullopt : writeCleanedFiles(analysis, options, context);
}

/// The same, judged by the user's verdicts first. Rows of the file that fit nothing are told on standard error.
Result<Analysis> withOverrides(const Analysis &analysis, const QString &path, JobContext &context)
{
    const auto read = readOverrides(*analysis.table, path, context);
    if (!read)
        return read.error();
    for (const RejectedRow &row : read.value().rejected)
        complain(
            QStringLiteral("%1, row %2: %3").arg(QFileInfo(path).fileName()).arg(row.row).arg(row.reason));
    const auto overrides = Overrides::make(*analysis.table, read.value().list, context);
    if (!overrides)
        return overrides.error();
    return Analysis{analysis.table, analysis.verdicts->with(overrides.value()), analysis.workspace};
}

/// Nullopt where the command line names none.
Result<std::optional<MailServerFile>> readMailServersOf(const AnalyzeOptions &options, JobContext &context)
{
    if (options.mailServers.isEmpty())
        return std::optional<MailServerFile>();
    auto file = readMailServers(options.mailServers, context);
    if (!file)
        return file.error();
    return std::optional(std::move(file.value()));
}

/// Nullopt where the command line names no other ruleset.
Result<std::optional<RulesComparison>> compare(const Analysis &analysis, const AnalyzeOptions &options,
                                               JobContext &context)
{
    if (options.compareWith == nullptr)
        return std::optional<RulesComparison>();
    auto comparison = compareWith(analysis, options.compareWith, context);
    if (!comparison)
        return comparison.error();
    return std::optional(std::move(comparison.value()));
}

/// The user's lists, from the own folder and from the command line. Error: as readAllowList().
Result<UserLists> listsOf(const AnalyzeOptions &options)
{
    UserListFile own = userListsIn(userListsFolder());
    UserLists lists = std::move(own.lists);
    if (!options.allow.isEmpty()) {
        const auto file = readAllowList(options.allow);
        if (!file)
            return file.error();
        const UserLists &more = file.value().lists;
        lists.networks.insert(lists.networks.end(), more.networks.begin(), more.networks.end());
        lists.agents.insert(lists.agents.end(), more.agents.begin(), more.agents.end());
        own.complaints += file.value().complaints;
    }
    for (const QString &link : options.hiddenLinks)
        lists.hiddenLinks.push_back(link.toStdString());
    for (const QString &complaint : own.complaints)
        complain(complaint);
    return lists;
}

/// On standard error: what of the input does not count. What was taken for granted stands in the summary.
ExitStatus reportLeftOut(const EventTable &table, const MailServerFile *mailServers)
{
    const bool anyServerRejected = mailServers != nullptr && mailServers->rejectedRows > 0;
    if (anyServerRejected)
        complain(rejectedSentence(*mailServers));
    for (const SourceNote &note : sourceNotes(table)) {
        if (note.kind == SourceNote::Kind::LeftOut)
            complain(note.sentence);
    }
    const bool anyRejected = std::ranges::any_of(
        table.sources(), [](const SourceInfo &source) { return source.rejectedRows > 0; });
    return anyRejected || anyServerRejected ? ExitStatus::SomeRowsRejected : ExitStatus::Done;
}

} // namespace

ExitStatus runAnalyze(const QStringList &arguments)
{
    const auto options = parse(arguments);
    if (!options) {
        complain(options.error().message);
        return ExitStatus::WrongUsage;
    }
    JobContext context(options.value().threads);
    const auto servers = readMailServersOf(options.value(), context);
    if (!servers) {
        complain(servers.error().message);
        return statusFor(servers.error());
    }
    const MailServerFile *mailServers = servers.value() ? &*servers.value() : nullptr;
    auto lists = listsOf(options.value());
    if (!lists) {
        complain(lists.error().message);
        return statusFor(lists.error());
    }
    std::shared_ptr<const NetworkNames> networks;
    if (!options.value().networks.isEmpty()) {
        auto names = NetworkNames::open(options.value().networks);
        if (!names) {
            complain(names.error().message);
            return statusFor(names.error());
        }
        networks = std::move(names.value());
    }
    AnalysisRequest request = options.value().request;
    request.lists = std::move(lists.value());
    auto analysis = analyze(request, context);
    if (analysis && !options.value().overrides.isEmpty())
        analysis = withOverrides(analysis.value(), options.value().overrides, context);
    if (!analysis) {
        complain(analysis.error().message);
        return statusFor(analysis.error());
    }
    if (analysis.value().workspace != nullptr) {
        for (const QString &sentence : analysis.value().workspace->damage)
            complain(sentence);
    }
    analysis.value().networks = networks;
    const auto compared = compare(analysis.value(), options.value(), context);
    if (!compared) {
        complain(compared.error().message);
        return statusFor(compared.error());
    }
    const RulesComparison *comparison = compared.value() ? &*compared.value() : nullptr;
    if (const auto problem =
            writeOutputs(analysis.value(), options.value(), mailServers, comparison, context)) {
        complain(problem->message);
        return statusFor(*problem);
    }
    if (!options.value().quiet && !options.value().writesSomething()) {
        printSummary(analysis.value(), mailServers, context);
        if (comparison != nullptr)
            printComparison(analysis.value(), *comparison);
    }
    return reportLeftOut(*analysis.value().table, mailServers);
}

} // namespace clicksieve

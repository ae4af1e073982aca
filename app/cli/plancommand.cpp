// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plancommand.h"

#include "commandline.h"
#include "console.h"
#include "core/analysis.h"
#include "core/export/planjson.h"
#include "core/jobs/jobcontext.h"
#include "core/planner/batchwriter.h"
#include "core/planner/planreport.h"
#include "plansummary.h"

#include <QLocale>

namespace clicksieve {

namespace {

struct PlanOptions {
    PlanQuestion question;
    AnalysisRequest request;
    QString list;
    QString folder; ///< for the batches
    BatchDraw draw = BatchDraw::Domains;
    QString json;
};

/// Numbers of the command line; remembers the first that is none.
class Numbers {
public:
    explicit Numbers(const CommandLine &line) : m_line(line) {}

    [[nodiscard]] bool has(const char *name) const { return m_line.isSet(name); }

    double read(const char *name, double otherwise, double lowest, double highest)
    {
        if (!m_line.isSet(name))
            return otherwise;
        bool isNumber = false;
        const double value = QLocale::c().toDouble(m_line.value(name), &isNumber);
        if (isNumber && value >= lowest && value <= highest)
            return value;
        if (!m_problem)
            m_problem = Error{Error::Kind::Usage, QStringLiteral("--%1 must be a number from %2 to %3.")
                                                      .arg(QLatin1String(name))
                                                      .arg(lowest)
                                                      .arg(highest, 0, 'f', 0)};
        return otherwise;
    }

    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

private:
    const CommandLine &m_line;
    std::optional<Error> m_problem;
};

void addOptions(CommandLine &line)
{
    line.addValue("recipients", "N", "Mails to be sent (default with exports: as many as they hold).");
    line.addValue("batches", "N", "Batches that you have in mind (default: 1).");
    line.addValue("interval", "SECONDS", "Seconds from one batch to the next (default: 600).");
    line.addValue("rate", "N", "Mails that your e-mail service delivers in a second (default: 370).");
    line.addValue("capacity", "N", "Requests a second that the web site bears.");
    line.addValue("workers", "N", "Instead of --capacity: requests that it works on at once, ...");
    line.addValue("page-ms", "N", "... and milliseconds that it takes for one.");
    line.addValue("background", "N", "Requests a second that come anyway (default: 0).");
    line.addValue("links", "N", "Links in the mail (default: 8).");
    line.addValue("scanned", "PERCENT", "Mails that are scanned (default: 20).");
    line.addValue("click-rate", "PERCENT", "Mails that a person clicks (default: 2).");
    line.addValue("visit-requests", "N", "Requests of one visit, pictures and scripts too (default: 25).");
    line.addValue("cached", "PERCENT", "Requests that a cache answers instead of the site (default: 0).");
    line.addValue("list", "FILE", "Table of the recipients, to be dealt out to the batches.");
    line.addValue("write-batches", "FOLDER", "Write the batches of --list there, one file each.");
    line.addValue("draw", "domains|random", "Deal each mail domain out evenly (the default), or at random.");
    line.addValue("json", "FILE|-", "Write the plan as JSON.");
}

std::optional<double> capacityOf(Numbers &numbers)
{
    if (numbers.has("capacity"))
        return numbers.read("capacity", 0, 0.1, 1e7);
    if (!numbers.has("workers") || !numbers.has("page-ms"))
        return std::nullopt;
    return numbers.read("workers", 1, 1, 1e6) / (numbers.read("page-ms", 1, 0.01, 1e6) / 1'000);
}

Result<PlanOptions> parse(const QStringList &arguments)
{
    CommandLine line(
        QStringLiteral("plan"), QStringLiteral("[FILE...]"),
        QStringLiteral("Foretells what a send does to your web site, and how to send so that it stands. "
                       "Exports of an earlier send, if given, are measured first."));
    addOptions(line);
    if (const auto problem = line.parse(arguments))
        return *problem;
    Numbers numbers(line);
    PlanOptions options;
    PlanQuestion &question = options.question;
    question.plan.recipients = numbers.read("recipients", 0, 1, 1e9);
    question.plan.batches = static_cast<int>(numbers.read("batches", 1, 1, BatchAdvice::kMostBatches));
    question.plan.interval = std::floor(numbers.read("interval", 600, 1, 86'400));
    question.plan.deliveryRate = numbers.read("rate", SendPlan::kUsualDeliveryRate, 0.05, 1e5);
    question.limits.background = numbers.read("background", 0, 0, 1e7);
    question.limits.capacity = capacityOf(numbers);
    question.assumptions.links =
        static_cast<int>(numbers.read("links", question.assumptions.links, 1, 1'000));
    question.assumptions.scannedShare =
        numbers.read("scanned", question.assumptions.scannedShare * 100, 0, 100) / 100;
    question.assumptions.clickRate =
        numbers.read("click-rate", question.assumptions.clickRate * 100, 0, 100) / 100;
    question.assumptions.requestsPerVisit =
        numbers.read("visit-requests", question.assumptions.requestsPerVisit, 1, 10'000);
    question.assumptions.cachedShare = numbers.read("cached", 0, 0, 100) / 100;
    options.request.files = line.positional();
    options.json = line.value("json");
    options.list = line.value("list");
    options.folder = line.value("write-batches");
    options.draw = line.value("draw") == QLatin1String("random") ? BatchDraw::Random : BatchDraw::Domains;
    if (numbers.problem())
        return *numbers.problem();
    if (line.isSet("list") != line.isSet("write-batches"))
        return Error{Error::Kind::Usage, QStringLiteral("--list and --write-batches belong together.")};
    if (line.isSet("draw") && line.value("draw") != QLatin1String("random")
        && line.value("draw") != QLatin1String("domains"))
        return Error{Error::Kind::Usage, QStringLiteral("--draw is domains or random.")};
    if (line.isSet("workers") != line.isSet("page-ms"))
        return Error{Error::Kind::Usage, QStringLiteral("--workers and --page-ms belong together.")};
    if (options.request.files.isEmpty() && !line.isSet("recipients") && !line.isSet("list"))
        return Error{Error::Kind::Usage, QStringLiteral("say how many mails are to be sent (--recipients).")};
    return options;
}

/// Puts what the exports tell into the question.
std::optional<Error> measure(PlanOptions &options)
{
    JobContext context(0);
    const auto analysis = analyze(options.request, context);
    if (!analysis)
        return analysis.error();
    PlanQuestion &question = options.question;
    question.measured =
        measuredLoad(*analysis.value().table, *analysis.value().verdicts, question.assumptions);
    if (question.measured->messages == 0)
        return Error{
            Error::Kind::Unrecognised,
            QStringLiteral("These exports do not say when mails were sent, so that nothing can be measured. "
                           "Leave them out, and the published figures are used.")};
    if (question.plan.recipients == 0)
        question.plan.recipients = static_cast<double>(question.measured->messages);
    if (!question.measured->isSinceDelivery)
        question.plan.deliveryRate = std::numeric_limits<double>::infinity();
    return std::nullopt;
}

/// Deals the list out; the plan is then one of as many mails as it holds, where nothing else was said.
std::optional<Error> deal(PlanOptions &options)
{
    JobContext context(0);
    const auto written =
        writeBatches(options.list, options.folder, options.question.plan.batches, options.draw, context);
    if (!written)
        return written.error();
    if (options.question.plan.recipients == 0)
        options.question.plan.recipients = static_cast<double>(written.value().recipients);
    if (written.value().withoutAddress > 0)
        complain(QStringLiteral(
                     "%1 rows of the list have no e-mail address; they are in the batches all the same.")
                     .arg(written.value().withoutAddress));
    if (options.json != QLatin1String("-"))
        print(QStringLiteral("%1 batches are written to %2.")
                  .arg(written.value().files.size())
                  .arg(options.folder));
    return std::nullopt;
}

} // namespace

ExitStatus runPlan(const QStringList &arguments)
{
    auto options = parse(arguments);
    if (!options) {
        complain(options.error().message);
        return ExitStatus::WrongUsage;
    }
    if (!options.value().list.isEmpty()) {
        if (const auto problem = deal(options.value())) {
            complain(problem->message);
            return statusFor(*problem);
        }
    }
    if (!options.value().request.files.isEmpty()) {
        if (const auto problem = measure(options.value())) {
            complain(problem->message);
            return statusFor(*problem);
        }
    }
    const PlanReport report = planReport(options.value().question);
    if (options.value().json.isEmpty()) {
        printPlan(options.value().question, report);
        return ExitStatus::Done;
    }
    if (const auto problem = writePlanJson(options.value().question, report, options.value().json)) {
        complain(problem->message);
        return statusFor(*problem);
    }
    return ExitStatus::Done;
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "weblogcommand.h"

#include "commandline.h"
#include "console.h"
#include "core/analysis.h"
#include "core/export/weblogjson.h"
#include "core/jobs/jobcontext.h"
#include "core/weblogs/loadstory.h"
#include "core/weblogs/weblog.h"
#include "weblogsummary.h"

#include <algorithm>

namespace clicksieve {

namespace {

struct WebLogOptions {
    WebLogRequest request;
    QString events;
    QString json;
};

Result<WebLogOptions> parse(const QStringList &arguments)
{
    CommandLine line(
        QStringLiteral("weblog"), QStringLiteral("LOG..."),
        QStringLiteral("Reads the access logs of web servers, and tells what a send did to the server."));
    line.addValue("events", "EXPORT",
                  "The clicks of the send: an export of the e-mail service, or a folder of them.");
    line.addValue("stamps", "start|end",
                  "What the times of the log are of: the start of a request (Apache) or its end (nginx).");
    line.addValue("json", "FILE|-", "Write what was found as JSON.");
    if (const auto problem = line.parse(arguments))
        return *problem;
    WebLogOptions options;
    options.request.paths = line.positional();
    options.events = line.value("events");
    options.json = line.value("json");
    if (options.request.paths.isEmpty())
        return Error{Error::Kind::Usage, QStringLiteral("name at least one log.")};
    if (line.isSet("stamps")) {
        const QString stamps = line.value("stamps");
        if (stamps != QLatin1String("start") && stamps != QLatin1String("end"))
            return Error{Error::Kind::Usage, QStringLiteral("--stamps is start or end.")};
        options.request.stamp =
            stamps == QLatin1String("start") ? LogRequest::Stamp::Start : LogRequest::Stamp::End;
    }
    return options;
}

ExitStatus reportRejected(const WebLog &log)
{
    ExitStatus status = ExitStatus::Done;
    for (const LogFile &file : log.files) {
        if (file.rejectedLines == 0)
            continue;
        complain(QStringLiteral("%1: %2 of %3 lines are no requests; the first is line %4: %5")
                     .arg(file.name)
                     .arg(file.rejectedLines)
                     .arg(file.lines)
                     .arg(file.rejected.front().row)
                     .arg(file.rejected.front().reason));
        status = ExitStatus::SomeRowsRejected;
    }
    return status;
}

Result<std::shared_ptr<const WebLog>> read(WebLogOptions &options, JobContext &context)
{
    if (!options.events.isEmpty()) {
        AnalysisRequest request;
        request.files = QStringList{options.events};
        auto analysis = analyze(request, context);
        if (!analysis)
            return analysis.error();
        options.request.analysis = std::move(analysis.value());
    }
    return readWebLogs(options.request, context);
}

} // namespace

ExitStatus runWebLog(const QStringList &arguments)
{
    auto options = parse(arguments);
    if (!options) {
        complain(options.error().message);
        return ExitStatus::WrongUsage;
    }
    JobContext context(0);
    const auto log = read(options.value(), context);
    if (!log) {
        complain(log.error().message);
        return statusFor(log.error());
    }
    const LoadStory story = loadStory(*log.value());
    if (options.value().json.isEmpty()) {
        printWebLog(*log.value(), story);
    } else if (const auto problem = writeWebLogJson(*log.value(), story, options.value().json)) {
        complain(problem->message);
        return statusFor(*problem);
    }
    return reportRejected(*log.value());
}

} // namespace clicksieve

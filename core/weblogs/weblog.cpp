// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weblogs/weblog.h"

#include "core/ingest/membertext.h"
#include "core/jobs/jobcontext.h"
#include "core/weblogs/addressuse.h"
#include "core/weblogs/logformat.h"
#include "core/weblogs/loglines.h"

#include <algorithm>
#include <utility>

namespace clicksieve {

namespace {

constexpr std::size_t kLinesToRecognise = 100;
constexpr std::uint64_t kLinesBetweenStops = 4'096;
constexpr std::int64_t kMicroseconds = 1'000'000;

bool isError(std::uint16_t status)
{
    return status >= 500 || status == 429 || status == 499 || status == 408;
}

std::int64_t secondOf(std::int64_t microseconds)
{
    const std::int64_t rest = microseconds % kMicroseconds;
    return (microseconds - (rest < 0 ? rest + kMicroseconds : rest)) / kMicroseconds;
}

Error stopped()
{
    return {Error::Kind::Cancelled, QStringLiteral("Stopped.")};
}

/// One reading of some logs.
class WebLogReading {
public:
    WebLogReading(const WebLogRequest &request, JobContext &context) : m_request(request), m_context(context)
    {
        if (request.analysis)
            m_traffic.emplace(*request.analysis);
    }

    Result<std::shared_ptr<const WebLog>> run()
    {
        if (const auto problem = findLogs())
            return *problem;
        if (m_traffic) {
            if (const auto problem = setClocks())
                return *problem;
        }
        for (const Log &log : m_logs) {
            if (const auto problem = count(log))
                return *problem;
        }
        if (m_log->requests == 0)
            return nothingRead();
        m_use.finish(*m_log);
        return std::shared_ptr<const WebLog>(std::move(m_log));
    }

private:
    struct Log {
        Member member;
        LogFormat format;
    };

    std::optional<Error> findLogs()
    {
        for (const QString &path : m_request.paths) {
            auto members = logsIn(path, m_context);
            if (!members)
                return members.error();
            for (Member &member : members.value()) {
                auto format = recognise(member);
                if (!format)
                    return format.error();
                if (const auto lines = LogLines::open(member); lines.ok())
                    m_context.addTotal(lines.value()->bytesExpected() * (m_traffic ? 2 : 1));
                m_logs.push_back({std::move(member), std::move(format.value())});
            }
        }
        return std::nullopt;
    }

    /// By its first lines; where none is a request, the first format, which then says why.
    Result<LogFormat> recognise(const Member &member)
    {
        std::vector<std::string> lines;
        auto opened = LogLines::open(member);
        if (!opened)
            return opened.error();
        while (lines.size() < kLinesToRecognise) {
            const auto line = opened.value()->next();
            if (!line)
                break;
            lines.emplace_back(*line);
        }
        const LogFormat *found = logFormatOf(lines);
        const auto ncsa = std::ranges::find(shippedLogFormats(), LogFormat::Engine::Ncsa, &LogFormat::engine);
        LogFormat format = found != nullptr ? *found : *ncsa;
        if (format.stamp == LogRequest::Stamp::Unknown)
            format.stamp = m_request.stamp;
        return format;
    }

    /// Calls use(line) for each line. Use returns false where it has enough.
    template <typename Use>
    std::optional<Error> forEachLine(const Member &member, Use use)
    {
        auto opened = LogLines::open(member);
        if (!opened)
            return opened.error();
        LogLines &lines = *opened.value();
        std::uint64_t told = 0; // bytes
        const auto tell = [&](std::uint64_t bytes) { m_context.addDone(bytes - std::exchange(told, bytes)); };
        while (const auto line = lines.next()) {
            if (lines.number() % kLinesBetweenStops == 0) {
                tell(std::min(lines.bytesRead(), lines.bytesExpected()));
                if (m_context.stopRequested())
                    return stopped();
            }
            if (!use(*line, lines.number()))
                break;
        }
        tell(lines.bytesExpected());
        if (lines.failed())
            return Error{Error::Kind::Unreadable,
                         QStringLiteral("%1 is damaged or was cut off after line %2. Get it again.")
                             .arg(shownName(member))
                             .arg(lines.number())};
        return std::nullopt;
    }

    std::optional<Error> setClocks()
    {
        ClockSkew skew;
        LogRequest request;
        for (const Log &log : m_logs) {
            const auto parser = log.format.makeParser();
            const auto problem = forEachLine(log.member, [&](std::string_view line, std::uint64_t) {
                if (!parser->takeDirective(line) && parser->parse(line, request) == nullptr)
                    skew.add(request.arrival() / 1'000, m_traffic->candidates(request));
                return !skew.hasEnough();
            });
            if (problem)
                return problem;
        }
        m_log->skew = skew.estimate();
        if (m_log->skew)
            m_skew = m_log->skew->ahead * 1'000;
        if (m_traffic->firstSend() != kNoTime)
            m_log->send = secondOf(m_traffic->firstSend() * 1'000 + m_skew);
        return std::nullopt;
    }

    std::optional<Error> count(const Log &log)
    {
        LogFile file;
        file.name = displayName(log.member);
        file.format = log.format.title;
        const auto parser = log.format.makeParser();
        LogRequest request;
        const auto problem = forEachLine(log.member, [&](std::string_view line, std::uint64_t number) {
            file.lines = number;
            if (line.empty() || parser->takeDirective(line))
                return true;
            if (const char *reason = parser->parse(line, request)) {
                if (file.rejectedLines++ < LogFile::kKeptRejected)
                    file.rejected.push_back({number, QString::fromLatin1(reason)});
                return true;
            }
            ++file.requests;
            note(request);
            return true;
        });
        m_log->files.push_back(std::move(file));
        return problem;
    }

    void note(const LogRequest &request)
    {
        WebLog &log = *m_log;
        const std::int64_t second = secondOf(request.arrival());
        log.first = log.requests == 0 ? second : std::min(log.first, second);
        log.last = log.requests == 0 ? second : std::max(log.last, second);
        ++log.requests;
        log.zoneless += request.hasZone ? 0 : 1;
        ++log.byStatus[request.status];
        const CampaignTraffic::Judgement judgement =
            m_traffic ? m_traffic->judge(request, m_skew) : CampaignTraffic::Judgement{};
        const auto whose = static_cast<std::size_t>(judgement.whose);
        ++log.byClass[whose];
        ++log.byReason[static_cast<std::size_t>(judgement.reason)];
        SecondCounts &counts = log.series.at(second);
        ++counts.requests[whose];
        counts.errors += isError(request.status) ? 1 : 0;
        if (m_traffic ? judgement.whose != RequestClass::Background : !request.query.empty())
            m_use.add(request, judgement.whose);
    }

    [[nodiscard]] Error nothingRead() const
    {
        const auto file =
            std::ranges::find_if(m_log->files, [](const LogFile &one) { return !one.rejected.empty(); });
        if (file == m_log->files.end())
            return {Error::Kind::Unrecognised,
                    QStringLiteral("There is no request in these logs: they are empty.")};
        return {Error::Kind::Unrecognised,
                QStringLiteral(
                    "%1 is no access log that can be read. Line %2: %3 Logs in the common or combined format "
                    "of Apache and nginx can be read.")
                    .arg(file->name)
                    .arg(file->rejected.front().row)
                    .arg(file->rejected.front().reason)};
    }

    const WebLogRequest &m_request;
    JobContext &m_context;
    std::optional<CampaignTraffic> m_traffic;
    std::vector<Log> m_logs;
    std::int64_t m_skew = 0; ///< microseconds
    AddressUse m_use;
    std::shared_ptr<WebLog> m_log = std::make_shared<WebLog>();
};

} // namespace

Result<std::shared_ptr<const WebLog>> readWebLogs(const WebLogRequest &request, JobContext &context)
{
    return WebLogReading(request, context).run();
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weblogs/logformat.h"

#include "core/weblogs/fieldsparser.h"
#include "core/weblogs/jsonlogparser.h"
#include "core/weblogs/ncsaparser.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace clicksieve {

namespace {

constexpr std::array<const char *, static_cast<std::size_t>(LogField::Count)> kFields = {
    "time", "date",  "duration", "client",   "forwarded", "host",  "user",    "method", "target",
    "path", "query", "request",  "protocol", "status",    "bytes", "referer", "agent"};

/// The place of @p word in @p words; ends the program where the shipped file @p path has another word.
template <typename Words>
std::size_t placeOf(const QString &word, const Words &words, const QString &path)
{
    const auto found =
        std::ranges::find(words, word, [](const char *one) { return QString::fromLatin1(one); });
    if (found == words.end())
        qFatal("%s: \"%s\" is not known", qPrintable(path), qPrintable(word));
    return static_cast<std::size_t>(found - words.begin());
}

LogFormat formatOf(const QJsonObject &object, const QString &path)
{
    constexpr std::array kEngines = {"ncsa", "fields", "json"};
    constexpr std::array kStamps = {"start", "end", "unknown"};
    constexpr std::array kDecodings = {"none", "plus", "percent"};
    constexpr std::array kUnits = {"ns", "us", "ms", "s"};
    constexpr std::array kUnitValues = {DurationUnit::Nanoseconds, DurationUnit::Microseconds,
                                        DurationUnit::Milliseconds, DurationUnit::Seconds};
    const auto word = [&object](const char *key, const char *otherwise) {
        return object[QLatin1String(key)].toString(QString::fromLatin1(otherwise));
    };
    LogFormat format;
    format.id = word("id", "");
    format.title = word("title", "");
    format.engine = static_cast<LogFormat::Engine>(placeOf(word("engine", ""), kEngines, path));
    format.stamp = static_cast<LogRequest::Stamp>(placeOf(word("stamp", "unknown"), kStamps, path));
    format.decoding = static_cast<LogFormat::Decoding>(placeOf(word("decoding", "none"), kDecodings, path));
    format.durationUnit = kUnitValues[placeOf(word("durationUnit", "s"), kUnits, path)];
    format.separator = word("separator", "blank") == QLatin1String("tab") ? '\t' : ' ';
    const QJsonObject names = object[QLatin1String("names")].toObject();
    for (const QString &field : names.keys()) {
        const auto which = static_cast<LogField>(placeOf(field, kFields, path));
        for (const QJsonValue &name : names[field].toArray())
            format.names.emplace_back(name.toString().toStdString(), which);
    }
    const QJsonObject only = object[QLatin1String("onlyWhere")].toObject();
    if (!only.isEmpty())
        format.onlyWhere = {only.keys().front().toStdString(), only.begin()->toString().toStdString()};
    return format;
}

} // namespace

std::unique_ptr<LogParser> LogFormat::makeParser() const
{
    switch (engine) {
    case Engine::Ncsa:
        return std::make_unique<NcsaParser>(stamp);
    case Engine::Fields:
        return std::make_unique<FieldsParser>(*this);
    case Engine::Json:
        break;
    }
    return std::make_unique<JsonLogParser>(*this);
}

const std::vector<LogFormat> &shippedLogFormats()
{
    static const std::vector<LogFormat> formats = [] {
        std::vector<LogFormat> loaded;
        const QDir folder(QStringLiteral(":/clicksieve/logformats"));
        for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                qFatal("%s cannot be opened", qPrintable(name));
            loaded.push_back(formatOf(QJsonDocument::fromJson(file.readAll()).object(), name));
        }
        return loaded;
    }();
    return formats;
}

const LogFormat *logFormatOf(const std::vector<std::string> &lines)
{
    const LogFormat *best = nullptr;
    std::size_t most = 0;
    for (const LogFormat &format : shippedLogFormats()) {
        const auto parser = format.makeParser();
        LogRequest request;
        const auto read = static_cast<std::size_t>(std::ranges::count_if(lines, [&](const std::string &line) {
            return !parser->takeDirective(line) && parser->parse(line, request) == nullptr;
        }));
        if (read > most) {
            most = read;
            best = &format;
        }
    }
    return best;
}

bool isMethod(std::string_view word)
{
    return !word.empty() && word.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ-_") == std::string_view::npos;
}

void setTarget(std::string_view target, LogRequest &request)
{
    if (const std::size_t scheme = target.find("://");
        scheme != std::string_view::npos && !target.starts_with('/')) {
        const std::string_view rest = target.substr(scheme + 3);
        const std::size_t end = std::min(rest.find_first_of("/?#"), rest.size());
        const std::string_view authority = rest.substr(0, end);
        const std::size_t colon = authority.rfind(':');
        request.host =
            authority.substr(0, authority.find(']') == std::string_view::npos ? colon : authority.size());
        target = rest.substr(end);
        if (target.empty())
            target = "/";
    }
    const std::size_t mark = target.find('?');
    request.path = target.substr(0, mark);
    request.query = mark == std::string_view::npos ? std::string_view{} : target.substr(mark + 1);
}

/// Method up to the first blank, protocol after the last, so that addresses with blanks stay whole.
void setRequestLine(std::string_view line, LogRequest &request)
{
    const std::size_t blank = line.find(' ');
    const std::string_view method = line.substr(0, blank);
    if (blank == std::string_view::npos || !isMethod(method))
        return;
    request.method = method;
    std::string_view target = line.substr(blank + 1);
    const std::size_t last = target.rfind(' ');
    if (last != std::string_view::npos && target.substr(last + 1).starts_with("HTTP/")) {
        request.protocol = target.substr(last + 1);
        target = target.substr(0, last);
    }
    setTarget(target, request);
}

} // namespace clicksieve

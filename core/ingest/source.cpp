// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/source.h"

#include "core/ingest/csvreader.h"
#include "core/ingest/jsonreader.h"
#include "core/ingest/membertext.h"
#include "core/ingest/timereading.h"
#include "core/jobs/jobcontext.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace clicksieve {

namespace {

/// In order of how often exports use them.
constexpr std::array kDelimiters = {',', ';', '\t', '|'};
/// How many cells of a header an error message shows.
constexpr std::size_t kShownCells = 8;

QString shown(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

struct Header {
    char delimiter = ',';
    std::size_t end = 0;
    std::vector<std::string> cells;
    FormatMatch match;
};

/// What a table's format is looked for by.
struct Asked {
    const FormatCatalogue &formats;
    QString path;
    QString formatId;
};

/// The header as it reads with one delimiter; no cells where it does not read at all. A format whose files have no
/// header line brings its own.
Header readHeader(std::string_view text, char delimiter, const Asked &asked)
{
    Header header;
    header.delimiter = delimiter;
    CsvReader reader(text, delimiter);
    if (!reader.next() || reader.fault() != CsvReader::Fault::None)
        return header;
    header.end = reader.end();
    for (const std::string_view cell : reader.cells())
        header.cells.push_back(folded(cell));
    header.match = asked.formats.matchTable(header.cells, asked.path, asked.formatId);
    if (header.match && !header.match.variant->header.empty()) {
        header.cells = header.match.variant->header;
        header.end = 0;
    }
    return header;
}

/// The delimiter under which a format fits best; where none fits, the one with the most cells, for the message.
Header findHeader(std::string_view text, const Asked &asked)
{
    Header best;
    for (const char delimiter : kDelimiters) {
        Header header = readHeader(text, delimiter, asked);
        const auto rank = [](const Header &of) {
            return std::pair{of.match ? of.match.format->confidence : 0, of.cells.size()};
        };
        if (best.cells.empty() || rank(header) > rank(best))
            best = std::move(header);
    }
    return best;
}

Error unrecognisedJson(const QString &path, std::string_view text, const FormatCatalogue &formats)
{
    JsonRecords records(text, formats.recordKeys());
    QStringList keys;
    bool anyRecord = false;
    while (!anyRecord && records.next())
        anyRecord = !records.isBroken();
    if (!anyRecord)
        return {Error::Kind::Unrecognised,
                QStringLiteral(
                    "%1: it begins like JSON, but there is no whole record in it. It may have been cut "
                    "off: export it again.")
                    .arg(shown(path))};
    const std::string_view record = records.record();
    keys = QJsonDocument::fromJson(QByteArray(record.data(), static_cast<qsizetype>(record.size())))
               .object()
               .keys()
               .mid(0, static_cast<qsizetype>(kShownCells));
    return {
        Error::Kind::Unrecognised,
        QStringLiteral("%1: no known export has records such as its first one, with %2. At least a time, an "
                       "event and a recipient are needed.")
            .arg(shown(path), keys.join(QStringLiteral(", ")))};
}

Error unrecognised(const QString &path, const Header &header)
{
    if (header.cells.empty())
        return {Error::Kind::Unrecognised,
                QStringLiteral(
                    "%1: its first line cannot be read as a header (it is longer than a megabyte, or a quote "
                    "in it is never closed). Choose the CSV export of your e-mail service.")
                    .arg(shown(path))};
    QStringList cells;
    for (const std::string &cell : header.cells) {
        if (static_cast<std::size_t>(cells.size()) < kShownCells)
            cells << QString::fromStdString(cell).left(40);
    }
    const QString more = header.cells.size() > kShownCells ? QStringLiteral(", …") : QString();
    return {Error::Kind::Unrecognised,
            QStringLiteral("%1: this is no export that is known here. At least a time, an event and a "
                           "recipient are needed; its "
                           "columns are: %2%3. %4")
                .arg(shown(path), cells.join(QStringLiteral(", ")), more, header.match.nearMiss)
                .trimmed()};
}

/// Finds the format by the records of a JSON text.
std::optional<Error> recogniseJson(Source &source, const QString &path, const SourceOptions &options)
{
    const FormatMatch match = source.formats->matchJson(source.text->text(), path, options.formatId);
    if (!match)
        return unrecognisedJson(path, source.text->text(), *source.formats);
    source.format = match.format;
    source.variant = match.variant;
    source.header = jsonHeader(*match.format);
    return std::nullopt;
}

/// Finds the format by the header of a table.
std::optional<Error> recogniseTable(Source &source, const QString &path, const SourceOptions &options)
{
    Header header = findHeader(source.text->text(), {*source.formats, path, options.formatId});
    if (!header.match)
        return unrecognised(path, header);
    source.delimiter = header.delimiter;
    source.bodyBegin = header.end;
    source.header = std::move(header.cells);
    source.format = header.match.format;
    source.variant = header.match.variant;
    return std::nullopt;
}

std::optional<Error> recogniseText(Source &source, const MemberText &text, const QString &path,
                                   const SourceOptions &options)
{
    source.text = text.text;
    source.conversion = text.conversion;
    source.sheet = text.sheet;
    return text.isJson() ? recogniseJson(source, path, options) : recogniseTable(source, path, options);
}

/// Takes the text that is recognised best; the first of equals. There are several only in a workbook.
std::optional<Error> recogniseBest(Source &source, const QString &path, std::vector<MemberText> texts,
                                   const SourceOptions &options)
{
    if (texts.size() == 1)
        return recogniseText(source, texts.front(), path, options);
    std::optional<Error> firstProblem;
    std::optional<Source> best;
    for (MemberText &text : texts) {
        Source candidate = source;
        const QString sheetPath = path + QStringLiteral(", sheet ") + text.sheet;
        if (auto problem = recogniseText(candidate, text, sheetPath, options)) {
            if (!firstProblem)
                firstProblem = std::move(problem);
        } else if (!best || candidate.format->confidence > best->format->confidence) {
            best = std::move(candidate);
        }
        text.text.reset(); // frees a sheet that is not taken early
    }
    if (!best)
        return firstProblem;
    source = std::move(*best);
    source.name += QStringLiteral(", ") + source.sheet;
    return std::nullopt;
}

/// Whether its records are read by one who looks at every byte of them anyway, so that it need not be done before.
bool isCheckedWhileRead(const Source &source)
{
    return source.format->shape == Shape::Table && !source.format->totals;
}

std::optional<Error> findTimes(Source &source, const SourceOptions &options, JobContext &context)
{
    const QString &known = options.knownZones.value(source.format->id);
    const QString &told = options.timeZone.isEmpty() ? known : options.timeZone;
    const QString &zoneName = told.isEmpty() ? source.format->timeZone : told;
    source.zone = TimeZone::named(zoneName);
    if (!source.zone)
        return Error{Error::Kind::Usage,
                     QStringLiteral("There is no time zone \"%1\". Write it like Europe/Berlin, UTC or "
                                    "UTC-06:00.")
                         .arg(zoneName)};
    if (source.format->totals)
        return std::nullopt;
    auto times = findTimeReading(source, options.dayOrder, context);
    if (!times)
        return times.error();
    source.timePattern = times.value().pattern;
    source.timesAreSettled = times.value().isSettled;
    source.dayOrderIsOpen = times.value().dayOrderIsOpen;
    source.timesNameTheirZone = times.value().nameTheirZone;
    source.zoneIsGuess = told.isEmpty() && source.format->timeZoneIsGuess && !source.timesNameTheirZone;
    return std::nullopt;
}

/// What is known of a source before its text is read, so that a change meanwhile shows later.
Result<Source> startOf(const Member &member, const SourceOptions &options)
{
    if (!options.formatId.isEmpty() && options.formats->find(options.formatId) == nullptr)
        return Error{Error::Kind::Usage,
                     QStringLiteral("There is no format \"%1\". \"clicksieve-cli formats\" lists them.")
                         .arg(options.formatId)};
    const QFileInfo info(member.path);
    Source source;
    source.formats = options.formats;
    source.path = member.path;
    source.inner = member.inner;
    source.name = displayName(member);
    source.bytes = info.size();
    source.modifiedMs = info.lastModified().toMSecsSinceEpoch();
    return source;
}

} // namespace

std::string Source::campaignInName() const
{
    if (format->campaignInFileName.isEmpty())
        return {};
    return QRegularExpression(format->campaignInFileName).match(name).captured(1).toStdString();
}

SourceInfo Source::info() const
{
    SourceInfo info;
    info.path = path;
    info.inner = inner;
    info.sheet = sheet;
    info.conversion = conversion;
    info.name = name;
    info.formatId = format->id;
    info.formatTitle = format->title;
    info.encoding = titleOf(text->encoding());
    info.timeZone = zone->name();
    info.zoneIsGuess = zoneIsGuess;
    info.filteredByVendor = format->filteredByVendor;
    info.isJson = format->shape == Shape::Json;
    info.recordKeys = formats->recordKeys();
    info.hasHeader = variant->header.empty();
    info.mayOverlap = mayOverlap;
    info.dayOrderIsOpen = dayOrderIsOpen;
    info.campaignAnswer = QString::fromStdString(campaignAnswer);
    info.sentAtAnswer = sentAtAnswer;
    info.sentAtIsEstimate = sentAtIsEstimate;
    info.delimiter = delimiter;
    info.bytes = bytes;
    info.modifiedMs = modifiedMs;
    return info;
}

Result<Source> Source::open(const Member &member, const SourceOptions &options, JobContext &context)
{
    auto source = startOf(member, options);
    if (!source)
        return source.error();
    auto texts = textsOf(member, context, options.check);
    if (!texts)
        return texts.error();
    const bool isChecked = texts.value().front().text->isChecked();
    std::optional<Error> problem =
        recogniseBest(source.value(), shownName(member), std::move(texts.value()), options);
    if (!isChecked && (problem || !isCheckedWhileRead(source.value()))) {
        SourceOptions whole = options;
        whole.check = SourceText::Check::Whole;
        return open(member, whole, context);
    }
    if (!problem)
        problem = findTimes(source.value(), options, context);
    if (problem)
        return *problem;
    return source;
}

Result<Source> Source::of(const Member &member, const MemberText &text, const SourceOptions &options,
                          JobContext &context)
{
    auto source = startOf(member, options);
    if (!source)
        return source.error();
    std::optional<Error> problem = recogniseText(source.value(), text, shownName(member), options);
    if (!problem)
        problem = findTimes(source.value(), options, context);
    if (problem)
        return *problem;
    return source;
}

} // namespace clicksieve

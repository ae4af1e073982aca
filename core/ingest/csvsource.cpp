// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/csvsource.h"

#include "core/ingest/csvreader.h"
#include "core/jobs/jobcontext.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace clicksieve {

namespace {

/// In order of how often exports use them.
constexpr std::array kDelimiters = {',', ';', '\t', '|'};
/// How many cells of a header an error message shows.
constexpr std::size_t kShownCells = 8;
/// Rows after which a stop is looked for while the way of writing times is being found.
constexpr int kRowsBetweenStops = 65'536;

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

/// The header as it reads with one delimiter; no cells where it does not read at all.
Header readHeader(std::string_view text, char delimiter, const QString &formatId)
{
    Header header;
    header.delimiter = delimiter;
    CsvReader reader(text, delimiter);
    if (!reader.next() || reader.fault() != CsvReader::Fault::None)
        return header;
    header.end = reader.end();
    for (const std::string_view cell : reader.cells())
        header.cells.push_back(folded(cell));
    header.match = FormatCatalogue::shipped().match(header.cells, formatId);
    return header;
}

/// The delimiter under which a format fits best; where none fits, the one with the most cells, for the message.
Header findHeader(std::string_view text, const QString &formatId)
{
    Header best;
    for (const char delimiter : kDelimiters) {
        Header header = readHeader(text, delimiter, formatId);
        const auto rank = [](const Header &of) {
            return std::pair{of.match ? of.match.format->confidence : 0, of.cells.size()};
        };
        if (best.cells.empty() || rank(header) > rank(best))
            best = std::move(header);
    }
    return best;
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
    return {
        Error::Kind::Unrecognised,
        QStringLiteral(
            "%1: no known export has these columns: %2%3. %4 At least a time, an event and a recipient are "
            "needed.")
            .arg(shown(path), cells.join(QStringLiteral(", ")), more, header.match.nearMiss)};
}

/// Finds the one way of writing times that fits the file. Reads on only as long as several ways fit, which a format
/// with unambiguous dates never needs.
class TimePatternFinder {
public:
    TimePatternFinder(const CsvSource &source, JobContext &context) : m_source(source), m_context(context) {}

    Result<const TimePattern *> find()
    {
        const auto columns = columnsOf(*m_source.format, Field::Time, m_source.header);
        std::vector<const TimePattern *> fitting;
        for (const TimePattern &pattern : m_source.format->timePatterns)
            fitting.push_back(&pattern);
        if (fitting.size() == 1)
            return fitting.front();

        CsvReader reader(m_source.text->text(), m_source.delimiter, m_source.bodyBegin);
        bool anyFits = false;
        for (int row = 1; fitting.size() > 1 && reader.next(); ++row) {
            if (row % kRowsBetweenStops == 0 && m_context.stopRequested())
                return Error{Error::Kind::Cancelled, QStringLiteral("Stopped.")};
            if (reader.fault() != CsvReader::Fault::None || columns.empty()
                || reader.cells().size() <= columns.front())
                continue;
            anyFits |= narrow(fitting, reader.cells()[columns.front()]);
        }
        if (!anyFits)
            return static_cast<const TimePattern *>(nullptr);
        if (fitting.size() > 1)
            return Error{
                Error::Kind::Unrecognised,
                QStringLiteral(
                    "%1: its dates can be read in more than one way (%2): every day in the file is 12 or "
                    "lower. Export with dates such as 2026-03-10, or with a longer period.")
                    .arg(shown(m_source.path), textsOf(fitting).join(QStringLiteral(" or ")))};
        return fitting.front();
    }

private:
    /// Drops the patterns that do not fit @p value, unless none does.
    bool narrow(std::vector<const TimePattern *> &fitting, std::string_view value) const
    {
        std::vector<const TimePattern *> still;
        for (const TimePattern *pattern : fitting) {
            if (pattern->parse(value, *m_source.zone) != kNoTime)
                still.push_back(pattern);
        }
        if (still.empty())
            return false;
        fitting = std::move(still);
        return true;
    }

    static QStringList textsOf(const std::vector<const TimePattern *> &patterns)
    {
        QStringList texts;
        for (const TimePattern *pattern : patterns)
            texts << pattern->text();
        return texts;
    }

    const CsvSource &m_source;
    JobContext &m_context;
};

} // namespace

Result<CsvSource> CsvSource::open(const QString &path, const CsvSourceOptions &options, JobContext &context)
{
    if (!options.formatId.isEmpty() && FormatCatalogue::shipped().find(options.formatId) == nullptr)
        return Error{Error::Kind::Usage,
                     QStringLiteral("There is no format \"%1\". \"clicksieve-cli formats\" lists them.")
                         .arg(options.formatId)};
    const QFileInfo info(path); // before it is read, so that a change meanwhile shows later
    CsvSource source;
    source.path = path;
    source.name = info.fileName();
    source.bytes = info.size();
    source.modifiedMs = info.lastModified().toMSecsSinceEpoch();
    auto text = SourceText::open(path, context);
    if (!text)
        return text.error();
    source.text = text.value();
    Header header = findHeader(source.text->text(), options.formatId);
    if (!header.match)
        return unrecognised(path, header);
    source.delimiter = header.delimiter;
    source.bodyBegin = header.end;
    source.header = std::move(header.cells);
    source.format = header.match.format;
    source.variant = header.match.variant;

    const QString zoneName = options.timeZone.isEmpty() ? source.format->timeZone : options.timeZone;
    source.zone = TimeZone::named(zoneName);
    if (!source.zone)
        return Error{Error::Kind::Usage,
                     QStringLiteral("There is no time zone \"%1\". Write it like Europe/Berlin, UTC or "
                                    "UTC-06:00.")
                         .arg(zoneName)};
    auto pattern = TimePatternFinder(source, context).find();
    if (!pattern)
        return pattern.error();
    source.timePattern = pattern.value();
    return source;
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/timereading.h"

#include "core/ingest/csvreader.h"
#include "core/ingest/jsonreader.h"
#include "core/ingest/rowmapper.h"
#include "core/ingest/source.h"
#include "core/jobs/jobcontext.h"

#include <algorithm>

namespace clicksieve {

namespace {

/// Rows after which a stop is looked for.
constexpr int kRowsBetweenStops = 65'536;
/// Rows that tell whether times name their zone.
constexpr int kRowsForZone = 50;

class TimeReadingFinder {
public:
    TimeReadingFinder(const Source &source, JobContext &context) : m_source(source), m_context(context) {}

    Result<TimeReading> find(DayOrder asked)
    {
        for (const TimePattern &pattern : m_source.format->timePatterns)
            m_fitting.push_back(&pattern);
        const bool isOnlyOne = m_fitting.size() == 1;
        overRows([this](std::string_view time, int) {
            narrow(time);
            return m_fitting.size() > 1;
        });
        if (m_context.stopRequested())
            return Error{Error::Kind::Cancelled, QStringLiteral("Stopped.")};
        if (!m_anyFits && !isOnlyOne)
            return TimeReading{};
        const bool isSettled = m_fitting.size() == 1;
        keepOrder(asked);
        TimeReading reading{m_fitting.front(), isOpen(), true, isSettled};
        overRows([&](std::string_view time, int row) {
            if (reading.pattern->parse(time, *m_source.zone) != kNoTime)
                reading.nameTheirZone &= reading.pattern->namesItsZone(time);
            return row < kRowsForZone && reading.nameTheirZone;
        });
        return reading;
    }

private:
    /// Calls @p look with the time of each whole record and its number, until it returns false.
    template <typename Look>
    void overRows(Look look) const
    {
        if (m_source.format->shape == Shape::Json)
            overRowsOf(JsonReader(m_source.text->text(), m_source.formats->recordKeys(), m_source.header,
                                  m_source.format->each),
                       look);
        else
            overRowsOf(CsvReader(m_source.text->text(), m_source.delimiter, m_source.bodyBegin), look);
    }

    template <typename Reader, typename Look>
    void overRowsOf(Reader reader, Look look) const
    {
        const RowMapper mapper(m_source);
        for (int row = 1; reader.next(); ++row) {
            if (row % kRowsBetweenStops == 0 && m_context.stopRequested())
                return;
            const bool isWhole =
                reader.fault() == Reader::Fault::None && reader.cells().size() >= m_source.header.size();
            if (isWhole && !look(mapper.timeOf(reader.cells()), row))
                return;
        }
    }

    /// Drops the patterns that do not fit @p time, unless none does.
    void narrow(std::string_view time)
    {
        std::vector<const TimePattern *> still;
        for (const TimePattern *pattern : m_fitting) {
            if (pattern->parse(time, *m_source.zone) != kNoTime)
                still.push_back(pattern);
        }
        if (still.empty())
            return;
        m_fitting = std::move(still);
        m_anyFits = true;
    }

    /// Drops the patterns of the other order, unless all are.
    void keepOrder(DayOrder asked)
    {
        const auto isOfOrder = [asked](const TimePattern *pattern) { return pattern->dayOrder() == asked; };
        if (asked != DayOrder::Unknown && std::ranges::any_of(m_fitting, isOfOrder))
            std::erase_if(m_fitting, [&](const TimePattern *pattern) { return !isOfOrder(pattern); });
    }

    /// Patterns of one order read a date the same way.
    [[nodiscard]] bool isOpen() const
    {
        return std::ranges::any_of(m_fitting, [this](const TimePattern *pattern) {
            return pattern->dayOrder() != m_fitting.front()->dayOrder();
        });
    }

    const Source &m_source;
    JobContext &m_context;
    std::vector<const TimePattern *> m_fitting;
    bool m_anyFits = false;
};

} // namespace

Result<TimeReading> findTimeReading(const Source &source, DayOrder asked, JobContext &context)
{
    return TimeReadingFinder(source, context).find(asked);
}

} // namespace clicksieve

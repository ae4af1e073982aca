// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/filterchips.h"

#include "core/events/eventtable.h"
#include "ui/theme/numbers.h"

#include <QCoreApplication>

namespace clicksieve {

namespace {

class FilterWords {
    Q_DECLARE_TR_FUNCTIONS(FilterWords)
};

QString typeText(EventType type)
{
    return type == EventType::Open ? FilterWords::tr("opens only") : FilterWords::tr("clicks only");
}

QString verdictText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Human:
        return FilterWords::tr("made by people");
    case Verdict::Machine:
        return FilterWords::tr("made by machines");
    case Verdict::Uncertain:
        break;
    }
    return FilterWords::tr("unclear who made it");
}

QString clockRangeText(std::pair<TimeMs, TimeMs> range)
{
    constexpr int kDateLength = 11; // "2026-03-10 "
    const QString from = clockText(range.first);
    QString to = clockText(range.second);
    if (from.first(kDateLength) == to.first(kDateLength))
        to.remove(0, kDateLength);
    return QStringLiteral("%1 – %2").arg(from, to);
}

QString sinceSendText(std::pair<TimeMs, TimeMs> range)
{
    return FilterWords::tr("%1 – %2 after sending")
        .arg(durationText(range.first), durationText(range.second));
}

QString shown(std::string_view text, const char *whenEmpty)
{
    return text.empty() ? FilterWords::tr(whenEmpty) : visibleText(text);
}

} // namespace

std::vector<FilterChip> chipsOf(const Filter &filter, const EventTable &table)
{
    std::vector<FilterChip> chips;
    const auto add = [&chips, &filter](const QString &text, auto part) {
        Filter without = filter;
        (without.*part).reset();
        chips.push_back({text, without});
    };
    if (filter.campaign)
        add(shown(table.campaignName(*filter.campaign), QT_TRANSLATE_NOOP("FilterWords", "(no campaign)")),
            &Filter::campaign);
    if (filter.domain)
        add(shown(table.domainText(*filter.domain), QT_TRANSLATE_NOOP("FilterWords", "(no domain)")),
            &Filter::domain);
    if (filter.clock)
        add(clockRangeText(*filter.clock), &Filter::clock);
    if (filter.sinceSend)
        add(sinceSendText(*filter.sinceSend), &Filter::sinceSend);
    if (filter.type)
        add(typeText(*filter.type), &Filter::type);
    if (filter.verdict)
        add(verdictText(*filter.verdict), &Filter::verdict);
    return chips;
}

} // namespace clicksieve

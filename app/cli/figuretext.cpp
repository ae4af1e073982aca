// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "figuretext.h"

#include "core/metrics/ratio.h"

#include <QLocale>

#include <cmath>

namespace clicksieve {

QString counted(std::uint64_t value)
{
    return QLocale(QLocale::English).toString(static_cast<qulonglong>(value));
}

QString counted(std::optional<std::uint64_t> value)
{
    return value ? counted(*value) : QStringLiteral("–");
}

QString rounded(double value)
{
    const QString whole = counted(static_cast<std::uint64_t>(std::llround(std::abs(value))));
    return value <= -0.5 ? QStringLiteral("−") + whole : whole;
}

QString percent(std::optional<double> share)
{
    return share ? QStringLiteral("%1 %").arg(*share * 100, 0, 'f', 1) : QStringLiteral("–");
}

QString percent(std::uint64_t part, std::uint64_t whole)
{
    return percent(Ratio{part, whole}.value());
}

} // namespace clicksieve

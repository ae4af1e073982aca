// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/accuracy/reliabilityplot.h"

#include <QString>

#include <cmath>

namespace clicksieve::accuracy {

namespace {

constexpr double kSide = 300; ///< of a square
constexpr double kMargin = 60;

QString number(double value)
{
    return QString::number(value, 'f', 1);
}

QString text(double x, double y, const QString &anchor, const QString &words)
{
    return QStringLiteral("<text x=\"%1\" y=\"%2\" text-anchor=\"%3\">%4</text>\n")
        .arg(number(x), number(y), anchor, words);
}

QString line(double x1, double y1, double x2, double y2, const QString &style)
{
    return QStringLiteral("<line x1=\"%1\" y1=\"%2\" x2=\"%3\" y2=\"%4\" %5/>\n")
        .arg(number(x1), number(y1), number(x2), number(y2), style);
}

QString axes(double left, const QString &title)
{
    const double bottom = kMargin + kSide;
    QString svg = QStringLiteral("<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%3\" fill=\"none\" "
                                 "stroke=\"#888\"/>\n")
                      .arg(number(left), number(kMargin), number(kSide));
    svg +=
        line(left, bottom, left + kSide, kMargin, QStringLiteral("stroke=\"#888\" stroke-dasharray=\"4 4\""));
    for (int tick = 0; tick <= 10; tick += 2) {
        const QString label = QString::number(tick / 10.0, 'f', 1);
        svg += text(left + kSide * tick / 10, bottom + 18, QStringLiteral("middle"), label);
        svg += text(left - 8, bottom - kSide * tick / 10 + 4, QStringLiteral("end"), label);
    }
    svg += text(left + kSide / 2, kMargin - 14, QStringLiteral("middle"), title);
    return svg + text(left + kSide / 2, bottom + 38, QStringLiteral("middle"), QStringLiteral("probability"));
}

QString dots(double left, const Bins &bins)
{
    QString svg;
    for (const Bin &bin : bins) {
        if (bin.events == 0)
            continue;
        const auto events = static_cast<double>(bin.events);
        svg += QStringLiteral("<circle cx=\"%1\" cy=\"%2\" r=\"%3\" fill=\"#1f6fb2\"/>\n")
                   .arg(number(left + kSide * bin.probabilities / events),
                        number(kMargin + kSide * (1 - static_cast<double>(bin.machines) / events)),
                        number(2 + std::log10(events)));
    }
    return svg;
}

} // namespace

QByteArray reliabilityPlot(const Plan &plan, const Results &results)
{
    Score sum;
    for (const auto &[scenario, scores] : results.at(plan.without.front()))
        sum.add(scores.at(plan.rulesets.front()->name.toStdString()));
    const double ofOpens = 2 * kMargin + kSide;
    QString svg = QStringLiteral("<!-- SPDX-FileCopyrightText: 2026 The Clicksieve authors -->\n"
                                 "<!-- SPDX-License-Identifier: GPL-3.0-or-later -->\n"
                                 "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1 %2\" "
                                 "font-family=\"sans-serif\" font-size=\"12\">\n"
                                 "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n")
                      .arg(number(ofOpens + kSide + kMargin / 2), number(kSide + 2 * kMargin));
    svg += axes(kMargin, QStringLiteral("Clicks: share that is a machine's")) + dots(kMargin, sum.clickBins);
    svg += axes(ofOpens, QStringLiteral("Opens: share that is a machine's")) + dots(ofOpens, sum.openBins);
    return (svg + QStringLiteral("</svg>\n")).toUtf8();
}

} // namespace clicksieve::accuracy

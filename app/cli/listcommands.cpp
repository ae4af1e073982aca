// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "listcommands.h"

#include "commandline.h"
#include "console.h"
#include "core/detect/ruleset.h"
#include "core/detect/signal.h"
#include "core/ingest/formatcatalogue.h"
#include "texttable.h"

#include <QJsonDocument>

namespace clicksieve {

namespace {

/// A ruleset may be anybody's file, so its texts are made safe for the terminal, line by line.
void printFileText(const QString &text)
{
    for (const QString &line : text.split(QLatin1Char('\n')))
        print(printable(line));
}

} // namespace

ExitStatus runFormats(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("formats"), {}, QStringLiteral("Lists the exports that are understood."));
    if (const auto problem = line.parse(arguments)) {
        complain(problem->message);
        return ExitStatus::WrongUsage;
    }
    const auto catalogue = FormatCatalogue::ofUser();
    const auto has = [](const ExportFormat &format, Field field) {
        return format.columns.contains(field) ? QStringLiteral("yes") : QStringLiteral("–");
    };
    TextTable table({QStringLiteral("Id"), QStringLiteral("Export"), QStringLiteral("File"),
                     QStringLiteral("E-mail"), QStringLiteral("Link"), QStringLiteral("IP address"),
                     QStringLiteral("User agent"), QStringLiteral("Machine mark"), QStringLiteral("Zone")},
                    TextTable::Align::Words);
    for (const ExportFormat &format : catalogue->formats()) {
        const bool marks = format.columns.contains(Field::MachineFlag) || !format.machineEvents.empty();
        table.add({printable(format.id.toStdString()), printable(format.title.toStdString()),
                   format.totals                 ? QStringLiteral("table of totals")
                   : format.shape == Shape::Json ? QStringLiteral("JSON")
                                                 : QStringLiteral("table"),
                   has(format, Field::Recipient), has(format, Field::Url), has(format, Field::Address),
                   has(format, Field::Agent), marks ? QStringLiteral("yes") : QStringLiteral("–"),
                   format.totals ? QStringLiteral("–")
                                 : printable(format.timeZone.toStdString())
                                       + (format.timeZoneIsGuess ? QStringLiteral(" (guess)") : QString())});
    }
    table.print();
    print(QStringLiteral("\nWhat they cannot tell"));
    for (const ExportFormat &format : catalogue->formats()) {
        for (const QString &sentence : format.cannotTell)
            printFileText(QStringLiteral("  %1: %2").arg(format.id, sentence));
    }
    for (const FormatComplaint &complaint : catalogue->complaints())
        complain(complaint.sentence);
    return ExitStatus::Done;
}

ExitStatus runSignals(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("signals"), {},
                     QStringLiteral("Lists what a ruleset looks for, and with which parameters."));
    line.addValue("ruleset", "NAME|FILE",
                  "Ruleset to list: conservative, balanced (default), strict, or a file.");
    if (const auto problem = line.parse(arguments)) {
        complain(problem->message);
        return ExitStatus::WrongUsage;
    }
    const auto ruleset =
        loadRuleset(line.isSet("ruleset") ? line.value("ruleset") : QStringLiteral("balanced"));
    if (!ruleset) {
        complain(ruleset.error().message);
        return statusFor(ruleset.error());
    }
    printFileText(QStringLiteral("%1, version %2: %3")
                      .arg(ruleset.value()->name)
                      .arg(ruleset.value()->version)
                      .arg(ruleset.value()->title));
    if (!ruleset.value()->publishedBy.isEmpty())
        printFileText(QStringLiteral("Published by: %1").arg(ruleset.value()->publishedBy));
    for (const SignalSpec &spec : ruleset.value()->signalSpecs) {
        const auto signal = makeSignal(spec);
        if (!signal) {
            complain(signal.error().message);
            return statusFor(signal.error());
        }
        printFileText(QStringLiteral("\n%1%2  %3")
                          .arg(spec.id, spec.enabled ? QString() : QStringLiteral(" (off)"), spec.title));
        printFileText(QStringLiteral("  %1").arg(spec.sentence));
        printFileText(QStringLiteral("  kind: %1").arg(spec.kind));
        printFileText(
            QStringLiteral("  parameters: %1")
                .arg(QString::fromUtf8(QJsonDocument(spec.parameters).toJson(QJsonDocument::Compact))));
        for (const QString &source : spec.sources)
            printFileText(QStringLiteral("  source: %1").arg(source));
    }
    return ExitStatus::Done;
}

} // namespace clicksieve

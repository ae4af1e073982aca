// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzecommand.h"
#include "console.h"
#include "listcommands.h"
#include "memorypolicy.h"
#include "plancommand.h"
#include "weblogcommand.h"

#include <QCoreApplication>

#include <clocale>
#include <exception>

#include <sys/stat.h>

namespace {

using namespace clicksieve;

const char *const kUsage = R"(Tells people from mail scanners in e-mail open and click exports.

Usage:
  clicksieve-cli analyze [--format ID] [--time-zone ZONE] [--sent-at ISO] [--ruleset NAME|FILE]
      [--compare-with NAME|FILE] [--allow FILE] [--honeypot LINK]... [--networks FILE.mmdb]
      [--mail-servers FILE]
      [--overrides FILE] [--json FILE|-] [--verdicts FILE|-] [--cleaned FILE]
      [--cleaned-mode drop|annotate] [--save FILE] [--threads N] [--quiet] FILE...
  clicksieve-cli plan --recipients N [--capacity N] [--batches N] [--json FILE|-] ... [FILE...]
  clicksieve-cli weblog [--events EXPORT] [--stamps start|end] [--json FILE|-] LOG...
  clicksieve-cli formats
  clicksieve-cli signals [--ruleset NAME|FILE]
  clicksieve-cli --help | --version

Exit status: 0 done; 1 done, but some rows could not be read; 2 wrong usage;
3 a file could not be read or recognised; 4 an output could not be written.
"clicksieve-cli COMMAND --help" explains the options.)";

ExitStatus run(const QStringList &arguments)
{
    const QString command = arguments.value(1);
    const QStringList rest = arguments.mid(2);
    if (command == QLatin1String("analyze"))
        return runAnalyze(rest);
    if (command == QLatin1String("formats"))
        return runFormats(rest);
    if (command == QLatin1String("plan"))
        return runPlan(rest);
    if (command == QLatin1String("weblog"))
        return runWebLog(rest);
    if (command == QLatin1String("signals"))
        return runSignals(rest);
    if (command == QLatin1String("--help") || command == QLatin1String("-h")) {
        print(QString::fromUtf8(kUsage));
        return ExitStatus::Done;
    }
    if (command == QLatin1String("--version")) {
        print(QStringLiteral("clicksieve-cli " CLICKSIEVE_VERSION));
        return ExitStatus::Done;
    }
    complain(
        command.isEmpty()
            ? QStringLiteral("say what to do: analyze, plan, weblog, formats or signals (see --help).")
            : QStringLiteral(
                  "there is no command \"%1\": use analyze, plan, weblog, formats or signals (see --help).")
                  .arg(command));
    return ExitStatus::WrongUsage;
}

} // namespace

int main(int argc, char *argv[])
{
    preferLargePages();
    umask(S_IRWXG | S_IRWXO); // what is written holds addresses of people
    const QCoreApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C"); // decimals in files are points everywhere
    try {
        return static_cast<int>(run(QCoreApplication::arguments()));
    } catch (const std::exception &exception) {
        complain(QStringLiteral("this could not be finished (%1).").arg(QString::fromUtf8(exception.what())));
        return static_cast<int>(ExitStatus::UnreadableInput);
    }
}

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/accuracy/plan.h"
#include "bench/accuracy/reliabilityplot.h"
#include "bench/accuracy/report.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <cstdio>

namespace {

using namespace clicksieve;

constexpr int kWrongUsage = 2;
constexpr int kCannotWrite = 4;

/// True as well where no file was asked for.
bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (path.isEmpty() || (file.open(QIODevice::WriteOnly) && file.write(bytes) > 0 && file.flush()))
        return true;
    std::fprintf(stderr, "clicksieve-bench-accuracy: cannot write %s\n", qUtf8Printable(path));
    return false;
}

} // namespace

/// How often the rules are right, ours and those that others publish, on simulated campaigns: see ACCURACY.md.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const auto plan = accuracy::Plan::parse(QCoreApplication::arguments().mid(1));
    if (!plan) {
        std::fprintf(stderr, "%s\n%s", qUtf8Printable(plan.error().message), accuracy::Plan::usage());
        return kWrongUsage;
    }
    const accuracy::Results results = accuracy::run(plan.value());
    std::fputs(accuracy::reportText(plan.value(), results).c_str(), stdout);
    const QByteArray json = QJsonDocument(accuracy::reportJson(plan.value(), results)).toJson();
    if (!write(plan.value().jsonFile, json)
        || !write(plan.value().plotFile, accuracy::reliabilityPlot(plan.value(), results)))
        return kCannotWrite;
    return 0;
}

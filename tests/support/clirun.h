// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

namespace clicksieve::tests {

inline const QByteArray kHeader = "time,event,email,campaign\n";
inline const QByteArray kGood =
    kHeader + "2026-03-10T09:00:00Z,sent,a@b.example,c1\n2026-03-10T10:00:00Z,open,a@b.example,c1\n";
inline const QString kProgram = QStringLiteral(CLICKSIEVE_CLI);
inline const QString kSample = QStringLiteral(CLICKSIEVE_SOURCE_DIR "/resources/samples/spring-offer.csv");

/// The exit status is part of the interface; see the manual.
enum Status { Done = 0, SomeRowsRejected = 1, WrongUsage = 2, UnreadableInput = 3, UnwritableOutput = 4 };

struct Run {
    int status = -1;
    QByteArray out;
    QByteArray complaints;
};

inline Run run(const QStringList &arguments, const QString &redirectedTo = {})
{
    QProcess process;
    if (!redirectedTo.isEmpty())
        process.setStandardOutputFile(redirectedTo);
    process.start(kProgram, arguments);
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), "no normal end: " + process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

inline Run analyze(const QStringList &arguments)
{
    return run(QStringList{QStringLiteral("analyze")} + arguments);
}

} // namespace clicksieve::tests

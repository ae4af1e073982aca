// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/result.h"

#include <QCommandLineParser>
#include <QString>
#include <QStringList>

#include <optional>

namespace clicksieve {

/// The options of one subcommand. "--help" prints them and ends the program with 0.
class CommandLine {
public:
    CommandLine(const QString &command, const QString &positional, const QString &description);

    void addValue(const char *name, const char *valueName, const char *description);
    void addFlag(const char *name, const char *description);
    /// Error of kind Usage where the arguments do not fit.
    [[nodiscard]] std::optional<Error> parse(const QStringList &arguments);

    [[nodiscard]] bool isSet(const char *name) const { return m_parser.isSet(QLatin1String(name)); }
    [[nodiscard]] QString value(const char *name) const { return m_parser.value(QLatin1String(name)); }
    /// All of an option that may be there several times.
    [[nodiscard]] QStringList values(const char *name) const { return m_parser.values(QLatin1String(name)); }
    [[nodiscard]] QStringList positional() const { return m_parser.positionalArguments(); }

private:
    QString m_command;
    QCommandLineParser m_parser;
};

} // namespace clicksieve

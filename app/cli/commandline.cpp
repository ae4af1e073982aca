// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include "console.h"

#include <QCoreApplication>

#include <cstdlib>

namespace clicksieve {

CommandLine::CommandLine(const QString &command, const QString &positional, const QString &description)
    : m_command(command)
{
    m_parser.setApplicationDescription(description);
    m_parser.addOption(
        {{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Print this help and end.")});
    if (!positional.isEmpty())
        m_parser.addPositionalArgument(positional, QStringLiteral("Exports to read."), positional);
}

void CommandLine::addValue(const char *name, const char *valueName, const char *description)
{
    m_parser.addOption(
        {QString::fromLatin1(name), QString::fromLatin1(description), QString::fromLatin1(valueName)});
}

void CommandLine::addFlag(const char *name, const char *description)
{
    m_parser.addOption({QString::fromLatin1(name), QString::fromLatin1(description)});
}

std::optional<Error> CommandLine::parse(const QStringList &arguments)
{
    const QString program = QStringLiteral("clicksieve-cli ") + m_command;
    if (!m_parser.parse(QStringList{program} + arguments))
        return Error{Error::Kind::Usage,
                     QStringLiteral("%1 (see %2 --help)").arg(m_parser.errorText(), program)};
    if (m_parser.isSet(QStringLiteral("help"))) {
        QString text = m_parser.helpText();
        text.replace(QCoreApplication::arguments().constFirst(), program);
        print(text.trimmed());
        std::exit(0);
    }
    return std::nullopt;
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/userlists.h"

#include "core/detect/networkset.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace clicksieve {

namespace {

const QString kAllow = QStringLiteral("allow.txt");
const QString kHidden = QStringLiteral("hidden-links.txt");
const QByteArray kAgent = "agent:";

constexpr const char *kAllowIntro = "# Never taken for a scanner's: an address, a network, or agent: and a "
                                    "part of the user agent, one a line.\n";
constexpr const char *kHiddenIntro = "# Links that people cannot see in the mail, one a line.\n";

/// The lines that say something, with their numbers.
Result<std::vector<std::pair<int, QByteArray>>> linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return Error{Error::Kind::Unreadable,
                     QStringLiteral("%1 cannot be read.").arg(QDir::toNativeSeparators(path))};
    constexpr qint64 kLargest = 16 << 20;
    if (file.size() > kLargest)
        return Error{
            Error::Kind::Unreadable,
            QStringLiteral("%1 is too large for a list of lines.").arg(QDir::toNativeSeparators(path))};
    std::vector<std::pair<int, QByteArray>> lines;
    int number = 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        ++number;
        const QByteArray text = line.trimmed();
        if (!text.isEmpty() && !text.startsWith('#'))
            lines.emplace_back(number, text);
    }
    return lines;
}

void addOnce(std::vector<std::string> &list, const QByteArray &text)
{
    std::string entry = text.toStdString();
    if (std::find(list.begin(), list.end(), entry) == list.end())
        list.push_back(std::move(entry));
}

std::optional<Error> write(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return std::nullopt;
    return Error{Error::Kind::Unwritable,
                 QStringLiteral("%1 cannot be written.").arg(QDir::toNativeSeparators(path))};
}

} // namespace

bool isNetwork(std::string_view text)
{
    return NetworkSet().add(text, 0);
}

Result<UserListFile> readAllowList(const QString &path)
{
    const auto lines = linesOf(path);
    if (!lines)
        return lines.error();
    UserListFile result;
    for (const auto &[number, text] : lines.value()) {
        const QByteArray agent = text.mid(kAgent.size()).trimmed();
        if (text.toLower().startsWith(kAgent) && !agent.isEmpty())
            addOnce(result.lists.agents, agent);
        else if (isNetwork(text.toStdString()))
            addOnce(result.lists.networks, text);
        else
            result.complaints << QStringLiteral(
                                     "%1, line %2: \"%3\" is no address, no network, and does not begin "
                                     "with \"agent:\".")
                                     .arg(QFileInfo(path).fileName())
                                     .arg(number)
                                     .arg(QString::fromUtf8(text.left(60)));
    }
    return result;
}

UserListFile userListsIn(const QString &folder)
{
    UserListFile result;
    const QString allow = QDir(folder).filePath(kAllow);
    if (QFileInfo::exists(allow)) {
        auto read = readAllowList(allow);
        if (read)
            result = std::move(read.value());
        else
            result.complaints << read.error().message;
    }
    const QString hidden = QDir(folder).filePath(kHidden);
    if (QFileInfo::exists(hidden)) {
        const auto lines = linesOf(hidden);
        if (!lines)
            result.complaints << lines.error().message;
        else
            for (const auto &[number, text] : lines.value())
                addOnce(result.lists.hiddenLinks, text);
    }
    return result;
}

std::optional<Error> saveUserLists(const UserLists &lists, const QString &folder)
{
    if (!QDir().mkpath(folder))
        return Error{Error::Kind::Unwritable,
                     QStringLiteral("The folder %1 cannot be made.").arg(QDir::toNativeSeparators(folder))};
    QByteArray allow = kAllowIntro;
    for (const std::string &network : lists.networks)
        allow += QByteArray::fromStdString(network) + '\n';
    for (const std::string &agent : lists.agents)
        allow += kAgent + ' ' + QByteArray::fromStdString(agent) + '\n';
    QByteArray hidden = kHiddenIntro;
    for (const std::string &link : lists.hiddenLinks)
        hidden += QByteArray::fromStdString(link) + '\n';
    if (auto problem = write(QDir(folder).filePath(kAllow), allow))
        return problem;
    return write(QDir(folder).filePath(kHidden), hidden);
}

QString userListsFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
           + QStringLiteral("/clicksieve");
}

} // namespace clicksieve

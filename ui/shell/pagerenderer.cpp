// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pagerenderer.h"

#include "ui/session/page.h"
#include "ui/session/session.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/palette.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QPixmap>
#include <QSaveFile>
#include <QTimer>

#include <optional>

namespace clicksieve {

namespace {

constexpr QSize kPictureSize{1280, 800};
/// Events are what wakes us to look again; this makes sure that there are some.
constexpr int kLookEveryMs = 20;

std::optional<Error> openAndWait(Session &session, const AnalysisRequest &request)
{
    std::optional<Error> failure;
    QEventLoop loop;
    QObject::connect(&session, &Session::analysisChanged, &loop, &QEventLoop::quit);
    QObject::connect(&session, &Session::openingFailed, &loop, [&](const QString &message) {
        failure = Error{Error::Kind::Unreadable, message};
        loop.quit();
    });
    session.open(request);
    loop.exec();
    return failure;
}

void waitFor(const Page &page)
{
    QEventLoop loop;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        if (page.isUpToDate())
            loop.quit();
    });
    timer.start(kLookEveryMs);
    loop.exec();
    QCoreApplication::processEvents(); // layouts of what has just arrived
}

std::optional<Error> savePicture(QWidget &window, const QString &path)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && window.grab().save(&file, "PNG") && file.commit())
        return std::nullopt;
    return Error{Error::Kind::Unwritable, QCoreApplication::translate("render", "%1 cannot be written: %2.")
                                              .arg(QDir::toNativeSeparators(path), file.errorString())};
}

} // namespace

Result<QStringList> renderPages(Session &session, MainWindow &window, const AnalysisRequest &request,
                                const QString &folder)
{
    if (!QDir().mkpath(folder))
        return Error{Error::Kind::Unwritable,
                     QCoreApplication::translate("render", "The folder %1 cannot be made.").arg(folder)};
    if (const auto failure = openAndWait(session, request))
        return *failure;

    window.setAttribute(Qt::WA_DontShowOnScreen);
    window.resize(kPictureSize);
    window.show();

    const std::pair<QString, ThemeChoice> themes[] = {{QStringLiteral("light"), ThemeChoice::Light},
                                                      {QStringLiteral("dark"), ThemeChoice::Dark}};
    QStringList paths;
    for (const auto &[themeName, theme] : themes) {
        applyTheme(*qApp, theme);
        for (std::size_t i = 0; i < window.pages().size(); ++i) {
            window.showPage(static_cast<int>(i));
            waitFor(*window.pages()[i].page);
            const QString path =
                QDir(folder).filePath(QStringLiteral("%1-%2.png").arg(window.pages()[i].name, themeName));
            if (const auto failure = savePicture(window, path))
                return *failure;
            paths += path;
        }
    }
    return paths;
}

} // namespace clicksieve

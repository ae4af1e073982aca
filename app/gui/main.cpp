// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/userlists.h"
#include "ui/session/session.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/networkfile.h"
#include "ui/shell/opener.h"
#include "ui/shell/pagerenderer.h"
#include "ui/theme/themesetting.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QStandardPaths>
#include <QTextStream>
#include <QTimer>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace clicksieve;

namespace {

enum ExitCode { kDone = 0, kUsage = 2, kUnreadable = 3, kUnwritable = 4 };

void introduceProgram()
{
    QApplication::setOrganizationName(QStringLiteral("Clicksieve"));
    QApplication::setApplicationName(QStringLiteral("clicksieve"));
    QApplication::setApplicationDisplayName(QStringLiteral("Clicksieve"));
    QApplication::setApplicationVersion(QStringLiteral(CLICKSIEVE_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral(CLICKSIEVE_APP_ID));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/clicksieve/icons/" CLICKSIEVE_APP_ID ".svg")));
}

int render(Session &session, MainWindow &window, const AnalysisRequest &request, const QString &folder)
{
    QTextStream err(stderr);
    if (request.files.isEmpty()) {
        err << QCoreApplication::translate("main", "--render needs --sample or files to show.") << Qt::endl;
        return kUsage;
    }
    const auto paths = renderPages(session, window, request, folder);
    if (!paths.ok()) {
        err << paths.error().message << Qt::endl;
        return paths.error().kind == Error::Kind::Unwritable ? kUnwritable : kUnreadable;
    }
    QTextStream(stdout) << paths.value().join(QLatin1Char('\n')) << Qt::endl;
    return kDone;
}

} // namespace

int main(int argc, char *argv[])
{
#ifdef Q_OS_UNIX
    umask(077); // exports hold addresses of people: nobody else on this computer may read what we write
#endif
    QApplication application(argc, argv);
    introduceProgram();

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Tells people from mail scanners in e-mail opens and clicks."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption sample(QStringLiteral("sample"),
                                    QCoreApplication::translate("main", "Open the sample campaign."));
    const QCommandLineOption pictures(
        QStringLiteral("render"),
        QCoreApplication::translate("main", "Draw a picture of each page into DIR and end."),
        QStringLiteral("DIR"));
    parser.addOptions({sample, pictures});
    parser.addPositionalArgument(QStringLiteral("FILES"),
                                 QCoreApplication::translate("main", "Exports to open."),
                                 QStringLiteral("[FILES...]"));
    parser.process(application);

    AnalysisRequest request;
    request.files = parser.positionalArguments();
    if (parser.isSet(sample))
        request = Opener::sampleRequest();

    applyTheme(application, savedTheme());
    Session session;
    MainWindow window(session);
    if (parser.isSet(pictures))
        return render(session, window, request, parser.value(pictures));

    window.useSavedLayout();
    takeNetworkFileOfLastTime(session);
    session.keepListsIn(userListsFolder());
    session.keepMailServersIn(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                              + QStringLiteral("/mail-servers.sqlite"));
    window.show();
    // Once the event loop runs, so that the window stands before the reading begins.
    QTimer::singleShot(0, &window, [&window, request] { window.opener().open(request); });
    return QApplication::exec();
}

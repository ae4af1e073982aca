// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

/// The rules of the house that a compiler does not check.
class TestArchitecture : public QObject {
    Q_OBJECT

private slots:
    void coreNamesNoScreen()
    {
        static const QRegularExpression screen(QStringLiteral(
            "#\\s*include\\s*<Q(t(Gui|Widgets|Charts)/"
            "|Widget|Color|Pixmap|Image|Painter|Chart|Application>|GuiApplication|Icon|Font|Brush|Pen)"));
        QCOMPARE(linesMatching(QStringLiteral("core"), screen), QStringList());
        QCOMPARE(linesMatching(QStringLiteral("app/cli"), screen), QStringList());
    }

    void coreLinksCoreAndSqlOnly()
    {
        static const QRegularExpression other(QStringLiteral("Qt6::(?!Core\\b|Sql\\b)\\w+"));
        QCOMPARE(linesMatching(QStringLiteral("core"), other, QStringLiteral("CMakeLists.txt")),
                 QStringList());
        QCOMPARE(linesMatching(QStringLiteral("app/cli"), other, QStringLiteral("CMakeLists.txt")),
                 QStringList());
    }

    /// Only the look-up of mail servers, which the user asks for, may reach out of this computer.
    void onlyTheLookUpUsesTheNetwork()
    {
        static const QRegularExpression network(QStringLiteral(
            "#\\s*include\\s*<(QtNetwork|QNetwork|QTcp|QUdp|QSsl|QDns|QHost|QLocalS|QAbstractSocket"
            "|sys/socket|netdb|resolv|curl)"));
        for (const char *folder : {"core", "app"})
            QCOMPARE(linesMatching(QLatin1String(folder), network), QStringList());
        QStringList elsewhere = linesMatching(QStringLiteral("ui"), network);
        elsewhere.erase(
            std::remove_if(elsewhere.begin(), elsewhere.end(),
                           [](const QString &line) { return line.contains(QLatin1String("/ui/lookup/")); }),
            elsewhere.end());
        QCOMPARE(elsewhere, QStringList());
    }

    void coreDoesNotKnowTheInterface()
    {
        static const QRegularExpression above(QStringLiteral("#\\s*include\\s*\"(ui|app|tests)/"));
        QCOMPARE(linesMatching(QStringLiteral("core"), above), QStringList());
    }

    void detectionIsBeforeMetricsAndIngestKnowsNeither()
    {
        static const QRegularExpression later(
            QStringLiteral("#\\s*include\\s*\"core/(detect|metrics|export)/"));
        QCOMPARE(linesMatching(QStringLiteral("core/ingest"), later), QStringList());
        QCOMPARE(linesMatching(QStringLiteral("core/events"), later), QStringList());
        static const QRegularExpression afterDetect(
            QStringLiteral("#\\s*include\\s*\"core/(metrics|export)/"));
        QCOMPARE(linesMatching(QStringLiteral("core/detect"), afterDetect), QStringList());
    }

    void everyFileSaysItsLicence()
    {
        QStringList lacking;
        for (const char *folder : {"core", "ui", "app", "tests", "resources", "packaging"}) {
            QDirIterator files(root() + QLatin1Char('/') + QLatin1String(folder),
                               {QStringLiteral("*.h"), QStringLiteral("*.cpp"), QStringLiteral("*.json"),
                                QStringLiteral("*.svg"), QStringLiteral("CMakeLists.txt"),
                                QStringLiteral("*.sh"), QStringLiteral("*.1")},
                               QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                if (!file.read(600).contains("GPL-3.0-or-later"))
                    lacking << file.fileName();
            }
        }
        QCOMPARE(lacking, QStringList());
    }

private:
    static QString root() { return QStringLiteral(CLICKSIEVE_SOURCE_DIR); }

    static QStringList linesMatching(const QString &folder, const QRegularExpression &pattern,
                                     const QString &name = {})
    {
        QStringList found;
        QDirIterator files(root() + QLatin1Char('/') + folder,
                           name.isEmpty() ? QStringList{QStringLiteral("*.h"), QStringLiteral("*.cpp")}
                                          : QStringList{name},
                           QDir::Files, QDirIterator::Subdirectories);
        int read = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            ++read;
            for (const QByteArray &line : file.readAll().split('\n')) {
                if (pattern.match(QString::fromUtf8(line)).hasMatch())
                    found << file.fileName() + QStringLiteral(": ") + QString::fromUtf8(line);
            }
        }
        return read > 0 ? found : QStringList{QStringLiteral("nothing was read in %1").arg(folder)};
    }
};

QTEST_GUILESS_MAIN(TestArchitecture)
#include "tst_architecture.moc"

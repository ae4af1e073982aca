// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/networkfile.h"

#include "core/networks/networknames.h"
#include "ui/session/session.h"
#include "ui/theme/numbers.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>

namespace clicksieve {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(NetworkFile)
};

const QString kFile = QStringLiteral("networks/file");

void choose(Session &session, QWidget *parent)
{
    const QString path =
        QFileDialog::getOpenFileName(parent, Words::tr("Choose a file with names of networks"),
                                     QStandardPaths::writableLocation(QStandardPaths::DownloadLocation),
                                     Words::tr("Names of networks (*.mmdb)"));
    if (path.isEmpty())
        return;
    auto names = NetworkNames::open(path);
    if (!names.ok()) {
        QMessageBox failure(QMessageBox::Warning, Words::tr("Names of networks"),
                            visibleText(names.error().message.toStdString()), QMessageBox::Ok, parent);
        failure.setTextFormat(Qt::PlainText);
        failure.exec();
        return;
    }
    QSettings().setValue(kFile, path);
    session.setNetworks(std::move(names.value()));
}

QString stateText(const Session &session)
{
    if (session.networks() == nullptr)
        return Words::tr(
            "With a GeoLite2-ASN file, Clicksieve says beside each IP address whose network it is.");
    const QDate made = QDateTime::fromMSecsSinceEpoch(session.networks()->made()).date();
    return Words::tr("Networks are named by your file of %1.")
        .arg(displayLocale().toString(made, QStringLiteral("d MMM yyyy")));
}

} // namespace

void askForNetworkFile(Session &session, QWidget *parent)
{
    const bool isUsed = session.networks() != nullptr;
    QMessageBox question(QMessageBox::NoIcon, Words::tr("Names of networks"), stateText(session),
                         QMessageBox::Close, parent);
    question.setTextFormat(Qt::PlainText);
    question.setInformativeText(
        Words::tr("The file is yours to get, from MaxMind or from another maker of the same form (.mmdb); "
                  "none comes with "
                  "Clicksieve, and nothing is looked up on the net. No verdict depends on it."));
    QPushButton *chosen = question.addButton(Words::tr("Choose a &file…"), QMessageBox::AcceptRole);
    QPushButton *none =
        isUsed ? question.addButton(Words::tr("Use &none"), QMessageBox::DestructiveRole) : nullptr;
    question.exec();
    if (question.clickedButton() == chosen) {
        choose(session, parent);
    } else if (none != nullptr && question.clickedButton() == none) {
        QSettings().remove(kFile);
        session.setNetworks(nullptr);
    }
}

void takeNetworkFileOfLastTime(Session &session)
{
    const QString path = QSettings().value(kFile).toString();
    if (path.isEmpty())
        return;
    if (auto names = NetworkNames::open(path))
        session.setNetworks(std::move(names.value()));
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/opener.h"

#include "ui/session/session.h"
#include "ui/shell/openoptionsdialog.h"

#include <QFileDialog>
#include <QSettings>
#include <QStandardPaths>

namespace clicksieve {

namespace {

const QString kFolder = QStringLiteral("openFolder");

} // namespace

Opener::Opener(Session &session, QWidget *window) : QObject(window), m_session(session), m_window(window)
{
    connect(&session, &Session::analysisChanged, this, &Opener::remember);
}

void Opener::open(const AnalysisRequest &request)
{
    if (request.files.isEmpty())
        return;
    m_lastTried = request;
    m_session.open(request);
}

void Opener::openFiles(const QStringList &files)
{
    AnalysisRequest request;
    request.files = files;
    open(request);
}

void Opener::openSample()
{
    open(sampleRequest());
}

void Opener::askForFiles()
{
    openFiles(chooseFiles());
}

void Opener::askForFilesWithOptions()
{
    const QStringList files = chooseFiles();
    if (files.isEmpty())
        return;
    m_lastTried = AnalysisRequest{};
    m_lastTried.files = files;
    askForOptions();
}

void Opener::askForOptions()
{
    if (m_lastTried.files.isEmpty()) {
        askForFilesWithOptions();
        return;
    }
    OpenOptionsDialog dialog(m_lastTried, m_window);
    if (dialog.exec() == QDialog::Accepted)
        open(dialog.request());
}

AnalysisRequest Opener::sampleRequest()
{
    AnalysisRequest request;
    request.files = QStringList{QStringLiteral(":/clicksieve/samples/spring-offer.csv")};
    return request;
}

void Opener::remember()
{
    const AnalysisRequest &request = m_session.request();
    // Only what came this way: pictures made from the command line leave no trace.
    const bool ours = request.files == m_lastTried.files;
    if (ours && !request.files.isEmpty() && request.files != sampleRequest().files)
        m_recents.add(request);
}

QStringList Opener::chooseFiles()
{
    QSettings settings;
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QStringList files = QFileDialog::getOpenFileNames(
        m_window, tr("Open exports of opens and clicks"), settings.value(kFolder, documents).toString(),
        tr("Exports (*.csv *.tsv *.txt *.log *.json *.jsonl *.ndjson *.xlsx *.zip *.gz *.bz2 *.zst *.xz "
           "*.tar *.tgz)")
            + QStringLiteral(";;") + tr("All files (*)"));
    if (!files.isEmpty())
        settings.setValue(kFolder, QFileInfo(files.front()).absolutePath());
    return files;
}

} // namespace clicksieve

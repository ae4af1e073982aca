// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/opener.h"

#include "ui/import/importdialog.h"
#include "ui/session/session.h"

#include <QFileDialog>
#include <QSettings>
#include <QStandardPaths>

namespace clicksieve {

namespace {

const QString kFolder = QStringLiteral("openFolder");
const QString kZones = QStringLiteral("zones"); ///< format id → zone

QMap<QString, QString> knownZones()
{
    QSettings settings;
    settings.beginGroup(kZones);
    QMap<QString, QString> zones;
    const QStringList formats = settings.childKeys();
    for (const QString &format : formats)
        zones.insert(format, settings.value(format).toString());
    return zones;
}

void rememberZones(const QMap<QString, QString> &zones)
{
    QSettings settings;
    settings.beginGroup(kZones);
    for (auto zone = zones.begin(); zone != zones.end(); ++zone)
        settings.setValue(zone.key(), zone.value());
}

} // namespace

Opener::Opener(Session &session, QWidget *window) : QObject(window), m_session(session), m_window(window)
{
    connect(&session, &Session::analysisChanged, this, &Opener::remember);
    connect(&session, &Session::openingHasQuestions, this, [this] { ask(m_lastTried); });
}

void Opener::open(const AnalysisRequest &request)
{
    if (request.files.isEmpty() || (m_mayLeave && !m_mayLeave()))
        return;
    m_lastTried = request;
    m_lastTried.asksFirst = true;
    m_lastTried.knownZones = knownZones();
    m_session.open(m_lastTried);
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
    AnalysisRequest request;
    request.files = chooseFiles();
    if (!request.files.isEmpty())
        ask(request);
}

void Opener::askForOptions()
{
    if (m_lastTried.files.isEmpty())
        askForFilesWithOptions();
    else
        ask(m_lastTried);
}

void Opener::ask(AnalysisRequest request)
{
    request.knownZones = knownZones();
    auto *dialog = new ImportDialog(request, m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        rememberZones(dialog->zonesSaid());
        m_lastTried = dialog->request();
        m_session.open(m_lastTried);
    });
    // Opened without questions, it fails with the sentence.
    connect(dialog, &ImportDialog::hopeless, this, [this, dialog] { m_session.open(dialog->request()); });
    dialog->open();
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

void Opener::rememberSaved(const QString &path)
{
    AnalysisRequest request;
    request.files = QStringList{path};
    m_recents.add(request);
}

QStringList Opener::chooseFiles()
{
    QSettings settings;
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QStringList files =
        QFileDialog::getOpenFileNames(m_window, tr("Open exports of opens and clicks, or a workspace"),
                                      settings.value(kFolder, documents).toString(),
                                      tr("Exports and workspaces (*.clicksieve *.csv *.tsv *.txt *.log "
                                         "*.json *.jsonl *.ndjson *.xlsx *.zip *.gz *.bz2 *.zst *.xz "
                                         "*.tar *.tgz)")
                                          + QStringLiteral(";;") + tr("All files (*)"));
    if (!files.isEmpty())
        settings.setValue(kFolder, QFileInfo(files.front()).absolutePath());
    return files;
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/saver.h"

#include "core/workspace/workspacefile.h"
#include "ui/session/session.h"
#include "ui/shell/recentopenings.h"
#include "ui/theme/numbers.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMainWindow>
#include <QMessageBox>
#include <QSettings>
#include <QStandardPaths>
#include <QStatusBar>

namespace clicksieve {

namespace {

const QString kFolder = QStringLiteral("saveFolder");
constexpr int kShownMs = 5'000;

OverrideList overridesOf(const Verdicts &verdicts)
{
    return verdicts.overrides() ? verdicts.overrides()->list() : OverrideList();
}

QString shownName(const QString &path)
{
    return visibleText(QFileInfo(path).fileName().toStdString());
}

} // namespace

Saver::Saver(Session &session, QMainWindow *window) : QObject(window), m_session(session), m_window(window)
{
    connect(&session, &Session::analysisChanged, this, &Saver::takeOver);
    connect(&session, &Session::verdictsChanged, this, &Saver::changed);
    connect(&m_job, &BackgroundJob::progressed, this, [this](double share) {
        m_window->statusBar()->showMessage(tr("Saving… %1 %").arg(qRound(share * 100)));
    });
}

void Saver::takeOver()
{
    m_origin = m_session.analysis().workspace;
    m_saved = m_session.analysis().verdicts;
    emit changed();
}

bool Saver::hasUnsavedChanges() const
{
    return m_origin != nullptr
           && (m_session.overrides() != overridesOf(*m_saved)
               || m_session.analysis().verdicts->ruleset() != m_saved->ruleset());
}

QString Saver::path() const
{
    return m_origin == nullptr ? QString() : m_origin->path;
}

void Saver::save()
{
    if (m_origin == nullptr)
        askForName();
    else if (!isSaving())
        update();
}

void Saver::askForName()
{
    QSettings settings;
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString name = QFileInfo(m_session.request().files.value(0)).completeBaseName();
    const QString suffix = QLatin1Char('.') + QLatin1String(WorkspaceFile::kSuffix);
    const QString proposed = path().isEmpty()
                                 ? QDir(settings.value(kFolder, documents).toString()).filePath(name + suffix)
                                 : path();
    auto *dialog = new QFileDialog(m_window, tr("Save the workspace"), proposed,
                                   tr("Workspaces of Clicksieve (*%1)").arg(suffix));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QLatin1String(WorkspaceFile::kSuffix));
    dialog->selectFile(proposed);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &chosen) {
        QSettings().setValue(kFolder, QFileInfo(chosen).absolutePath());
        saveAs(chosen);
    });
    connect(dialog, &QDialog::rejected, this, [this] { m_closesAfterwards = false; });
    dialog->open();
}

void Saver::saveAs(const QString &path)
{
    const Analysis analysis = m_session.analysis();
    m_job.start<SavedWorkspace>(
        [analysis, path](JobContext &context) {
            return saveWorkspace(analysis, KeepFiles::Yes, path, context);
        },
        [this, analysis](const Result<SavedWorkspace> &result) {
            if (!result)
                fail(result.error());
            else if (analysis.table == m_session.analysis().table)
                finish(result.value(), analysis.verdicts);
        });
}

/// Only what can have changed: events never do.
void Saver::update()
{
    const Analysis analysis = m_session.analysis();
    m_job.start<SavedWorkspace>(
        [analysis, origin = m_origin](JobContext &context) {
            return updateWorkspace(analysis, *origin, context);
        },
        [this, analysis](const Result<SavedWorkspace> &result) {
            if (!result)
                fail(result.error());
            else if (analysis.table == m_session.analysis().table)
                finish(result.value(), analysis.verdicts);
        });
}

void Saver::finish(const SavedWorkspace &workspace, const std::shared_ptr<const Verdicts> &verdicts)
{
    m_origin = workspace.origin;
    m_saved = verdicts;
    m_window->statusBar()->showMessage(tr("%1 is saved.").arg(shownName(m_origin->path)), kShownMs);
    if (!workspace.filesNotKept.isEmpty())
        tell(tr("%1 is gone or has changed since it was opened. The figures are saved, but no cleaned copy "
                "of it can "
                "be made from this workspace.")
                 .arg(visibleText(workspace.filesNotKept.join(QStringLiteral(", ")).toStdString())));
    emit changed();
    emit saved(m_origin->path);
    if (m_closesAfterwards)
        m_window->close();
}

void Saver::fail(const Error &error)
{
    m_closesAfterwards = false;
    m_window->statusBar()->clearMessage();
    if (error.kind == Error::Kind::Cancelled)
        return;
    tell(visibleText(error.message.toStdString()));
    emit failed(error.message);
}

void Saver::tell(const QString &sentence)
{
    auto *box = new QMessageBox(QMessageBox::Warning, QStringLiteral("Clicksieve"), sentence, QMessageBox::Ok,
                                m_window);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

bool Saver::mayClose()
{
    if (isSaving()) {
        m_closesAfterwards = true;
        return false;
    }
    if (!hasUnsavedChanges())
        return true;
    ask();
    return false;
}

bool Saver::mayLeave()
{
    if (!hasUnsavedChanges())
        return true;
    QMessageBox box(QMessageBox::Question, QStringLiteral("Clicksieve"),
                    tr("The last changes to %1 are not saved. Open the other files without saving them?")
                        .arg(shownName(path())),
                    QMessageBox::Discard | QMessageBox::Cancel, m_window);
    box.setTextFormat(Qt::PlainText);
    box.setDefaultButton(QMessageBox::Cancel);
    return box.exec() == QMessageBox::Discard;
}

void Saver::ask()
{
    auto *box = new QMessageBox(QMessageBox::Question, QStringLiteral("Clicksieve"),
                                tr("Save the changes to %1?").arg(shownName(path())),
                                QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("Your verdicts and rules have changed since it was saved."));
    box->setDefaultButton(QMessageBox::Save);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::finished, this, [this](int answer) {
        if (answer == QMessageBox::Save) {
            m_closesAfterwards = true;
            save();
        } else if (answer == QMessageBox::Discard) {
            m_origin = nullptr; // nothing is left to ask for
            m_window->close();
        }
    });
    box->open();
}

} // namespace clicksieve

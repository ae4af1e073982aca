// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/backgroundjob.h"
#include "core/trialreading.h"
#include "ui/import/importentry.h"

#include <QDialog>
#include <QMap>
#include <QStringList>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace clicksieve {

class FileAnswers;
class FormatCatalogue;
class ImportFilesModel;
class PreviewModel;
class TableView;

/// Shows how files will be read before they are: format and how sure, rows, time span, the first rows, what is missing
/// and what that costs; takes what the user says of each. Looks and counts in the background; open it with open().
class ImportDialog : public QDialog {
    Q_OBJECT

public:
    /// @p request is what was to be opened, with what was said of it before.
    explicit ImportDialog(const AnalysisRequest &request, QWidget *parent = nullptr);
    ~ImportDialog() override;

    /// The request with all that was said. To be read as it is: nothing is open that has to be said.
    [[nodiscard]] AnalysisRequest request() const;
    /// Format id → zone, where the user chose one for a format that does not say it.
    [[nodiscard]] QMap<QString, QString> zonesSaid() const;
    /// True while files are being looked at or rows counted.
    [[nodiscard]] bool isBusy() const { return m_look.isRunning() || m_count.isRunning(); }

signals:
    /// There is one file, it cannot be read, and nothing that the user could say would help. The dialog closes.
    void hopeless();

private:
    [[nodiscard]] QWidget *makeMainPage();
    [[nodiscard]] QWidget *makeDetails();
    [[nodiscard]] QWidget *makeFoot();

    void look(const QStringList &given);
    void takeInspection(const QStringList &given, std::vector<InspectedFile> files);
    void count();
    void takeTrial(const TrialReading &trial);
    void showCounting(double share, quint64 rows);

    void applyChoice(const SourceChoice &choice);
    void showCurrent();
    void showHeadline();
    void fitList();
    void selectFirstOpen();
    [[nodiscard]] const ImportEntry *current() const;
    void openMapping();
    void closeMapping();

    AnalysisRequest m_request; ///< without the choices, which the entries hold
    std::shared_ptr<const FormatCatalogue> m_formats;
    ImportFilesModel *m_files;
    PreviewModel *m_previewRows;
    QStackedWidget *m_stack;
    QLabel *m_headline;
    TableView *m_list;
    FileAnswers *m_answers;
    TableView *m_preview;
    QLabel *m_previewNote;
    QLabel *m_costs;
    QLabel *m_progress;
    QPushButton *m_import;
    QStringList m_stale; ///< of ImportRequest::files: to be looked at again
    BackgroundJob m_look;
    BackgroundJob m_count;
};

} // namespace clicksieve

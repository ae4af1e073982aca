// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"
#include "core/export/cleanedexport.h"
#include "core/jobs/backgroundjob.h"

#include <QFrame>

class QComboBox;
class QFileInfo;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QRadioButton;

namespace clicksieve {

/// Writes the cleaned form of one source: which file, how, what would come out, where to, and the result.
class CleanedPanel : public QFrame {
    Q_OBJECT

public:
    explicit CleanedPanel(QWidget *parent = nullptr);

    void setAnalysis(const Analysis &analysis);
    /// True where the preview is that of @p analysis and of what is chosen.
    [[nodiscard]] bool isUpToDate(const Analysis &analysis) const;

    [[nodiscard]] CleanedMode mode() const;
    void setMode(CleanedMode mode);
    void setOutputPath(const QString &path);
    [[nodiscard]] QString outputPath() const;
    /// Writes in the background; finished() follows.
    void save();

signals:
    void previewed();
    /// The sentence that is shown: what was written, or why not.
    void finished(bool written, const QString &sentence);

private:
    void makeForm();
    [[nodiscard]] QWidget *makeModes();
    [[nodiscard]] QWidget *makeFileRow();
    [[nodiscard]] QWidget *makeSaveRow();
    void connectAll();
    void askAndSave();
    [[nodiscard]] bool isSourceItself(const QFileInfo &file) const;
    void fillSources();
    void chooseSource();
    [[nodiscard]] std::size_t chosenSource() const; ///< position in the table's sources
    void preview();
    void showPreview(const CleanedCounts &counts);
    void proposePath();
    void browse();
    void showSaving(bool saving);
    void showResult(const Result<CleanedCounts> &result, const QString &path);

    Analysis m_analysis;
    BackgroundJob m_previewJob;
    BackgroundJob m_saveJob;
    bool m_pathIsProposed = true; ///< until the user chooses another
    bool m_previewFits = false;
    QLabel *m_intro;
    QComboBox *m_source;
    QLabel *m_sourceName;
    QRadioButton *m_drop;
    QRadioButton *m_annotate;
    QLabel *m_notOffered; ///< sources that cannot be cleaned, and why
    QLabel *m_preview;
    QLineEdit *m_path;
    QPushButton *m_save;
    QPushButton *m_stop;
    QProgressBar *m_progress;
    QLabel *m_result;
};

} // namespace clicksieve

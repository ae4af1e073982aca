// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/formatcatalogue.h"
#include "core/ingest/mapping/draftpreview.h"
#include "core/ingest/mapping/mappingstart.h"
#include "core/jobs/backgroundjob.h"

#include <QWidget>

class QComboBox;
class QFrame;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace clicksieve {

class ColumnChoices;
class PreviewModel;
class TableView;
class WordChoices;

/// Lets the user say what the columns of one file mean that no format fits: proposes by content and name, shows the first
/// rows as they will be read, and saves the answer as a format of the user's own. Keeps the member's content alive. Reads,
/// previews and saves in the background.
class MappingPage : public QWidget {
    Q_OBJECT

public:
    /// @p catalogue: the formats known so far.
    MappingPage(const Member &member, std::shared_ptr<const FormatCatalogue> catalogue,
                QWidget *parent = nullptr);

    [[nodiscard]] const FormatDraft &draft() const { return m_draft; }
    /// What is shown is of the draft, and nothing is running.
    [[nodiscard]] bool isUpToDate() const;

signals:
    /// The file of the new format is written: FormatCatalogue::ofUser() has it from now on.
    void saved(const QString &formatId);
    /// The file cannot be taken apart, or the format not be written. The page shows the sentence too.
    void failed(const QString &sentence);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeColumnsCard();
    [[nodiscard]] QWidget *makeRightSide();
    [[nodiscard]] QWidget *makeFoot();
    void connectChoices();

    void start();
    void chooseSheet(int sheet);
    void take(Result<MappingStart> start);
    void showFile();
    void showFailure(const Error &error);
    void changeDraft();
    void showDraft();
    void showLacking();
    void preview();
    void takePreview(const Result<std::vector<PreviewRow>> &rows, const QString &zone);
    void fitColumns();
    void save();

    Member m_member;
    std::shared_ptr<const FormatCatalogue> m_catalogue;
    MappingStart m_start;
    FormatDraft m_draft;

    QStackedWidget *m_stack;
    QLabel *m_message; ///< while the file is read, and where it cannot be
    QLabel *m_title;
    QLabel *m_facts;
    QLabel *m_sheetLabel;
    QComboBox *m_sheets;
    ColumnChoices *m_columns;
    QFrame *m_wordsCard;
    QLabel *m_wordsTitle;
    WordChoices *m_words;
    QLabel *m_previewNote;
    TableView *m_table;
    PreviewModel *m_rows;
    bool m_isFitted = false; ///< the widths are made for rows that were read, and the user's from then on
    QLineEdit *m_name;
    QLabel *m_lacking;
    QPushButton *m_save;
    BackgroundJob m_startJob;
    BackgroundJob m_previewJob;
    BackgroundJob m_saveJob;
};

} // namespace clicksieve

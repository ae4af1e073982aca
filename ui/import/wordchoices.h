// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/mapping/formatdraft.h"

#include <QScrollArea>

#include <map>
#include <string>
#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;

namespace clicksieve {

/// The words of the event column, and what each means.
class WordChoices : public QScrollArea {
    Q_OBJECT

public:
    explicit WordChoices(QWidget *parent = nullptr);

    /// Lists @p words: first those that mean nothing in @p draft yet. Words that are listed already keep their place.
    void setWords(const std::vector<EventWord> &words, const FormatDraft &draft);
    /// Shows what each word means and marks those that mean nothing yet. No signal.
    void showDraft(const FormatDraft &draft);

    [[nodiscard]] QSize sizeHint() const override;

signals:
    /// @p word is folded; nullopt takes its meaning away.
    void meaningChosen(const std::string &word, std::optional<clicksieve::EventType> type);

private:
    struct Row {
        std::string word; ///< folded
        QLabel *mark = nullptr;
        QComboBox *combo = nullptr;
    };

    void addWord(const EventWord &word);

    QWidget *m_content = nullptr;
    QGridLayout *m_grid = nullptr;
    std::vector<EventWord> m_words;
    std::vector<Row> m_rows;
};

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/wordchoices.h"

#include "ui/import/mappinglabels.h"
#include "ui/import/steadycombo.h"
#include "ui/theme/numbers.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollBar>

#include <algorithm>

namespace clicksieve {

namespace {

/// Rows that are seen without scrolling.
constexpr int kRowsShown = 5;
constexpr qsizetype kLongestWord = 40;

} // namespace

WordChoices::WordChoices(QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
}

void WordChoices::setWords(const std::vector<EventWord> &words, const FormatDraft &draft)
{
    const bool areListed = std::ranges::equal(words, m_words, {}, &EventWord::word, &EventWord::word);
    if (areListed && m_content != nullptr)
        return;
    m_words = words;
    m_rows.clear();
    m_content = new QWidget;
    m_grid = new QGridLayout(m_content);
    m_grid->setContentsMargins(0, 0, 4, 0);
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(5);
    m_grid->setColumnStretch(3, 1);
    std::vector<EventWord> openFirst = words;
    std::ranges::stable_partition(openFirst, [&](const EventWord &word) {
        return !draft.events.contains(folded(word.word.toStdString()));
    });
    for (const EventWord &word : openFirst)
        addWord(word);
    m_grid->setRowStretch(static_cast<int>(words.size()), 1);
    setWidget(m_content);                    // deletes the one before
    m_content->setAutoFillBackground(false); // which setWidget() turns on
    updateGeometry();
}

void WordChoices::addWord(const EventWord &word)
{
    const int row = static_cast<int>(m_rows.size());
    const QString shown = visibleText(word.word.left(kLongestWord).toStdString());
    auto *label = new QLabel(shown);
    label->setTextFormat(Qt::PlainText);
    auto *count = new QLabel(word.rows == 1 ? tr("1 row")
                                            : tr("%1 rows").arg(countText(static_cast<quint64>(word.rows))));
    count->setProperty("look", QStringLiteral("quiet"));
    count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *combo = new SteadyCombo;
    fillWithEventTypes(*combo, tr("Choose…"));
    combo->setAccessibleName(tr("Meaning of %1").arg(shown));
    auto *mark = new QLabel;
    mark->setProperty("look", QStringLiteral("figure-machines"));
    label->setBuddy(combo);
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(count, row, 1);
    m_grid->addWidget(combo, row, 2);
    m_grid->addWidget(mark, row, 3);
    m_rows.push_back({folded(word.word.toStdString()), mark, combo});
    connect(combo, &QComboBox::activated, this,
            [this, combo, name = m_rows.back().word] { emit meaningChosen(name, eventTypeIn(*combo)); });
}

void WordChoices::showDraft(const FormatDraft &draft)
{
    for (const Row &row : m_rows) {
        const auto meaning = draft.events.find(row.word);
        const bool isKnown = meaning != draft.events.end();
        showEventType(*row.combo, isKnown ? std::optional(meaning->second) : std::nullopt);
        row.mark->setText(isKnown ? QString() : tr("not known yet"));
    }
}

QSize WordChoices::sizeHint() const
{
    if (m_rows.empty())
        return {200, 0};
    const int rows = std::min(static_cast<int>(m_rows.size()), kRowsShown);
    const int rowHeight = m_rows.front().combo->sizeHint().height() + m_grid->verticalSpacing();
    const int part = static_cast<int>(m_rows.size()) > kRowsShown ? rowHeight / 2 : 0; // there is more
    return {200, rows * rowHeight + part};
}

} // namespace clicksieve

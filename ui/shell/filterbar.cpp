// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/filterbar.h"

#include "ui/session/session.h"
#include "ui/shell/filterchips.h"
#include "ui/shell/pageicon.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace clicksieve {

namespace {

// Pixels. Texts that do not fit are shortened; the whole text is in the tooltip.
constexpr int kLongestText = 280;
constexpr int kShortestText = 40;
constexpr int kAroundText = 48;    ///< frame, cross and the gap to the next chip
constexpr int kButtonsWidth = 210; ///< undo, redo, clear

QToolButton *makeButton(QAction *action, Qt::ToolButtonStyle style)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setToolButtonStyle(style);
    return button;
}

} // namespace

FilterBar::FilterBar(Session &session, QAction *undo, QAction *redo, QAction *clear, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_undo(undo)
    , m_redo(redo)
    , m_chips(new QHBoxLayout)
{
    setProperty("look", QStringLiteral("bar"));
    setAccessibleName(tr("Filter"));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 10, 6);
    row->addLayout(m_chips, 1);
    row->addWidget(makeButton(undo, Qt::ToolButtonIconOnly));
    row->addWidget(makeButton(redo, Qt::ToolButtonIconOnly));
    row->addWidget(makeButton(clear, Qt::ToolButtonTextOnly));

    connect(&session, &Session::analysisChanged, this, &FilterBar::showFilter);
    connect(&session, &Session::filterChanged, this, &FilterBar::showFilter);
    showIcons();
    showFilter();
}

void FilterBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showIcons();
}

void FilterBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fitChips();
}

void FilterBar::showIcons()
{
    m_undo->setIcon(arrowIcon(ArrowIcon::Undo, palette()));
    m_redo->setIcon(arrowIcon(ArrowIcon::Redo, palette()));
}

void FilterBar::showFilter()
{
    removeChips();
    if (m_session.hasAnalysis()) {
        for (const FilterChip &chip : chipsOf(m_session.filter(), *m_session.analysis().table))
            addChip(chip);
    }
    if (m_texts.empty()) { // not isEmpty(): that takes what is not yet shown for nothing
        auto *label = new QLabel(tr("All opens and clicks"));
        label->setProperty("look", QStringLiteral("quiet"));
        m_chips->addWidget(label);
    }
    m_chips->addStretch(1);
    fitChips();
}

void FilterBar::addChip(const FilterChip &chip)
{
    auto *button = new QToolButton;
    button->setProperty("look", QStringLiteral("chip"));
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolTip(tr("Shown: %1. Click to take this filter away.").arg(chip.text).toHtmlEscaped());
    button->setAccessibleName(tr("Remove filter: %1").arg(chip.text));
    connect(button, &QToolButton::clicked, this, [this, without = chip.without, what = chip.text] {
        m_session.setFilter(without, tr("remove \"%1\"").arg(what));
    });
    m_chips->addWidget(button);
    m_texts.emplace_back(button, chip.text);
}

void FilterBar::fitChips()
{
    if (m_texts.empty())
        return;
    const int each = (width() - kButtonsWidth) / static_cast<int>(m_texts.size()) - kAroundText;
    const int room = std::clamp(each, kShortestText, kLongestText);
    for (const auto &[button, text] : m_texts) {
        QString shown = button->fontMetrics().elidedText(text, Qt::ElideMiddle, room);
        button->setText(shown.replace(QLatin1Char('&'), QStringLiteral("&&")) + QStringLiteral("  ✕"));
    }
}

void FilterBar::removeChips()
{
    m_texts.clear();
    while (QLayoutItem *item = m_chips->takeAt(0)) {
        if (item->widget() != nullptr) {
            // Later: this may run inside the click of the very button. Hidden now, or it floats over the bar.
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <utility>
#include <vector>

class QHBoxLayout;
class QAction;
class QToolButton;

namespace clicksieve {

class Session;
struct FilterChip;

/// What is in view, in words: one chip a part of the filter, each with a cross that takes it away; undo, redo, clear.
class FilterBar : public QFrame {
    Q_OBJECT

public:
    /// The actions are those of the Edit menu, shown here as buttons.
    FilterBar(Session &session, QAction *undo, QAction *redo, QAction *clear, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showIcons();
    void showFilter();
    void addChip(const FilterChip &chip);
    void removeChips();
    void fitChips();

    Session &m_session;
    QAction *m_undo;
    QAction *m_redo;
    QHBoxLayout *m_chips;
    std::vector<std::pair<QToolButton *, QString>> m_texts; ///< the chips and their whole texts
};

} // namespace clicksieve

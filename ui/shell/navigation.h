// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/pageicon.h"

#include <QFrame>

#include <vector>

class QListWidget;
class QToolButton;

namespace clicksieve {

/// The list of pages at the left; can be folded to its icons.
class Navigation : public QFrame {
    Q_OBJECT

public:
    explicit Navigation(QWidget *parent = nullptr);

    void addPage(const QString &title, PageIcon icon, const QString &shortcut);
    void setCurrent(int page);
    [[nodiscard]] bool isFolded() const { return m_folded; }
    void setFolded(bool folded);

signals:
    void chosen(int page);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showIcons();

    struct Entry {
        QString title;
        PageIcon icon;
    };

    std::vector<Entry> m_entries;
    QListWidget *m_list;
    QToolButton *m_fold;
    bool m_folded = false;
};

} // namespace clicksieve

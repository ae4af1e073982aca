// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QStringList>

class QLabel;
class QVBoxLayout;

namespace clicksieve {

/// A card with a title and a few sentences, one a line. Plain text.
class LineList : public QFrame {
    Q_OBJECT

public:
    explicit LineList(QWidget *parent = nullptr);

    /// @p whenEmpty is said, quietly, where there are no lines.
    void setLines(const QString &title, const QStringList &lines, const QString &whenEmpty);

private:
    QLabel *m_title;
    QVBoxLayout *m_lines;
};

} // namespace clicksieve

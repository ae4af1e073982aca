// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QLabel;
class QMimeData;
class QWidget;

namespace clicksieve {

/// Takes files and folders that are dropped anywhere on a window, and shows over it that they may be let go.
class FileDrop : public QObject {
    Q_OBJECT

public:
    explicit FileDrop(QWidget *window);

    bool eventFilter(QObject *watched, QEvent *event) override;

    /// The local files in @p data; of a folder, the files in it, by name.
    [[nodiscard]] static QStringList filesOf(const QMimeData &data);

signals:
    void dropped(const QStringList &files);

private:
    void showHint();

    QWidget *m_window;
    QLabel *m_hint;
};

} // namespace clicksieve

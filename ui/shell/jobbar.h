// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace clicksieve {

class Session;

/// How far the opening is, in words, with a way to stop it: "Reading a.csv… 62 % · 1,240,000 rows · 4 s left [Stop]".
/// Hidden while nothing is being opened. Shown in the status bar and on the start page.
class JobBar : public QWidget {
    Q_OBJECT

public:
    explicit JobBar(Session &session, QWidget *parent = nullptr);

    /// The words of the line above, for @p what; @p msLeft -1 where it cannot be told.
    [[nodiscard]] static QString progressText(const QString &what, double share, quint64 rows, qint64 msLeft);

private:
    void begin(const QString &what);
    void showProgress(double share, quint64 rows, qint64 msLeft);
    void end();

    QString m_what; ///< the file, as far as there is room for its name
    QLabel *m_text;
    QProgressBar *m_bar;
    QPushButton *m_stop;
};

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace clicksieve {

/// A heading with sentences below it, each with a bullet; "nothing" where there is none. Plain text only: sentences
/// quote user agents and addresses from files.
class EvidenceList : public QWidget {
    Q_OBJECT

public:
    explicit EvidenceList(QWidget *parent = nullptr);

    void show(const QString &heading, const QStringList &sentences);

private:
    void addSentence(const QString &sentence);

    QLabel *m_heading;
    QVBoxLayout *m_sentences;
    QList<QWidget *> m_lines;
};

} // namespace clicksieve

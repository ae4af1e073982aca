// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/verdicts.h"
#include "core/metrics/breakdown.h"

#include <QFrame>

class QGridLayout;
class QLabel;

namespace clicksieve {

/// Who the machines are: each with its share of what machines did, as a bar and a figure.
class ActorList : public QFrame {
    Q_OBJECT

public:
    explicit ActorList(QWidget *parent = nullptr);

    /// @p actors by events, most first.
    void setActors(const std::vector<ActorShare> &actors, const Verdicts &verdicts);

private:
    void addRow(int row, const ActorShare &share, double part, const Actor &actor);
    void addLine(int row, const QString &text);

    QLabel *m_whole; ///< says what the shares are of
    QGridLayout *m_rows;
};

} // namespace clicksieve

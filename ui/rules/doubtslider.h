// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QSlider;

namespace clicksieve {

/// Whom doubt counts for, from a person on the left to a machine on the right; the middle is the likelier side.
class DoubtSlider : public QWidget {
    Q_OBJECT

public:
    explicit DoubtSlider(QWidget *parent = nullptr);

    /// Ruleset::lean, log-odds; beyond the ends it stands at an end. Emits nothing.
    void setLean(double lean);

signals:
    void changed(double lean); ///< by the user

private:
    QSlider *m_slider;
};

} // namespace clicksieve

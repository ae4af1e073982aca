// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace clicksieve {

/// A bar of machines' hatch, as long as a share of the width.
class ShareBar : public QWidget {
    Q_OBJECT

public:
    /// @p share 0 to 1
    explicit ShareBar(double share, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_share;
};

} // namespace clicksieve

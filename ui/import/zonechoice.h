// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace clicksieve {

/// A choice among all time zones of the world, which can be typed: "Copen" finds Europe/Copenhagen. Fixed offsets
/// ("UTC-06:00") can be typed too.
class ZoneChoice : public QComboBox {
    Q_OBJECT

public:
    explicit ZoneChoice(QWidget *parent = nullptr);

    /// The text of the entry for "nobody says", which stands for an empty zone.
    void setUnsaidText(const QString &text);
    /// Shows @p zone without chosen().
    void setZone(const QString &zone);
    /// The zone as TimeZone::named() takes it; empty for the first entry.
    [[nodiscard]] QString zone() const;

signals:
    /// The user chose another zone, one that exists or none.
    void chosen(const QString &zone);

protected:
    /// Scrolling the form does not change it.
    void wheelEvent(QWheelEvent *event) override;

private:
    void finish();

    QString m_shown;
};

} // namespace clicksieve

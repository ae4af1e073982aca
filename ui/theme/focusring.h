// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QRect>

namespace clicksieve {

/// Shows where the keyboard is: one ring around whatever has the focus, the same for buttons, fields, tables, charts and
/// lists, in every window of the program. Comes with the keyboard and goes with the mouse. One for the program.
class FocusRing : public QObject {
    Q_OBJECT

public:
    static constexpr int kWidth = 2; ///< pixels

    explicit FocusRing(QObject *parent = nullptr);
    ~FocusRing() override;

    /// The widget with the ring; null where none is shown.
    [[nodiscard]] QWidget *target() const;
    /// What is drawn; null before the first time.
    [[nodiscard]] QWidget *overlay() const { return m_overlay; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void moveTo(QWidget *widget);
    void hide();
    void place();
    [[nodiscard]] QRect placeOfTarget() const;

    QPointer<QWidget> m_target;
    QPointer<QWidget> m_overlay; ///< child of the target's window, and gone with it
};

} // namespace clicksieve

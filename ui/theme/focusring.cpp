// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/focusring.h"

#include <QApplication>
#include <QFocusEvent>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QScrollArea>

namespace clicksieve {

namespace {

constexpr int kGap = 1;     ///< between a small widget and its ring
constexpr int kSmall = 120; ///< higher ones have the ring inside, where nothing around can be covered
constexpr double kCorner = 4;

class Overlay : public QWidget {
public:
    explicit Overlay(QWidget *window) : QWidget(window)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_NoSystemBackground);
        setFocusPolicy(Qt::NoFocus);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(palette().color(QPalette::Highlight), FocusRing::kWidth));
        constexpr double kHalf = FocusRing::kWidth / 2.0;
        painter.drawRoundedRect(QRectF(rect()).adjusted(kHalf, kHalf, -kHalf, -kHalf), kCorner, kCorner);
    }
};

bool isByKeyboard(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason
           || reason == Qt::ShortcutFocusReason;
}

/// A text field says so by its cursor as well; menus mark their entry themselves.
bool wantsRing(const QWidget &widget)
{
    return qobject_cast<const QMenu *>(&widget) == nullptr
           && qobject_cast<const QMenuBar *>(&widget) == nullptr && widget.window()->windowType() != Qt::Popup
           && &widget != widget.window();
}

} // namespace

FocusRing::FocusRing(QObject *parent) : QObject(parent)
{
    qApp->installEventFilter(this);
}

FocusRing::~FocusRing()
{
    delete m_overlay;
}

QWidget *FocusRing::target() const
{
    return m_overlay != nullptr && m_overlay->isVisible() ? m_target.data() : nullptr;
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::FocusIn:
        if (watched == QApplication::focusWidget()
            && isByKeyboard(static_cast<QFocusEvent *>(event)->reason()))
            moveTo(QApplication::focusWidget());
        break;
    case QEvent::FocusOut:
        if (watched == m_target)
            hide();
        break;
    case QEvent::KeyPress: // the keys are used again where the mouse has set the focus
        if (watched == QApplication::focusWidget() && watched != m_target)
            moveTo(QApplication::focusWidget());
        break;
    case QEvent::MouseButtonPress:
        hide();
        break;
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
        if (m_target != nullptr && watched->isWidgetType()
            && (watched == m_target || static_cast<QWidget *>(watched)->isAncestorOf(m_target)))
            place();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void FocusRing::moveTo(QWidget *widget)
{
    if (widget == nullptr || !wantsRing(*widget)) {
        hide();
        return;
    }
    m_target = widget;
    if (m_overlay == nullptr)
        m_overlay = new Overlay(widget->window());
    else if (m_overlay->parentWidget() != widget->window())
        m_overlay->setParent(widget->window());
    place();
}

void FocusRing::hide()
{
    m_target = nullptr;
    if (m_overlay != nullptr)
        m_overlay->hide();
}

void FocusRing::place()
{
    if (m_overlay == nullptr)
        return;
    const QRect place = m_target != nullptr && m_target->isVisible() ? placeOfTarget() : QRect();
    m_overlay->setVisible(!place.isEmpty());
    m_overlay->setGeometry(place);
    m_overlay->raise();
}

/// In the window; without what a scroll area around the target does not show of it.
QRect FocusRing::placeOfTarget() const
{
    QWidget *window = m_target->window();
    const int around = m_target->height() > kSmall ? 0 : kGap + kWidth;
    QRect place(m_target->mapTo(window, QPoint()), m_target->size());
    place.adjust(-around, -around, around, around);
    for (const QWidget *above = m_target->parentWidget(); above != nullptr; above = above->parentWidget()) {
        if (above == window || qobject_cast<const QAbstractScrollArea *>(above) != nullptr)
            place &= QRect(above->mapTo(window, QPoint()), above->size());
        if (above == window)
            break;
    }
    return place;
}

} // namespace clicksieve

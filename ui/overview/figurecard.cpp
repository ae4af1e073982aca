// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/figurecard.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace clicksieve {

namespace {

constexpr double kLargeScale = 2.4;
constexpr double kNormalScale = 1.75;

/// Names of the style sheet, which follows the theme by itself.
QString lookOf(FigureCard::Colour colour)
{
    switch (colour) {
    case FigureCard::Colour::Human:
        return QStringLiteral("figure-people");
    case FigureCard::Colour::Machine:
        return QStringLiteral("figure-machines");
    case FigureCard::Colour::Raw:
        break;
    }
    return QStringLiteral("quiet"); // the grey-blue of bars is too pale for digits
}

QLabel *makeLabel(const QString &text, double scale, bool quiet)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    if (quiet)
        label->setProperty("look", QStringLiteral("quiet"));
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * scale);
    font.setBold(scale > 1);
    label->setFont(font);
    return label;
}

void removeAll(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        if (item->layout() != nullptr)
            removeAll(*item->layout());
        delete item->widget();
        delete item;
    }
}

} // namespace

FigureCard::FigureCard(const QString &title, Size size, QWidget *parent)
    : QFrame(parent)
    , m_size(size)
    , m_title(makeLabel(title, 1, false))
    , m_figures(new QHBoxLayout)
    , m_note(makeLabel(QString(), 1, true))
{
    setProperty("look", QStringLiteral("card"));
    m_note->setWordWrap(true);
    m_note->setMinimumHeight(m_note->fontMetrics().height());

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addLayout(m_figures);
    column->addWidget(m_note);
    column->addStretch(1);
}

void FigureCard::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void FigureCard::setFigures(const std::vector<Figure> &figures)
{
    removeAll(*m_figures);
    QStringList spoken;
    for (const Figure &figure : figures) {
        if (!spoken.isEmpty())
            addArrow();
        addFigure(figure);
        spoken += figure.text + QLatin1Char(' ') + figure.caption;
    }
    m_figures->addStretch(1);
    setAccessibleName(m_title->text());
    setAccessibleDescription(spoken.join(QStringLiteral(", ")));
}

void FigureCard::setNote(const QString &note, const QString &tip)
{
    m_note->setText(note);
    m_note->setToolTip(tip.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
}

void FigureCard::addFigure(const Figure &figure)
{
    auto *number = makeLabel(figure.text, m_size == Size::Large ? kLargeScale : kNormalScale, false);
    number->setProperty("look", lookOf(figure.colour));
    auto *caption = makeLabel(figure.caption, 1, true);
    const QString tip = figure.tip.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"));
    number->setToolTip(tip);
    caption->setToolTip(tip);
    number->setAccessibleDescription(figure.tip);

    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(number);
    column->addWidget(caption);
    m_figures->addLayout(column);
}

void FigureCard::addArrow()
{
    auto *arrow = makeLabel(QStringLiteral("→"), m_size == Size::Large ? kLargeScale : kNormalScale, true);
    m_figures->addSpacing(4);
    m_figures->addWidget(arrow, 0, Qt::AlignTop);
    m_figures->addSpacing(4);
}

} // namespace clicksieve

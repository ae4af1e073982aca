// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/noticebar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace clicksieve {

NoticeBar::NoticeBar(QWidget *parent) : QFrame(parent), m_sentence(new QLabel), m_offers(new QHBoxLayout)
{
    setProperty("look", QStringLiteral("notice"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);

    auto *sign = new QLabel(QStringLiteral("⚠"));
    auto *close = new QToolButton;
    close->setText(QStringLiteral("✕"));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close this notice"));
    close->setAccessibleName(tr("Close this notice"));
    connect(close, &QToolButton::clicked, this, &NoticeBar::clear);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 10, 6);
    row->setSpacing(10);
    row->addWidget(sign);
    row->addWidget(m_sentence, 1);
    row->addLayout(m_offers);
    row->addWidget(close);
    clear();
}

void NoticeBar::showNotice(const QString &sentence, const std::vector<Offer> &offers)
{
    removeOffers();
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
    for (const Offer &offer : offers) {
        auto *button = new QPushButton(offer.text);
        button->setProperty("look", QStringLiteral("small"));
        connect(button, &QPushButton::clicked, this, offer.action);
        m_offers->addWidget(button);
    }
    setVisible(true);
}

void NoticeBar::clear()
{
    setVisible(false);
    m_sentence->clear();
}

QString NoticeBar::sentence() const
{
    return m_sentence->text();
}

void NoticeBar::removeOffers()
{
    while (QLayoutItem *item = m_offers->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // later: the click on it may be what brought us here
        delete item;
    }
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/eventscurtain.h"

#include "ui/session/page.h"
#include "ui/session/session.h"
#include "ui/theme/numbers.h"

#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace clicksieve {

namespace {

constexpr int kWidest = 620; ///< lines longer than this are hard to read

QLabel *makeLine(bool quiet)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMaximumWidth(kWidest);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (quiet)
        label->setProperty("look", QStringLiteral("quiet"));
    return label;
}

} // namespace

EventsCurtain::EventsCurtain(Session &session, Page *page, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_page(page)
    , m_curtain(new QWidget)
    , m_sentence(makeLine(true))
{
    QLabel *head = makeLine(false);
    head->setText(tr("“%1” needs the time of every open and click.").arg(page->title()));
    QFont font = head->font();
    font.setBold(true);
    head->setFont(font);
    auto *column = new QVBoxLayout(m_curtain);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(8);
    column->addWidget(head);
    column->addWidget(m_sentence);
    column->addStretch(1);
    m_curtain->setAutoFillBackground(true);

    auto *both = new QStackedLayout(this);
    both->setStackingMode(QStackedLayout::StackAll); // the page stays shown, so that it keeps up to date
    both->addWidget(page);
    both->addWidget(m_curtain);
    connect(&session, &Session::analysisChanged, this, &EventsCurtain::showWhatFits);
    showWhatFits();
}

void EventsCurtain::showWhatFits()
{
    const bool isDrawn = m_session.hasAnalysis() && m_session.analysis().table->isTotalsOnly();
    if (isDrawn) {
        QStringList sentences;
        for (const TotalsOrigin &origin : m_session.analysis().table->totals().origins)
            sentences += visibleText(origin.sentence.toStdString());
        m_sentence->setText(sentences.join(QLatin1Char('\n')) + QStringLiteral("\n\n")
                            + tr("What the files do say is on the overview."));
    }
    m_curtain->setVisible(isDrawn);
    m_page->setEnabled(!isDrawn);
    static_cast<QStackedLayout *>(layout())->setCurrentWidget(isDrawn ? m_curtain
                                                                      : static_cast<QWidget *>(m_page));
}

} // namespace clicksieve

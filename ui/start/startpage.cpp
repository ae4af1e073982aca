// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/startpage.h"

#include "ui/session/session.h"
#include "ui/shell/jobbar.h"
#include "ui/shell/opener.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace clicksieve {

namespace {

constexpr int kColumnWidth = 640;
constexpr int kDropHeight = 300;
constexpr double kTitleScale = 1.7;

QLabel *makeLabel(const QString &text, double scale, bool quiet)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignCenter);
    if (quiet)
        label->setProperty("look", QStringLiteral("quiet"));
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * scale);
    font.setBold(scale > 1);
    label->setFont(font);
    return label;
}

} // namespace

StartPage::StartPage(Session &session, Opener &opener, QWidget *parent)
    : QWidget(parent)
    , m_opener(opener)
    , m_headline(makeLabel(tr("Drop your exports here"), kTitleScale, false))
    , m_open(new QPushButton(tr("Open files…")))
    , m_sample(new QPushButton(tr("Try the sample campaign")))
{
    m_open->setProperty("look", QStringLiteral("primary"));
    m_open->setDefault(true);
    m_sample->setProperty("look", QStringLiteral("plain"));
    m_sample->setToolTip(tr("A made-up campaign to 6,000 recipients, with scanners among them"));
    setFocusProxy(m_open);

    auto *middle = new QWidget;
    middle->setFixedWidth(kColumnWidth);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 24, 0, 24);
    column->setSpacing(20);
    column->addStretch(1);
    column->addWidget(makeDropArea(session));
    column->addWidget(makeRecents());
    column->addStretch(2);

    auto *row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(middle);
    row->addStretch(1);

    connect(m_open, &QPushButton::clicked, &opener, &Opener::askForFiles);
    connect(m_sample, &QPushButton::clicked, &opener, &Opener::openSample);
    connect(&opener.recents(), &RecentOpenings::changed, this, &StartPage::fillRecents);
    connect(&session, &Session::openingStarted, this, [this] { setOpening(true); });
    connect(&session, &Session::openingFailed, this, [this] { setOpening(false); });
    connect(&session, &Session::openingStopped, this, [this] { setOpening(false); });
    connect(&session, &Session::openingHasQuestions, this, [this] { setOpening(false); });
    connect(&session, &Session::analysisChanged, this, [this] { setOpening(false); });
    fillRecents();
}

QWidget *StartPage::makeDropArea(Session &session)
{
    auto *area = new QFrame;
    area->setProperty("look", QStringLiteral("drop"));
    area->setMinimumHeight(kDropHeight);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_open);
    buttons->addWidget(m_sample);
    buttons->addStretch(1);

    auto *column = new QVBoxLayout(area);
    column->setContentsMargins(32, 32, 32, 28);
    column->setSpacing(14);
    column->addStretch(1);
    column->addWidget(m_headline);
    column->addWidget(
        makeLabel(tr("Opens and clicks as CSV, from any e-mail service. Several files at once are read as "
                     "one. A workspace that you saved opens the same way."),
                  1, true));
    column->addLayout(buttons);
    column->addWidget(new JobBar(session), 0, Qt::AlignHCenter);
    column->addStretch(1);
    column->addWidget(makeLabel(tr("Nothing leaves this computer unless you ask for it."), 1, true));
    return area;
}

QWidget *StartPage::makeRecents()
{
    m_recents = new QWidget;
    auto *title = new QLabel(tr("Opened lately"));
    auto *clear = new QPushButton(tr("Clear"));
    clear->setProperty("look", QStringLiteral("link"));
    clear->setToolTip(tr("Forget this list. The files stay where they are."));
    connect(clear, &QPushButton::clicked, &m_opener.recents(), &RecentOpenings::clear);

    auto *head = new QHBoxLayout;
    head->addWidget(title);
    head->addStretch(1);
    head->addWidget(clear);

    m_recentRows = new QVBoxLayout;
    m_recentRows->setSpacing(2);
    auto *column = new QVBoxLayout(m_recents);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(head);
    column->addLayout(m_recentRows);
    return m_recents;
}

void StartPage::fillRecents()
{
    while (QLayoutItem *item = m_recentRows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // later: its click may be what opened the file
        delete item;
    }
    for (const AnalysisRequest &entry : m_opener.recents().entries()) {
        QString label = RecentOpenings::label(entry);
        auto *button = new QPushButton(label.replace(QLatin1Char('&'), QStringLiteral("&&")));
        button->setProperty("look", QStringLiteral("link"));
        button->setCursor(Qt::PointingHandCursor);
        button->setToolTip(RecentOpenings::details(entry).toHtmlEscaped());
        connect(button, &QPushButton::clicked, this, [this, entry] { m_opener.open(entry); });
        m_recentRows->addWidget(button);
    }
    m_recents->setVisible(!m_opener.recents().entries().empty());
}

void StartPage::setOpening(bool opening)
{
    m_headline->setText(opening ? tr("Opening your exports") : tr("Drop your exports here"));
    m_open->setEnabled(!opening);
    m_sample->setEnabled(!opening);
    m_recents->setEnabled(!opening);
}

} // namespace clicksieve

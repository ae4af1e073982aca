// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/jobbar.h"

#include "ui/session/session.h"
#include "ui/theme/numbers.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace clicksieve {

namespace {

constexpr int kSteps = 1'000;
constexpr int kBarWidth = 160;
constexpr int kLongestName = 220; ///< pixels

QString timeLeftText(qint64 msLeft)
{
    constexpr qint64 kSecond = 1'000;
    constexpr qint64 kMinute = 60 * kSecond;
    const qint64 seconds = (msLeft + kSecond - 1) / kSecond;
    return msLeft < kMinute ? JobBar::tr("%1 s left").arg(seconds)
                            : JobBar::tr("%1 min left").arg((seconds + 59) / 60);
}

} // namespace

JobBar::JobBar(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel)
    , m_bar(new QProgressBar)
    , m_stop(new QPushButton(tr("Stop")))
{
    m_text->setTextFormat(Qt::PlainText);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(kBarWidth);
    m_bar->setMaximumHeight(10);
    m_bar->setAccessibleName(tr("Progress of reading"));
    m_stop->setProperty("look", QStringLiteral("small"));
    m_stop->setToolTip(tr("Stop reading. What was open before stays open."));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text);
    row->addWidget(m_bar);
    row->addWidget(m_stop);

    connect(m_stop, &QPushButton::clicked, this, [this, &session] {
        m_stop->setEnabled(false);
        m_text->setText(tr("Stopping…"));
        session.cancelOpening();
    });
    connect(&session, &Session::openingStarted, this, &JobBar::begin);
    connect(&session, &Session::openingProgressed, this, &JobBar::showProgress);
    connect(&session, &Session::openingFailed, this, &JobBar::end);
    connect(&session, &Session::openingStopped, this, &JobBar::end);
    connect(&session, &Session::openingHasQuestions, this, &JobBar::end);
    connect(&session, &Session::analysisChanged, this, &JobBar::end);
    end();
}

QString JobBar::progressText(const QString &what, double share, quint64 rows, qint64 msLeft)
{
    const bool judging = share >= 1; // all is read; how long judging takes nobody counts
    QStringList parts;
    if (share > 0 && !judging)
        parts += QStringLiteral("%1 %").arg(qRound(share * 100));
    if (rows > 0)
        parts += tr("%1 rows").arg(countText(rows));
    if (msLeft >= 0 && !judging)
        parts += timeLeftText(msLeft);
    const QString doing = (judging ? tr("Judging %1…") : tr("Reading %1…")).arg(what);
    return parts.isEmpty() ? doing : doing + QLatin1Char(' ') + parts.join(QStringLiteral(" · "));
}

void JobBar::begin(const QString &what)
{
    m_what = m_text->fontMetrics().elidedText(visibleText(what.toStdString()), Qt::ElideMiddle, kLongestName);
    m_text->setText(progressText(m_what, 0, 0, -1));
    m_bar->setRange(0, 0); // busy until the first number
    m_stop->setEnabled(true);
    setVisible(true);
}

void JobBar::showProgress(double share, quint64 rows, qint64 msLeft)
{
    if (!m_stop->isEnabled())
        return; // being stopped
    m_bar->setRange(0, share > 0 && share < 1 ? kSteps : 0);
    m_bar->setValue(qRound(share * kSteps));
    m_text->setText(progressText(m_what, share, rows, msLeft));
}

void JobBar::end()
{
    setVisible(false);
}

} // namespace clicksieve

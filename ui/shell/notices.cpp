// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notices.h"

#include "ui/session/session.h"
#include "ui/shell/noticebar.h"
#include "ui/shell/opener.h"
#include "ui/shell/rejectedrowsdialog.h"
#include "ui/theme/numbers.h"

#include <QVBoxLayout>

namespace clicksieve {

Notices::Notices(Session &session, Opener &opener, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_opener(opener)
    , m_failure(new NoticeBar)
    , m_quality(new NoticeBar)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_failure);
    column->addWidget(m_quality);

    connect(&session, &Session::openingStarted, m_failure, &NoticeBar::clear);
    connect(&session, &Session::openingFailed, this, &Notices::showFailure);
    connect(&session, &Session::analysisChanged, this, &Notices::showQuality);
}

QString Notices::failure() const
{
    return m_failure->sentence();
}

QString Notices::quality() const
{
    return m_quality->sentence();
}

void Notices::showFailure(const QString &message)
{
    m_failure->showNotice(visibleText(message.toStdString()),
                          {{tr("Open other files…"), [this] { m_opener.askForFiles(); }},
                           {tr("Open with options…"), [this] { m_opener.askForOptions(); }}});
}

void Notices::showQuality()
{
    m_failure->clear();
    const quint64 rows = RejectedRowsDialog::rejectedRows(*m_session.analysis().table);
    const auto &workspace = m_session.analysis().workspace;
    const QString damage = workspace == nullptr ? QString() : workspace->damage.join(QLatin1Char(' '));
    if (!damage.isEmpty()) {
        m_quality->showNotice(damage, {});
        return;
    }
    if (rows == 0) {
        m_quality->clear();
        return;
    }
    const QString sentence = rows == 1
                                 ? tr("1 row could not be read and is in no figure.")
                                 : tr("%1 rows could not be read and are in no figure.").arg(countText(rows));
    m_quality->showNotice(sentence, {{tr("Show"), [this] { showRejectedRows(); }}});
}

void Notices::showRejectedRows()
{
    (new RejectedRowsDialog(m_session.analysis().table, this))->show();
}

} // namespace clicksieve

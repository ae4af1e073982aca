// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusline.h"

#include "ui/session/session.h"
#include "ui/theme/numbers.h"

namespace clicksieve {

namespace {

const QString kDot = QStringLiteral(" · ");

} // namespace

StatusLine::StatusLine(Session &session, QWidget *parent) : QLabel(parent), m_session(session)
{
    setTextFormat(Qt::PlainText);
    setAccessibleName(tr("What is in view"));
    connect(&session, &Session::analysisChanged, this, &StatusLine::count);
    connect(&session, &Session::filterChanged, this, &StatusLine::count);
    connect(&session, &Session::verdictsChanged, this, &StatusLine::count);
    count();
}

void StatusLine::count()
{
    if (!m_session.hasAnalysis()) {
        setText(tr("Nothing is open yet."));
        return;
    }
    if (m_session.analysis().table->isTotalsOnly()) {
        m_job.cancel();
        setText(tr("Totals only: no open or click has a time."));
        return;
    }
    setText(tr("counting…") + kDot + filterAndRules());
    m_job.start<ViewCount>([analysis = m_session.analysis(), filter = m_session.filter()](
                               JobContext &context) { return countInView(analysis, filter, context); },
                           [this](const Result<ViewCount> &result) {
                               if (result.ok())
                                   showCount(result.value());
                           });
}

void StatusLine::showCount(const ViewCount &count)
{
    const QString all = countText(count.all);
    const QString counts = m_session.filter().isEmpty()
                               ? tr("%1 opens and clicks").arg(all)
                               : tr("%1 of %2 opens and clicks").arg(countText(count.inView), all);
    setText(counts + kDot + filterAndRules());
}

QString StatusLine::filterAndRules() const
{
    const int parts = m_session.filter().parts();
    const QString filters = parts == 0   ? tr("no filter")
                            : parts == 1 ? tr("1 filter")
                                         : tr("%1 filters").arg(parts);
    const Ruleset &rules = m_session.analysis().verdicts->ruleset();
    return filters + kDot + tr("rules: %1 %2").arg(visibleText(rules.name.toStdString())).arg(rules.version)
           + ownVerdicts() + ownLists();
}

QString StatusLine::ownLists() const
{
    const ListUse &use = m_session.analysis().verdicts->listUse();
    const quint64 met = use.allowed + use.hiddenClicks;
    if (met == 0)
        return {};
    return kDot + (met == 1 ? tr("your lists meet 1") : tr("your lists meet %1").arg(countText(met)));
}

QString StatusLine::ownVerdicts() const
{
    const auto &overrides = m_session.analysis().verdicts->overrides();
    if (overrides == nullptr)
        return {};
    return kDot
           + (overrides->events() == 1
                  ? tr("1 verdict is yours")
                  : tr("%1 verdicts are yours").arg(countText(quint64{overrides->events()})));
}

} // namespace clicksieve

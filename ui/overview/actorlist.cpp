// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/actorlist.h"

#include "ui/overview/overviewtext.h"
#include "ui/overview/sharebar.h"
#include "ui/theme/numbers.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace clicksieve {

namespace {

constexpr std::size_t kRows = 8;  ///< what fits beside the chart; the rest is one line
constexpr int kLongestName = 220; ///< pixels

std::uint64_t eventsOf(const ActorShare &share)
{
    return share.opens + share.clicks;
}

QLabel *makeLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

ActorList::ActorList(QWidget *parent) : QFrame(parent), m_whole(makeLabel(QString())), m_rows(new QGridLayout)
{
    setProperty("look", QStringLiteral("card"));
    auto *title = makeLabel(tr("Who the machines are"));
    m_whole->setProperty("look", QStringLiteral("quiet"));
    m_whole->setWordWrap(true);
    m_rows->setHorizontalSpacing(10);
    m_rows->setVerticalSpacing(8);
    m_rows->setColumnStretch(1, 1);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(10);
    column->addWidget(title);
    column->addWidget(m_whole);
    column->addLayout(m_rows);
    column->addStretch(1);
}

void ActorList::setActors(const std::vector<ActorShare> &actors, const Verdicts &verdicts)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    std::uint64_t all = 0;
    for (const ActorShare &share : actors)
        all += eventsOf(share);
    m_whole->setVisible(all > 0);
    m_whole->setText(tr("Shares of the %1 opens and clicks that machines made").arg(countText(quint64{all})));
    if (all == 0) {
        addLine(0, tr("No machines were found here."));
        return;
    }
    const std::size_t shown = std::min(kRows, actors.size());
    for (std::size_t i = 0; i < shown; ++i)
        addRow(static_cast<int>(i), actors[i],
               static_cast<double>(eventsOf(actors[i])) / static_cast<double>(all),
               verdicts.actors()[actors[i].actor]);
    if (actors.size() > shown)
        addLine(static_cast<int>(shown),
                tr("and %1 more").arg(countText(static_cast<quint64>(actors.size() - shown))));
}

void ActorList::addRow(int row, const ActorShare &share, double part, const Actor &actor)
{
    const QString name = actorText(actor);
    const QString tip =
        tr("%1 (%2): %3 clicks and %4 opens")
            .arg(name, actorKindText(actor.kind), countText(share.clicks), countText(share.opens))
            .toHtmlEscaped();
    auto *nameLabel = makeLabel(fontMetrics().elidedText(name, Qt::ElideRight, kLongestName));
    auto *figure = makeLabel(percentText(part));
    figure->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *bar = new ShareBar(part);
    for (QWidget *widget :
         {static_cast<QWidget *>(nameLabel), static_cast<QWidget *>(bar), static_cast<QWidget *>(figure)})
        widget->setToolTip(tip);
    m_rows->addWidget(nameLabel, row, 0);
    m_rows->addWidget(bar, row, 1, Qt::AlignVCenter);
    m_rows->addWidget(figure, row, 2);
}

void ActorList::addLine(int row, const QString &text)
{
    auto *line = makeLabel(text);
    line->setProperty("look", QStringLiteral("quiet"));
    m_rows->addWidget(line, row, 0, 1, 3);
}

} // namespace clicksieve

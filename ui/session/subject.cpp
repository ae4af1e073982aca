// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/subject.h"

#include "ui/theme/numbers.h"

#include <QCoreApplication>

namespace clicksieve {

QString subjectText(const Analysis &analysis, const Filter &filter)
{
    const EventTable &table = *analysis.table;
    QString text =
        QCoreApplication::translate("subject", "%1 campaigns").arg(countText(quint64{table.campaignCount()}));
    if (filter.campaign)
        text = visibleText(table.campaignName(*filter.campaign));
    else if (table.campaignCount() == 1)
        text = visibleText(table.campaignName(CampaignIndex{0U}));
    Filter rest = filter;
    rest.campaign.reset();
    return rest.isEmpty() ? text : QCoreApplication::translate("subject", "%1, filtered").arg(text);
}

} // namespace clicksieve

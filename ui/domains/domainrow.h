// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"
#include "core/metrics/figures.h"
#include "core/metrics/filter.h"

#include <QString>

#include <vector>

namespace clicksieve {

class JobContext;
class MailServers;

/// One domain, or all domains of one gateway, as the page shows it. Holds its own text, so that a page keeps no analysis
/// alive.
struct DomainRow {
    DomainIndex domain; ///< none for recipients without a domain, which no filter can pick, and for gateways
    QString name;       ///< for display, plain text
    Figures figures;
    QString gateway = {};      ///< of a domain: who takes its mail in; empty where that is not known
    std::uint32_t domains = 1; ///< of a gateway
    bool isUnknown = false;    ///< the domains of which it is not known who takes their mail in

    [[nodiscard]] std::uint64_t humanClicks() const { return figures.raw.clicks - figures.machineClicks; }
};

/// Every domain with something in view, those with most machine clicks first (then opens, then name).
[[nodiscard]] std::vector<DomainRow> makeDomainRows(const Analysis &analysis, const Filter &filter,
                                                    const MailServers &servers, JobContext &context);
/// The same of everybody who takes mail in; the domains of which that is not known come last.
[[nodiscard]] std::vector<DomainRow> makeGatewayRows(const Analysis &analysis, const Filter &filter,
                                                     const MailServers &servers, JobContext &context);

/// "3 domains make 61 % of all machine clicks." @p rows in the order of makeDomainRows()
[[nodiscard]] QString machineClicksSentence(const std::vector<DomainRow> &rows);
/// "Proofpoint: 71.2 % of the clicks by machines. Mimecast: …" @p rows in the order of makeGatewayRows()
[[nodiscard]] QString gatewaySentence(const std::vector<DomainRow> &rows);

} // namespace clicksieve

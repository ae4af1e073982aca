// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/parameters.h"
#include "core/detect/signal.h"
#include "core/detect/signals/actionstogethersignal.h"
#include "core/detect/signals/beforedeliverysignal.h"
#include "core/detect/signals/calmsignal.h"
#include "core/detect/signals/cataloguesignal.h"
#include "core/detect/signals/coveragesignal.h"
#include "core/detect/signals/delaysignal.h"
#include "core/detect/signals/distinctlinkssignal.h"
#include "core/detect/signals/domainprofilesignal.h"
#include "core/detect/signals/domainwavesignal.h"
#include "core/detect/signals/earlydomainsignal.h"
#include "core/detect/signals/hiddenlinksignal.h"
#include "core/detect/signals/impliedopensignal.h"
#include "core/detect/signals/machineaddresssignal.h"
#include "core/detect/signals/neighboursignal.h"
#include "core/detect/signals/sharedclientsignal.h"
#include "core/detect/signals/sinceopensignal.h"
#include "core/detect/signals/smallvisitsignal.h"
#include "core/detect/signals/unopenedsignal.h"
#include "core/detect/signals/vendorflagsignal.h"

#include <functional>
#include <map>

namespace clicksieve {

namespace {

using Maker = std::function<std::unique_ptr<Signal>(const SignalSpec &, Parameters &)>;

template <typename T>
Maker makerOf()
{
    return
        [](const SignalSpec &spec, Parameters &parameters) { return std::make_unique<T>(spec, parameters); };
}

Maker catalogueMaker(CatalogueSignal::By by)
{
    return [by](const SignalSpec &spec, Parameters &parameters) {
        return std::make_unique<CatalogueSignal>(spec, by, parameters);
    };
}

const std::map<QString, Maker> &makers()
{
    static const std::map<QString, Maker> known = {
        {QStringLiteral("actions-together"), makerOf<ActionsTogetherSignal>()},
        {QStringLiteral("before-delivery"), makerOf<BeforeDeliverySignal>()},
        {QStringLiteral("calm"), makerOf<CalmSignal>()},
        {QStringLiteral("catalogue-agent"), catalogueMaker(CatalogueSignal::By::Agent)},
        {QStringLiteral("catalogue-network"), catalogueMaker(CatalogueSignal::By::Address)},
        {QStringLiteral("coverage"), makerOf<CoverageSignal>()},
        {QStringLiteral("delay"), makerOf<DelaySignal>()},
        {QStringLiteral("distinct-links"), makerOf<DistinctLinksSignal>()},
        {QStringLiteral("domain-profile"), makerOf<DomainProfileSignal>()},
        {QStringLiteral("domain-wave"), makerOf<DomainWaveSignal>()},
        {QStringLiteral("early-domain"), makerOf<EarlyDomainSignal>()},
        {QStringLiteral("hidden-link"), makerOf<HiddenLinkSignal>()},
        {QStringLiteral("implied-open"), makerOf<ImpliedOpenSignal>()},
        {QStringLiteral("machine-address"), makerOf<MachineAddressSignal>()},
        {QStringLiteral("neighbours"), makerOf<NeighbourSignal>()},
        {QStringLiteral("shared-client"), makerOf<SharedClientSignal>()},
        {QStringLiteral("since-open"), makerOf<SinceOpenSignal>()},
        {QStringLiteral("small-visit"), makerOf<SmallVisitSignal>()},
        {QStringLiteral("unopened"), makerOf<UnopenedSignal>()},
        {QStringLiteral("vendor-flag"), makerOf<VendorFlagSignal>()},
    };
    return known;
}

} // namespace

Result<std::unique_ptr<Signal>> makeSignal(const SignalSpec &spec)
{
    const auto maker = makers().find(spec.kind);
    if (maker == makers().end())
        return Error{Error::Kind::Usage,
                     QStringLiteral("signal \"%1\": there is no kind \"%2\"").arg(spec.id, spec.kind)};
    Parameters parameters(spec);
    auto signal = maker->second(spec, parameters);
    if (!parameters.complaint().isEmpty())
        return Error{Error::Kind::Usage, parameters.complaint()};
    return Result<std::unique_ptr<Signal>>(std::move(signal));
}

} // namespace clicksieve

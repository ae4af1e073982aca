// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/timings.h"

#include <cmath>

namespace clicksieve::simulator {

namespace {

std::int64_t percent(double share)
{
    return std::llround(share * 10'000'000.0);
}

} // namespace

const QuantileCurve &Timings::delivery()
{
    // Assumption: a healthy queue. No published figure.
    static const QuantileCurve curve(
        {{0, 400}, {percent(80), 3 * second}, {percent(98), 9 * second}, {percent(100), 40 * second}});
    return curve;
}

const QuantileCurve &Timings::deferral()
{
    // Hours may pass before a deferred message is accepted: wordtothewise.com 2019/01.
    static const QuantileCurve curve({{0, 5 * minute}, {percent(60), 30 * minute}, {percent(100), 4 * hour}});
    return curve;
}

const QuantileCurve &Timings::personOpen()
{
    // 25.9 % < 1 h, median 6 h 25 min, 71.2 % < 24 h, 93.0 % < 7 d, mean 41 h:
    // zidcenek/Active-Learning-for-Email-Interaction-Dynamics, XCampaign data (CC BY 4.0). The last knot
    // makes the mean. Under an hour the four fits to these quantiles put 0.05-1.2 % under 10 s, 0.6-3.4 %
    // under 60 s, 3.3-7.9 % under 5 min and 6-11 % under 10 min; the knots lie inside those ranges.
    static const QuantileCurve curve({{0, 4 * second},
                                      {percent(0.2), 10 * second},
                                      {percent(0.6), 30 * second},
                                      {percent(1.7), minute},
                                      {percent(5), 5 * minute},
                                      {percent(8.5), 10 * minute},
                                      {percent(17), 30 * minute},
                                      {percent(25.9), hour},
                                      {percent(50), 6 * hour + 25 * minute},
                                      {percent(71.2), day},
                                      {percent(85), 3 * day},
                                      {percent(93), 7 * day},
                                      {percent(100), 18 * day}});
    return curve;
}

const QuantileCurve &Timings::personClick()
{
    // Most clicks follow within a minute: Bonfrer and Dreze, Marketing Science 28(2), 2009.
    static const QuantileCurve curve({{0, 1500},
                                      {percent(10), 4 * second},
                                      {percent(50), 22 * second},
                                      {percent(78), minute},
                                      {percent(92), 4 * minute},
                                      {percent(98), 30 * minute},
                                      {percent(100), 6 * hour}});
    return curve;
}

const QuantileCurve &Timings::personReopen()
{
    // Assumption: some people flip back within minutes, others return a day later.
    static const QuantileCurve curve({{0, 20 * second},
                                      {percent(30), 10 * minute},
                                      {percent(60), 5 * hour},
                                      {percent(90), 2 * day},
                                      {percent(100), 6 * day}});
    return curve;
}

const QuantileCurve &Timings::nextLink()
{
    // Assumption: reads the first page before the next link.
    static const QuantileCurve curve({{0, 6 * second},
                                      {percent(50), 40 * second},
                                      {percent(90), 4 * minute},
                                      {percent(100), 20 * minute}});
    return curve;
}

const QuantileCurve &Timings::lonePixel()
{
    // Median 9 s, 61 % < 10 s, 84 % < 20 s after send: putyourlightson/craft-campaign issue 546.
    static const QuantileCurve curve({{0, 2 * second},
                                      {percent(50), 9 * second},
                                      {percent(61), 10 * second},
                                      {percent(84), 20 * second},
                                      {percent(97), minute},
                                      {percent(100), 3 * minute}});
    return curve;
}

const QuantileCurve &Timings::burstStart()
{
    // 836 recipients with a burst: 0.5 % < 10 s, 2.6 % < 20 s, median 43 s, 69 % < 60 s, 97.4 % < 5 min, 0.7
    // % between 1 h and 24 h: putyourlightson/craft-campaign issue 546. Less the median lone pixel (9 s) this
    // leaves the published 33 s between that pixel and the sweep.
    static const QuantileCurve curve({{0, 2 * second},
                                      {percent(0.5), 10 * second},
                                      {percent(2.6), 20 * second},
                                      {percent(50), 43 * second},
                                      {percent(69.1), minute},
                                      {percent(97.4), 5 * minute},
                                      {percent(99.3), 30 * minute},
                                      {percent(100), day}});
    return curve;
}

const QuantileCurve &Timings::singleProbe()
{
    // From tens of seconds to some minutes: MillionSend/millionsend pull request 22.
    static const QuantileCurve curve({{0, 15 * second},
                                      {percent(50), 70 * second},
                                      {percent(90), 5 * minute},
                                      {percent(100), 15 * minute}});
    return curve;
}

const QuantileCurve &Timings::applePrefetch()
{
    // Assumption: the device fetches when it is on power and Wi-Fi; no distribution is published.
    static const QuantileCurve curve({{0, 4 * second},
                                      {percent(10), minute},
                                      {percent(40), 10 * minute},
                                      {percent(70), hour},
                                      {percent(90), 8 * hour},
                                      {percent(100), 2 * day}});
    return curve;
}

const QuantileCurve &Timings::gmailPrefetch()
{
    // Repeated Google fetches after 9, 14 and 26 s were seen in public code; the tail is an assumption.
    static const QuantileCurve curve(
        {{0, 2 * second}, {percent(60), 26 * second}, {percent(100), 10 * minute}});
    return curve;
}

} // namespace clicksieve::simulator

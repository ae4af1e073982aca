// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planner/responsecurve.h"

#include <limits>
#include <optional>

namespace clicksieve {

/// How a mail goes out: in equal batches, each handed over at once and delivered one after the other.
struct SendPlan {
    double recipients = 0;
    int batches = 1;
    double interval = 0; ///< seconds from the start of one batch to that of the next; whole
    /// Messages a second that the e-mail service delivers. Infinite where the curves are measured from the send, and so hold
    /// the time of delivery already.
    double deliveryRate = std::numeric_limits<double>::infinity();

    /// What services deliver in a second, for want of better: Mailchimp, a million messages in 45 minutes.
    static constexpr double kUsualDeliveryRate = 370;

    [[nodiscard]] double batchSize() const { return recipients / batches; }
    /// Seconds until the last message is delivered.
    [[nodiscard]] double finishedAfter() const
    {
        return (batches - 1) * interval + batchSize() / deliveryRate;
    }
};

/// The requests of one kind of visitor that one delivered message brings, on average.
struct Response {
    double requests = 0; ///< a message; of those that the server itself has to answer
    /// How many of them come in the same second: mean of the squares of such groups over the mean. 1 for single requests.
    double burst = 1;
    ResponseCurve curve = ResponseCurve::publishedScanners();
};

/// What one delivered message brings to the web site.
struct LoadProfile {
    Response scanners;
    Response people;
};

/// What the web site bears.
struct ServerLimits {
    double background = 0;          ///< requests a second that come anyway
    std::optional<double> capacity; ///< requests a second; nullopt: nobody knows
    double wantedUse = kWantedUse;  ///< the share of the capacity that a send may take

    static constexpr double kWantedUse =
        0.7; ///< own choice: a third of the capacity for what no plan foresees

    /// Requests a second that a send may come to, the background among them.
    [[nodiscard]] std::optional<double> budget() const
    {
        return capacity ? std::optional(*capacity * wantedUse) : std::nullopt;
    }
};

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace clicksieve {

/// Which share of the requests that a mail brings has come so many seconds after its delivery: a distribution function,
/// linear between its points. Immutable.
class ResponseCurve {
public:
    struct Point {
        double seconds = 0; ///< since delivery, rising
        double share = 0;   ///< 0 to 1, rising
    };

    /// @pre at least two points, the first with share 0, the last with share 1
    explicit ResponseCurve(std::vector<Point> points);
    /// Of measured delays in seconds, rising; those below 0 count as 0. At most kMostPoints quantiles. @pre not empty
    [[nodiscard]] static ResponseCurve of(std::span<const double> delays);

    /// Click bursts of 836 scanned recipients: putyourlightson/craft-campaign, issue 546 (2026-08-30).
    [[nodiscard]] static const ResponseCurve &publishedScanners();
    /// Clicks by hour after the send, 5.5 billion mails of July 2019 to June 2020: GetResponse, quoted by MarketingCharts.
    /// Scanners' clicks are in it, so people are slower than that.
    [[nodiscard]] static const ResponseCurve &publishedPeople();

    [[nodiscard]] double shareBy(double seconds) const;
    /// The seconds by which @p share (0 to 1) has come.
    [[nodiscard]] double secondsFor(double share) const;
    /// The steepest slope, in shares a second.
    [[nodiscard]] double greatestDensity() const;
    [[nodiscard]] const std::vector<Point> &points() const { return m_points; }

private:
    static constexpr std::size_t kMostPoints = 200; ///< more shows nothing that a plan could use

    std::vector<Point> m_points;
};

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"
#include "core/jobs/backgroundjob.h"
#include "core/metrics/filter.h"
#include "core/metrics/timeline.h"
#include "ui/session/page.h"

#include <memory>

class QLabel;
class QPushButton;

namespace clicksieve {

class CumulativeChart;
class TimelineChart;
class TimelineToolBar;

/// When people and when machines opened and clicked. The picture leaves out the filter's own range of time, so that
/// a selected range is seen in its surroundings.
class TimelinePage : public Page {
    Q_OBJECT

public:
    explicit TimelinePage(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] bool isUpToDate() const override;

protected:
    void refresh() override;

private:
    /// What a picture of one analysis is of: the same key gives the same picture.
    struct Key {
        Filter filter; ///< without the range of time on the axis
        bool opens = true;
        bool clicks = true;
        TimelineOptions::Axis axis = TimelineOptions::Axis::SinceSend;
        TimelineOptions::Scale scale = TimelineOptions::Scale::Linear;
        std::int64_t binMs = 0;

        friend bool operator==(const Key &, const Key &) = default;
    };
    struct Figures {
        Timeline timeline;
        Timeline sinceSend; ///< logarithmic, for the shares
    };

    void buildLayout();
    [[nodiscard]] Key key() const;
    [[nodiscard]] static Figures compute(const Analysis &analysis, const Key &key);
    [[nodiscard]] bool isPictureOf(const Key &key) const;
    void present(const Figures &figures);
    void showNotes(const Timeline &timeline);
    void markFilteredRange();
    void sayWhatIsSelected(const std::pair<TimeMs, TimeMs> &range);
    void filterTimes(TimeMs from, TimeMs to, const QString &what);
    void filterBurst();
    void resetTimes();

    TimelineToolBar *m_bar;
    QLabel *m_finding;
    TimelineChart *m_chart;
    QPushButton *m_burst;
    QLabel *m_notes;
    QLabel *m_halves;
    CumulativeChart *m_cumulative;
    BackgroundJob m_job;
    BackgroundJob m_selectionJob;
    // Of the picture that is on screen or being made. Weak: a page that nobody looks at keeps no old analysis alive.
    std::weak_ptr<const Verdicts> m_verdicts;
    Key m_wanted;
};

} // namespace clicksieve

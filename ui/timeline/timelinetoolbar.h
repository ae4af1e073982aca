// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/timeline.h"

#include <QWidget>

class QComboBox;

namespace clicksieve {

class SegmentedChoice;

/// The row of choices above the timeline: which events, which axis, how wide a bar is.
class TimelineToolBar : public QWidget {
    Q_OBJECT

public:
    explicit TimelineToolBar(QWidget *parent = nullptr);

    [[nodiscard]] TimelineOptions options() const;
    void setOptions(const TimelineOptions &options);

signals:
    void optionsChanged();

private:
    void showWhatApplies();

    SegmentedChoice *m_events;
    SegmentedChoice *m_axis;
    SegmentedChoice *m_scale;
    QComboBox *m_bin;
};

} // namespace clicksieve

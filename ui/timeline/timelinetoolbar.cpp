// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinetoolbar.h"

#include "ui/theme/segmentedchoice.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

namespace clicksieve {

namespace {

enum Events { Opens, Clicks, Both };
enum AxisChoice { SinceSend, Clock };
enum ScaleChoice { Linear, Logarithmic };

} // namespace

TimelineToolBar::TimelineToolBar(QWidget *parent)
    : QWidget(parent)
    , m_events(new SegmentedChoice(tr("Events"), {tr("Opens"), tr("Clicks"), tr("Both")}, Both))
    , m_axis(new SegmentedChoice(tr("Time"), {tr("Since send"), tr("Clock")}, SinceSend))
    , m_scale(new SegmentedChoice(tr("Scale of the time"), {tr("Linear"), tr("Logarithmic")}, Logarithmic))
    , m_bin(new QComboBox)
{
    m_events->setToolTip(tr("Which events are counted"));
    m_axis->setToolTip(
        tr("Time counted from the moment each message was sent, or as the clock showed it (UTC)"));
    m_bin->setAccessibleName(tr("Width of a bar"));
    constexpr qint64 kSecond = 1'000;
    m_bin->addItem(tr("auto"), 0);
    m_bin->addItem(tr("1 s"), kSecond);
    m_bin->addItem(tr("10 s"), 10 * kSecond);
    m_bin->addItem(tr("1 min"), 60 * kSecond);
    m_bin->addItem(tr("5 min"), 300 * kSecond);
    m_bin->addItem(tr("1 h"), 3'600 * kSecond);
    m_bin->addItem(tr("1 day"), 86'400 * kSecond);

    auto *binLabel = new QLabel(tr("Ba&r width"));
    binLabel->setBuddy(m_bin);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    constexpr int kGap = 10;
    layout->setSpacing(kGap);
    layout->addWidget(m_events);
    layout->addWidget(m_axis);
    layout->addWidget(m_scale);
    layout->addWidget(binLabel);
    layout->addWidget(m_bin);
    layout->addStretch();

    showWhatApplies();
    for (SegmentedChoice *choice : {m_events, m_axis, m_scale}) {
        connect(choice, &SegmentedChoice::chosenChanged, this, &TimelineToolBar::showWhatApplies);
        connect(choice, &SegmentedChoice::chosenChanged, this, &TimelineToolBar::optionsChanged);
    }
    connect(m_bin, &QComboBox::currentIndexChanged, this, &TimelineToolBar::optionsChanged);
}

TimelineOptions TimelineToolBar::options() const
{
    TimelineOptions options;
    options.opens = m_events->chosen() != Clicks;
    options.clicks = m_events->chosen() != Opens;
    options.axis =
        m_axis->chosen() == Clock ? TimelineOptions::Axis::Clock : TimelineOptions::Axis::SinceSend;
    if (m_scale->isEnabled() && m_scale->chosen() == Logarithmic)
        options.scale = TimelineOptions::Scale::Logarithmic;
    if (m_bin->isEnabled())
        options.binMs = m_bin->currentData().toLongLong();
    return options;
}

void TimelineToolBar::setOptions(const TimelineOptions &options)
{
    m_events->choose(!options.clicks ? Opens : options.opens ? Both : Clicks);
    m_axis->choose(options.axis == TimelineOptions::Axis::Clock ? Clock : SinceSend);
    m_scale->choose(options.scale == TimelineOptions::Scale::Logarithmic ? Logarithmic : Linear);
    m_bin->setCurrentIndex(std::max(m_bin->findData(static_cast<qint64>(options.binMs)), 0));
}

/// A logarithmic axis has a beginning to count from, and bars of its own widths.
void TimelineToolBar::showWhatApplies()
{
    m_scale->setEnabled(m_axis->chosen() == SinceSend);
    m_bin->setEnabled(!m_scale->isEnabled() || m_scale->chosen() == Linear);
    m_scale->setToolTip(m_scale->isEnabled()
                            ? tr("Logarithmic shows the first seconds and the following days in one picture")
                            : tr("The clock has no beginning to count from, so its scale is always linear. "
                                 "Choose “Since send” for a "
                                 "logarithmic one."));
    m_bin->setToolTip(
        m_bin->isEnabled()
            ? tr("Width of a bar. The picture has room for 1,200 bars: narrow ones show the beginning only.")
            : tr("On a logarithmic scale each bar has its own width. Choose “Linear” to set one."));
}

} // namespace clicksieve

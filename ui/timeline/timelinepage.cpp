// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinepage.h"

#include "ui/session/session.h"
#include "ui/session/subject.h"
#include "ui/theme/numbers.h"
#include "ui/timeline/cumulativechart.h"
#include "ui/timeline/timelinechart.h"
#include "ui/timeline/timelinetoolbar.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace clicksieve {

namespace {

constexpr int kLowestChart = 260; ///< with legend and axis: leaves about 150 pixels for the bars
constexpr int kLowestSecondChart = 180;

QLabel *makeLabel(const char *look = nullptr)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    if (look != nullptr)
        label->setProperty("look", QString::fromLatin1(look));
    return label;
}

QFrame *makeCard(const QList<QWidget *> &contents)
{
    auto *card = new QFrame;
    card->setProperty("look", QStringLiteral("card"));
    auto *layout = new QVBoxLayout(card);
    for (QWidget *widget : contents)
        layout->addWidget(widget, qobject_cast<ChartView *>(widget) != nullptr ? 1 : 0);
    return card;
}

/// A linear axis ends with its last bar; a logarithmic one cannot show what is before its beginning.
QString outsideText(const Timeline &timeline)
{
    const QString count = countText(timeline.outside);
    if (timeline.options.scale == TimelineOptions::Scale::Logarithmic)
        return timeline.outside == 1
                   ? TimelinePage::tr("1 event is left out: its time is before its message was sent.")
                   : TimelinePage::tr("%1 events are left out: their time is before their message was sent.")
                         .arg(count);
    return timeline.outside == 1
               ? TimelinePage::tr("1 event lies outside the picture. Choose wider bars to see it.")
               : TimelinePage::tr("%1 events lie outside the picture. Choose wider bars to see them.")
                     .arg(count);
}

} // namespace

TimelinePage::TimelinePage(Session &session, QWidget *parent)
    : Page(session, tr("Timeline"), parent)
    , m_bar(new TimelineToolBar)
    , m_finding(makeLabel())
    , m_chart(new TimelineChart)
    , m_burst(new QPushButton(tr("Show only the burst")))
    , m_notes(makeLabel("quiet"))
    , m_halves(makeLabel())
    , m_cumulative(new CumulativeChart)
{
    buildLayout();
    connect(m_bar, &TimelineToolBar::optionsChanged, this, [this] {
        if (isVisible() && this->session().hasAnalysis())
            refresh();
    });
    connect(m_chart, &TimelineChart::timesSelected, this, [this](TimeMs from, TimeMs to) {
        const TimeScale scale(m_wanted.axis, m_wanted.scale);
        filterTimes(from, to, tr("Time %1").arg(scale.rangeText(from, to)));
    });
    connect(m_chart, &TimelineChart::burstClicked, this, &TimelinePage::filterBurst);
    connect(m_burst, &QPushButton::clicked, this, &TimelinePage::filterBurst);
    connect(m_chart, &ChartView::resetWanted, this, &TimelinePage::resetTimes);
}

void TimelinePage::buildLayout()
{
    m_burst->setProperty("look", QStringLiteral("link"));
    m_burst->setCursor(Qt::PointingHandCursor);
    m_burst->hide();
    m_notes->hide();
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_finding->setFont(strong);
    m_halves->setFont(strong);

    auto *underChart = new QWidget;
    auto *row = new QHBoxLayout(underChart);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_notes, 1);
    row->addWidget(m_burst, 0, Qt::AlignRight | Qt::AlignTop);

    constexpr int kMargin = 16;
    m_chart->setMinimumHeight(kLowestChart);
    m_cumulative->setMinimumHeight(kLowestSecondChart);
    auto *content = new QWidget; // scrolls in a low window: bars of a few pixels say nothing
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(kMargin, 0, kMargin, kMargin);
    column->setSpacing(kMargin * 3 / 4);
    column->addWidget(makeCard({m_finding, m_chart, underChart}), 3);
    column->addWidget(makeCard({m_halves, m_cumulative}), 2);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);

    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(kMargin, kMargin, kMargin, 0);
    tools->addWidget(m_bar);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kMargin * 3 / 4);
    layout->addLayout(tools);
    layout->addWidget(scroll, 1);
}

// --- computing ---

TimelinePage::Key TimelinePage::key() const
{
    const TimelineOptions options = m_bar->options();
    Key key{session().filter(), options.opens, options.clicks, options.axis, options.scale, options.binMs};
    if (options.axis == TimelineOptions::Axis::Clock)
        key.filter.clock.reset();
    else
        key.filter.sinceSend.reset();
    return key;
}

bool TimelinePage::isUpToDate() const
{
    return !m_job.isRunning() && !m_selectionJob.isRunning() && isPictureOf(key());
}

bool TimelinePage::isPictureOf(const Key &key) const
{
    return m_wanted == key && m_verdicts.lock() == session().analysis().verdicts;
}

void TimelinePage::refresh()
{
    const Key wanted = key();
    if (isPictureOf(wanted)) { // only the range of time has changed
        markFilteredRange();
        return;
    }
    const Analysis analysis = session().analysis();
    m_wanted = wanted;
    m_verdicts = analysis.verdicts;
    m_job.start<Figures>(
        [analysis, wanted](JobContext &) { return Result<Figures>(compute(analysis, wanted)); },
        [this](const Result<Figures> &figures) {
            if (figures)
                present(figures.value());
            else if (figures.error().kind != Error::Kind::Cancelled)
                m_finding->setText(figures.error().message);
        });
}

TimelinePage::Figures TimelinePage::compute(const Analysis &analysis, const Key &key)
{
    TimelineOptions options;
    options.axis = key.axis;
    options.scale = key.scale;
    options.opens = key.opens;
    options.clicks = key.clicks;
    options.binMs = key.binMs;
    Figures figures;
    figures.timeline = makeTimeline(*analysis.table, *analysis.verdicts, key.filter, options);

    options.axis = TimelineOptions::Axis::SinceSend;
    options.scale = TimelineOptions::Scale::Logarithmic;
    options.binMs = 0;
    Filter filter = key.filter;
    filter.sinceSend.reset(); // the shares are of everything since send
    figures.sinceSend = makeTimeline(*analysis.table, *analysis.verdicts, filter, options);
    return figures;
}

// --- showing ---

void TimelinePage::present(const Figures &figures)
{
    m_chart->setTimeline(figures.timeline);
    m_burst->setVisible(figures.timeline.burst.has_value());
    m_burst->setToolTip(m_chart->burstText());
    showNotes(figures.timeline);

    const QString what = m_wanted.opens && m_wanted.clicks ? tr("opens and clicks")
                         : m_wanted.opens                  ? tr("opens")
                                                           : tr("clicks");
    m_cumulative->setCumulative(makeCumulative(figures.sinceSend), what);
    m_halves->setText(m_cumulative->finding());
    const QString subject = subjectText(session().analysis(), session().filter());
    m_chart->setPictureOf(subject, title());
    m_cumulative->setPictureOf(subject, tr("%1, added up").arg(title()));
    markFilteredRange();
}

void TimelinePage::showNotes(const Timeline &timeline)
{
    QStringList notes;
    if (timeline.withoutSendTime == 1)
        notes << tr("1 event is left out: its send time is not known.");
    else if (timeline.withoutSendTime > 1)
        notes << tr("%1 events are left out: their send time is not known.")
                     .arg(countText(timeline.withoutSendTime));
    if (timeline.outside > 0)
        notes << outsideText(timeline);
    m_notes->setText(notes.join(u' '));
    m_notes->setVisible(!notes.isEmpty());
}

void TimelinePage::markFilteredRange()
{
    const Filter &filter = session().filter();
    const auto &range = m_wanted.axis == TimelineOptions::Axis::Clock ? filter.clock : filter.sinceSend;
    m_chart->markRange(range);
    m_selectionJob.cancel();
    if (range)
        sayWhatIsSelected(*range);
    else
        m_finding->setText(m_chart->accessibleDescription());
}

/// Counts anew: the range need not end where a bar does.
void TimelinePage::sayWhatIsSelected(const std::pair<TimeMs, TimeMs> &range)
{
    using Counts = std::pair<quint64, quint64>; // people, machines
    m_selectionJob.start<Counts>(
        [analysis = session().analysis(), filter = session().filter(), opens = m_wanted.opens,
         clicks = m_wanted.clicks](JobContext &) -> Result<Counts> {
            Counts counts{0, 0};
            for (const std::uint32_t event : analysis.table->messages().allActions()) {
                const bool counted = analysis.table->type(event) == EventType::Click ? clicks : opens;
                if (counted && filter.passes(*analysis.table, *analysis.verdicts, event))
                    ++(analysis.verdicts->isMachine(event) ? counts.second : counts.first);
            }
            return counts;
        },
        [this, range](const Result<Counts> &counts) {
            if (counts)
                m_finding->setText(m_chart->findingOf(range, counts.value().first, counts.value().second));
        });
}

// --- selecting ---

void TimelinePage::filterTimes(TimeMs from, TimeMs to, const QString &what)
{
    Filter filter = session().filter();
    (m_wanted.axis == TimelineOptions::Axis::Clock ? filter.clock : filter.sinceSend) = std::pair(from, to);
    session().setFilter(filter, what);
}

void TimelinePage::filterBurst()
{
    if (const auto &burst = m_chart->timeline().burst)
        filterTimes(burst->from, burst->to, tr("Burst"));
}

void TimelinePage::resetTimes()
{
    Filter filter = session().filter();
    (m_wanted.axis == TimelineOptions::Axis::Clock ? filter.clock : filter.sinceSend).reset();
    session().setFilter(filter, tr("All times"));
}

} // namespace clicksieve

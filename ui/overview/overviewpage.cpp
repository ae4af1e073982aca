// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overviewpage.h"

#include "ui/overview/actorlist.h"
#include "ui/overview/agreementcard.h"
#include "ui/overview/figurecard.h"
#include "ui/overview/linelist.h"
#include "ui/overview/overviewtext.h"
#include "ui/overview/ratechart.h"
#include "ui/overview/totalspanel.h"
#include "ui/session/subject.h"
#include "ui/theme/numbers.h"
#include "ui/theme/plainlabel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <array>

namespace clicksieve {

namespace {

constexpr int kMargin = 20;
constexpr int kGap = 14;
constexpr double kStoryScale = 1.15;
constexpr int kNarrow = 860; ///< below this width not everything fits side by side

using FigureCardList = std::array<FigureCard *, 4>;

} // namespace

OverviewPage::OverviewPage(Session &session, QWidget *parent)
    : Page(session, tr("Overview"), parent)
    , m_campaigns(new QComboBox)
    , m_heading(makePlainLabel(false))
    , m_sendTime(new QFrame)
    , m_sendTimeText(makePlainLabel(false))
    , m_story(makePlainLabel(false))
    , m_ctor(new FigureCard(tr("Click-to-open rate (CTOR)"), FigureCard::Size::Large))
    , m_clicked(new FigureCard(tr("People who clicked"), FigureCard::Size::Normal))
    , m_opened(new FigureCard(tr("People who opened"), FigureCard::Size::Normal))
    , m_machines(new FigureCard(tr("Made by machines"), FigureCard::Size::Normal))
    , m_cards(new QGridLayout)
    , m_pictures(new QHBoxLayout)
    , m_chartTitle(makePlainLabel(false))
    , m_chart(new RateChart)
    , m_actors(new ActorList)
    , m_agreement(new AgreementCard)
    , m_totals(new TotalsPanel)
    , m_unjudged(new LineList)
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(kMargin, kMargin - 4, kMargin, kMargin);
    column->setSpacing(kGap);
    makeHeading(column);
    makeCards(column);
    column->addWidget(m_story);
    makePictures(column);
    column->addWidget(m_agreement);
    column->addWidget(m_totals);
    column->addWidget(m_unjudged);
    column->addStretch(1);

    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    arrange(false);
}

void OverviewPage::makeHeading(QVBoxLayout *column)
{
    m_campaigns->setAccessibleName(tr("Campaign"));
    m_campaigns->setToolTip(tr("Show one campaign, here and on every other page"));
    m_campaigns->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_campaigns->setMinimumContentsLength(28);
    connect(m_campaigns, &QComboBox::activated, this, &OverviewPage::chooseCampaign);

    auto *row = new QHBoxLayout;
    row->addWidget(m_campaigns);
    row->addWidget(m_heading, 1);
    column->addLayout(row);

    auto *button = new QPushButton(tr("Set send time…"));
    button->setProperty("look", QStringLiteral("small"));
    connect(button, &QPushButton::clicked, this, &OverviewPage::sendTimeWanted);
    m_sendTime->setProperty("look", QStringLiteral("card"));
    auto *sendTimeRow = new QHBoxLayout(m_sendTime);
    sendTimeRow->setContentsMargins(16, 8, 16, 8);
    sendTimeRow->addWidget(m_sendTimeText, 1);
    sendTimeRow->addWidget(button);
    m_sendTime->hide();
    column->addWidget(m_sendTime);
}

void OverviewPage::makeCards(QVBoxLayout *column)
{
    m_cards->setSpacing(kGap);
    column->addLayout(m_cards);

    QFont font = m_story->font();
    font.setPointSizeF(font.pointSizeF() * kStoryScale);
    m_story->setFont(font);
    m_story->setTextInteractionFlags(Qt::TextSelectableByMouse);
}

void OverviewPage::makePictures(QVBoxLayout *column)
{
    auto *chartCard = new QFrame;
    chartCard->setProperty("look", QStringLiteral("card"));
    auto *chartColumn = new QVBoxLayout(chartCard);
    chartColumn->setContentsMargins(16, 12, 10, 8);
    chartColumn->addWidget(m_chartTitle);
    chartColumn->addWidget(m_chart);
    chartColumn->addStretch(1);

    m_pictures->setSpacing(kGap);
    m_pictures->addWidget(chartCard, 3);
    m_pictures->addWidget(m_actors, 2);
    column->addLayout(m_pictures);
}

/// Four cards and two pictures side by side, or, in a narrow window, two cards and one picture.
void OverviewPage::arrange(bool narrow)
{
    const FigureCardList cards{m_ctor, m_clicked, m_opened, m_machines};
    const int columns = narrow ? 2 : static_cast<int>(cards.size());
    for (int i = 0; i < static_cast<int>(cards.size()); ++i) {
        m_cards->removeWidget(cards[static_cast<std::size_t>(i)]);
        m_cards->addWidget(cards[static_cast<std::size_t>(i)], i / columns, i % columns);
    }
    for (int column = 0; column < static_cast<int>(cards.size()); ++column) {
        const int wide = column == 0 ? 4 : 3; // the first one is the answer
        m_cards->setColumnStretch(column, narrow ? (column < columns ? 1 : 0) : wide);
    }
    m_pictures->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_isNarrow = narrow;
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    if (const bool narrow = width() < kNarrow; narrow != m_isNarrow)
        arrange(narrow);
}

bool OverviewPage::isUpToDate() const
{
    return !m_job.isRunning() && m_shown == ViewKey::of(session());
}

void OverviewPage::refresh()
{
    fillCampaigns();
    const ViewKey key = ViewKey::of(session());
    m_job.start<OverviewData>([analysis = session().analysis(), filter = session().filter()](
                                  JobContext &context) { return makeOverview(analysis, filter, context); },
                              [this, key](const Result<OverviewData> &result) {
                                  m_shown = key;
                                  if (result.ok())
                                      showData(result.value());
                              });
}

void OverviewPage::fillCampaigns()
{
    const EventTable &table = *session().analysis().table;
    if (m_campaignsOf != &table) {
        m_campaignsOf = &table;
        m_campaigns->clear();
        m_campaigns->addItem(
            tr("All %1 campaigns").arg(countText(static_cast<quint64>(table.campaignCount()))));
        for (std::uint32_t i = 0; i < table.campaignCount(); ++i)
            m_campaigns->addItem(visibleText(table.campaignName(CampaignIndex{i})));
        m_campaigns->setVisible(table.campaignCount() > 1);
    }
    const auto campaign = session().filter().campaign;
    m_campaigns->setCurrentIndex(campaign && !campaign->isNone() ? static_cast<int>(campaign->value()) + 1
                                                                 : 0);
}

void OverviewPage::chooseCampaign(int entry)
{
    Filter filter = session().filter();
    filter.campaign.reset();
    if (entry > 0)
        filter.campaign = CampaignIndex{static_cast<std::uint32_t>(entry - 1)};
    session().setFilter(filter, entry > 0 ? tr("campaign %1").arg(m_campaigns->itemText(entry))
                                          : tr("all campaigns"));
}

void OverviewPage::showData(const OverviewData &overview)
{
    const EventTable &table = *m_shown.table;
    const Verdicts &verdicts = *m_shown.verdicts;
    m_heading->setText(headingText(overview, table));
    m_sendTimeText->setText(missingSendTimeText(overview));
    m_sendTime->setVisible(overview.withoutSendTime > 0);
    m_story->setText(storyText(overview, verdicts));
    showCards(overview);
    showRates(overview);
    m_actors->setActors(overview.actors, verdicts);
    m_agreement->setVisible(overview.agreement.has_value());
    m_agreement->setAgreement(overview.agreement.value_or(VendorAgreement{}));
    if (table.isTotalsOnly())
        m_unjudged->setLines(tr("How the files were read"), readingTexts(table),
                             tr("Every row of the files could be read."));
    else
        m_unjudged->setLines(tr("What could not be judged"),
                             unjudgedTexts(overview, verdicts) + readingTexts(table),
                             tr("Every open and click could be judged."));
    showTotals();
}

/// Totals stand beside what is made of events; where there are no events, they stand alone instead of zeros.
void OverviewPage::showTotals()
{
    const EventTable &table = *m_shown.table;
    const bool isAll = table.isTotalsOnly();
    for (QWidget *card : FigureCardList{m_ctor, m_clicked, m_opened, m_machines})
        card->setVisible(!isAll);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_story), m_chart->parentWidget(), static_cast<QWidget *>(m_actors)})
        widget->setVisible(!isAll);
    m_totals->setVisible(!table.totals().isEmpty());
    m_totals->setTotals(table.totals(), isAll);
}

void OverviewPage::showCards(const OverviewData &overview)
{
    const Figures &total = overview.total;
    const bool messages = countsMessages(overview);
    m_clicked->setTitle(messages ? tr("Messages clicked") : tr("People who clicked"));
    m_opened->setTitle(messages ? tr("Messages opened") : tr("People who opened"));
    using Colour = FigureCard::Colour;
    const Ratio raw = total.ctor(total.raw);
    const Ratio people = total.ctor(total.adjusted);
    m_ctor->setFigures(
        {{percentText(raw.value()), tr("reported"),
          ratioTip(tr("As reported: messages with a click, divided by messages with an open."), raw),
          Colour::Raw},
         {percentText(people.value()), tr("people only"),
          ratioTip(tr("People only: messages that a person clicked, divided by messages that a person opened "
                      "or clicked."),
                   people),
          Colour::Human}});
    m_ctor->setNote(doubtText(total), doubtTip(total));

    m_clicked->setFigures({{countText(total.raw.uniqueClicks), tr("reported"),
                            tr("Messages with at least one click of any kind."), Colour::Raw},
                           {countText(total.adjusted.uniqueClicks), tr("people only"),
                            tr("Messages with at least one click of a person."), Colour::Human}});
    m_clicked->setNote(
        unbroken(tr("%1 of those delivered").arg(percentText(total.ctr(total.adjusted).value()))),
        ratioTip(tr("Messages clicked by a person, divided by messages delivered (sent, where the export "
                    "does not say what was delivered)."),
                 total.ctr(total.adjusted)));

    m_opened->setFigures(
        {{countText(total.raw.uniqueOpens), tr("reported"),
          tr("Messages with at least one open of any kind."), Colour::Raw},
         {countText(total.adjusted.uniqueOpens), tr("people only"),
          tr("Messages with an open or a click of a person. Who clicked has opened, even with images "
             "off."),
          Colour::Human}});
    m_opened->setNote(
        unbroken(tr("%1 of those delivered").arg(percentText(total.openRate(total.adjusted).value()))),
        ratioTip(tr("Messages opened by a person, divided by messages delivered (sent, where the export "
                    "does not say what was delivered)."),
                 total.openRate(total.adjusted)));

    const Ratio clicks{total.machineClicks, total.raw.clicks};
    const Ratio opens{total.machineOpens, total.raw.opens};
    m_machines->setFigures(
        {{percentText(clicks.value()), tr("of clicks"),
          ratioTip(tr("Clicks that a machine made, of all clicks."), clicks), Colour::Machine}});
    QString note = (messages ? tr("on %1 of %2 messages") : tr("from %1 of %2 recipients"))
                       .arg(countText(total.machineRecipients), countText(total.messages));
    if (opens.value())
        note += tr("; %1 of opens").arg(percentText(opens.value()));
    m_machines->setNote(
        unbroken(note),
        ratioTip(tr("Messages with at least one open or click of a machine, of all messages in view."),
                 {total.machineRecipients, total.messages})
            + QLatin1Char('\n') + ratioTip(tr("Opens that a machine made, of all opens."), opens));
}

void OverviewPage::showRates(const OverviewData &overview)
{
    std::vector<RatePair> rates;
    QString title;
    if (overview.campaignsInView == 1) {
        const Figures &total = overview.total;
        title = tr("The three rates, reported and of people only (lines: 95 % interval)");
        rates = {{tr("Click-to-open"), total.ctor(total.raw), total.ctor(total.adjusted)},
                 {tr("Opened, of delivered"), total.openRate(total.raw), total.openRate(total.adjusted)},
                 {tr("Clicked, of delivered"), total.ctr(total.raw), total.ctr(total.adjusted)}};
    } else {
        title = tr("Click-to-open rate by campaign (lines: 95 % interval)");
        for (const GroupFigures &group : overview.campaigns)
            rates.push_back({visibleText(m_shown.table->campaignName(CampaignIndex{group.group})),
                             group.figures.ctor(group.figures.raw),
                             group.figures.ctor(group.figures.adjusted)});
        const std::size_t more = overview.campaignsInView - overview.campaigns.size();
        if (more > 0)
            title += tr(", the %1 largest + %2 more")
                         .arg(countText(static_cast<quint64>(rates.size())),
                              countText(static_cast<quint64>(more)));
    }
    m_chartTitle->setText(title);
    m_chart->setRates(rates);
    m_chart->setPictureOf(subjectText(session().analysis(), session().filter()), this->title());
    m_chart->setFinding(title, tr("The click-to-open rate is %1 as reported and %2 among people.")
                                   .arg(percentText(overview.total.ctor(overview.total.raw).value()),
                                        percentText(overview.total.ctor(overview.total.adjusted).value())));
}

} // namespace clicksieve

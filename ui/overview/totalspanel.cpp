// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/totalspanel.h"

#include "core/metrics/totalrates.h"
#include "ui/overview/figurecard.h"
#include "ui/overview/overviewtext.h"
#include "ui/theme/numbers.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace clicksieve {

namespace {

constexpr int kGap = 14;

QLabel *makeLine(const QString &text, bool quiet, bool wraps)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(wraps);
    if (quiet)
        label->setProperty("look", QStringLiteral("quiet"));
    return label;
}

QFrame *makeCard(QVBoxLayout *&column)
{
    auto *card = new QFrame;
    card->setProperty("look", QStringLiteral("card"));
    column = new QVBoxLayout(card);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(6);
    return card;
}

void removeAll(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

/// "249 of 1,421"; how many are known where the rate is not.
QString partsText(const Ratio &ratio, const QString &counted)
{
    if (ratio.value())
        return TotalsPanel::tr("%1 of %2 %3")
            .arg(countText(ratio.numerator), countText(ratio.denominator), counted);
    if (ratio.numerator)
        return TotalsPanel::tr("%1; of how many, the file does not say").arg(countText(ratio.numerator));
    return TotalsPanel::tr("the file does not say");
}

QString sentencesOf(const Totals &totals)
{
    QStringList sentences;
    for (const TotalsOrigin &origin : totals.origins) {
        const QString sentence = visibleText(origin.sentence.toStdString());
        sentences += totals.origins.size() == 1
                         ? sentence
                         : TotalsPanel::tr("%1: %2").arg(visibleText(origin.title.toStdString()), sentence);
    }
    return sentences.join(QLatin1Char('\n'));
}

} // namespace

TotalsPanel::TotalsPanel(QWidget *parent)
    : QWidget(parent)
    , m_title(makeLine({}, false, true))
    , m_ctor(new FigureCard(tr("Click-to-open rate (CTOR)"), FigureCard::Size::Normal))
    , m_clicked(new FigureCard(tr("Clicked"), FigureCard::Size::Normal))
    , m_opened(new FigureCard(tr("Opened"), FigureCard::Size::Normal))
    , m_sentence(makeLine({}, false, true))
    , m_why(new QPushButton(tr("Why?")))
    , m_reason(makeLine(
          tr("A scanner gives itself away by when and how it acts: seconds after the mail arrived, all "
             "links at once, at many companies from one computer. A total says only how many opens "
             "and clicks there were, so those of people and of machines look the same. The "
             "people-only rate is therefore not known. That does not mean that there were no machines."),
          true, true))
    , m_campaigns(nullptr)
    , m_lines(new QGridLayout)
    , m_more(makeLine({}, true, true))
{
    auto *rates = new QHBoxLayout;
    rates->setSpacing(kGap);
    for (FigureCard *card : {m_ctor, m_clicked, m_opened})
        rates->addWidget(card, 1);

    QVBoxLayout *list = nullptr;
    m_campaigns = makeCard(list);
    m_lines->setHorizontalSpacing(24);
    m_lines->setVerticalSpacing(4);
    list->addLayout(m_lines);
    list->addWidget(m_more);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    column->addWidget(m_title);
    column->addLayout(rates);
    column->addWidget(makeExplanation());
    column->addWidget(m_campaigns);
}

QWidget *TotalsPanel::makeExplanation()
{
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_why->setProperty("look", QStringLiteral("small"));
    m_why->setCheckable(true);
    m_why->setAccessibleDescription(tr("Explains why people and machines cannot be told apart"));
    m_reason->hide();
    connect(m_why, &QPushButton::toggled, m_reason, &QWidget::setVisible);

    QVBoxLayout *column = nullptr;
    QFrame *card = makeCard(column);
    auto *row = new QHBoxLayout;
    row->addWidget(m_sentence, 1);
    row->addWidget(m_why, 0, Qt::AlignTop);
    column->addLayout(row);
    column->addWidget(m_reason);
    return card;
}

void TotalsPanel::setTotals(const Totals &totals, bool isAll)
{
    m_title->setText(
        tr("From files with totals only. They are in no other figure, and filters do not reach them."));
    m_title->setVisible(!isAll);
    m_sentence->setText(sentencesOf(totals));
    showRates(allTotals(totals));
    showCampaigns(totals);
}

void TotalsPanel::showRates(const CampaignTotals &all)
{
    const auto show = [](FigureCard *card, const Ratio &ratio, const QString &counted,
                         const QString &definition) {
        using Colour = FigureCard::Colour;
        const QString notKnown =
            tr("Not known: without the time of every open and click, people and machines cannot "
               "be told apart.");
        card->setFigures(
            {{percentText(ratio.value()), tr("reported only"), ratioTip(definition, ratio), Colour::Raw},
             {tr("unknown"), tr("people only"), notKnown, Colour::Raw}});
        card->setNote(partsText(ratio, counted), {});
    };
    const bool isDelivered = all.counts.get(Total::Delivered).has_value();
    const QString reached = isDelivered ? tr("delivered") : tr("sent");
    show(m_ctor, reportedCtor(all), tr("opened messages"),
         tr("As reported: messages with a click, divided by messages with an open."));
    show(m_clicked, reportedClickRate(all), reached,
         tr("As reported: messages with a click, divided by messages delivered (sent, where the export does "
            "not say "
            "what was delivered)."));
    show(m_opened, reportedOpenRate(all), reached,
         tr("As reported: messages with an open, divided by messages delivered (sent, where the export does "
            "not say "
            "what was delivered)."));
}

void TotalsPanel::showCampaigns(const Totals &totals)
{
    removeAll(*m_lines);
    m_campaigns->setVisible(totals.campaigns.size() > 1);
    if (totals.campaigns.size() < 2)
        return;
    std::vector<CampaignTotals> largest = totals.campaigns;
    std::ranges::stable_sort(largest, [](const CampaignTotals &one, const CampaignTotals &other) {
        return one.counts.get(Total::Opened).value_or(0) > other.counts.get(Total::Opened).value_or(0);
    });
    const std::size_t more = largest.size() - std::min(largest.size(), kCampaignsShown);
    largest.resize(largest.size() - more);
    addLine({tr("Campaign"), tr("Sent"), tr("Opened"), tr("Clicked"), tr("CTOR, reported only")}, true);
    for (const CampaignTotals &campaign : largest) {
        const std::string &name = campaign.shownName();
        addLine({name.empty() ? tr("(no campaign)") : visibleText(name), countText(campaign.reached()),
                 countText(campaign.counts.get(Total::Opened)),
                 countText(campaign.counts.get(Total::Clicked)), percentText(reportedCtor(campaign).value())},
                false);
    }
    m_more->setText(tr("and %1 more").arg(countText(static_cast<quint64>(more))));
    m_more->setVisible(more > 0);
}

void TotalsPanel::addLine(const QStringList &cells, bool isHead)
{
    const int row = m_lines->count() / static_cast<int>(cells.size()); // every line is full
    for (int column = 0; column < cells.size(); ++column) {
        auto *label = makeLine(cells[column], isHead, column == 0);
        m_lines->addWidget(label, row, column, column == 0 ? Qt::Alignment() : Qt::AlignRight);
    }
    m_lines->setColumnStretch(0, 1);
}

} // namespace clicksieve

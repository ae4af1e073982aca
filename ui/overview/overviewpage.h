// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/backgroundjob.h"
#include "ui/overview/overviewdata.h"
#include "ui/session/page.h"
#include "ui/session/viewkey.h"

class QComboBox;
class QGridLayout;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace clicksieve {

class ActorList;
class AgreementCard;
class FigureCard;
class LineList;
class RateChart;
class TotalsPanel;

/// The answer at a glance: the rates as reported and of people, what happened, who the machines are.
class OverviewPage : public Page {
    Q_OBJECT

public:
    explicit OverviewPage(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] bool isUpToDate() const override;

signals:
    /// The user wants to say when the campaign was sent.
    void sendTimeWanted();

protected:
    void refresh() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeHeading(QVBoxLayout *column);
    void makeCards(QVBoxLayout *column);
    void makePictures(QVBoxLayout *column);
    void arrange(bool narrow);
    void fillCampaigns();
    void chooseCampaign(int entry);
    void showData(const OverviewData &overview);
    void showCards(const OverviewData &overview);
    void showRates(const OverviewData &overview);
    void showTotals();

    BackgroundJob m_job;
    ViewKey m_shown;
    const EventTable *m_campaignsOf = nullptr; ///< whose campaigns are in the selector
    QComboBox *m_campaigns;
    QLabel *m_heading;
    QWidget *m_sendTime;
    QLabel *m_sendTimeText;
    QLabel *m_story;
    FigureCard *m_ctor;
    FigureCard *m_clicked;
    FigureCard *m_opened;
    FigureCard *m_machines;
    QGridLayout *m_cards;
    QHBoxLayout *m_pictures;
    bool m_isNarrow = false;
    QLabel *m_chartTitle;
    RateChart *m_chart;
    ActorList *m_actors;
    AgreementCard *m_agreement;
    TotalsPanel *m_totals;
    LineList *m_unjudged;
};

} // namespace clicksieve

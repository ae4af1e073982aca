// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/totals.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace clicksieve {

class FigureCard;

/// What exports without event times say: the rates as reported, and that those of people are not known, and why.
class TotalsPanel : public QWidget {
    Q_OBJECT

public:
    explicit TotalsPanel(QWidget *parent = nullptr);

    /// @p isAll: there are no events beside them.
    void setTotals(const Totals &totals, bool isAll);

private:
    [[nodiscard]] QWidget *makeExplanation();
    void showRates(const CampaignTotals &all);
    void showCampaigns(const Totals &totals);
    void addLine(const QStringList &cells, bool isHead);

    QLabel *m_title;
    FigureCard *m_ctor;
    FigureCard *m_clicked;
    FigureCard *m_opened;
    QLabel *m_sentence;
    QPushButton *m_why;
    QLabel *m_reason;
    QWidget *m_campaigns;
    QGridLayout *m_lines;
    QLabel *m_more;

    static constexpr std::size_t kCampaignsShown = 12;
};

} // namespace clicksieve

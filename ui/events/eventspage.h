// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"
#include "core/metrics/filter.h"
#include "ui/events/eventcolumn.h"
#include "ui/session/page.h"

#include <QTimer>

#include <optional>

class QLabel;
class QMenu;
class QModelIndex;
class QPushButton;
class QSplitter;

namespace clicksieve {

class EventsModel;
class FilterRow;
class TableView;
class WhyPanel;

/// Every open and click in a table, with the reasons for its verdict beside it.
class EventsPage : public Page {
    Q_OBJECT

public:
    explicit EventsPage(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] bool isUpToDate() const override;

    /// Shows why that open or click has its verdict, and its row where the filters let it pass.
    void goTo(std::size_t event);

    [[nodiscard]] TableView *table() const { return m_table; }
    [[nodiscard]] EventsModel *model() const { return m_model; }
    [[nodiscard]] FilterRow *filterRow() const { return m_filters; }
    [[nodiscard]] WhyPanel *whyPanel() const { return m_why; }
    /// "1,204 of 9,800,112 opens and clicks"
    [[nodiscard]] QString countText() const;

protected:
    void refresh() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeTop();
    [[nodiscard]] QWidget *makeTableSide();
    void setUpColumns();
    void sortAtFirst();
    void showFieldsUsed(bool used);
    void connectParts();
    void applyFilters();
    void adopt();
    void noteCurrentRow();
    void explain(std::size_t event);
    void showCount();
    void showOnlyDomainOf(std::size_t event, bool andVerdict);
    void addOverride(std::size_t event, Override::Scope scope, bool isMachine);
    void takeOverrideBack(std::size_t event);
    void fillMenu(QMenu *menu, const QModelIndex &index);

    EventsModel *m_model;
    TableView *m_table;
    FilterRow *m_filters;
    WhyPanel *m_why;
    QSplitter *m_splitter;
    QLabel *m_count = nullptr;
    QLabel *m_onlyHere = nullptr; ///< says what the fields above the table do
    QPushButton *m_clear = nullptr;
    QTimer m_busy; ///< runs out when making the rows takes long enough to say so

    Analysis m_shown; ///< of the last refresh()
    Filter m_shownFilter;
    std::optional<std::size_t> m_event; ///< that the panel explains
    std::optional<EventColumn> m_sortedAtFirst;
    bool m_filtersPending = false;
};

} // namespace clicksieve

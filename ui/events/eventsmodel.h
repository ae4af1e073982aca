// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/backgroundjob.h"
#include "ui/events/eventquery.h"
#include "ui/events/eventtext.h"
#include "ui/tables/csvfile.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace clicksieve {

class EventRanks;

/// The opens and clicks of a snapshot, as a table. Row numbers go through a vector of event positions that is selected
/// and sorted in the background; what was shown before stays until then, and the swap is a model reset.
class EventsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        VerdictRole = Qt::UserRole + 10 ///< int, a Verdict: for the coloured mark
    };
    using Rows = std::vector<std::uint32_t>;

    explicit EventsModel(QObject *parent = nullptr);
    ~EventsModel() override;

    /// Shows what passes @p query, in the order of sort(): the order in @p query is ignored. updated() follows.
    void show(const Analysis &analysis, const EventQuery &query);
    /// Shows exactly these events (opens and clicks) in this order, at once.
    void showRows(const Analysis &analysis, Rows rows);

    /// False while the rows of the last show() or sort() are being made.
    [[nodiscard]] bool isUpToDate() const { return !m_job.isRunning(); }
    /// Opens and clicks in the whole snapshot that is on screen.
    [[nodiscard]] quint64 totalCount() const;
    [[nodiscard]] const Analysis &analysis() const { return m_analysis; }

    /// Position in the EventTable. @pre 0 <= row < rowCount()
    [[nodiscard]] std::size_t eventAt(int row) const { return (*m_rows)[static_cast<std::size_t>(row)]; }
    /// -1 where the event is not shown. Looks at every row: some milliseconds for ten million.
    [[nodiscard]] int rowOf(std::size_t event) const;
    /// All rows as they are now, for a worker.
    [[nodiscard]] CsvRows csvRows() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    /// In the background. @p column -1: the order of the files.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

signals:
    void busyChanged(bool busy);
    void updated(); ///< the rows are those that were asked for
    void failed(const QString &message);

private:
    void start();
    void accept(const Analysis &analysis, Result<Rows> rows);
    void swapIn(const Analysis &analysis, Rows rows);
    [[nodiscard]] QString toolTip(std::size_t event, EventColumn column) const;

    Analysis m_wanted; ///< of the last show()
    EventQuery m_query;
    std::shared_ptr<EventRanks> m_ranks; ///< of m_wanted; used by the job only

    Analysis m_analysis; ///< on screen
    std::shared_ptr<const Rows> m_rows = std::make_shared<const Rows>();
    EventText m_text;
    BackgroundJob m_job;
};

} // namespace clicksieve

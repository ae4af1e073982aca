// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"

#include <QAbstractTableModel>

namespace clicksieve {

/// The user's own verdicts, the latest first: on what, whose, how many opens and clicks it decides.
class OverridesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { What, Whose, Events, ColumnCount };

    explicit OverridesModel(QObject *parent = nullptr);

    /// Those of @p analysis, which may have none.
    void show(const Analysis &analysis);
    /// Its place in the list that the analysis was judged with.
    [[nodiscard]] std::size_t placeAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString whatText(const Override &override) const;

    Analysis m_analysis;
};

} // namespace clicksieve

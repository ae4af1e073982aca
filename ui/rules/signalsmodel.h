// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/verdicts.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace clicksieve {

/// The signals of a ruleset, each to be switched on and off: how many opens and clicks it speaks of, or why it cannot.
class SignalsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Title, Events, State, ColumnCount };

    explicit SignalsModel(QObject *parent = nullptr);

    /// @p reports are of the verdicts that these signals led to; of others by the same ids while they are being made.
    void show(const std::vector<SignalSpec> &specs, const std::vector<SignalReport> &reports);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void switched(int row, bool isOn);

private:
    [[nodiscard]] const SignalReport *reportOf(const SignalSpec &spec) const;
    [[nodiscard]] QString stateText(const SignalSpec &spec) const;

    std::vector<SignalSpec> m_specs;
    std::vector<SignalReport> m_reports;
};

} // namespace clicksieve

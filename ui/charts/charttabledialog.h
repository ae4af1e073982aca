// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>
#include <QVector>

namespace clicksieve {

/// The figures of a chart as a table that can be copied and saved. Not modal, so it can stay beside the chart.
class ChartTableDialog : public QDialog {
    Q_OBJECT

public:
    /// @p rows: header first.
    ChartTableDialog(const QString &title, const QVector<QStringList> &rows, QWidget *parent = nullptr);
};

} // namespace clicksieve

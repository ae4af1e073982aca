// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/import/importentry.h"

#include <QAbstractTableModel>

#include <vector>

namespace clicksieve {

/// The files of an import that is being prepared, a line each. Owned by the dialog, which changes the entries here.
class ImportFilesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { File, StateColumn, ReadAs, Sureness, Rows, First, Last, ColumnCount };

    explicit ImportFilesModel(QObject *parent = nullptr);

    [[nodiscard]] const std::vector<ImportEntry> &entries() const { return m_entries; }
    /// Takes other entries; where there are as many as before, selection and scrolling stay.
    void setEntries(std::vector<ImportEntry> entries);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString text(const ImportEntry &entry, int column);

    std::vector<ImportEntry> m_entries;
};

} // namespace clicksieve

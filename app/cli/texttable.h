// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace clicksieve {

/// Columns of text for standard output, under their heads.
class TextTable {
public:
    enum class Align {
        Numbers, ///< the first column to the left, the others to the right
        Words    ///< all to the left
    };

    explicit TextTable(const QStringList &head, Align align = Align::Numbers);

    void add(const QStringList &row) { m_rows.push_back(row); }
    void print() const;

private:
    std::vector<QStringList> m_rows;
    Align m_align;
};

} // namespace clicksieve

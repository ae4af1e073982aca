// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"

#include <QObject>

#include <vector>

namespace clicksieve {

/// What was opened lately, with what was said of its files, newest first. Kept in QSettings at once, so that a
/// second window or a crash loses nothing.
class RecentOpenings : public QObject {
    Q_OBJECT

public:
    explicit RecentOpenings(QObject *parent = nullptr);

    [[nodiscard]] const std::vector<AnalysisRequest> &entries() const { return m_entries; }
    /// Puts @p request first; the same files opened before move up instead of standing there twice.
    void add(const AnalysisRequest &request);
    void clear();

    /// "spring.csv", "spring.csv and 2 more": plain text
    [[nodiscard]] static QString label(const AnalysisRequest &request);
    /// The files with their folders, one a line: plain text
    [[nodiscard]] static QString details(const AnalysisRequest &request);

signals:
    void changed();

private:
    void load();
    void save() const;

    std::vector<AnalysisRequest> m_entries;
};

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/mapping/columnguess.h"

#include <QWidget>

#include <map>
#include <memory>
#include <optional>

class QComboBox;
class QGridLayout;
class QLabel;

namespace clicksieve {

class ZoneChoice;

/// The form of the mapping page: for each meaning the column that has it, how times are written, and in which zone.
/// Shows a draft and says what the user chooses; the draft is the page's.
class ColumnChoices : public QWidget {
    Q_OBJECT

public:
    explicit ColumnChoices(QWidget *parent = nullptr);

    /// Offers the columns of @p sample and marks what @p guess proposes.
    void setSample(std::shared_ptr<const RecordSample> sample, MappingGuess guess);
    /// No signal.
    void showDraft(const FormatDraft &draft);

signals:
    /// @p column is empty for none.
    void columnChosen(clicksieve::Field field, const std::string &column);
    void everyRowChosen(std::optional<clicksieve::EventType> type);
    void timePatternChosen(const QString &pattern);
    /// Empty: not known.
    void zoneChosen(const QString &zone);

private:
    struct Row {
        QLabel *label = nullptr;
        QComboBox *combo = nullptr;
        QLabel *mark = nullptr; ///< "proposed"
    };

    Row addRow(const QString &label, QComboBox *combo, const QString &explanation);
    void addColumnRow(Field field);
    void addTimeRows();
    void addNote(QLabel *note);
    void showWays(const FormatDraft &draft);
    void showZone(const FormatDraft &draft);
    void markProposals(const FormatDraft &draft);
    static void setRowVisible(const Row &row, bool visible);

    QGridLayout *m_grid;
    int m_rows = 0;
    std::map<Field, Row> m_columns;
    Row m_everyRow;
    Row m_way;
    Row m_zoneRow;
    ZoneChoice *m_zone;
    QLabel *m_wayNote;
    std::shared_ptr<const RecordSample> m_sample;
    MappingGuess m_guess;
};

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/events/eventquery.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QTableView;

namespace clicksieve {

/// A row of entry fields, each above its column of the event table and moving with it.
class FilterRow : public QWidget {
    Q_OBJECT

public:
    /// @p table: has its model, shows EventColumn columns, outlives this.
    explicit FilterRow(QTableView *table, QWidget *parent = nullptr);

    /// Sets texts, what and verdict of @p query; leaves the rest.
    void applyTo(EventQuery &query) const;
    [[nodiscard]] bool isClear() const;
    void clear();
    /// Puts the cursor into the first field.
    void focusFirst();

    [[nodiscard]] QLineEdit *edit(EventColumn column) const { return m_edits.value(column); }
    [[nodiscard]] QComboBox *whatBox() const { return m_what; }
    [[nodiscard]] QComboBox *verdictBox() const { return m_verdict; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void edited();  ///< at once, with every key: for buttons that depend on isClear()
    void changed(); ///< some tenths of a second after the last edit
    void left();    ///< Escape or the down key: the user wants to go to the table

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addEdit(EventColumn column, const QString &accessibleName);
    [[nodiscard]] QComboBox *addBox(EventColumn column, const QString &accessibleName);
    void noteEdit();
    void place();
    void orderTabs();
    void makeVisible(const QWidget *field);

    QTableView *m_table;
    QHash<EventColumn, QWidget *> m_fields;
    QHash<EventColumn, QLineEdit *> m_edits;
    QComboBox *m_what = nullptr;
    QComboBox *m_verdict = nullptr;
    QTimer m_wait;
};

} // namespace clicksieve

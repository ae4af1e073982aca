// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/zonechoice.h"

#include "core/ingest/timezone.h"

#include <QCompleter>
#include <QLineEdit>
#include <QTimeZone>
#include <QWheelEvent>

namespace clicksieve {

ZoneChoice::ZoneChoice(QWidget *parent) : QComboBox(parent)
{
    setEditable(true); // typing finds a zone among the 400
    setInsertPolicy(QComboBox::NoInsert);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    addItem(QString(), QString());
    addItem(QStringLiteral("UTC"), QStringLiteral("UTC"));
    const auto zones = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &id : zones) {
        const QString name = QString::fromLatin1(id);
        if (name.contains(QLatin1Char('/')) || name.startsWith(QStringLiteral("UTC")))
            addItem(name, name);
    }
    connect(this, &QComboBox::activated, this, &ZoneChoice::finish);
    connect(lineEdit(), &QLineEdit::editingFinished, this, &ZoneChoice::finish);
}

void ZoneChoice::setUnsaidText(const QString &text)
{
    setItemText(0, text);
}

void ZoneChoice::setZone(const QString &zone)
{
    m_shown = zone;
    const int entry = findData(zone);
    if (entry >= 0)
        setCurrentIndex(entry);
    else
        setEditText(zone);
}

QString ZoneChoice::zone() const
{
    // What was typed counts, unless it is the text of an entry.
    const int entry = findText(currentText(), Qt::MatchFixedString);
    return entry >= 0 ? itemData(entry).toString() : currentText().trimmed();
}

void ZoneChoice::finish()
{
    const QString now = zone();
    if (!now.isEmpty() && !TimeZone::named(now)) {
        setZone(m_shown); // there is no such zone: back to the last one
        return;
    }
    if (now == m_shown)
        return;
    m_shown = now;
    emit chosen(now);
}

void ZoneChoice::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/import/importentry.h"

#include <QHash>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace clicksieve {

class FormatCatalogue;
class ZoneChoice;

/// What can be said of one file of an import. Shows an entry; hands back the choice when the user changes it.
class FileAnswers : public QWidget {
    Q_OBJECT

public:
    explicit FileAnswers(QWidget *parent = nullptr);

    /// The formats to choose from.
    void setFormats(const FormatCatalogue &formats);
    /// Shows another file, or the same one after something was found out. Emits nothing.
    void showEntry(const ImportEntry &entry);

signals:
    void changed(const clicksieve::SourceChoice &choice);
    /// The user wants to say what the columns mean.
    void mappingWanted();

private:
    void addRow(QWidget *title, QWidget *field);
    void setRowVisible(QWidget *field, bool isVisible);
    void connectFields();
    void fillZone(const ImportEntry &entry);
    void fillDayOrder(const ImportEntry &entry);
    void fillCampaign(const ImportEntry &entry);
    void fillSendTime(const ImportEntry &entry);
    [[nodiscard]] TimeMs typedSendTime() const;
    [[nodiscard]] static QString sendTimeNote(const ImportEntry &entry);
    [[nodiscard]] static QString campaignFromName(const ImportEntry &entry);

    ImportEntry m_entry;
    bool m_isFilling = false; ///< what changes now was not the user's doing
    QLabel *m_name;
    QLabel *m_sentence;
    QPushButton *m_map;
    QComboBox *m_format;
    ZoneChoice *m_zone;
    QLabel *m_zoneNote;
    QComboBox *m_dayOrder;
    QLineEdit *m_campaign;
    QPushButton *m_useFileName;
    QCheckBox *m_hasSendTime;
    QDateTimeEdit *m_sendTime;
    QLabel *m_sendTimeNote;
    QCheckBox *m_leaveOut;
    QGridLayout *m_rows;
    QHash<QWidget *, QWidget *> m_titles; ///< field → what stands before it; null where nothing does
};

} // namespace clicksieve

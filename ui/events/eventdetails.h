// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/events/eventtext.h"

#include <QWidget>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace clicksieve {

/// Who, where and with what: the texts of one event in full, to be read and copied. The address that was clicked can
/// be copied but not opened: opening it would be a click as that recipient.
class EventDetails : public QWidget {
    Q_OBJECT

public:
    explicit EventDetails(QWidget *parent = nullptr);

    void show(const Analysis &analysis, std::size_t event);

private:
    /// @p extra: what stands to the right of the field; may be null.
    [[nodiscard]] QLineEdit *addField(const QString &title, QWidget *extra = nullptr);
    [[nodiscard]] QPushButton *makeCopyButton();
    static void fill(QLineEdit *field, const QString &text, const QString &whyNot);
    void copyUrl() const;

    QFormLayout *m_form;
    QPushButton *m_copyUrl;
    QLineEdit *m_actor;
    QLineEdit *m_recipient;
    QLineEdit *m_time;
    QLineEdit *m_url;
    QLineEdit *m_address;
    QLineEdit *m_agent;
    QLineEdit *m_row;
    QString m_rawUrl; ///< as in the file, for the clipboard
};

} // namespace clicksieve

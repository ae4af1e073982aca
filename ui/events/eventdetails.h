// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/events/eventtext.h"

#include <QHash>
#include <QWidget>

class QFormLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace clicksieve {

class WrappedField;

/// Who, where and with what: the texts of one event in full, to be read and copied. The address that was clicked can
/// be copied but not opened: opening it would be a click as that recipient.
class EventDetails : public QWidget {
    Q_OBJECT

public:
    explicit EventDetails(QWidget *parent = nullptr);

    void show(const Analysis &analysis, std::size_t event);

private:
    /// @p extra: what stands to the right of the field; may be null.
    [[nodiscard]] WrappedField *addField(const QString &title, QWidget *extra = nullptr);
    [[nodiscard]] QPushButton *makeCopyButton();
    static void fill(WrappedField *field, const QString &text, const QString &whyNot);
    void nameActor(Verdict verdict, ActorKind kind);
    void copyUrl() const;

    QFormLayout *m_form;
    QHash<WrappedField *, QHBoxLayout *> m_rows; ///< where each field stands
    QPushButton *m_copyUrl;
    QLabel *m_actorTitle = nullptr;
    WrappedField *m_actor;
    WrappedField *m_recipient;
    WrappedField *m_time;
    WrappedField *m_url;
    WrappedField *m_address;
    WrappedField *m_agent;
    WrappedField *m_row;
    QString m_rawUrl; ///< as in the file, for the clipboard
};

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/eventdetails.h"

#include "ui/tables/roles.h"
#include "ui/theme/numbers.h"

#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace clicksieve {

EventDetails::EventDetails(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
    , m_copyUrl(makeCopyButton())
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setVerticalSpacing(2);
    m_actor = addField(tr("Machine"));
    m_recipient = addField(tr("Recipient"));
    m_time = addField(tr("Time (UTC)"));
    m_url = addField(tr("Address clicked"), m_copyUrl);
    m_address = addField(tr("IP address"));
    m_agent = addField(tr("Program"));
    m_row = addField(tr("In the export"));
}

QPushButton *EventDetails::makeCopyButton()
{
    auto *button = new QPushButton(tr("Copy"), this);
    button->setProperty("look", QStringLiteral("link"));
    button->setAccessibleName(tr("Copy the address clicked"));
    button->setToolTip(
        tr("Copies it as text. Clicksieve never opens it: that would be a click as this recipient."));
    connect(button, &QPushButton::clicked, this, &EventDetails::copyUrl);
    return button;
}

QLineEdit *EventDetails::addField(const QString &title, QWidget *extra)
{
    auto *field =
        new QLineEdit(this); // shows the beginning of a long text and lets it be read and copied by keyboard
    field->setReadOnly(true);
    field->setFrame(false);
    field->setAccessibleName(title);
    field->setStyleSheet(QStringLiteral("QLineEdit { background: transparent; }")); // in every theme
    auto *label = new QLabel(title, this);
    label->setProperty("look", QStringLiteral("quiet"));
    label->setBuddy(field);
    auto *row = new QHBoxLayout;
    row->addWidget(field, 1);
    if (extra != nullptr)
        row->addWidget(extra);
    m_form->addRow(label, row);
    return field;
}

void EventDetails::show(const Analysis &analysis, std::size_t event)
{
    const EventTable &table = *analysis.table;
    const EventText text(analysis);
    const auto fillFrom = [&](QLineEdit *field, EventColumn column) {
        fill(field, text.cell(event, column), text.whyUnknown(event, column));
    };
    const QString kind = text.actorKind(event);
    const QString actor = text.cell(event, EventColumn::Actor);
    fill(m_actor, kind.isEmpty() ? actor : QStringLiteral("%1 (%2)").arg(actor, kind),
         text.whyUnknown(event, EventColumn::Actor));
    fillFrom(m_recipient, EventColumn::Recipient);
    fillFrom(m_time, EventColumn::Time);
    fillFrom(m_address, EventColumn::Address);
    fillFrom(m_agent, EventColumn::Agent);

    const std::string_view url = table.urlText(table.url(event));
    fill(m_url, url.empty() ? QString(QChar(kUnknownSign)) : visibleText(url),
         text.whyUnknown(event, EventColumn::Link));
    m_rawUrl = QString::fromUtf8(url.data(), static_cast<qsizetype>(url.size()));
    m_copyUrl->setVisible(!url.empty());

    const std::size_t source = table.source(event).value();
    const QString file = source < table.sources().size() ? table.sources()[source].name : QString();
    fill(m_row, tr("row %1 of %2").arg(countText(quint64{table.row(event)}), visibleText(file.toStdString())),
         {});
}

void EventDetails::fill(QLineEdit *field, const QString &text, const QString &whyNot)
{
    field->setText(text);
    field->setCursorPosition(0);
    field->setToolTip(QStringLiteral("<p>%1</p>").arg((whyNot.isEmpty() ? text : whyNot).toHtmlEscaped()));
}

void EventDetails::copyUrl() const
{
    QGuiApplication::clipboard()->setText(m_rawUrl);
}

} // namespace clicksieve

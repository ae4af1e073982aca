// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/eventdetails.h"

#include "core/networks/networknames.h"
#include "ui/events/wrappedfield.h"
#include "ui/tables/roles.h"
#include "ui/theme/numbers.h"

#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace clicksieve {

namespace {

/// Who runs the network that the event came from; nullopt where that is not known.
std::optional<NetworkName> networkOf(const Analysis &analysis, std::size_t event)
{
    if (analysis.networks == nullptr)
        return std::nullopt;
    return analysis.networks->find(analysis.table->addressText(analysis.table->client(event)));
}

} // namespace

EventDetails::EventDetails(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
    , m_copyUrl(makeCopyButton())
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setVerticalSpacing(2);
    m_actor = addField(tr("Machine"));
    m_actorTitle = qobject_cast<QLabel *>(m_form->labelForField(m_rows.value(m_actor)));
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

WrappedField *EventDetails::addField(const QString &title, QWidget *extra)
{
    auto *field = new WrappedField(this);
    field->setAccessibleName(title);
    auto *label = new QLabel(title, this);
    label->setProperty("look", QStringLiteral("quiet"));
    label->setBuddy(field);
    auto *row = new QHBoxLayout;
    row->addWidget(field, 1, Qt::AlignTop);
    if (extra != nullptr)
        row->addWidget(extra, 0, Qt::AlignTop);
    m_form->addRow(label, row);
    m_rows.insert(field, row);
    return field;
}

void EventDetails::show(const Analysis &analysis, std::size_t event)
{
    const EventTable &table = *analysis.table;
    const EventText text(analysis);
    const auto fillFrom = [&](WrappedField *field, EventColumn column) {
        fill(field, text.cell(event, column), text.whyUnknown(event, column));
    };
    nameActor(analysis.verdicts->verdict(event), analysis.verdicts->actor(event).kind);
    const QString kind = text.actorKind(event);
    const QString actor = text.cell(event, EventColumn::Actor);
    fill(m_actor, kind.isEmpty() ? actor : QStringLiteral("%1 (%2)").arg(actor, kind),
         text.whyUnknown(event, EventColumn::Actor));
    fillFrom(m_recipient, EventColumn::Recipient);
    fillFrom(m_time, EventColumn::Time);
    fillFrom(m_address, EventColumn::Address);
    if (const auto network = networkOf(analysis, event))
        m_address->setText(tr("%1 (%2)").arg(text.cell(event, EventColumn::Address),
                                             visibleText(textOf(*network).toStdString())));
    fillFrom(m_agent, EventColumn::Agent);

    const std::string_view url = table.urlText(table.url(event));
    fill(m_url, url.empty() ? QString(QChar(kUnknownSign)) : visibleText(url),
         text.whyUnknown(event, EventColumn::Link));
    m_rawUrl = QString::fromUtf8(url.data(), static_cast<qsizetype>(url.size()));
    m_copyUrl->setVisible(!url.empty());
    m_form->setRowVisible(m_rows.value(m_url), table.type(event) == EventType::Click);

    const std::size_t source = table.source(event).value();
    const QString file = source < table.sources().size() ? table.sources()[source].name : QString();
    fill(m_row, tr("row %1 of %2").arg(countText(quint64{table.row(event)}), visibleText(file.toStdString())),
         {});
}

/// What a person opened through is no machine that did it.
void EventDetails::nameActor(Verdict verdict, ActorKind kind)
{
    QString title = tr("Machine");
    if (verdict == Verdict::Human)
        title = kind == ActorKind::SharedEgress ? tr("Came through") : tr("Fetched by");
    m_actorTitle->setText(title);
    m_actor->setAccessibleName(title);
    m_form->setRowVisible(m_rows.value(m_actor), verdict != Verdict::Human || kind != ActorKind::Unknown);
}

void EventDetails::fill(WrappedField *field, const QString &text, const QString &whyNot)
{
    field->setText(text);
    field->setToolTip(whyNot.isEmpty() ? QString() : QStringLiteral("<p>%1</p>").arg(whyNot.toHtmlEscaped()));
}

void EventDetails::copyUrl() const
{
    QGuiApplication::clipboard()->setText(m_rawUrl);
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/mappinglabels.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QSignalBlocker>

#include <array>

namespace clicksieve {

namespace {

/// The frequent ones first.
constexpr std::array kTypes = {EventType::Open,      EventType::Click,  EventType::Sent,
                               EventType::Delivered, EventType::Bounce, EventType::Unsubscribe,
                               EventType::Complaint, EventType::Other};

QString tr(const char *text)
{
    return QCoreApplication::translate("mapping", text);
}

} // namespace

QString labelOf(Field field)
{
    switch (field) {
    case Field::Time:
        return tr("Time");
    case Field::TimeOfDay:
        return tr("Time of day");
    case Field::Event:
        return tr("What happened");
    case Field::Recipient:
    case Field::RecipientKey:
        return tr("Recipient");
    case Field::Campaign:
        return tr("Campaign");
    case Field::CampaignName:
        return tr("Campaign name");
    case Field::Url:
        return tr("Link");
    case Field::Address:
        return tr("IP address");
    case Field::Agent:
        return tr("Browser or program");
    case Field::SentAt:
        return tr("Sent at");
    case Field::MachineFlag:
        return tr("Machine mark");
    }
    return {};
}

QString explanationOf(Field field)
{
    switch (field) {
    case Field::Time:
        return tr("When the open or click happened.");
    case Field::TimeOfDay:
        return tr("Only where the day and the time of day stand in two columns.");
    case Field::Event:
        return tr("The column with words such as opened or clicked.");
    case Field::Recipient:
    case Field::RecipientKey:
        return tr("Whose message it was: an e-mail address, or a number that stands for a person.");
    case Field::Campaign:
        return tr("Which sending it belongs to. Without it, all rows are one campaign.");
    case Field::CampaignName:
        return tr("What the campaign is called, where another column has its number.");
    case Field::Url:
        return tr("The link that was clicked. Scanners follow many links of one message.");
    case Field::Address:
        return tr("The IP address that the open or click came from. Some belong to scanners.");
    case Field::Agent:
        return tr("How the browser or mail program calls itself. Some scanners do not hide.");
    case Field::SentAt:
        return tr("When the message was sent. Scanners are there within seconds.");
    case Field::MachineFlag:
        return tr("What the service itself says: yes for a machine, no for a person.");
    }
    return {};
}

bool isNeeded(Field field)
{
    return field == Field::Time || field == Field::Event || field == Field::Recipient;
}

QString labelOf(EventType type)
{
    switch (type) {
    case EventType::Sent:
        return tr("Sent");
    case EventType::Delivered:
        return tr("Delivered");
    case EventType::Open:
        return tr("Open");
    case EventType::Click:
        return tr("Click");
    case EventType::Bounce:
        return tr("Bounce");
    case EventType::Unsubscribe:
        return tr("Unsubscribe");
    case EventType::Complaint:
        return tr("Complaint");
    case EventType::Other:
        break;
    }
    return tr("Leave out");
}

void fillWithEventTypes(QComboBox &combo, const QString &unsaid)
{
    combo.addItem(unsaid);
    for (const EventType type : kTypes)
        combo.addItem(labelOf(type), static_cast<int>(type));
}

void showEventType(QComboBox &combo, std::optional<EventType> type)
{
    const QSignalBlocker quiet(combo);
    combo.setCurrentIndex(type ? combo.findData(static_cast<int>(*type)) : 0);
}

std::optional<EventType> eventTypeIn(const QComboBox &combo)
{
    const QVariant data = combo.currentData();
    return data.isValid() ? std::optional(static_cast<EventType>(data.toInt())) : std::nullopt;
}

} // namespace clicksieve

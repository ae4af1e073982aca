// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/signals/applicability.h"

namespace clicksieve {

QString needsSeconds(const EventTable &table)
{
    return table.coarsestResolution() > TimeResolution::Second ? QStringLiteral(
               "The times in this export have no seconds, so what happened within a minute cannot be "
               "told apart.")
                                                               : QString();
}

QString needsMinutes(const EventTable &table)
{
    return table.coarsestResolution() > TimeResolution::Minute ? QStringLiteral(
               "This export has days and no times, so what happened close together cannot be told.")
                                                               : QString();
}

QString needsSendTime(const EventTable &table)
{
    const MessageTable &messages = table.messages();
    for (std::size_t message = 0; message < messages.size(); ++message) {
        if (messages.sentTime(message) != kNoTime || messages.deliveredTime(message) != kNoTime)
            return {};
    }
    return QStringLiteral(
        "This export does not say when the mail was sent. Give the send time, or add the file with the "
        "sent events.");
}

QString needsRecipients(const EventTable &table)
{
    return table.messages().size() > 0 ? QString()
                                       : QStringLiteral("This export does not say who the recipients are.");
}

QString needsUrls(const EventTable &table)
{
    return table.urlCount() > 0 ? QString()
                                : QStringLiteral("This export does not say which links were clicked.");
}

QString needsOpens(const EventTable &table)
{
    for (std::size_t event = 0; event < table.size(); ++event) {
        if (table.type(event) == EventType::Open)
            return {};
    }
    return QStringLiteral("There are no opens, so it cannot be told which clicks came without one.");
}

QString needsAddresses(const EventTable &table)
{
    return table.addresses().size() > 0
               ? QString()
               : QStringLiteral("This export has no IP addresses. Some e-mail services add them on request.");
}

QString needsAgents(const EventTable &table)
{
    return table.agents().size() > 0
               ? QString()
               : QStringLiteral("This export does not name the program (user agent) that opened or clicked.");
}

QString needsClients(const EventTable &table)
{
    return table.clientCount() > 0
               ? QString()
               : QStringLiteral("This export has neither IP addresses nor user agents, so it cannot be "
                                "told which events came from the same place.");
}

QString needsVendorFlag(const EventTable &table)
{
    return table.knownColumns().machineFlag
               ? QString()
               : QStringLiteral(
                   "In this export the e-mail service does not say which events it takes for a machine's.");
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/listactions.h"

#include "core/detect/actions.h"
#include "ui/session/session.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>

#include <algorithm>

namespace clicksieve {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ListActions)
};

/// Adds @p entry to a list, or takes it away.
void toggle(Session &session, std::vector<std::string> UserLists::*list, const std::string &entry,
            const QString &what)
{
    UserLists lists = session.lists();
    if (std::erase(lists.*list, entry) == 0)
        (lists.*list).push_back(entry);
    session.setLists(lists, what);
}

void addToggle(QMenu &menu, Session &session, const QString &text, std::vector<std::string> UserLists::*list,
               std::string_view entry)
{
    const std::string kept(entry);
    const auto &entries = session.lists().*list;
    QAction *action =
        menu.addAction(text, &session, [&session, list, kept, text] { toggle(session, list, kept, text); });
    action->setCheckable(true);
    action->setChecked(std::find(entries.begin(), entries.end(), kept) != entries.end());
}

} // namespace

void addListActions(QMenu &menu, Session &session, std::size_t event)
{
    const EventTable &table = *session.analysis().table;
    const std::string_view address = table.addressText(table.client(event));
    if (isNetwork(address))
        addToggle(menu, session, Words::tr("Never take this address for a scanner's"), &UserLists::networks,
                  address);
    const LinkIndex link = table.linkOf(table.url(event));
    if (table.type(event) == EventType::Click && !link.isNone())
        addToggle(menu, session, Words::tr("This link is hidden from people"), &UserLists::hiddenLinks,
                  table.linkText(link));
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/listuse.h"

#include "core/detect/actions.h"
#include "core/detect/verdicts.h"

namespace clicksieve {

ListUse listUse(const Verdicts &verdicts)
{
    ListUse use;
    const Actions *actions = verdicts.content().actions.get();
    if (actions == nullptr || actions->lists().isEmpty())
        return use;
    for (std::size_t action = 0; action < actions->size(); ++action) {
        use.allowed += actions->clients().isAllowed(actions->client(action)) ? 1U : 0U;
        use.hiddenClicks += actions->isClick(action) && actions->isHidden(actions->link(action)) ? 1U : 0U;
    }
    return use;
}

} // namespace clicksieve

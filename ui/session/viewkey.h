// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

namespace clicksieve {

/// What a picture was made of: two equal keys, the same picture.
struct ViewKey {
    std::shared_ptr<const EventTable> table;
    std::shared_ptr<const Verdicts> verdicts;
    Filter filter;

    [[nodiscard]] static ViewKey of(const Session &session)
    {
        return {session.analysis().table, session.analysis().verdicts, session.filter()};
    }

    friend bool operator==(const ViewKey &, const ViewKey &) = default;
};

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateways/mailservers.h"

#include <functional>
#include <string>
#include <vector>

namespace clicksieve {

/// What a name server said to one question.
struct MailAnswer {
    enum class Kind {
        Found,    ///< servers holds them (of an address question: nothing, the address itself is of no use)
        NoRecord, ///< the domain is there, but has nothing of this kind
        NoSuchDomain, ///< the domain is not there
        NoAnswer      ///< nothing, or nothing of use, was heard: it may be another time
    };

    Kind kind = Kind::NoAnswer;
    std::vector<MailServer> servers;
};

/// Asks a name server. Lives on one thread, whose event loop it may need; it answers there, at once or later.
class MailResolver {
public:
    enum class Question { MailServers, Address };
    using Answer = std::function<void(MailAnswer)>;

    virtual ~MailResolver() = default;

    /// @p domain as from MailServers::hostName(). Calls @p answer once, unless forgetAll() comes before.
    virtual void ask(Question question, const std::string &domain, Answer answer) = 0;
    /// No question that is open now will be answered.
    virtual void forgetAll() = 0;
};

} // namespace clicksieve

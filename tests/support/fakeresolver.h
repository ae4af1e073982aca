// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateways/mailresolver.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace clicksieve::tests {

/// Answers at once, or keeps the questions until answerAll(). What it is not told of is not there.
class FakeResolver : public MailResolver {
public:
    void ask(Question question, const std::string &domain, Answer answer) override
    {
        ++questions;
        m_open.push_back({question, domain, std::move(answer)});
        mostOpen = std::max(mostOpen, m_open.size());
        if (answersAtOnce)
            answerFirst();
    }
    void forgetAll() override { m_open.clear(); }

    void answerFirst()
    {
        Asked asked = std::move(m_open.front());
        m_open.erase(m_open.begin());
        asked.answer(answerTo(asked.question, asked.domain));
    }
    /// Answers these and what is asked because of them.
    void answerAll()
    {
        while (!m_open.empty())
            answerFirst();
    }
    [[nodiscard]] std::size_t open() const { return m_open.size(); }

    std::map<std::string, std::vector<MailServer>> servers; ///< empty: the domain says that it takes no mail
    std::vector<std::string> withAddress;                   ///< there, without mail servers
    std::map<std::string, int> silences;                    ///< how often nothing is heard of the domain
    bool answersAtOnce = false;
    std::size_t questions = 0;
    std::size_t mostOpen = 0;

private:
    struct Asked {
        Question question;
        std::string domain;
        Answer answer;
    };

    MailAnswer answerTo(Question question, const std::string &domain)
    {
        if (silences[domain]-- > 0)
            return {MailAnswer::Kind::NoAnswer, {}};
        const bool hasAddress = std::ranges::find(withAddress, domain) != withAddress.end();
        if (question == Question::Address)
            return {hasAddress ? MailAnswer::Kind::Found : MailAnswer::Kind::NoRecord, {}};
        if (const auto found = servers.find(domain); found != servers.end())
            return {MailAnswer::Kind::Found, found->second};
        return {hasAddress ? MailAnswer::Kind::NoRecord : MailAnswer::Kind::NoSuchDomain, {}};
    }

    std::vector<Asked> m_open;
};

} // namespace clicksieve::tests

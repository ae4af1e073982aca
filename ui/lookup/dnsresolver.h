// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateways/mailresolver.h"

#include <QObject>
#include <QString>

class QDnsLookup;

namespace clicksieve {

/// Asks the name server of this computer; nothing else in the program uses the network. Lives on a thread with an event
/// loop.
class DnsResolver : public QObject, public MailResolver {
    Q_OBJECT

public:
    /// @p server: address of another name server than that of this computer, for tests.
    explicit DnsResolver(const QString &server = {}, QObject *parent = nullptr);
    ~DnsResolver() override;

    void ask(Question question, const std::string &domain, Answer answer) override;
    void forgetAll() override;

private:
    [[nodiscard]] static MailAnswer answerOf(const QDnsLookup &lookup);

    QString m_server; ///< address; empty: that of this computer
};

} // namespace clicksieve

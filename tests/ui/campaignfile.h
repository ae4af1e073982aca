// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>
#include <QTemporaryDir>

namespace clicksieve {

/// Writes a small export that tells people from a scanner: two campaigns to forty recipients; at one company a scanner
/// fetches all five links of every message within seconds of delivery, people click one of them hours later.
class CampaignFile {
public:
    struct Options {
        bool sent = true;        ///< with "sent" and "delivered" rows
        bool brokenRows = false; ///< with two rows that cannot be read
        int campaigns = 2;
    };

    explicit CampaignFile(const Options &options, const QString &name = QStringLiteral("spring.csv"))
    {
        m_text = "time,event,email,campaign,campaign_name,url,ip,user_agent\n";
        for (int campaign = 0; campaign < options.campaigns; ++campaign) {
            for (int person = 0; person < 40; ++person)
                addMessage(campaign, person, options.sent);
        }
        if (options.brokenRows)
            m_text += "yesterday,click,a@b.example,0,,,,\nnever,open,a@b.example,0,,,,\n";
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly) && file.write(m_text) == m_text.size())
            m_path = file.fileName();
    }

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString in(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] const QByteArray &text() const { return m_text; }

private:
    void addMessage(int campaign, int person, bool sent)
    {
        const bool scanned = person % 2 == 0;
        const QByteArray who =
            "person" + QByteArray::number(person) + (scanned ? "@company.dk" : "@mail.example");
        if (sent) {
            addRow(campaign, 0, "sent", who, "", "", "");
            addRow(campaign, 5, "delivered", who, "", "", "");
        }
        for (int link = 0; scanned && link < 5; ++link)
            addRow(campaign, 12, "click", who, "https://shop.example/" + QByteArray::number(link),
                   "198.51.100.7", "python-requests/2.31");
        if (person % 4 < 2) {
            addRow(campaign, 9'000 + person * 131, "open", who, "", ownAddress(person), kBrowser);
            addRow(campaign, 9'030 + person * 131, "click", who, "https://shop.example/1", ownAddress(person),
                   kBrowser);
        } else {
            addRow(campaign, 12'000 + person * 97, "open", who, "", ownAddress(person), kBrowser);
        }
    }

    void addRow(int campaign, int second, const char *event, const QByteArray &who, const QByteArray &url,
                const QByteArray &address, const char *agent)
    {
        const QByteArray number = QByteArray::number(campaign);
        const QByteArray clock =
            QString::asprintf("%02d:%02d:%02d", 9 + second / 3600, second / 60 % 60, second % 60).toLatin1();
        m_text += "2026-03-1" + number + "T" + clock + "Z," + event + "," + who + "," + number + ",Spring <b>"
                  + number + "</b>," + url + "," + address + "," + agent + "\n";
    }

    static QByteArray ownAddress(int person) { return "203.0.113." + QByteArray::number(person + 1); }

    static constexpr auto kBrowser = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML "
                                     "like Gecko) Chrome/122.0 Safari/537.36";

    QTemporaryDir m_folder;
    QByteArray m_text;
    QString m_path;
};

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/dictionary.h"
#include "core/events/linknormaliser.h"
#include "support/eventfixture.h"

#include <QTest>

#include <array>

#include <random>
#include <string>
#include <unordered_map>

using namespace clicksieve;
using namespace clicksieve::tests;

class TestEventTable : public QObject {
    Q_OBJECT

private slots:
    void dictionaryNumbersInOrderOfAppearance()
    {
        Dictionary dictionary;
        std::unordered_map<std::string, std::uint32_t> expected;
        std::mt19937 random(1); // NOLINT(cert-msc51-cpp): the same on every run
        for (int round = 0; round < 50'000; ++round) {
            const std::string text(random() % 40, static_cast<char>('a' + random() % 26));
            const std::string key = text + std::to_string(random() % 3'000);
            const auto [known, isNew] =
                expected.try_emplace(key, static_cast<std::uint32_t>(expected.size()));
            QCOMPARE(dictionary.intern(key), known->second);
        }
        QCOMPARE(dictionary.size(), expected.size());
        for (const auto &[text, id] : expected) {
            QCOMPARE(dictionary.find(text), id);
            QVERIFY(dictionary[id] == text);
        }
        QCOMPARE(dictionary.find("never seen"), EventIndex::kNone);
    }

    void dictionaryTakesTheEmptyTextFirst()
    {
        Dictionary dictionary;
        QCOMPARE(dictionary.intern(""), 0U);
        QCOMPARE(dictionary.intern("a"), 1U);
        QCOMPARE(dictionary.intern(""), 0U);
    }

    void messagesGroupByCampaignAndRecipient()
    {
        EventFixture mail;
        mail.sent("a@x.example", "c1").sent("b@x.example", "c1").sent("a@x.example", "c2");
        mail.click("a@x.example", 9'000, "https://shop.example/1", {}, {}, "c2");
        mail.open("a@x.example", 5'000, {}, {}, "c1").open("a@x.example", 2'000, {}, {}, "c1");
        mail.open("", 1'000, {}, {}, "c1");
        const auto table = mail.table();
        const MessageTable &messages = table->messages();
        QCOMPARE(messages.size(), 3U);
        QVERIFY(messages.messageOf(3) == messages.messageOf(2));
        QVERIFY(messages.messageOf(4) == messages.messageOf(0));
        QVERIFY(messages.messageOf(6).isNone());
        const auto actions = messages.actions(messages.messageOf(0).value());
        QCOMPARE(std::vector<std::uint32_t>(actions.begin(), actions.end()),
                 (std::vector<std::uint32_t>{5, 4})); // by time
        QCOMPARE(messages.allActions().size(), 4U);
        QCOMPARE(messages.allActions().back(), 6U);
        QCOMPARE(table->sinceSend(5), TimeMs{2'000});
        QCOMPARE(table->sinceSend(6), kNoTime);
        const auto [first, last] = messages.messagesOf(table->findCampaign("c1"));
        QCOMPARE(last - first, 2U);
    }

    void aSendTimeWithoutRecipientIsThatOfTheCampaign()
    {
        constexpr std::uint32_t kNobody = EventIndex::kNone;
        const std::vector<EventType> type{EventType::Click, EventType::Click, EventType::Sent,
                                          EventType::Other, EventType::Other, EventType::Click,
                                          EventType::Open};
        const std::vector<std::uint32_t> campaign{0, 0, 0, 0, 0, 1, 1};
        const std::vector<std::uint32_t> recipient{0, 1, 2, kNobody, kNobody, 0, kNobody};
        RowTimes time;
        time.append(std::array<TimeMs, 7>{5'000, 5'000, 700, 1'000, 1'000, 5'000, 5'000}, 0, 7);
        RowTimes sentAt;
        sentAt.append(std::array<TimeMs, 7>{kNoTime, 900, kNoTime, 600, 500, kNoTime, 300}, 0, 7);
        JobContext context(1);
        const MessageTable messages =
            MessageTable::build({time, type, campaign, recipient, sentAt, 2, 3, 100}, context);
        QCOMPARE(messages.size(), 4U);
        QCOMPARE(messages.sentTime(0), TimeMs{500}); // the earlier one
        QCOMPARE(messages.sentTime(1), TimeMs{900}); // says it itself
        QCOMPARE(messages.sentTime(2), TimeMs{700}); // an event of its own
        QVERIFY(messages.hasSentEvent(2) && !messages.hasSentEvent(0));
        QCOMPARE(messages.sentTime(3), TimeMs{100}); // an anonymous open is no campaign's word
    }

    void textsAndIndexes()
    {
        EventFixture mail;
        mail.click("a@x.example", 0, "https://shop.example/1", "198.51.100.7", "curl/8.5.0");
        mail.open("no-at-sign", 0);
        const auto table = mail.table();
        QVERIFY(table->domainText(table->domainOf(table->recipient(0))) == "x.example");
        QVERIFY(table->domainOf(table->recipient(1)).isNone());
        QVERIFY(table->addressText(table->client(0)) == "198.51.100.7");
        QVERIFY(table->agentText(table->client(0)) == "curl/8.5.0");
        QVERIFY(table->client(1).isNone());
        QVERIFY(table->urlText(table->url(1)).empty());
        QVERIFY(table->campaignName(CampaignIndex{}) == "(no campaign)");
    }

    void tokensOfRecipientsAreNoLinks()
    {
        EventFixture mail;
        for (int recipient = 0; recipient < 60; ++recipient) {
            const std::string token = "&eid=" + std::to_string(recipient * 7919);
            const std::string name = "r" + std::to_string(recipient) + "@x.example";
            mail.click(name, 0, "https://shop.example/a?utm_source=nl" + token);
            mail.click(name, 0, "https://shop.example/b?utm_source=nl" + token);
        }
        const auto table = mail.table();
        QCOMPARE(table->linkCount(), 2U);
        QVERIFY(table->linkText(table->linkOf(table->url(0))) == "https://shop.example/a?utm_source=nl");
    }

    void parametersThatNameAProductStay()
    {
        EventFixture mail; // 50 products, each recipient looks at several
        for (int recipient = 0; recipient < 60; ++recipient) {
            for (int product = 0; product < 50; ++product)
                mail.click("r" + std::to_string(recipient) + "@x.example", 0,
                           "https://shop.example/p?id=" + std::to_string(product));
        }
        QCOMPARE(mail.table()->linkCount(), 50U);
    }
};

QTEST_GUILESS_MAIN(TestEventTable)
#include "tst_eventtable.moc"

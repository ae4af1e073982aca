// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/ruleset.h"
#include "core/detect/signal.h"
#include "core/jobs/jobcontext.h"
#include "support/eventfixture.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

struct Tier {
    int count;
    int domains;
    int seconds;
};

/// The plain way: all windows that end at an action, weakest tier first. holds(actions, tier) is asked whether those of
/// a window are enough.
template <typename Holds>
void markPlainly(const Actions &actions, std::vector<std::size_t> group, const std::vector<Tier> &tiers,
                 Holds holds, std::vector<std::uint8_t> &levels)
{
    std::ranges::sort(group, [&](std::size_t one, std::size_t other) {
        return std::pair(actions.time(one), one) < std::pair(actions.time(other), other);
    });
    for (std::size_t tier = tiers.size(); tier > 0; --tier) {
        for (std::size_t last = 0; last < group.size(); ++last) {
            std::vector<std::size_t> window;
            for (std::size_t place = 0; place <= last; ++place) {
                if (actions.time(group[place]) >= actions.time(group[last]) - tiers[tier - 1].seconds * 1'000)
                    window.push_back(group[place]);
            }
            if (!holds(window, tiers[tier - 1]))
                continue;
            for (const std::size_t action : window)
                levels[action] = static_cast<std::uint8_t>(tier);
        }
    }
}

class TestSweeps : public QObject {
    Q_OBJECT

private slots:
    void sharedClientsAreFoundAsPlainly();
    void distinctLinksAreFoundAsPlainly();

private:
    static std::shared_ptr<const EventTable> randomTable(std::mt19937 &random, int events)
    {
        const auto upTo = [&random](int count) {
            return static_cast<int>(random() % static_cast<unsigned>(count));
        };
        EventFixture fixture;
        for (int event = 0; event < events; ++event) {
            const int who = upTo(12);
            const std::string recipient =
                "p" + std::to_string(who) + "@d" + std::to_string(who % 5) + ".example";
            const std::string address = upTo(9) == 0 ? "" : "192.0.2." + std::to_string(upTo(4));
            const std::string url = "https://shop.example/" + std::to_string(upTo(6));
            if (upTo(3) == 0)
                fixture.open(recipient, upTo(60) * 500, address, "agent");
            else
                fixture.click(recipient, upTo(60) * 500, url, address, "agent");
        }
        return fixture.table();
    }

    static std::vector<std::uint8_t> levelsOf(const QString &kind, const QJsonArray &tiers,
                                              const Actions &actions)
    {
        SignalSpec spec;
        spec.id = kind;
        spec.kind = kind;
        spec.parameters = {{u"tiers"_s, tiers}};
        const auto signal = makeSignal(spec);
        std::vector<std::uint8_t> levels(actions.size());
        signal.value()->sweep(actions, 0, actions.table().messages().size(), {}, levels);
        return levels;
    }
};

void TestSweeps::sharedClientsAreFoundAsPlainly()
{
    const std::vector<Tier> tiers{{5, 2, 4}, {4, 1, 2}, {3, 3, 8}};
    QJsonArray asked;
    for (const Tier &tier : tiers)
        asked.append(QJsonObject{{u"recipients"_s, tier.count},
                                 {u"domains"_s, tier.domains},
                                 {u"seconds"_s, tier.seconds},
                                 {u"open"_s, 1},
                                 {u"click"_s, 1}});
    std::mt19937 random(11);
    std::set<std::uint8_t> seen;
    for (int round = 0; round < 200; ++round) {
        const auto table = randomTable(random, 10 + static_cast<int>(random() % 60));
        JobContext context(1);
        const Actions actions(*table, context);
        std::map<std::uint32_t, std::vector<std::size_t>> ofClient;
        for (std::size_t action = 0; action < actions.size(); ++action) {
            if (!table->addressOf(actions.client(action)).isNone())
                ofClient[actions.client(action).value()].push_back(action);
        }
        std::vector<std::uint8_t> expected(actions.size());
        for (const auto &[client, group] : ofClient)
            markPlainly(
                actions, group, tiers,
                [&](const std::vector<std::size_t> &window, const Tier &tier) {
                    std::set<std::uint32_t> messages;
                    std::set<std::uint32_t> domains;
                    for (const std::size_t action : window) {
                        messages.insert(actions.message(action).value());
                        domains.insert(table->domainOf(table->recipient(actions.event(action))).value());
                    }
                    return messages.size() >= static_cast<std::size_t>(tier.count)
                           && domains.size() >= static_cast<std::size_t>(tier.domains);
                },
                expected);
        QCOMPARE(levelsOf(u"shared-client"_s, asked, actions), expected);
        seen.insert(expected.begin(), expected.end());
    }
    QCOMPARE(seen.size(), tiers.size() + 1);
}

void TestSweeps::distinctLinksAreFoundAsPlainly()
{
    const std::vector<Tier> tiers{{4, 0, 5}, {3, 0, 1}, {2, 0, 2}};
    QJsonArray asked;
    for (const Tier &tier : tiers)
        asked.append(QJsonObject{{u"links"_s, tier.count}, {u"seconds"_s, tier.seconds}, {u"weight"_s, 1}});
    std::mt19937 random(12);
    std::set<std::uint8_t> seen;
    for (int round = 0; round < 200; ++round) {
        const auto table = randomTable(random, 10 + static_cast<int>(random() % 90));
        JobContext context(1);
        const Actions actions(*table, context);
        std::vector<std::uint8_t> expected(actions.size());
        for (std::size_t message = 0; message < table->messages().size(); ++message) {
            std::vector<std::size_t> clicks;
            for (auto [action, last] = actions.ofMessage(message); action < last; ++action) {
                if (actions.isClick(action))
                    clicks.push_back(action);
            }
            markPlainly(
                actions, clicks, tiers,
                [&](const std::vector<std::size_t> &window, const Tier &tier) {
                    std::set<std::uint32_t> links;
                    for (const std::size_t action : window)
                        links.insert(actions.link(action));
                    return links.size() >= static_cast<std::size_t>(tier.count);
                },
                expected);
        }
        QCOMPARE(levelsOf(u"distinct-links"_s, asked, actions), expected);
        seen.insert(expected.begin(), expected.end());
    }
    QCOMPARE(seen.size(), tiers.size() + 1);
}

} // namespace

QTEST_GUILESS_MAIN(TestSweeps)

#include "tst_sweeps.moc"

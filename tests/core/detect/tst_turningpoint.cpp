// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/ruleset.h"
#include "core/detect/shippedrulesets.h"
#include "core/detect/signal.h"
#include "core/detect/turningpoint.h"
#include "support/eventfixture.h"

#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace clicksieve;
using namespace clicksieve::tests;

namespace {

const char *const kBrowser = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like "
                             "Gecko) Chrome/145.0.0.0 Safari/537.36";

std::string url(int number)
{
    return "https://shop.example/" + std::to_string(number);
}

/// Sweeps, quick and slow people, a script, early opens: events on both sides of one half, for many reasons.
std::shared_ptr<const EventTable> mixedMail()
{
    EventFixture mail;
    for (int person = 0; person < 60; ++person) {
        const std::string who =
            "p" + std::to_string(person) + "@d" + std::to_string(person % 12) + ".example";
        const std::string address = "192.0.2." + std::to_string(person);
        mail.sent(who).delivered(who, 1'000);
        if (person % 3 == 0)
            mail.open(who, 2'000 + person * 400, address, kBrowser);
        for (int link = 0; link < person % 8; ++link)
            mail.click(who, 30'000 + person * 1'300 + link * (person % 5) * 700, url(link),
                       person % 4 == 0 ? std::string("203.0.113.9") : address,
                       person % 7 == 0 ? "python-requests/2.31" : kBrowser);
        mail.open(who, 3'600'000 + person * 61'000, address, kBrowser);
        mail.click(who, 3'640'000 + person * 61'000, url(1), address, kBrowser);
    }
    return mail.table();
}

std::shared_ptr<const Verdicts> judge(const EventTable &table, Ruleset ruleset)
{
    JobContext context(1);
    return detect(table, std::make_shared<const Ruleset>(std::move(ruleset)), context).value();
}

/// Balanced without the signals that look at what others came to: what is taken out of it changes nothing else.
Ruleset firstPassOnly()
{
    Ruleset ruleset = *loadRuleset(QStringLiteral("balanced")).value();
    std::erase_if(ruleset.signalSpecs, [](const SignalSpec &spec) {
        return makeSignal(spec).value()->pass() != Signal::Pass::First;
    });
    return ruleset;
}

Ruleset without(Ruleset ruleset, const QStringList &titles)
{
    for (SignalSpec &spec : ruleset.signalSpecs)
        spec.enabled = spec.enabled && !titles.contains(spec.title);
    return ruleset;
}

QStringList titlesIn(const QString &sentence)
{
    QStringList titles;
    auto found = QRegularExpression(QStringLiteral("“([^”]+)”")).globalMatch(sentence);
    while (found.hasNext())
        titles << found.next().captured(1);
    return titles;
}

QStringList turns(const EventTable &table, const Verdicts &verdicts, std::size_t event)
{
    return turningPoint(table, verdicts, event, explain(table, verdicts, event));
}

std::vector<std::size_t> actionsOf(const EventTable &table)
{
    std::vector<std::size_t> actions;
    for (std::size_t event = 0; event < table.size(); ++event) {
        if (isAction(table.type(event)))
            actions.push_back(event);
    }
    return actions;
}

class TestTurningPoint : public QObject {
    Q_OBJECT

private slots:
    void theWeightsAddUpToTheProbability()
    {
        const auto table = mixedMail();
        for (const QString &name : shippedRulesets()) {
            const auto verdicts = judge(*table, *loadRuleset(name).value());
            const Ruleset &rules = verdicts->ruleset();
            for (const std::size_t event : actionsOf(*table)) {
                double logOdds = rules.prior(table->type(event) == EventType::Click) + rules.lean;
                for (const Evidence &piece : explain(*table, *verdicts, event))
                    logOdds += piece.weight;
                QVERIFY(std::abs(1 / (1 + std::exp(-logOdds)) - verdicts->probability(event)) < 1e-5);
            }
        }
    }

    /// Takes the named signs out of the rules, and judges again.
    void whatItSaysOfMissingSignsComesTrue()
    {
        const auto table = mixedMail();
        const Ruleset ruleset = firstPassOnly();
        const auto verdicts = judge(*table, ruleset);
        int tried[2] = {0, 0};
        for (const std::size_t event : actionsOf(*table)) {
            for (const QString &sentence : turns(*table, *verdicts, event)) {
                if (!sentence.contains(QStringLiteral("without")))
                    continue;
                QStringList titles = titlesIn(sentence);
                const bool isMachine = verdicts->isMachine(event);
                QVERIFY(judge(*table, without(ruleset, titles))->isMachine(event) != isMachine);
                ++tried[isMachine ? 1 : 0];
                if (titles.size() > 1) {
                    titles.removeLast();
                    QVERIFY(judge(*table, without(ruleset, titles))->isMachine(event) == isMachine);
                }
            }
        }
        QVERIFY(tried[1] > 10);
    }

    /// A sign that is named is silent here, occurs elsewhere, and is strong enough; one that is not strong enough is not named.
    void oneSignMoreIsEnough()
    {
        const auto table = mixedMail();
        const auto verdicts = judge(*table, *loadRuleset(QStringLiteral("balanced")).value());
        int tried = 0;
        for (const std::size_t event : actionsOf(*table)) {
            QStringList spoke;
            for (const Evidence &piece : explain(*table, *verdicts, event))
                spoke << piece.title;
            for (const QString &sentence : turns(*table, *verdicts, event)) {
                if (!sentence.contains(QStringLiteral("one more sign")))
                    continue;
                QVERIFY(!verdicts->isMachine(event));
                for (const QString &title : titlesIn(sentence)) {
                    QVERIFY(!spoke.contains(title));
                    const auto report = std::ranges::find(verdicts->reports(), title, &SignalReport::title);
                    QVERIFY(report->events > 0);
                    const auto &strongest =
                        verdicts->content()
                            .strongest[static_cast<std::size_t>(report - verdicts->reports().begin())];
                    const double logOdds =
                        std::log(verdicts->probability(event) / (1 - verdicts->probability(event)));
                    QVERIFY(logOdds + strongest.of(table->type(event) == EventType::Click) >= -1e-4);
                    ++tried;
                }
            }
        }
        QVERIFY(tried > 10);
    }

    void oneStrongSignIsNamed()
    {
        EventFixture mail;
        mail.sent("a@x.example").click("a@x.example", 7'200'000, url(1), "192.0.2.1", "python-requests/2.31");
        const Analysis analysis = mail.analysis();
        QVERIFY(analysis.verdicts->isMachine(1));
        QCOMPARE(
            turns(*analysis.table, *analysis.verdicts, 1),
            QStringList{QStringLiteral("It would count as a person's without “Known scanner or program”.")});
    }

    void whereNothingElseIsInTheFilesItSaysSo()
    {
        EventFixture mail;
        mail.sent("a@x.example").click("a@x.example", 7'200'000, url(1), "192.0.2.1", kBrowser);
        const Analysis analysis = mail.analysis();
        QVERIFY(!analysis.verdicts->isMachine(1));
        QCOMPARE(turns(*analysis.table, *analysis.verdicts, 1),
                 QStringList{QStringLiteral(
                     "Nothing else that these files show could make it count as a machine's.")});
    }

    void whatOnlyClicksShowIsNotHopedForOnOpens()
    {
        const auto table = mixedMail();
        const auto verdicts = judge(*table, *loadRuleset(QStringLiteral("balanced")).value());
        bool clicksHaveBursts = false;
        for (const std::size_t event : actionsOf(*table)) {
            const bool names =
                turns(*table, *verdicts, event).join(u' ').contains(QStringLiteral("Many links at once"));
            QVERIFY(!names || table->type(event) == EventType::Click);
            clicksHaveBursts |= names;
        }
        QVERIFY(clicksHaveBursts);
    }

    void theUsersOwnVerdictHasNone()
    {
        const Analysis analysis = [] {
            EventFixture mail;
            mail.sent("a@x.example").click("a@x.example", 7'200'000, url(1), "192.0.2.1", kBrowser);
            return mail.analysis();
        }();
        JobContext context(1);
        const auto overridden = analysis.verdicts->with(
            Overrides::make(*analysis.table, {{Override::Scope::Event, 1, true}}, context).value());
        QVERIFY(turns(*analysis.table, *overridden, 1).isEmpty());
        QVERIFY(turns(*analysis.table, *analysis.verdicts, 0).isEmpty());
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestTurningPoint)
#include "tst_turningpoint.moc"

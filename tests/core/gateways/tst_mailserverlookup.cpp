// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateways/mailservercache.h"
#include "core/gateways/mailserverlookup.h"
#include "support/fakeresolver.h"
#include "support/testfolder.h"

#include <QFile>
#include <QTest>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

class TestMailServerLookup : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_resolver = std::make_unique<FakeResolver>();
        m_lookup = std::make_unique<MailServerLookup>(*m_resolver);
        m_results.clear();
        m_shares.clear();
        connect(m_lookup.get(), &MailServerLookup::finished, this,
                [this](const MailLookupResult &result) { m_results.push_back(result); });
        connect(m_lookup.get(), &MailServerLookup::progressed, this,
                [this](quint64 done, quint64 total, qint64) {
                    m_shares.push_back({done, total});
                });
    }
    void everyKindOfAnswer();
    void silenceIsAskedOnceMore();
    void aFewAtOnce();
    void thousandsThatAnswerAtOnce();
    void cancelMidwayKeepsWhatIsKnown();
    void nothingToAskIsAnAnswer();
    void anEndWhileRunningAnswersNobody();
    void theCacheKeepsEverything();
    void aBrokenCacheIsASentence();

private:
    const MailServers &found() const { return m_results.front().servers; }

    TestFolder m_folder;
    std::unique_ptr<FakeResolver> m_resolver;
    std::unique_ptr<MailServerLookup> m_lookup;
    std::vector<MailLookupResult> m_results;
    std::vector<std::pair<quint64, quint64>> m_shares;
};

void TestMailServerLookup::everyKindOfAnswer()
{
    m_resolver->servers["a.example"] = {{"mx1.a.example", 10}, {"mx2.a.example", 20}};
    m_resolver->servers["null.example"] = {};
    m_resolver->withAddress = {"own.example"};
    m_lookup->start({"a.example", "null.example", "own.example", "gone.example"});
    m_resolver->answerAll();
    QCOMPARE(m_results.size(), std::size_t{1});
    QCOMPARE(found().find("a.example")->servers.size(), std::size_t{2});
    QVERIFY(found().find("null.example")->servers.empty());
    QCOMPARE(found().find("own.example")->servers, std::vector<MailServer>({{"own.example", 0}}));
    QVERIFY(found().find("gone.example")->servers.empty());
    QVERIFY(found().find("a.example")->learned > 1'700'000'000'000);
    QCOMPARE(m_results.front().found, std::size_t{2});
    QCOMPARE(m_results.front().noMail, std::size_t{2});
    QCOMPARE(m_results.front().failed, std::size_t{0});
    QVERIFY(!m_results.front().isStopped);
    QCOMPARE(m_shares.back(), std::pair(quint64{4}, quint64{4}));
}

void TestMailServerLookup::silenceIsAskedOnceMore()
{
    m_resolver->servers["late.example"] = {{"mx.late.example", 10}};
    m_resolver->silences = {{"late.example", 1}, {"silent.example", 99}, {"own.example", 2}};
    m_resolver->withAddress = {"own.example"};
    m_lookup->start({"late.example", "silent.example", "own.example"});
    m_resolver->answerAll();
    QCOMPARE(found().find("late.example")->servers.front().name, std::string("mx.late.example"));
    QVERIFY(found().find("silent.example") == nullptr); // unknown, not without mail
    QCOMPARE(found().find("own.example")->servers.front().name, std::string("own.example"));
    QCOMPARE(m_results.front().failed, std::size_t{1});
    QCOMPARE(m_resolver->questions, std::size_t{2 + 4 + 3}); // servers and address twice at most
}

void TestMailServerLookup::aFewAtOnce()
{
    std::vector<std::string> domains;
    for (int i = 0; i < 100; ++i)
        domains.push_back("d" + std::to_string(i) + ".example");
    m_lookup->start(domains);
    QCOMPARE(m_resolver->open(), MailServerLookup::kAtOnce);
    m_resolver->answerAll();
    QCOMPARE(m_resolver->mostOpen, MailServerLookup::kAtOnce);
    QCOMPARE(m_results.front().noMail, std::size_t{100});
    QVERIFY(!m_lookup->isRunning());
}

void TestMailServerLookup::thousandsThatAnswerAtOnce()
{
    m_resolver->answersAtOnce = true;
    std::vector<std::string> domains;
    for (int i = 0; i < 20'000; ++i) {
        domains.push_back("d" + std::to_string(i) + ".example");
        m_resolver->servers[domains.back()] = {{"mx.example.com", 10}};
    }
    m_lookup->start(domains);
    QCOMPARE(m_results.size(), std::size_t{1});
    QCOMPARE(m_results.front().found, domains.size());
    QCOMPARE(m_shares.size(), domains.size());
    QVERIFY(std::is_sorted(m_shares.begin(), m_shares.end()));
}

void TestMailServerLookup::cancelMidwayKeepsWhatIsKnown()
{
    std::vector<std::string> domains;
    for (int i = 0; i < 100; ++i) {
        domains.push_back("d" + std::to_string(i) + ".example");
        m_resolver->servers[domains.back()] = {{"mx.example.com", 10}};
    }
    m_lookup->start(domains);
    for (int i = 0; i < 30; ++i)
        m_resolver->answerFirst();
    m_lookup->cancel();
    QCOMPARE(m_results.size(), std::size_t{1});
    QVERIFY(m_results.front().isStopped);
    QCOMPARE(found().size(), std::size_t{30});
    QCOMPARE(m_resolver->open(), std::size_t{0});
    m_lookup->cancel(); // nothing more
    QCOMPARE(m_results.size(), std::size_t{1});
    m_lookup->start({"d1.example"});
    m_resolver->answerAll();
    QCOMPARE(m_results.back().found, std::size_t{1});
}

void TestMailServerLookup::nothingToAskIsAnAnswer()
{
    m_lookup->start({});
    QCOMPARE(m_results.size(), std::size_t{1});
    QVERIFY(!m_results.front().isStopped);
}

void TestMailServerLookup::anEndWhileRunningAnswersNobody()
{
    m_lookup->start({"a.example"});
    m_lookup.reset();
    QCOMPARE(m_resolver->open(), std::size_t{0});
    QVERIFY(m_results.empty());
}

void TestMailServerLookup::theCacheKeepsEverything()
{
    const MailServerCache cache(m_folder.path(u"deep/below/mail.sqlite"_s));
    QCOMPARE(cache.load().value().size(), std::size_t{0});
    MailServers servers;
    servers.add("a.example", {"mx1.a.example", 10});
    servers.add("a.example", {"mx2.a.example", 20});
    servers.setLearned(1'700'000'000'000);
    servers.setNone("none.example");
    servers.setLearned("none.example", 1'750'000'000'000);
    QVERIFY(!cache.save(servers));
    const MailServers loaded = cache.load().value();
    QCOMPARE(loaded.size(), std::size_t{2});
    QCOMPARE(*loaded.find("a.example"), *servers.find("a.example"));
    QCOMPARE(*loaded.find("none.example"), *servers.find("none.example"));

    QVERIFY(!cache.save({}));
    QCOMPARE(cache.load().value().size(), std::size_t{0});
}

void TestMailServerLookup::aBrokenCacheIsASentence()
{
    const QString path = m_folder.write(u"broken.sqlite"_s, QByteArray(4'096, 'x'));
    const MailServerCache cache(path);
    const auto loaded = cache.load();
    QVERIFY(!loaded.ok());
    QVERIFY2(loaded.error().message.contains(u"Delete it to begin anew."_s),
             qPrintable(loaded.error().message));
    QVERIFY(cache.save({}).has_value());
    QCOMPARE(readAll(path), QByteArray(4'096, 'x'));
    QVERIFY(MailServerCache(path + u"/inside.sqlite"_s).save({}).has_value());
}

QTEST_GUILESS_MAIN(TestMailServerLookup)
#include "tst_mailserverlookup.moc"

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/container.h"
#include "core/ingest/sourcepreview.h"
#include "core/jobs/jobcontext.h"
#include "support/testfolder.h"

#include <QDateTime>
#include <QTest>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

class TestSourcePreview : public QObject {
    Q_OBJECT

private slots:
    void rowsReadAsTheFormatReadsThem();
    void aRowThatGivesNoEventSaysWhy();
    void onlyTheFirstRowsAreRead();
    void jsonRecordsCountAsRows();
    void anExportOfTotalsHasNone();

private:
    std::vector<PreviewRow> preview(const QString &name, const QByteArray &content, std::size_t limit = 50)
    {
        JobContext context(1);
        m_folder.write(name, content);
        const auto source = Source::open({m_folder.path(name), {}, nullptr}, {}, context);
        if (!source)
            qFatal("%s", qPrintable(source.error().message));
        return previewOf(source.value(), limit);
    }

    TestFolder m_folder;
};

void TestSourcePreview::rowsReadAsTheFormatReadsThem()
{
    const auto rows =
        preview(u"events.csv"_s, "time,event,email,campaign,url,ip,user_agent\n"
                                 "2026-03-10 09:00:31,click,Anna@Nordbank.example,spring,https://a.example/x,"
                                 "192.0.2.7,Mozilla/5.0\n");
    QCOMPARE(rows.size(), std::size_t{1});
    QCOMPARE(rows[0].row, 1U);
    QVERIFY(rows[0].complaint.isEmpty());
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(rows[0].time, Qt::UTC).toString(Qt::ISODate),
             u"2026-03-10T09:00:31Z"_s);
    QCOMPARE(rows[0].type, EventType::Click);
    QCOMPARE(rows[0].recipient, u"anna@nordbank.example"_s);
    QCOMPARE(rows[0].campaign, u"spring"_s);
    QCOMPARE(rows[0].url, u"https://a.example/x"_s);
    QCOMPARE(rows[0].address, u"192.0.2.7"_s);
    QCOMPARE(rows[0].agent, u"Mozilla/5.0"_s);
}

void TestSourcePreview::aRowThatGivesNoEventSaysWhy()
{
    const auto rows = preview(u"events.csv"_s, "time,event,email\n"
                                               "yesterday,click,a@x.example\n"
                                               "2026-03-10 09:00:31,click,\"b@x.example\n");
    QCOMPARE(rows.size(), std::size_t{2});
    QCOMPARE(rows[0].complaint, u"\"yesterday\" is no time that can be read here."_s);
    QCOMPARE(rows[1].row, 2U);
    QVERIFY(rows[1].complaint.startsWith(u"A quote in it is never closed."_s));
}

void TestSourcePreview::onlyTheFirstRowsAreRead()
{
    QByteArray content = "time,event,email\n";
    for (int row = 0; row < 9; ++row)
        content += "2026-03-10 09:00:31,open,a@x.example\n";
    const auto rows = preview(u"events.csv"_s, content, 3);
    QCOMPARE(rows.size(), std::size_t{3});
    QCOMPARE(rows.back().row, 3U);
}

void TestSourcePreview::jsonRecordsCountAsRows()
{
    const auto rows =
        preview(u"events.json"_s,
                R"([{"email":"a@x.example","timestamp":1773133231,"event":"open","sg_event_id":"1",)"
                R"("sg_message_id":"m","useragent":"x","ip":"192.0.2.1"},)"
                R"({"email":"b@x.example","timestamp":1773133232,"event":"click","sg_event_id":"2",)"
                R"("sg_message_id":"m","useragent":"x","ip":"192.0.2.1","url":"https://a.example/"}])");
    QCOMPARE(rows.size(), std::size_t{2});
    QCOMPARE(rows[1].row, 2U);
    QCOMPARE(rows[1].recipient, u"b@x.example"_s);
    QCOMPARE(rows[1].time, TimeMs{1'773'133'232'000});
}

void TestSourcePreview::anExportOfTotalsHasNone()
{
    QVERIFY(preview(u"campaign-open-and-click-counts-Wx3k.csv"_s,
                    "Email,Open count,Click count,Country (first open),Date/time (first open),"
                    "Device type (first open)\n"
                    "a@x.example,2,1,DK,2026-03-10T09:03:11.000Z,desktop\n")
                .empty());
}

} // namespace

QTEST_GUILESS_MAIN(TestSourcePreview)
#include "tst_sourcepreview.moc"

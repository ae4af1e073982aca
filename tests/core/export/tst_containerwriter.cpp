// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/containerwriter.h"
#include "core/export/outputfile.h"
#include "core/ingest/archivereader.h"
#include "core/ingest/container.h"
#include "core/jobs/jobcontext.h"
#include "support/archivefixture.h"
#include "support/testfolder.h"

#include <QFileInfo>
#include <QTest>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kOpens = "time,event\n1,open\n2,open\n";
const QList<PackedFile> kFiles = {{"lists", {}, 1'700'000'000, AE_IFDIR},
                                  {"lists/opens.csv", kOpens, 1'700'000'002},
                                  {"lists/Grüße.csv", "unchanged\n", 1'700'000'004},
                                  {"link", {}, 1'700'000'006, AE_IFLNK, "lists/opens.csv"},
                                  {"lists/.DS_Store", "mac", 1'700'000'008},
                                  {"../clicks.csv", "a,b\n", 1'700'000'010}};

/// "name type time=content" of every entry, members or not.
QStringList entriesOf(const QByteArray &bytes)
{
    const Utf8Locale locale;
    const std::string_view view(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    const auto format = containerFormatOf(view);
    if (!format)
        return {u"no container"_s};
    ArchiveReader reader(view, *format);
    QStringList entries;
    while (reader.next()) {
        std::string content;
        reader.readInto(content, [](std::size_t) { return true; });
        entries << u"%1 %2 %3=%4"_s.arg(reader.storedName())
                       .arg(archive_entry_filetype(reader.entry()), 0, 8)
                       .arg(archive_entry_mtime(reader.entry()))
                       .arg(QString::fromStdString(content));
    }
    return reader.failed() ? QStringList{u"damaged"_s} : entries;
}

class TestContainerWriter : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<TestFolder>(); }
    void theSameKindComesOutWithNewContent_data();
    void theSameKindComesOutWithNewContent();
    void onePackedFileStaysOne_data();
    void onePackedFileStaysOne();
    void membersAreAskedForAsTheyWereRead();
    void oldNamesComeOutReadable();
    void theTimeInAGzipStays();
    void whatCannotBeWrittenAgainLeavesNothing_data();
    void whatCannotBeWrittenAgainLeavesNothing();
    void anErrorOfTheContentEndsTheWriting();
    void aStoppedJobIsCancelled();
    void largeContentComesOutWhole();

private:
    /// Writes "out" from the bytes; what is not in @p contents stays. nullopt and a committed file where all is well.
    std::optional<Error> rewrite(const QByteArray &bytes, const QHash<QString, QByteArray> &contents)
    {
        const NewContent contentOf = [&](const QString &inner) -> Result<std::optional<std::string>> {
            m_asked << inner;
            if (!contents.contains(inner))
                return std::optional<std::string>();
            return std::optional<std::string>(contents.value(inner).toStdString());
        };
        return rewriteAsking(bytes, contentOf);
    }

    std::optional<Error> rewriteAsking(const QByteArray &bytes, const NewContent &contentOf)
    {
        const QString path = m_folder->write(u"in.csv.gz"_s, bytes);
        auto output = OutputFile::create(m_folder->path(u"out"_s));
        if (!output)
            return output.error();
        if (auto problem = writeContainer(path, contentOf, *output.value(), m_context))
            return problem;
        return output.value()->commit();
    }

    [[nodiscard]] QByteArray written() const { return readAll(m_folder->path(u"out"_s)); }

    std::unique_ptr<TestFolder> m_folder;
    JobContext m_context{1};
    QStringList m_asked;
};

void TestContainerWriter::theSameKindComesOutWithNewContent_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("filter");
    QTest::newRow("zip") << ARCHIVE_FORMAT_ZIP << ARCHIVE_FILTER_NONE;
    QTest::newRow("tar") << ARCHIVE_FORMAT_TAR_USTAR << ARCHIVE_FILTER_NONE;
    QTest::newRow("GNU tar") << ARCHIVE_FORMAT_TAR_GNUTAR << ARCHIVE_FILTER_NONE;
    QTest::newRow("pax") << ARCHIVE_FORMAT_TAR_PAX_INTERCHANGE << ARCHIVE_FILTER_NONE;
    QTest::newRow("tar.gz") << ARCHIVE_FORMAT_TAR_USTAR << ARCHIVE_FILTER_GZIP;
    QTest::newRow("tar.bz2") << ARCHIVE_FORMAT_TAR_USTAR << ARCHIVE_FILTER_BZIP2;
    QTest::newRow("tar.zst") << ARCHIVE_FORMAT_TAR_USTAR << ARCHIVE_FILTER_ZSTD;
    QTest::newRow("tar.xz") << ARCHIVE_FORMAT_TAR_USTAR << ARCHIVE_FILTER_XZ;
}

void TestContainerWriter::theSameKindComesOutWithNewContent()
{
    QFETCH(int, format);
    QFETCH(int, filter);
    const QByteArray bytes = archiveOf(kFiles, {format, filter});
    const auto problem =
        rewrite(bytes, {{u"lists/opens.csv"_s, "time,event\n2,open\n"}, {u"clicks.csv"_s, ""}});
    QVERIFY2(!problem, problem ? qPrintable(problem->message) : "");
    QStringList expected = entriesOf(bytes);
    QCOMPARE(expected.size(), kFiles.size());
    expected.replaceInStrings(u"1,open\n2,open"_s, u"2,open"_s);
    expected.replaceInStrings(u"a,b\n"_s, QString());
    QCOMPARE(entriesOf(written()), expected);
    const QByteArray output = written();
    QCOMPARE(containerFormatOf(output.toStdString()), containerFormatOf(bytes.toStdString()));
    QVERIFY(!(QFileInfo(m_folder->path(u"out"_s)).permissions()
              & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
}

void TestContainerWriter::onePackedFileStaysOne_data()
{
    QTest::addColumn<int>("filter");
    QTest::newRow("gzip") << ARCHIVE_FILTER_GZIP;
    QTest::newRow("bzip2") << ARCHIVE_FILTER_BZIP2;
    QTest::newRow("zstd") << ARCHIVE_FILTER_ZSTD;
    QTest::newRow("xz") << ARCHIVE_FILTER_XZ;
}

void TestContainerWriter::onePackedFileStaysOne()
{
    QFETCH(int, filter);
    for (const QByteArray &content : {QByteArray("time,event\n"), QByteArray()}) {
        const auto problem = rewrite(packedOf(kOpens, filter), {{u"in.csv"_s, content}});
        QVERIFY2(!problem, problem ? qPrintable(problem->message) : "");
        const auto members = membersOf(m_folder->path(u"out"_s), {}, m_context);
        QVERIFY2(members, members ? "" : qPrintable(members.error().message));
        QCOMPARE(members.value().size(), 1U);
        QVERIFY(members.value().front().content != nullptr);
        QCOMPARE(QByteArray::fromStdString(*members.value().front().content), content);
    }
    QVERIFY(!rewrite(packedOf({}, filter), {}));
    QCOMPARE(membersOf(m_folder->path(u"out"_s), {}, m_context).value().front().content->size(), 0U);
}

void TestContainerWriter::membersAreAskedForAsTheyWereRead()
{
    const QByteArray bytes = tarOf({{"a.csv", "1"}, {"./a.csv", "2"}, {"/b.csv", "3"}, {".DS_Store", "x"}});
    m_asked.clear();
    QVERIFY(!rewrite(bytes, {{u"a.csv (2)"_s, "new"}}));
    QStringList read;
    const auto members = membersOf(m_folder->path(u"in.csv.gz"_s), {}, m_context);
    for (const Member &member : members.value())
        read << member.inner;
    QCOMPARE(m_asked, read);
    const QStringList entries = entriesOf(written());
    QVERIFY(entries[0].endsWith(u"=1"_s));
    QVERIFY(entries[1].startsWith(u"./a.csv "_s) && entries[1].endsWith(u"=new"_s));
}

void TestContainerWriter::oldNamesComeOutReadable()
{
    const QByteArray bytes = zipOf({{"gr_n.csv", "x"}}).replace("gr_n.csv", "gr\x81n.csv");
    QVERIFY(!rewrite(bytes, {}));
    QVERIFY(written().contains("gr\xc3\xbcn.csv"));
    QVERIFY(entriesOf(written()).constFirst().startsWith(u"grün.csv "_s));
}

void TestContainerWriter::theTimeInAGzipStays()
{
    QByteArray bytes = packedOf(kOpens, ARCHIVE_FILTER_GZIP);
    bytes.replace(4, 4, "\x11\x22\x33\x44");
    QVERIFY(!rewrite(bytes, {{u"in.csv"_s, "new"}}));
    QCOMPARE(written().mid(4, 4), QByteArray("\x11\x22\x33\x44"));
}

void TestContainerWriter::whatCannotBeWrittenAgainLeavesNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("words");
    const int unreadable = static_cast<int>(Error::Kind::Unreadable);
    QTest::newRow("archive inside") << zipOf({{"a.csv", "1"}, {"b.zip", zipOf({{"c.csv", "2"}})}})
                                    << unreadable << u"b.zip in "_s;
    QTest::newRow("gzip inside") << tarOf({{"b.gz", packedOf("2", ARCHIVE_FILTER_GZIP)}}) << unreadable
                                 << u"archive inside an archive"_s;
    QTest::newRow("password") << archiveOf({{"a.csv", "1"}}, {ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, "x"})
                              << unreadable << u"password"_s;
    QTest::newRow("cut") << tarOf(kFiles, ARCHIVE_FILTER_GZIP).chopped(20) << unreadable << u"cut off"_s;
    QTest::newRow("cut in its head") << QByteArray("\x1f\x8b\x08") << unreadable << u"cut off"_s;
    QTest::newRow("no archive") << kOpens << static_cast<int>(Error::Kind::Usage) << u"no archive"_s;
}

void TestContainerWriter::whatCannotBeWrittenAgainLeavesNothing()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, kind);
    QFETCH(QString, words);
    const auto problem = rewrite(bytes, {});
    QVERIFY(problem);
    QCOMPARE(static_cast<int>(problem->kind), kind);
    QVERIFY2(problem->message.contains(words) && problem->message.contains(u"in.csv.gz"_s),
             qPrintable(problem->message));
    QVERIFY(!QFile::exists(m_folder->path(u"out"_s)));
}

void TestContainerWriter::anErrorOfTheContentEndsTheWriting()
{
    const auto problem =
        rewriteAsking(zipOf(kFiles), [](const QString &) -> Result<std::optional<std::string>> {
            return Error{Error::Kind::Unreadable, u"no"_s};
        });
    QVERIFY(problem);
    QCOMPARE(problem->message, u"no"_s);
    QVERIFY(!QFile::exists(m_folder->path(u"out"_s)));
}

void TestContainerWriter::aStoppedJobIsCancelled()
{
    JobContext context(1);
    context.requestStop();
    auto output = OutputFile::create(m_folder->path(u"out"_s));
    const auto problem = writeContainer(
        m_folder->write(u"in"_s, zipOf(kFiles)),
        [](const QString &) -> Result<std::optional<std::string>> { return std::optional<std::string>(); },
        *output.value(), context);
    QVERIFY(problem);
    QCOMPARE(problem->kind, Error::Kind::Cancelled);
}

void TestContainerWriter::largeContentComesOutWhole()
{
    QByteArray content;
    for (qint64 row = 0; row < 400'000; ++row)
        content += QByteArray::number(row * 7'919) + ",open\n";
    for (const QByteArray &bytes : {zipOf(kFiles), tarOf(kFiles, ARCHIVE_FILTER_GZIP)}) {
        QVERIFY(!rewrite(bytes, {{u"lists/opens.csv"_s, content}}));
        const auto members = membersOf(m_folder->path(u"out"_s), {}, m_context);
        QVERIFY(members);
        QVERIFY(QByteArray::fromStdString(*members.value().front().content) == content);
    }
}

} // namespace

QTEST_GUILESS_MAIN(TestContainerWriter)
#include "tst_containerwriter.moc"

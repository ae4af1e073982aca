// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/workbook.h"

#include "core/ingest/xlsx/package.h"
#include "core/ingest/xlsx/partxml.h"
#include "core/ingest/xlsx/sheetreader.h"
#include "core/ingest/xlsx/workbookindex.h"
#include "core/jobs/jobcontext.h"

#include <QHash>

#include <algorithm>
#include <optional>

namespace clicksieve {

namespace {

using namespace std::string_view_literals;

/// Few cells can name a long text often, so the text can be larger than all parts together.
constexpr std::uint64_t kMostText = std::uint64_t{2} << 30;

constexpr std::string_view kZip = "PK\x03\x04"sv;
/// Of the container that .xls files are, and around workbooks with a password. Source: MS-CFB 2.2,
/// MS-OFFCRYPTO 2.3.
constexpr std::string_view kCompoundFile = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv;
constexpr std::string_view kEncryptedPackage =
    "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv; ///< the name of a stream in it, in UTF-16

Error compoundFile(const PartPlace &place, std::string_view bytes)
{
    if (bytes.find(kEncryptedPackage) != std::string_view::npos)
        return place.isProtected();
    return {Error::Kind::Unrecognised,
            QStringLiteral(
                "%1: this is a workbook in an old format, or one that is protected by a password. Save it "
                "as .xlsx without a password, or as CSV, and open that.")
                .arg(place.file)};
}

/// Whether the list of content types names a workbook, wherever in the package that is.
bool namesWorkbook(Package &package)
{
    const QString types = QStringLiteral("[Content_Types].xml");
    if (!package.has(types))
        return false;
    bool isNamed = false;
    const auto failure = package.read({types}, [&](const QString &, PartXml &xml) {
        for (bool more = xml.enter() && xml.enter(); more; more = xml.enter()) {
            const QString type = xml.attributes().value(QLatin1String("ContentType")).toString();
            isNamed |=
                type.contains(QLatin1String("spreadsheetml")) || type.contains(QLatin1String("ms-excel"));
            xml.skip();
        }
    });
    return isNamed && !failure;
}

std::optional<Error> readFacts(Package &package, const WorkbookIndex &index, WorkbookFacts &facts)
{
    facts.dates = index.dates;
    QStringList parts{index.styles, index.strings};
    parts.removeAll(QString());
    return package.read(parts, [&](const QString &part, PartXml &xml) {
        if (part == index.styles)
            facts.styles.read(xml);
        else
            facts.strings.read(xml);
    });
}

/// In the order of the archive, which is as good as any: sheets @p sheets[i] of index.sheets[i].
std::optional<Error> readSheets(Package &package, const WorkbookIndex &index, const WorkbookFacts &facts,
                                std::vector<Sheet> &sheets)
{
    QHash<QString, std::size_t> numbers;
    QStringList parts;
    for (const WorkbookIndex::Entry &entry : index.sheets) {
        numbers.insert(entry.part, sheets.size());
        parts << entry.part;
        sheets.push_back({entry.name, {}, 0});
    }
    std::uint64_t textLeft = kMostText;
    return package.read(parts, [&](const QString &part, PartXml &xml) {
        Sheet &sheet = sheets[numbers.value(part)];
        SheetReader(xml, facts, sheet, textLeft).read();
        textLeft -= std::min<std::uint64_t>(textLeft, sheet.text.size());
    });
}

} // namespace

bool isWorkbook(std::string_view bytes)
{
    if (!bytes.starts_with(kZip))
        return false;
    JobContext context(1);
    Result<Package> package = Package::open({}, bytes, context);
    if (!package) // a download that broke off: the names are still there, before each part
        return bytes.find("xl/workbook."sv) != std::string_view::npos;
    if (package.value().has(QStringLiteral("xl/workbook.xml"))
        || package.value().has(QStringLiteral("xl/workbook.bin")))
        return true;
    return namesWorkbook(package.value());
}

Result<std::vector<Sheet>> readWorkbook(const QString &shownName, std::string_view bytes, JobContext &context)
{
    if (bytes.starts_with(kCompoundFile))
        return compoundFile({shownName, {}}, bytes);
    Result<Package> package = Package::open(shownName, bytes, context);
    if (!package)
        return package.error();
    const Result<WorkbookIndex> index = WorkbookIndex::read(package.value());
    if (!index)
        return index.error();
    WorkbookFacts facts;
    if (const auto failure = readFacts(package.value(), index.value(), facts))
        return *failure;
    std::vector<Sheet> sheets;
    if (const auto failure = readSheets(package.value(), index.value(), facts, sheets))
        return *failure;
    std::erase_if(sheets, [](const Sheet &sheet) { return sheet.text.empty(); });
    if (sheets.empty())
        return Error{
            Error::Kind::Unrecognised,
            QStringLiteral("%1: no sheet of this workbook has anything in its cells. Check that it is the "
                           "export, and export it again.")
                .arg(shownName)};
    return sheets;
}

} // namespace clicksieve

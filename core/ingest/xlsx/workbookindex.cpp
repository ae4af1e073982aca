// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/xlsx/workbookindex.h"

#include "core/ingest/xlsx/package.h"
#include "core/ingest/xlsx/partxml.h"

#include <QDir>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <optional>

namespace clicksieve {

namespace {

struct Relationship {
    QString type; ///< the last word of it: the same in transitional and strict workbooks
    QString part;
};
using Relationships = QHash<QString, Relationship>; ///< by id

QString folderOf(const QString &part)
{
    return part.left(part.lastIndexOf(QLatin1Char('/')) + 1);
}

/// The part with the relationships of @p part; those of the package for an empty one. Source: ECMA-376 Part
/// 2, 9.3.3.
QString relationshipsPart(const QString &part)
{
    const QString folder = folderOf(part);
    return folder + QStringLiteral("_rels/") + part.mid(folder.size()) + QStringLiteral(".rels");
}

/// A target is meant from the folder of its source, or from the top where it begins with a slash.
QString resolved(const QString &source, QString target)
{
    target.replace(QLatin1Char('\\'), QLatin1Char('/'));
    const QString path =
        target.startsWith(QLatin1Char('/')) ? target : QLatin1Char('/') + folderOf(source) + target;
    return QDir::cleanPath(path).mid(1);
}

Relationships readRelationships(PartXml &xml, const QString &source)
{
    Relationships found;
    if (!xml.enter())
        return found;
    while (xml.enter()) {
        const QXmlStreamAttributes attributes = xml.attributes();
        const QString type = attributes.value(QLatin1String("Type")).toString();
        if (attributes.value(QLatin1String("TargetMode")) != QLatin1String("External"))
            found.insert(attributes.value(QLatin1String("Id")).toString(),
                         {type.mid(type.lastIndexOf(QLatin1Char('/')) + 1),
                          resolved(source, attributes.value(QLatin1String("Target")).toString())});
        xml.skip();
    }
    return found;
}

QString partOfType(const Relationships &relationships, const char *type)
{
    for (const Relationship &relationship : relationships) {
        if (relationship.type == QLatin1String(type))
            return relationship.part;
    }
    return {};
}

bool isTrue(QStringView value)
{
    return value == QLatin1String("1") || value == QLatin1String("true");
}

/// A sheet as the workbook part lists it, before its part is known.
struct ListedSheet {
    QString name;
    QString relationship;
    bool isHidden = false;
};

struct WorkbookPart {
    std::vector<ListedSheet> sheets;
    DateSystem dates = DateSystem::From1900;
};

ListedSheet listedSheet(const QXmlStreamAttributes &attributes)
{
    ListedSheet sheet;
    for (const QXmlStreamAttribute &attribute : attributes) {
        if (attribute.name() == QLatin1String("name"))
            sheet.name = attribute.value().toString();
        else if (attribute.name() == QLatin1String("state"))
            sheet.isHidden = attribute.value() != QLatin1String("visible");
        else if (attribute.name() == QLatin1String("id") && !attribute.namespaceUri().isEmpty())
            sheet.relationship = attribute.value().toString();
    }
    return sheet;
}

WorkbookPart readWorkbookPart(PartXml &xml)
{
    WorkbookPart workbook;
    if (!xml.enter())
        return workbook;
    while (xml.enter()) {
        if (xml.name() == QLatin1String("workbookPr")) {
            if (isTrue(xml.attributes().value(QLatin1String("date1904"))))
                workbook.dates = DateSystem::From1904;
        } else if (xml.name() == QLatin1String("sheets")) {
            while (xml.enter()) {
                workbook.sheets.push_back(listedSheet(xml.attributes()));
                xml.skip();
            }
            continue;
        }
        xml.skip();
    }
    return workbook;
}

/// Where the package says the workbook is, or where it usually is.
Result<QString> findWorkbook(Package &package)
{
    QString part;
    const QString top = relationshipsPart({});
    if (package.has(top)) {
        const auto reader = [&](const QString &, PartXml &xml) {
            part = partOfType(readRelationships(xml, {}), "officeDocument");
        };
        if (const std::optional<Error> failure = package.read({top}, reader))
            return *failure;
    }
    if (part.isEmpty())
        part = QStringLiteral("xl/workbook.xml");
    if (part.endsWith(QLatin1String(".bin"), Qt::CaseInsensitive)
        || package.has(QStringLiteral("xl/workbook.bin")))
        return package.place().refused(
            QStringLiteral("is in the binary format .xlsb, which cannot be read here"));
    return part;
}

/// The sheets with cells, once each.
std::optional<Error> fillSheets(WorkbookIndex &index, const WorkbookPart &workbook,
                                const Relationships &relationships, const PartPlace &place)
{
    QSet<QString> parts;
    for (const ListedSheet &listed : workbook.sheets) {
        const auto found = relationships.constFind(listed.relationship);
        if (found == relationships.constEnd())
            return place.damaged(QStringLiteral("does not say where the sheet %1 is").arg(listed.name));
        if (found->type != QLatin1String("worksheet"))
            continue;
        if (parts.contains(found->part.toLower()))
            return place.damaged(QStringLiteral("names %1 for two sheets").arg(found->part));
        parts.insert(found->part.toLower());
        index.sheets.push_back({listed.name, found->part, listed.isHidden});
    }
    std::stable_partition(index.sheets.begin(), index.sheets.end(),
                          [](const WorkbookIndex::Entry &entry) { return !entry.isHidden; });
    return std::nullopt;
}

} // namespace

Result<WorkbookIndex> WorkbookIndex::read(Package &package)
{
    const Result<QString> part = findWorkbook(package);
    if (!part)
        return part.error();
    WorkbookPart workbook;
    Relationships relationships;
    const QString links = relationshipsPart(part.value());
    const auto reader = [&](const QString &name, PartXml &xml) {
        if (name == links)
            relationships = readRelationships(xml, part.value());
        else
            workbook = readWorkbookPart(xml);
    };
    if (const std::optional<Error> failure = package.read({part.value(), links}, reader))
        return *failure;
    WorkbookIndex index;
    index.dates = workbook.dates;
    index.styles = partOfType(relationships, "styles");
    index.strings = partOfType(relationships, "sharedStrings");
    if (const auto failure = fillSheets(index, workbook, relationships, package.place(part.value())))
        return *failure;
    return index;
}

} // namespace clicksieve

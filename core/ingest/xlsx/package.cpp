// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/xlsx/package.h"

#include "core/ingest/xlsx/partxml.h"
#include "core/jobs/jobcontext.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace clicksieve {

namespace {

constexpr qsizetype kMostParts = 10'000;

struct CloseZip {
    void operator()(struct archive *zip) const { archive_read_free(zip); }
};
using Zip = std::unique_ptr<struct archive, CloseZip>;

/// Null where there is no memory. Only the reader that goes by the archive's table of contents: the other one
/// would also read what the table does not name.
Zip openZip(std::string_view bytes)
{
    Zip zip(archive_read_new());
    if (zip == nullptr || archive_read_support_format_zip_seekable(zip.get()) != ARCHIVE_OK
        || archive_read_open_memory(zip.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
        return nullptr;
    return zip;
}

/// In lower case and with / between folders, which some programs write as a backslash. Empty where the name
/// cannot be had in this locale; no part that matters has such a name.
QString nameOf(struct archive_entry *entry)
{
    const char *name = archive_entry_pathname(entry);
    return QString::fromUtf8(name != nullptr ? name : "")
        .replace(QLatin1Char('\\'), QLatin1Char('/'))
        .toLower();
}

Error incomplete(const PartPlace &place, struct archive *zip)
{
    const char *reason = zip != nullptr ? archive_error_string(zip) : nullptr;
    return place.damaged(QStringLiteral("is incomplete or damaged (%1)")
                             .arg(QString::fromUtf8(reason != nullptr ? reason : "it cannot be opened")));
}

/// Calls @p visit(name, entry) for each entry until it says no; then an error where the archive is damaged.
template <typename Visit>
std::optional<Error> forEachEntry(std::string_view bytes, const PartPlace &place, JobContext &context,
                                  const Visit &visit)
{
    const Zip zip = openZip(bytes);
    if (zip == nullptr)
        return incomplete(place, nullptr);
    while (true) {
        if (context.stopRequested())
            return Error{Error::Kind::Cancelled, QStringLiteral("Stopped.")};
        struct archive_entry *entry = nullptr;
        const int status = archive_read_next_header(zip.get(), &entry);
        if (status == ARCHIVE_EOF)
            return std::nullopt;
        if (status != ARCHIVE_OK && status != ARCHIVE_WARN) // it warns of names it cannot show
            return incomplete(place, zip.get());
        if (std::optional<Error> failure = visit(zip.get(), entry, nameOf(entry)))
            return failure;
    }
}

} // namespace

Package::Package(const QString &shownName, std::string_view bytes, JobContext &context)
    : m_file(shownName)
    , m_bytes(bytes)
    , m_context(&context)
    , m_budget{bytes.size(), 0}
{
}

Result<Package> Package::open(const QString &shownName, std::string_view bytes, JobContext &context)
{
    Package package(shownName, bytes, context);
    if (std::optional<Error> failure = package.list())
        return *failure;
    return package;
}

std::optional<Error> Package::list()
{
    qsizetype count = 0;
    return forEachEntry(
        m_bytes, place(), *m_context,
        [&](struct archive *, struct archive_entry *entry, const QString &name) -> std::optional<Error> {
            if (++count > kMostParts)
                return place().refused(QStringLiteral("has more than 10,000 parts"));
            if (!name.isEmpty() && m_names.contains(name))
                return place(name).damaged(QStringLiteral("is there twice"));
            m_names.insert(name, archive_entry_is_encrypted(entry) != 0);
            return std::nullopt;
        });
}

std::optional<Error> Package::read(const QStringList &parts, const Reader &reader)
{
    QHash<QString, QString> wanted;
    for (const QString &part : parts) {
        const auto found = m_names.constFind(part.toLower());
        if (found == m_names.constEnd())
            return place(part).damaged(QStringLiteral("is missing"));
        if (*found)
            return place().isProtected();
        wanted.insert(part.toLower(), part);
    }
    if (wanted.isEmpty())
        return std::nullopt;
    return forEachEntry(
        m_bytes, place(), *m_context,
        [&](struct archive *zip, struct archive_entry *, const QString &name) -> std::optional<Error> {
            const auto part = wanted.constFind(name);
            return part == wanted.constEnd() ? std::nullopt : readHere(zip, *part, reader);
        });
}

std::optional<Error> Package::readHere(struct archive *zip, const QString &part, const Reader &reader)
{
    const PartPlace here = place(part);
    PartStream stream(zip, here, m_budget, *m_context);
    PartXml xml(stream, here);
    reader(part, xml);
    return xml.finish();
}

} // namespace clicksieve

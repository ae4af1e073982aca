// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/mapping/draftsaving.h"

#include "core/ingest/formatcatalogue.h"
#include "core/ingest/mapping/draftpreview.h"
#include "core/ingest/mapping/mappingwords.h"
#include "core/jobs/jobcontext.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace clicksieve {

namespace {

constexpr qsizetype kLongestId = 40;

QString fileOf(const QString &folder, const QString &id)
{
    return folder + u'/' + id + QStringLiteral(".json");
}

/// The format that the file is taken for so far; null where it is unknown.
const ExportFormat *rivalOf(const RecordSample &sample, const FormatCatalogue &formats)
{
    const QString path = shownName(sample.member);
    if (sample.shape == Shape::Json)
        return formats.matchJson(sample.text.text->text(), path, {}).format;
    std::vector<std::string> header;
    for (const RecordSample::Column &column : sample.columns)
        header.push_back(column.name);
    return formats.matchTable(header, path, {}).format;
}

Error unwritable(const QString &path, const QString &why)
{
    return {
        Error::Kind::Unwritable,
        QStringLiteral("The format could not be saved as %1: %2.").arg(QDir::toNativeSeparators(path), why)};
}

std::optional<Error> writeNew(const QString &path, const QByteArray &bytes)
{
    if (!QDir().mkpath(QFileInfo(path).path()))
        return unwritable(path, QStringLiteral("its folder cannot be created"));
    if (QFileInfo::exists(path))
        return unwritable(path, QStringLiteral("there is a file of that name"));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return unwritable(path, file.errorString());
    return std::nullopt;
}

} // namespace

QString unusedFormatId(const QString &title, const FormatCatalogue &formats, const QString &folder)
{
    QString name;
    for (const QChar letter : MappingWords::normalised(title)) {
        const bool isPlain = (letter >= u'a' && letter <= u'z') || (letter >= u'0' && letter <= u'9');
        if (isPlain)
            name += letter;
        else if (!name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    }
    name = name.left(kLongestId);
    while (name.endsWith(u'-'))
        name.chop(1);
    const QString base = QStringLiteral("own-") + (name.isEmpty() ? QStringLiteral("export") : name);
    QString id = base;
    for (int number = 2; formats.find(id) != nullptr || QFileInfo::exists(fileOf(folder, id)); ++number)
        id = base + u'-' + QString::number(number);
    return id;
}

Result<QString> saveDraft(const FormatDraft &draft, const RecordSample &sample,
                          const std::shared_ptr<const FormatCatalogue> &formats, const QString &folder,
                          JobContext &context)
{
    if (const QStringList lacking = lackingIn(draft, sample); !lacking.isEmpty())
        return Error{Error::Kind::Usage, lacking.front()};
    const QString id = unusedFormatId(draft.title, *formats, folder);
    const QJsonObject format = withInventedRecord(formatJson(draft, sample, id, rivalOf(sample, *formats)),
                                                  draft, sample, formats, context);
    if (const auto checked = ExportFormat::fromJson(format, draft.title); !checked)
        return checked.error();
    if (context.stopRequested())
        return Error{Error::Kind::Cancelled, QStringLiteral("Stopped.")};
    if (auto problem = writeNew(fileOf(folder, id), QJsonDocument(format).toJson()))
        return *problem;
    return id;
}

} // namespace clicksieve

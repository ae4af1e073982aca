// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/inspection.h"

#include "core/ingest/membertext.h"
#include "core/ingest/sourceopener.h"
#include "core/jobs/jobcontext.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace clicksieve {

namespace {

InspectedFile inspect(const Member &member, const ImportRequest &request,
                      const std::shared_ptr<const FormatCatalogue> &formats, JobContext &context)
{
    InspectedFile file;
    file.member = member;
    file.name = displayName(member);
    auto source = Source::open(member, optionsFor(member, request, formats), context);
    if (!source) {
        file.problem = source.error();
        file.canBeMapped = source.error().kind == Error::Kind::Unrecognised && textsOf(member, context).ok();
        return file;
    }
    file.member.content.reset();
    file.sureness = source.value().format->confidence;
    file.cannotTell = source.value().format->cannotTell;
    file.timesNameTheirZone = source.value().timesNameTheirZone;
    file.preview = previewOf(source.value(), kPreviewRows);
    file.namesCampaign =
        std::ranges::any_of(file.preview, [](const PreviewRow &row) { return !row.campaign.isEmpty(); });
    addAnswers(source.value(), choiceFor(request.choices, member.path, member.inner));
    file.info = source.value().info();
    for (PreviewRow &row : file.preview) {
        if (row.complaint.isEmpty() && row.campaign.isEmpty())
            row.campaign = file.info.campaignAnswer;
    }
    return file;
}

/// With the folder that was given in front, where one was.
QString nameBelow(const QString &given, const InspectedFile &file)
{
    const QFileInfo folder(given);
    if (!folder.isDir())
        return file.name;
    const QString way = QFileInfo(QDir(given).relativeFilePath(file.member.path)).path();
    const QString within = way == QLatin1String(".") ? QString() : way + u'/';
    return QDir(given).dirName() + u'/' + within + file.name;
}

} // namespace

Result<std::vector<InspectedFile>> inspectFiles(const ImportRequest &request, JobContext &context)
{
    const auto formats = request.formats ? request.formats : FormatCatalogue::shipped();
    std::vector<InspectedFile> files;
    for (const QString &path : request.files) {
        const std::size_t before = files.size();
        auto members = membersOf(path, {}, context);
        if (!members) {
            InspectedFile file;
            file.member.path = path;
            file.name = QFileInfo(path).fileName();
            file.problem = members.error();
            files.push_back(std::move(file));
        } else {
            for (Member &member : members.value()) {
                if (context.stopRequested())
                    break;
                files.push_back(inspect(member, request, formats, context));
                files.back().isInContainer = members.value().size() > 1;
                member.content.reset();
            }
        }
        for (std::size_t file = before; file < files.size(); ++file) {
            files[file].given = path;
            files[file].name = nameBelow(path, files[file]);
        }
        if (context.stopRequested())
            return Error{Error::Kind::Cancelled, QStringLiteral("Stopped.")};
    }
    return files;
}

} // namespace clicksieve

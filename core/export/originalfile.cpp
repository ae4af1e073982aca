// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/originalfile.h"

#include "core/events/sourceinfo.h"
#include "core/export/cleaner.h"
#include "core/ingest/filebytes.h"
#include "core/workspace/keptfiles.h"

#include <QDir>
#include <QFileInfo>

namespace clicksieve {

Result<OriginalFile> OriginalFile::of(const SourceInfo &info, const QString &beside, JobContext &context)
{
    OriginalFile file;
    file.m_path = info.path;
    if (isAsRead(info))
        return Result<OriginalFile>(std::move(file));
    if (info.keptIn.isEmpty())
        return QFileInfo::exists(info.path) ? changedSince(info) : FileBytes::open(info.path).error();
    const QDir folder = beside == QLatin1String("-") ? QDir::temp() : QDir(QFileInfo(beside).absolutePath());
    file.m_folder = std::make_unique<QTemporaryDir>(folder.filePath(QStringLiteral(".clicksieve-XXXXXX")));
    if (!file.m_folder->isValid())
        return Error{Error::Kind::Unwritable,
                     QStringLiteral("%1 cannot be written to (%2). Choose another folder.")
                         .arg(QDir::toNativeSeparators(folder.path()), file.m_folder->errorString())};
    file.m_path = file.m_folder->filePath(QFileInfo(info.path).fileName());
    if (auto problem = takeOut(info, file.m_path, context))
        return *problem;
    return Result<OriginalFile>(std::move(file));
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/keptfiles.h"

#include "core/events/eventtable.h"
#include "core/jobs/jobcontext.h"
#include "core/jobs/parallel.h"
#include "core/workspace/parts.h"
#include "core/workspace/workspacefile.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMap>

#include <algorithm>
#include <optional>

namespace clicksieve {

namespace {

constexpr qint64 kPiece = qint64{2} << 20;
constexpr int kAtOnce = 32; ///< pieces that are packed before they are written

QString partOf(int number)
{
    return QStringLiteral("file %1").arg(number);
}

QString digestPartOf(int number)
{
    return QStringLiteral("SHA-256 of file %1").arg(number);
}

bool isAsItWas(const SourceInfo &info)
{
    const QFileInfo now(info.path);
    return now.isFile() && now.size() == info.bytes
           && now.lastModified().toMSecsSinceEpoch() == info.modifiedMs;
}

std::optional<Error> writeDigest(WorkspaceFile &file, int number, const QByteArray &digest)
{
    return file.write(digestPartOf(number), 0, Piece::of({digest.constData(), std::size_t(digest.size())}));
}

/// False where it is not what was read any more.
Result<bool> keepFromDisk(const SourceInfo &info, WorkspaceFile &file, int number, JobContext &context)
{
    QFile source(info.path);
    if (!isAsItWas(info) || !source.open(QIODevice::ReadOnly))
        return false;
    QCryptographicHash digest(QCryptographicHash::Sha256);
    qint64 size = 0;
    int pieces = 0;
    while (!source.atEnd()) {
        std::vector<QByteArray> bytes;
        while (bytes.size() < kAtOnce && !source.atEnd())
            bytes.push_back(source.read(kPiece));
        std::vector<Piece> packed(bytes.size());
        // One of the workers makes the digest, which has to see the bytes in order.
        parallelFor(context, bytes.size() + 1, [&](std::size_t task, std::size_t) {
            if (task == 0)
                std::ranges::for_each(bytes, [&digest](const QByteArray &one) { digest.addData(one); });
            else
                packed[task - 1] =
                    Piece::of({bytes[task - 1].constData(), std::size_t(bytes[task - 1].size())});
        });
        if (context.stopRequested())
            return stopped();
        for (const Piece &piece : packed) {
            if (auto problem = file.write(partOf(number), pieces++, piece))
                return *problem;
            size += static_cast<qint64>(piece.size);
            context.addDone(piece.size);
        }
    }
    if (size != info.bytes || !isAsItWas(info)) {
        if (auto problem = file.remove(partOf(number)))
            return *problem;
        return false;
    }
    if (auto problem = writeDigest(file, number, digest.result()))
        return *problem;
    return true;
}

/// From the workspace that the table is from, as it is there. False where that is gone.
Result<bool> keepFromWorkspace(const SourceInfo &info, WorkspaceFile &file, int number, JobContext &context)
{
    auto from = WorkspaceFile::open(info.keptIn, WorkspaceFile::Access::Read);
    if (!from)
        return false;
    const int pieces = from.value()->pieces(partOf(info.keptAs));
    const auto digest = from.value()->read(digestPartOf(info.keptAs), 0);
    if (pieces == 0 || !digest)
        return false;
    for (int piece = 0; piece < pieces; ++piece) {
        const auto bytes = from.value()->read(partOf(info.keptAs), piece);
        if (context.stopRequested())
            return stopped();
        if (!bytes || !bytes->isWhole()) {
            if (auto problem = file.remove(partOf(number)))
                return *problem;
            return false;
        }
        if (auto problem = file.write(partOf(number), piece, *bytes))
            return *problem;
        context.addDone(bytes->size);
    }
    if (auto problem = file.write(digestPartOf(number), 0, *digest))
        return *problem;
    return true;
}

} // namespace

Result<KeptFiles> keepFiles(const EventTable &table, WorkspaceFile &file, JobContext &context)
{
    KeptFiles kept;
    QMap<QString, int> numberOf; ///< by path; -1: cannot be kept
    int next = 0;
    for (const SourceInfo &info : table.sources()) {
        if (!numberOf.contains(info.path)) {
            auto isKept = keepFromDisk(info, file, next, context);
            if (isKept && !isKept.value() && !info.keptIn.isEmpty())
                isKept = keepFromWorkspace(info, file, next, context);
            if (!isKept)
                return isKept.error();
            numberOf.insert(info.path, isKept.value() ? next++ : -1);
            if (!isKept.value())
                kept.missing << QFileInfo(info.path).fileName();
        }
        kept.numbers.push_back(numberOf[info.path]);
    }
    return kept;
}

std::optional<Error> takeOut(const SourceInfo &source, const QString &path, JobContext &context)
{
    const auto damaged = [&source] {
        return Error{
            Error::Kind::Unreadable,
            QStringLiteral("The export %1 is damaged in the workspace %2. The figures are not, but nothing "
                           "can be made from its rows.")
                .arg(source.name, QFileInfo(source.keptIn).fileName())};
    };
    auto file = WorkspaceFile::open(source.keptIn, WorkspaceFile::Access::Read);
    if (!file)
        return file.error();
    QFile output(path);
    const auto unwritable = [&output] {
        return Error{Error::Kind::Unwritable, QStringLiteral("%1 cannot be written (%2). Make room there.")
                                                  .arg(output.fileName(), output.errorString())};
    };
    if (!output.open(QIODevice::WriteOnly)
        || !output.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return unwritable();
    QCryptographicHash digest(QCryptographicHash::Sha256);
    const int pieces = file.value()->pieces(partOf(source.keptAs));
    for (int number = 0; number < pieces; ++number) {
        if (context.stopRequested())
            return stopped();
        const auto piece = file.value()->read(partOf(source.keptAs), number);
        QByteArray bytes(piece ? static_cast<qsizetype>(piece->size) : 0, Qt::Uninitialized);
        if (!piece || !piece->unpackInto({bytes.data(), piece->size}))
            return damaged();
        digest.addData(bytes);
        if (output.write(bytes) != bytes.size())
            return unwritable();
    }
    const auto wanted = readPart(*file.value(), digestPartOf(source.keptAs));
    if (!wanted || QByteArray::fromStdString(*wanted) != digest.result())
        return damaged();
    return output.flush() ? std::nullopt : std::optional(unwritable());
}

} // namespace clicksieve

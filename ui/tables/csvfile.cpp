// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/csvfile.h"

#include "core/jobs/jobcontext.h"
#include "ui/tables/roles.h"

#include <QCoreApplication>
#include <QSaveFile>

#include <algorithm>

namespace clicksieve {

namespace {

/// Rows between two looks at the stop flag; about a millisecond of work.
constexpr qint64 kRowsPerStep = 1'000;
constexpr char kByteOrderMark[] = "\xEF\xBB\xBF";

void appendCell(QString &line, const QString &cell)
{
    if (cell.size() == 1 && cell.front() == kUnknownSign)
        return;
    const bool plain = std::none_of(cell.cbegin(), cell.cend(), [](QChar c) {
        return c == u',' || c == u'"' || c == u'\r' || c == u'\n';
    });
    if (plain) {
        line += cell;
        return;
    }
    QString quoted = cell;
    quoted.replace(u'"', QStringLiteral("\"\""));
    line += u'"' + quoted + u'"';
}

void appendLine(QString &text, const QStringList &cells)
{
    for (qsizetype column = 0; column < cells.size(); ++column) {
        if (column > 0)
            text += u',';
        appendCell(text, cells[column]);
    }
    text += QStringLiteral("\r\n");
}

Error unwritable(const QString &path, const QSaveFile &file)
{
    return {Error::Kind::Unwritable,
            QCoreApplication::translate("CsvFile",
                                        "The table could not be saved as %1: %2. Nothing was changed there.")
                .arg(path, file.errorString())};
}

} // namespace

Result<qint64> writeCsvFile(const QString &path, const QStringList &header, const CsvRows &rows,
                            JobContext &context)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(path, file);
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner); // it names people

    context.addTotal(static_cast<std::uint64_t>(rows.count));
    QString text;
    appendLine(text, header);
    file.write(kByteOrderMark);
    for (qint64 row = 0; row < rows.count;) {
        if (context.stopRequested())
            return Error{Error::Kind::Cancelled, QCoreApplication::translate("CsvFile", "Stopped.")};
        const qint64 end = std::min(rows.count, row + kRowsPerStep);
        context.addDone(static_cast<std::uint64_t>(end - row));
        for (; row < end; ++row)
            appendLine(text, rows.cells(row));
        if (file.write(text.toUtf8()) < 0)
            return unwritable(path, file);
        text.clear();
    }
    if (file.write(text.toUtf8()) < 0 || !file.commit())
        return unwritable(path, file);
    return rows.count;
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/xlsx/partplace.h"

namespace clicksieve {

Error PartPlace::damaged(const QString &what) const
{
    const QString subject = part.isEmpty() ? QStringLiteral("this workbook")
                                           : QStringLiteral("the part %1 of this workbook").arg(part);
    return {Error::Kind::Unreadable,
            QStringLiteral("%1: %2 %3. Export it again, or save it as CSV and open that.")
                .arg(file, subject, what)};
}

Error PartPlace::refused(const QString &what) const
{
    return {Error::Kind::Unrecognised,
            QStringLiteral("%1: this workbook %2. Save the sheet with the events as CSV and open that.")
                .arg(file, what)};
}

Error PartPlace::isProtected() const
{
    return {Error::Kind::Unreadable,
            QStringLiteral(
                "%1: this workbook is protected by a password. Save it as .xlsx without a password, or "
                "as CSV, and open that.")
                .arg(file)};
}

} // namespace clicksieve

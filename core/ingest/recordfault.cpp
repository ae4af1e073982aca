// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/recordfault.h"

namespace clicksieve {

QString faultSentence(const CsvReader &reader)
{
    switch (reader.fault()) {
    case CsvReader::Fault::None:
        return {};
    case CsvReader::Fault::OpenQuote:
        return QStringLiteral("A quote in it is never closed. The file may have been cut off here.");
    case CsvReader::Fault::TooLong:
        break;
    }
    return QStringLiteral("It is longer than a megabyte or has more than 4,096 cells, so it is no event.");
}

QString faultSentence(const JsonReader &reader)
{
    return reader.fault() == JsonReader::Fault::Broken ? QStringLiteral(
               "It is no whole JSON object: a quote or a bracket is missing, or the file was cut off "
               "here.")
                                                       : QString();
}

} // namespace clicksieve

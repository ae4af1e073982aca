// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/xlsx/sharedstrings.h"

#include "core/ingest/xlsx/celltext.h"
#include "core/ingest/xlsx/partxml.h"

namespace clicksieve {

namespace {

constexpr std::size_t kMostStrings = std::size_t{1}
                                     << 26; ///< 64 full columns of texts that are all different

} // namespace

void SharedStrings::read(PartXml &xml)
{
    if (!xml.enter())
        return;
    QString text;
    while (xml.enter()) {
        if (xml.name() != QLatin1String("si")) {
            xml.skip();
            continue;
        }
        if (m_ends.size() == kMostStrings)
            return xml.fail(QStringLiteral("has more than %1 texts").arg(kMostStrings));
        text.resize(0); // keeps its memory
        appendRichText(xml, text);
        appendUtf8(m_text, text);
        m_ends.push_back(m_text.size());
    }
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/xlsx/cellstyles.h"

#include "core/ingest/xlsx/partxml.h"

namespace clicksieve {

void CellStyles::read(PartXml &xml)
{
    if (!xml.enter())
        return;
    while (xml.enter()) { // the formats come before the styles that use them: ECMA-376 Part 1, 18.8.39
        if (xml.name() == QLatin1String("numFmts"))
            readFormats(xml);
        else if (xml.name() == QLatin1String("cellXfs"))
            readCellFormats(xml);
        else
            xml.skip();
    }
}

void CellStyles::readFormats(PartXml &xml)
{
    while (xml.enter()) {
        const QXmlStreamAttributes attributes = xml.attributes();
        m_formats.insert(attributes.value(QLatin1String("numFmtId")).toInt(),
                         kindOfFormat(attributes.value(QLatin1String("formatCode"))));
        xml.skip();
    }
}

void CellStyles::readCellFormats(PartXml &xml)
{
    while (xml.enter()) {
        const int format = xml.attributes().value(QLatin1String("numFmtId")).toInt();
        const auto written = m_formats.constFind(format);
        m_kinds.push_back(written != m_formats.constEnd() ? *written : kindOfBuiltIn(format));
        xml.skip();
    }
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/xlsx/partxml.h"

#include "core/ingest/xlsx/partstream.h"

namespace clicksieve {

namespace {

constexpr int kDeepest = 256; ///< workbooks nest some ten deep; each level costs the reader memory

} // namespace

PartXml::PartXml(PartStream &stream, const PartPlace &place)
    : m_stream(stream)
    , m_place(place)
    , m_xml(&stream)
{
}

bool PartXml::step()
{
    if (m_fault || m_xml.atEnd())
        return false;
    m_stream.beginToken();
    switch (m_xml.readNext()) {
    case QXmlStreamReader::StartElement:
        if (++m_depth > kDeepest)
            fail(QStringLiteral("nests its elements more than %1 deep").arg(kDeepest));
        break;
    case QXmlStreamReader::EndElement:
        --m_depth;
        break;
    case QXmlStreamReader::DTD:
        fail(QStringLiteral("has a document type definition, which workbooks do not have"));
        break;
    case QXmlStreamReader::Invalid:
        findFault();
        break;
    default:
        break;
    }
    return !m_fault && m_xml.tokenType() != QXmlStreamReader::EndDocument;
}

/// The stream knows better than the XML, which only breaks off.
void PartXml::findFault()
{
    if (m_stream.fault())
        fail(*m_stream.fault());
    else
        fail(QStringLiteral("is damaged at line %1 (%2)").arg(m_xml.lineNumber()).arg(m_xml.errorString()));
}

bool PartXml::enter()
{
    while (step()) {
        if (m_xml.isStartElement())
            return true;
        if (m_xml.isEndElement())
            return false;
    }
    return false;
}

void PartXml::skip()
{
    const int outside = m_depth - 1;
    while (m_depth > outside && step()) {
    }
}

void PartXml::appendText(QString &out)
{
    while (step() && !m_xml.isEndElement()) {
        if (m_xml.isCharacters())
            out += m_xml.text();
        else if (m_xml.isStartElement())
            skip();
    }
}

void PartXml::fail(const QString &what)
{
    fail(m_place.damaged(what));
}

void PartXml::fail(const Error &error)
{
    if (!m_fault)
        m_fault = error;
}

std::optional<Error> PartXml::finish()
{
    while (step()) {
    }
    if (!m_fault && m_stream.fault())
        m_fault = m_stream.fault();
    return m_fault;
}

} // namespace clicksieve

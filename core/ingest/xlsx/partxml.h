// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/xlsx/partplace.h"

#include <QString>
#include <QXmlStreamReader>

#include <optional>

namespace clicksieve {

class PartStream;

/// Walks through the XML of one part, element by element. After a fault every step says "no more", so readers
/// look once, at the end. Names are local names: the namespaces of ECMA-376 (transitional) and of its strict
/// form differ, the elements do not. A document type definition is refused, so there are no entities to
/// expand and nothing is ever fetched.
class PartXml {
public:
    /// Both live longer than this.
    PartXml(PartStream &stream, const PartPlace &place);

    /// Enters the next element inside the one that was entered and not left yet; false, leaving that one,
    /// where there is no more. Whoever enters an element calls this until it is false, or skip(), or
    /// appendText().
    [[nodiscard]] bool enter();
    void skip();
    /// Adds the text directly inside the element and leaves it.
    void appendText(QString &out);

    /// Of the element that was entered; valid until the next step.
    [[nodiscard]] QStringView name() const { return m_xml.name(); }
    [[nodiscard]] QXmlStreamAttributes attributes() const { return m_xml.attributes(); }

    [[nodiscard]] const PartPlace &place() const { return m_place; }
    /// Ends the reading: as PartPlace::damaged().
    void fail(const QString &what);
    void fail(const Error &error);
    /// Reads to the end of the part, so that all of it is checked; what was wrong with it, if anything.
    [[nodiscard]] std::optional<Error> finish();

private:
    bool step();
    void findFault();

    PartStream &m_stream;
    const PartPlace &m_place;
    QXmlStreamReader m_xml;
    int m_depth = 0;
    std::optional<Error> m_fault;
};

} // namespace clicksieve

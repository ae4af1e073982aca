// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/filebytes.h"
#include "core/jobs/result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace clicksieve {

class JobContext;

enum class TextEncoding { Utf8, Utf16LittleEndian, Utf16BigEndian, Windows1252 };

/// "UTF-8", "UTF-16LE", …, for display.
[[nodiscard]] QString titleOf(TextEncoding encoding);

/// One file as UTF-8 text. The file is memory-mapped where it can be; text in another encoding is converted into
/// memory. Immutable after open(); the views live as long as the object. Not copyable; keep it by pointer.
class SourceText {
public:
    /// How much of a file is looked at to see whether it is UTF-8. Beginning: of a large file on disk only the first
    /// megabytes, enough for any header; whoever reads the rest has to look (see isChecked()).
    enum class Check { Whole, Beginning };

    /// Opens @p path (a file or a compiled-in resource), finds its encoding (byte-order mark, else zero bytes,
    /// else valid UTF-8, else Windows-1252) and refuses what is no text with a sentence that says what it seems to be.
    [[nodiscard]] static Result<std::shared_ptr<const SourceText>> open(const QString &path,
                                                                        JobContext &context);
    /// The same of bytes at hand; @p shownName is for the sentences.
    [[nodiscard]] static Result<std::shared_ptr<const SourceText>> of(std::shared_ptr<const FileBytes> bytes,
                                                                      const QString &shownName,
                                                                      JobContext &context,
                                                                      Check check = Check::Whole);
    /// Text in UTF-8 that was made from a file which is no text itself.
    [[nodiscard]] static std::shared_ptr<const SourceText> ofConverted(std::string utf8);

    /// The content without byte-order mark.
    [[nodiscard]] std::string_view text() const { return m_text; }
    [[nodiscard]] std::string_view bytes() const { return m_bytes; }
    [[nodiscard]] TextEncoding encoding() const { return m_encoding; }
    [[nodiscard]] std::size_t markLength() const { return m_markLength; }
    /// False where text() may yet turn out to be no UTF-8 behind the beginning.
    [[nodiscard]] bool isChecked() const { return m_isChecked; }

    /// True where readInto() can be used: text() is a file on disk as it is.
    [[nodiscard]] bool canReadInto() const
    {
        return m_encoding == TextEncoding::Utf8 && m_file && m_file->canRead();
    }
    /// Copies the part of text() that begins at @p place. As FileBytes::read. @pre canReadInto()
    [[nodiscard]] bool readInto(std::size_t place, std::span<char> to) const
    {
        return m_file->read(m_markLength + place, to);
    }

    /// How many bytes of the file @p part, a part of text() cut at characters, was made from. Exact, because every
    /// code unit of the file becomes one character (a broken one becomes U+FFFD).
    [[nodiscard]] std::size_t byteLength(std::string_view part) const;
    /// @p utf8 in the encoding of the file, for what is added to it.
    [[nodiscard]] QByteArray encode(std::string_view utf8) const;

private:
    SourceText() = default;
    void decode();

    std::shared_ptr<const FileBytes> m_file;
    std::string m_decoded;
    std::string_view m_bytes;
    std::string_view m_text;
    TextEncoding m_encoding = TextEncoding::Utf8;
    std::size_t m_markLength = 0;
    bool m_isChecked = true;
};

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace clicksieve {

/// A text to look for, whatever the case of its letters. Quick enough for a million texts a second where it is ASCII.
class TextNeedle {
public:
    explicit TextNeedle(const QString &text);

    /// True where @p text (UTF-8) contains it. An empty needle is in every text.
    [[nodiscard]] bool isIn(std::string_view text) const;

private:
    QString m_text;
    std::string m_lowerAscii; ///< empty where m_text is not pure ASCII
};

} // namespace clicksieve

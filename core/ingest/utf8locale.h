// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <clocale>
#include <locale.h>

namespace clicksieve {

/// Characters of this thread are UTF-8 while it lives: libarchive converts the names in archives to and from the
/// locale's characters, and loses what those cannot say. Where the system has no such locale, nothing changes.
class Utf8Locale {
public:
    Utf8Locale() : m_locale(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr))
    {
        if (m_locale != nullptr)
            m_previous = uselocale(m_locale);
    }
    ~Utf8Locale()
    {
        if (m_locale == nullptr)
            return;
        uselocale(m_previous);
        freelocale(m_locale);
    }
    Q_DISABLE_COPY_MOVE(Utf8Locale)

private:
    locale_t m_locale;
    locale_t m_previous = nullptr;
};

} // namespace clicksieve

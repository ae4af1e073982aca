// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/jsonwriter.h"

#include <QString>

#include <string_view>

namespace clicksieve {

/// A key with its value.
template <typename T>
void member(JsonWriter &json, std::string_view key, const T &value)
{
    json.key(key);
    json.value(value);
}

inline void member(JsonWriter &json, std::string_view key, const QString &value)
{
    json.key(key);
    json.value(std::string_view(value.toStdString()));
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/csvreader.h"

#include <QString>

namespace clicksieve {

/// What is wrong with the record at hand, as a sentence; empty where nothing is.
[[nodiscard]] QString faultSentence(const CsvReader &reader);

} // namespace clicksieve

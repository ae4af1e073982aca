// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLabel;

namespace clicksieve {

/// A label for sentences, also with text of files in them: never rich text, wrapped. The caller owns it.
[[nodiscard]] QLabel *makePlainLabel(bool quiet);

} // namespace clicksieve

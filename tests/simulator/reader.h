// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/manner.h"
#include "simulator/source.h"

namespace clicksieve::simulator {

/// A person in front of one message.
struct Reader {
    /// When the client loads the pixel.
    enum class Pixel { OnOpen, OnClick, Never };

    Pixel pixel = Pixel::OnOpen;
    Source open;
    Source click;
    Manner openManner = Manner::PersonDesktop;
    Manner clickManner = Manner::PersonDesktop;
};

} // namespace clicksieve::simulator

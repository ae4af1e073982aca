// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace clicksieve {

/// How a container is made: how its files lie in it, and how the whole of that is packed.
struct ContainerFormat {
    enum class Layout {
        SingleFile, ///< packed, without a name of its own
        Tar,
        Zip ///< packs each file for itself
    };
    enum class Packing { None, Gzip, Bzip2, Zstd, Xz };

    Layout layout = Layout::SingleFile;
    Packing packing = Packing::None;

    friend bool operator==(const ContainerFormat &, const ContainerFormat &) = default;
};

/// By content, whatever the name says. nullopt: @p bytes are no container, which is also said of office documents
/// (an .xlsx is a zip, but what the user means is the document).
[[nodiscard]] std::optional<ContainerFormat> containerFormatOf(std::string_view bytes);

} // namespace clicksieve

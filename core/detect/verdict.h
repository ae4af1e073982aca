// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <string_view>

namespace clicksieve {

/// What the evidence says of one open or click. Of the event, never of the person.
enum class Verdict : std::uint8_t { Human, Uncertain, Machine };

/// "human", "uncertain" or "machine", as in every file that Clicksieve writes.
[[nodiscard]] std::string_view wordFor(Verdict verdict);

/// Who the machine is (or who stands between a person and us).
enum class ActorKind : std::uint8_t {
    Unknown,         ///< a machine of nobody we know
    LinkScanner,     ///< a mail security product
    PrivacyPrefetch, ///< images fetched ahead of reading, such as Apple Mail Privacy Protection
    LinkPreview,
    HttpLibrary,
    Robot,
    VendorFlagged, ///< the ESP itself calls it a machine
    ImageProxy,    ///< people: their mailbox provider fetched the images when they opened
    SharedEgress   ///< people: a company gateway that many of them share
};

struct Actor {
    ActorKind kind = ActorKind::Unknown;
    QString name; ///< for display: "Microsoft Defender", "unknown scanner", …
};

/// "link-scanner", "privacy-prefetch", …: the actor column of the verdict CSV.
[[nodiscard]] std::string_view wordFor(ActorKind kind);

} // namespace clicksieve

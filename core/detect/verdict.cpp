// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/verdict.h"

namespace clicksieve {

std::string_view wordFor(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Human:
        return "human";
    case Verdict::Machine:
        return "machine";
    case Verdict::Uncertain:
        break;
    }
    return "uncertain";
}

std::string_view wordFor(ActorKind kind)
{
    switch (kind) {
    case ActorKind::LinkScanner:
        return "link-scanner";
    case ActorKind::PrivacyPrefetch:
        return "privacy-prefetch";
    case ActorKind::LinkPreview:
        return "link-preview";
    case ActorKind::HttpLibrary:
        return "http-library";
    case ActorKind::Robot:
        return "robot";
    case ActorKind::VendorFlagged:
        return "vendor-flagged";
    case ActorKind::ImageProxy:
        return "image-proxy";
    case ActorKind::SharedEgress:
        return "shared-egress";
    case ActorKind::Unknown:
        break;
    }
    return "unknown";
}

} // namespace clicksieve

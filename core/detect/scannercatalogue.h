// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/networkset.h"
#include "core/detect/verdict.h"
#include "core/events/event.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace clicksieve {

/// How sure the catalogue is of an entry.
enum class Certainty : std::uint8_t {
    Person,   ///< people act through it
    Probable, ///< raises suspicion, decides only together with other evidence
    Certain   ///< a machine at any time
};

/// One known machine or proxy.
struct CatalogueEntry {
    QString id;
    QString title;
    QString note; ///< why it counts as machine or person
    QStringList sources;
    ActorKind actor = ActorKind::Unknown;
    Certainty certainty = Certainty::Probable;
    bool forOpens = false;
    bool forClicks = false;

    [[nodiscard]] bool appliesTo(EventType type) const
    {
        return type == EventType::Click ? forClicks : forOpens;
    }
    /// The title without what it says in brackets: "Microsoft Defender".
    [[nodiscard]] QString actorName() const;
};

/// The known scanners, prefetchers and proxies of resources/scanners/*.json. Immutable; shared by all threads.
class ScannerCatalogue {
public:
    /// The shipped catalogue. It is part of the program and tested with it, so loading it cannot fail.
    [[nodiscard]] static const ScannerCatalogue &shipped();
    ~ScannerCatalogue();

    [[nodiscard]] const std::vector<CatalogueEntry> &entries() const { return m_entries; }

    /// The entries that an address (a user agent) matches, as positions in entries(), surest first.
    [[nodiscard]] std::vector<std::uint16_t> matchAddress(std::string_view address) const;
    [[nodiscard]] std::vector<std::uint16_t> matchAgent(std::string_view agent) const;

private:
    ScannerCatalogue();
    void load(const QString &path);
    void sortBySureness(std::vector<std::uint16_t> &entries) const;

    struct AgentPatterns; ///< keeps RE2 out of this header
    std::vector<CatalogueEntry> m_entries;
    NetworkSet m_networks;
    std::unique_ptr<AgentPatterns> m_agents;
};

} // namespace clicksieve

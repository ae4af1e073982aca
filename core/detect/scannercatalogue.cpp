// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/scannercatalogue.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <optional>

#include <re2/set.h>

namespace clicksieve {

namespace {

constexpr std::array kKnownActors = {
    ActorKind::LinkScanner, ActorKind::PrivacyPrefetch, ActorKind::LinkPreview, ActorKind::HttpLibrary,
    ActorKind::Robot,       ActorKind::ImageProxy,      ActorKind::SharedEgress};

std::optional<ActorKind> actorNamed(const QString &word)
{
    for (const ActorKind kind : kKnownActors) {
        if (word.toStdString() == wordFor(kind))
            return kind;
    }
    return std::nullopt;
}

std::optional<Certainty> certaintyNamed(const QString &word)
{
    if (word == QLatin1String("certain"))
        return Certainty::Certain;
    if (word == QLatin1String("probable"))
        return Certainty::Probable;
    if (word == QLatin1String("person"))
        return Certainty::Person;
    return std::nullopt;
}

} // namespace

/// All patterns in one automaton: a user agent is read once, however many there are.
struct ScannerCatalogue::AgentPatterns {
    struct Pattern {
        std::uint16_t entry = 0;
        bool isException = false;
    };
    RE2::Set set{RE2::Options(), RE2::UNANCHORED};
    std::vector<Pattern> patterns;

    void add(const QString &path, const QJsonArray &texts, std::uint16_t entry, bool isException)
    {
        for (const QJsonValue &text : texts) {
            std::string problem;
            if (set.Add(text.toString().toStdString(), &problem) < 0)
                qFatal("%s: %s", qPrintable(path), problem.c_str());
            patterns.push_back({entry, isException});
        }
    }
};

QString CatalogueEntry::actorName() const
{
    return title.section(QLatin1String(" ("), 0, 0);
}

ScannerCatalogue::ScannerCatalogue() : m_agents(std::make_unique<AgentPatterns>()) {}
ScannerCatalogue::~ScannerCatalogue() = default;

const ScannerCatalogue &ScannerCatalogue::shipped()
{
    static const auto catalogue = [] {
        std::unique_ptr<ScannerCatalogue> loaded(new ScannerCatalogue);
        const QDir folder(QStringLiteral(":/clicksieve/scanners"));
        for (const QString &name : folder.entryList(QDir::Files, QDir::Name))
            loaded->load(folder.filePath(name));
        loaded->m_networks.seal();
        if (!loaded->m_agents->set.Compile())
            qFatal("The scanner catalogue's patterns do not fit into memory.");
        return loaded;
    }();
    return *catalogue;
}

void ScannerCatalogue::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be opened", qPrintable(path));
    for (const QJsonValue &value :
         QJsonDocument::fromJson(file.readAll()).object()[QLatin1String("entries")].toArray()) {
        const QJsonObject object = value.toObject();
        const auto actor = actorNamed(object[QLatin1String("actor")].toString());
        const auto certainty = certaintyNamed(object[QLatin1String("certainty")].toString());
        CatalogueEntry entry;
        entry.id = object[QLatin1String("id")].toString();
        if (!actor || !certainty || entry.id.isEmpty())
            qFatal("%s: entry \"%s\" has no known actor or certainty", qPrintable(path),
                   qPrintable(entry.id));
        entry.actor = *actor;
        entry.certainty = *certainty;
        entry.title = object[QLatin1String("title")].toString();
        entry.note = object[QLatin1String("note")].toString();
        for (const QJsonValue &source : object[QLatin1String("source")].toArray())
            entry.sources << source.toString();
        const QJsonArray applies = object[QLatin1String("applies")].toArray();
        entry.forOpens = applies.contains(QLatin1String("open"));
        entry.forClicks = applies.contains(QLatin1String("click"));

        const auto number = static_cast<std::uint16_t>(m_entries.size());
        for (const QJsonValue &network : object[QLatin1String("networks")].toArray()) {
            if (!m_networks.add(network.toString().toStdString(), number))
                qFatal("%s: \"%s\" is no network", qPrintable(path), qPrintable(network.toString()));
        }
        m_agents->add(path, object[QLatin1String("agents")].toArray(), number, false);
        m_agents->add(path, object[QLatin1String("agentsExcept")].toArray(), number, true);
        m_entries.push_back(std::move(entry));
    }
}

std::vector<std::uint16_t> ScannerCatalogue::matchAddress(std::string_view address) const
{
    std::vector<std::uint16_t> found;
    if (const auto parsed = IpAddress::parse(address))
        m_networks.find(*parsed,
                        [&](std::uint32_t number) { found.push_back(static_cast<std::uint16_t>(number)); });
    sortBySureness(found);
    return found;
}

std::vector<std::uint16_t> ScannerCatalogue::matchAgent(std::string_view agent) const
{
    std::vector<int> hits;
    m_agents->set.Match(re2::StringPiece(agent.data(), agent.size()), &hits);
    std::vector<std::uint16_t> found;
    std::vector<std::uint16_t> excepted;
    for (const int hit : hits) {
        const auto &pattern = m_agents->patterns[static_cast<std::size_t>(hit)];
        (pattern.isException ? excepted : found).push_back(pattern.entry);
    }
    std::erase_if(found,
                  [&](std::uint16_t entry) { return std::ranges::find(excepted, entry) != excepted.end(); });
    sortBySureness(found);
    return found;
}

void ScannerCatalogue::sortBySureness(std::vector<std::uint16_t> &entries) const
{
    std::ranges::sort(entries, [this](std::uint16_t one, std::uint16_t other) {
        const Certainty ofOne = m_entries[one].certainty;
        const Certainty ofOther = m_entries[other].certainty;
        return ofOne != ofOther ? ofOne > ofOther : one < other;
    });
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
}

} // namespace clicksieve

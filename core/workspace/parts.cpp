// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/parts.h"

#include "core/jobs/jobcontext.h"
#include "core/jobs/parallel.h"
#include "core/workspace/workspacefile.h"

#include <algorithm>
#include <atomic>

namespace clicksieve {

namespace {

/// Bytes of one piece: many to share among the processors, few to look up. A multiple of the size of every number.
constexpr std::size_t kPiece = std::size_t{2} << 20;
/// Pieces that are packed, or read, before the next step: they wait in memory.
constexpr std::size_t kAtOnce = 32;
static_assert(kPiece <= Piece::kLargest);

std::size_t piecesOf(std::size_t bytes)
{
    return (bytes + kPiece - 1) / kPiece;
}

/// One piece of a part.
template <typename Bytes>
struct Place {
    const QString *part;
    int number;
    Bytes bytes;
};

std::vector<Place<std::string_view>> placesOf(const std::vector<PartToWrite> &parts)
{
    std::vector<Place<std::string_view>> places;
    for (const PartToWrite &part : parts) {
        for (std::size_t number = 0; number < piecesOf(part.bytes.size()); ++number)
            places.push_back(
                {&part.name, static_cast<int>(number), part.bytes.substr(number * kPiece, kPiece)});
    }
    return places;
}

std::vector<Place<std::span<char>>> placesOf(const std::vector<PartToRead> &parts)
{
    std::vector<Place<std::span<char>>> places;
    for (const PartToRead &part : parts) {
        for (std::size_t number = 0; number < piecesOf(part.room.size()); ++number) {
            const std::size_t begin = number * kPiece;
            places.push_back({&part.name, static_cast<int>(number),
                              part.room.subspan(begin, std::min(kPiece, part.room.size() - begin))});
        }
    }
    return places;
}

} // namespace

Error damagedPart(const QString &name)
{
    return {Error::Kind::Unreadable, QStringLiteral("its part \"%1\" is missing or damaged").arg(name)};
}

Error stopped()
{
    return {Error::Kind::Cancelled, QStringLiteral("Stopped.")};
}

std::optional<Error> writeParts(WorkspaceFile &file, const std::vector<PartToWrite> &parts,
                                JobContext &context)
{
    for (const PartToWrite &part : parts) {
        if (auto problem = file.remove(part.name))
            return problem;
    }
    const auto places = placesOf(parts);
    std::vector<Piece> packed(std::min(kAtOnce, places.size()));
    for (std::size_t first = 0; first < places.size(); first += kAtOnce) {
        const std::size_t count = std::min(kAtOnce, places.size() - first);
        parallelFor(context, count, [&](std::size_t place, std::size_t) {
            packed[place] = Piece::of(places[first + place].bytes);
        });
        if (context.stopRequested())
            return stopped();
        for (std::size_t place = 0; place < count; ++place) {
            const auto &at = places[first + place];
            if (auto problem = file.write(*at.part, at.number, packed[place]))
                return problem;
            context.addDone(at.bytes.size());
        }
    }
    return std::nullopt;
}

std::optional<Error> readParts(WorkspaceFile &file, const std::vector<PartToRead> &parts, JobContext &context)
{
    const auto places = placesOf(parts);
    std::vector<Piece> packed(std::min(kAtOnce, places.size()));
    for (std::size_t first = 0; first < places.size(); first += kAtOnce) {
        const std::size_t count = std::min(kAtOnce, places.size() - first);
        for (std::size_t place = 0; place < count; ++place) {
            const auto &at = places[first + place];
            auto piece = file.read(*at.part, at.number);
            if (!piece)
                return damagedPart(*at.part);
            packed[place] = std::move(*piece);
        }
        std::atomic<std::size_t> damaged = count;
        parallelFor(context, count, [&](std::size_t place, std::size_t) {
            if (!packed[place].unpackInto(places[first + place].bytes))
                damaged = place;
        });
        if (context.stopRequested())
            return stopped();
        if (damaged != count)
            return damagedPart(*places[first + damaged].part);
        for (std::size_t place = 0; place < count; ++place)
            context.addDone(places[first + place].bytes.size());
    }
    return std::nullopt;
}

std::optional<std::string> readPart(WorkspaceFile &file, const QString &name)
{
    const int pieces = file.pieces(name);
    std::string bytes;
    for (int number = 0; number < pieces; ++number) {
        const auto piece = file.read(name, number);
        if (!piece)
            return std::nullopt;
        const std::size_t begin = bytes.size();
        bytes.resize(begin + piece->size);
        if (!piece->unpackInto(std::span(bytes).subspan(begin)))
            return std::nullopt;
    }
    return pieces > 0 ? std::optional(std::move(bytes)) : std::nullopt;
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/container.h"
#include "core/ingest/workbook.h"
#include "core/jobs/jobcontext.h"
#include "fuzz/scratchfile.h"
#include "fuzz/sheets.h"
#include "fuzz/target.h"

#include <QSet>

#include <algorithm>

using namespace clicksieve;
using namespace clicksieve::fuzz;

namespace {

/// Small, so that to unpack much is no finding, but not to keep to the limits is one.
constexpr ContainerLimits kLimits = {.entries = 64,
                                     .bytes = std::uint64_t{1} << 20,
                                     .ratio = 50,
                                     .ratioFrom = std::uint64_t{1} << 16,
                                     .depth = 3};

/// A path that nobody could step out of a folder with, nor move the text around it.
bool isHarmless(const QString &inner)
{
    const QStringList parts = inner.split(QLatin1Char('/'));
    const bool isPath = std::ranges::none_of(parts, [](const QString &part) {
        return part.isEmpty() || part == QLatin1String("..") || part == QLatin1String(".");
    });
    return isPath && std::ranges::none_of(inner, [](QChar character) {
               return character == QLatin1Char('\\') || character.category() == QChar::Other_Control
                      || character.category() == QChar::Other_Format;
           });
}

void requireWithinLimits(const std::vector<Member> &members)
{
    std::uint64_t bytes = 0;
    QSet<QString> names;
    for (const Member &member : members) {
        if (member.content == nullptr) {
            require(member.inner.isEmpty() && members.size() == 1, "a plain file is itself");
            continue;
        }
        bytes += member.content->size();
        require(isHarmless(member.inner), "inner paths are harmless");
        require(!names.contains(member.inner), "inner paths are unique");
        names.insert(member.inner);
    }
    require(!members.empty() && members.size() <= kLimits.entries, "members are counted");
    require(bytes <= kLimits.bytes, "bytes are counted");
}

} // namespace

/// All of the input is the file: an archive, a workbook, a packed file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes = textOf(data, size);
    const ScratchFile file(QStringLiteral("export"), bytes);
    JobContext context(1);
    const auto members = membersOf(file.path(), kLimits, context);
    if (members)
        requireWithinLimits(members.value());
    else
        require(!members.error().message.isEmpty(), "an error has a sentence");
    if (isWorkbook(bytes))
        requireSensibleWorkbook(bytes);
    return 0;
}

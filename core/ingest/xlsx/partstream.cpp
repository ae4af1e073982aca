// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/xlsx/partstream.h"

#include "core/jobs/jobcontext.h"

#include <archive.h>

namespace clicksieve {

namespace {

constexpr std::uint64_t kMostUnpacked = std::uint64_t{2} << 30;
/// A sheet of a million rows packs to a tenth or a fiftieth; only bombs come near what the method can do
/// (1032:1).
constexpr std::uint64_t kMostRatio = 1'000;
constexpr std::uint64_t kRatioCounts = std::uint64_t{64}
                                       << 20; ///< unpacked bytes that are no harm at any ratio
/// A cell holds 32,767 characters at most (Microsoft, "Excel specifications and limits").
constexpr std::uint64_t kLongestToken = std::uint64_t{16} << 20;

} // namespace

PartStream::PartStream(struct archive *zip, const PartPlace &place, UnpackBudget &budget, JobContext &context)
    : m_zip(zip)
    , m_place(place)
    , m_budget(budget)
    , m_context(context)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 PartStream::readData(char *data, qint64 most)
{
    if (!m_fault && m_context.stopRequested())
        m_fault = Error{Error::Kind::Cancelled, QStringLiteral("Stopped.")};
    if (m_fault)
        return -1;
    const la_ssize_t count = archive_read_data(m_zip, data, static_cast<std::size_t>(most));
    if (count < 0) { // also what the library only warns of, such as a checksum that does not fit
        const char *reason = archive_error_string(m_zip);
        m_fault =
            m_place.damaged(QStringLiteral("cannot be unpacked (%1)")
                                .arg(QString::fromUtf8(reason != nullptr ? reason : "no reason given")));
        return -1;
    }
    m_budget.unpacked += static_cast<std::uint64_t>(count);
    m_inToken += static_cast<std::uint64_t>(count);
    m_fault = overBudget();
    return m_fault || count == 0 ? -1 : count;
}

qint64 PartStream::writeData(const char *, qint64)
{
    return -1;
}

std::optional<Error> PartStream::overBudget() const
{
    if (m_budget.unpacked > kMostUnpacked)
        return m_place.refused(QStringLiteral("unpacks to more than 2 GB"));
    if (m_budget.unpacked > kRatioCounts && m_budget.unpacked / kMostRatio > m_budget.packed)
        return m_place.refused(
            QStringLiteral("unpacks to more than a thousand times its size, which no export does"));
    if (m_inToken > kLongestToken)
        return m_place.damaged(QStringLiteral("has a single piece of text of more than 16 MB"));
    return std::nullopt;
}

} // namespace clicksieve

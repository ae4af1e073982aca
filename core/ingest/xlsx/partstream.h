// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/xlsx/partplace.h"

#include <QIODevice>

#include <cstdint>
#include <optional>

struct archive;

namespace clicksieve {

class JobContext;

/// What one workbook has been unpacked to so far, over all of its parts.
struct UnpackBudget {
    std::uint64_t packed = 0; ///< bytes of the workbook
    std::uint64_t unpacked = 0;
};

/// The part of a workbook that the archive stands at, unpacked while it is read. Ends with a fault() where it
/// is damaged, where it unpacks to more than any export holds, and when the job is stopped.
class PartStream : public QIODevice {
public:
    /// All four live longer than the stream.
    PartStream(struct archive *zip, const PartPlace &place, UnpackBudget &budget, JobContext &context);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] const std::optional<Error> &fault() const { return m_fault; }

    /// To be called before each piece of XML is read: a single one that goes on for megabytes is refused
    /// before it fills the memory.
    void beginToken() { m_inToken = 0; }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    [[nodiscard]] std::optional<Error> overBudget() const;

    struct archive *m_zip;
    const PartPlace &m_place;
    UnpackBudget &m_budget;
    JobContext &m_context;
    std::uint64_t m_inToken = 0;
    std::optional<Error> m_fault;
};

} // namespace clicksieve

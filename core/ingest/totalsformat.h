// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/totals.h"

#include <QString>

#include <map>
#include <string>
#include <vector>

class QJsonObject;

namespace clicksieve {

/// What a format says of an export that has totals instead of events: the part "totals" of its file.
struct TotalsFormat {
    enum class RowIs {
        Recipient, ///< a row is one recipient of a campaign
        Campaign   ///< a row is a campaign, or a part of one
    };
    RowIs rowIs = RowIs::Recipient;
    std::map<Total, std::vector<std::string>> columns; ///< folded names, best first
    std::vector<Total> everyRow;                       ///< what each row is one of, whatever its cells say
    std::vector<Total> splitOverFiles; ///< counts that several files of one campaign share out among them
    std::vector<std::string> yes;      ///< folded words for a recipient who is one of these
    std::vector<std::string> no;       ///< and for one who is not, beside an empty cell
    bool anyOtherIsYes = false;        ///< such as a time
    QString sentence; ///< that scanners cannot be told apart, and what to ask the ESP for instead

    /// @p complaint is set where the object is no such part: a sentence that names the key.
    [[nodiscard]] static TotalsFormat read(const QJsonObject &object, QString &complaint);
};

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/dayandtime.h"

namespace clicksieve {

std::string_view withoutMidnight(std::string_view day)
{
    const std::size_t end = day.find_last_of(" T");
    if (end == std::string_view::npos || end == 0)
        return day;
    const std::string_view time = day.substr(end + 1);
    return time.starts_with("00:00") && time.find_first_not_of("0:.") == std::string_view::npos
               ? day.substr(0, end)
               : day;
}

std::string_view joinedDayAndTime(std::string_view day, std::string_view timeOfDay, std::string &scratch)
{
    const std::string_view onlyDay = withoutMidnight(day);
    if (timeOfDay.starts_with(onlyDay))
        return timeOfDay;
    scratch.assign(onlyDay).append(" ").append(timeOfDay);
    return scratch;
}

} // namespace clicksieve

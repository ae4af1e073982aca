// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace clicksieve {

/// True where the first line that is not empty is the body of a web form, "key=value&key=value": what some services
/// post their events as.
[[nodiscard]] bool isFormBody(std::string_view text);

/// The bodies, one a line, as JSON one after the other: the value itself where the only key's value is JSON (Mandrill:
/// mandrill_events=[…]), else one object of the keys and their values as strings. Lines that are no bodies stay as
/// they are, to be reported as broken records.
[[nodiscard]] std::string jsonFromFormBody(std::string_view text);

} // namespace clicksieve

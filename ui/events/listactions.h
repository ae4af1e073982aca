// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

class QMenu;

namespace clicksieve {

class Session;

/// Adds what the user can say of the address and the link of an event, for every export: ticked where it is said already.
/// The actions live as long as the menu.
void addListActions(QMenu &menu, Session &session, std::size_t event);

} // namespace clicksieve

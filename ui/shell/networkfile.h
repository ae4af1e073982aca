// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace clicksieve {

class Session;

/// Lets the user choose the file with names of networks, another one, or none; remembers it.
void askForNetworkFile(Session &session, QWidget *parent);
/// Takes the file of last time, where it is still there and sound.
void takeNetworkFileOfLastTime(Session &session);

} // namespace clicksieve

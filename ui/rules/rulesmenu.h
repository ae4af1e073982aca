// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QMenu;
class QWidget;

namespace clicksieve {

/// A menu of rulesets: the shipped ones, with @p withPublished those that others publish, those that the user has saved
/// (looked up when it opens), and a file of the user's choice.
/// @p choose gets the name or the path. @p parent owns the menu. The object name of an entry is that of its ruleset.
[[nodiscard]] QMenu *makeRulesMenu(QWidget *parent, bool withPublished,
                                   const std::function<void(const QString &nameOrFile)> &choose);

} // namespace clicksieve

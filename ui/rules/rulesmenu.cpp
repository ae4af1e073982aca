// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rulesmenu.h"

#include "core/detect/ruleset.h"
#include "core/detect/shippedrulesets.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMenu>

namespace clicksieve {

namespace {

struct RulesMenu {
    Q_DECLARE_TR_FUNCTIONS(RulesMenu)
};

void addRules(QMenu &menu, const QStringList &names, const std::function<void(const QString &)> &choose)
{
    for (const QString &name : names) {
        const auto rules = loadRuleset(name);
        if (!rules)
            continue;
        QAction *action = menu.addAction(rules.value()->title, &menu, [choose, name] { choose(name); });
        action->setObjectName(name);
        if (!rules.value()->publishedBy.isEmpty())
            action->setToolTip(rules.value()->publishedBy.toHtmlEscaped());
    }
}

} // namespace

QMenu *makeRulesMenu(QWidget *parent, bool withPublished,
                     const std::function<void(const QString &nameOrFile)> &choose)
{
    auto *menu = new QMenu(parent);
    menu->setToolTipsVisible(true);
    addRules(*menu, shippedRulesets(), choose);
    if (withPublished) {
        menu->addSection(RulesMenu::tr("Published by others"));
        addRules(*menu, publishedRulesets(), choose);
    }
    menu->addSeparator();
    menu->addAction(RulesMenu::tr("From a file…"), menu, [parent, choose] {
        const QString path = QFileDialog::getOpenFileName(parent, RulesMenu::tr("Open rules"), {},
                                                          RulesMenu::tr("Rules (*.json);;All files (*)"));
        if (!path.isEmpty())
            choose(path);
    });
    return menu;
}

} // namespace clicksieve

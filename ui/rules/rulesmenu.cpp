// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rulesmenu.h"

#include "core/detect/ownrulesets.h"
#include "core/detect/ruleset.h"
#include "core/detect/shippedrulesets.h"
#include "ui/theme/numbers.h"

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

/// Those that are saved now, in place of those of the last time.
void showOwnRules(QMenu &menu, QAction *before, const std::function<void(const QString &)> &choose)
{
    constexpr const char *kIsOwn = "own";
    for (QAction *action : menu.actions()) {
        if (action->property(kIsOwn).toBool())
            delete action;
    }
    const QStringList names = ownRulesets();
    QList<QAction *> actions;
    if (!names.isEmpty())
        actions << new QAction(RulesMenu::tr("Saved by you"), &menu);
    for (QAction *title : actions)
        title->setSeparator(true);
    for (const QString &name : names) {
        // An ampersand in the name is no shortcut.
        auto *action =
            new QAction(visibleText(name.toStdString()).replace(u'&', QStringLiteral("&&")), &menu);
        action->setObjectName(name);
        QObject::connect(action, &QAction::triggered, &menu, [choose, name] { choose(name); });
        actions << action;
    }
    for (QAction *action : actions)
        action->setProperty(kIsOwn, true);
    menu.insertActions(before, actions);
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
    QAction *end = menu->addSeparator();
    QObject::connect(menu, &QMenu::aboutToShow, menu,
                     [menu, end, choose] { showOwnRules(*menu, end, choose); });
    menu->addAction(RulesMenu::tr("From a file…"), menu, [parent, choose] {
        const QString path = QFileDialog::getOpenFileName(parent, RulesMenu::tr("Open rules"), {},
                                                          RulesMenu::tr("Rules (*.json);;All files (*)"));
        if (!path.isEmpty())
            choose(path);
    });
    return menu;
}

} // namespace clicksieve

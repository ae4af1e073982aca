// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/numbershelp.h"

#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace clicksieve {

NumbersHelp::NumbersHelp(QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("What the numbers mean"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(620, 560);

    auto *browser = new QTextBrowser;
    browser->setOpenLinks(false);
    browser->setHtml(text()); // our own words only: nothing of a file is in them
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->addWidget(browser, 1);
    column->addWidget(buttons);
}

QString NumbersHelp::text()
{
    const std::pair<QString, QString> words[] = {
        {tr("Message"),
         tr("One campaign to one recipient. Rates count messages: five clicks of one person on one "
            "campaign are one.")},
        {tr("Click-to-open rate (CTOR)"), tr("Messages with a click, divided by messages that were opened.")},
        {tr("Reported"), tr("Every open and click of the export, as the e-mail service counts them.")},
        {tr("People only"),
         tr("Opens and clicks that a machine more likely made are left out. A click of a person also "
            "counts as an open: some people read with images off.")},
        {tr("Machine"),
         tr("A security product that tries links before the recipient sees them, a mail program that "
            "loads images ahead, a link preview, a robot. Each open and click is judged for itself: the "
            "same recipient can have clicks of a scanner and, later, of a person.")},
        {tr("Uncertain, unclear"),
         tr("The signs do not suffice for either. In the figures of people it counts for the more "
            "likely side.")},
        {tr("Rules"),
         tr("Which signs are looked for, and how strongly each speaks for a machine or a person. The Rules "
            "page shows and changes them, and says what a change would do before it counts.")},
        {tr("Your verdicts, yours"),
         tr("What you said yourself on the Events page goes before the rules, in every figure and file. "
            "Edit > Your verdicts lists it; Undo takes it back.")},
        {tr("Uncertain events: x–y %"),
         tr("One end counts everything uncertain as a machine, the other as a person.")},
        {tr("Chance: x–y % (95 % interval)"),
         tr("How far chance alone could have moved a rate with so few messages. Two campaigns whose "
            "intervals overlap may be equally good.")},
        {tr("Totals, reported only"),
         tr("Some exports have counts instead of opens and clicks with their time. They give the reported "
            "rates; those of people are not known, and no other figure contains them.")},
        {tr("Recipients affected"),
         tr("Recipients with at least one open or click of a machine. With several campaigns in view, "
            "messages are counted instead: the same recipient may be in each of them.")},
        {tr("Web load: eight sends in ten"), tr("Scanners take all links of a mail at once, so that chance "
                                                "decides how full the fullest second is. One send in "
                                                "ten stays below the range, one goes above it.")},
        {tr("Delivered"), tr("Messages that the receiving server accepted, where the export says so.")},
        {QStringLiteral("–"), tr("The export does not say. Unknown is never shown as 0.")},
    };
    QString html;
    for (const auto &[word, meaning] : words)
        html += QStringLiteral("<p><b>%1</b><br>%2</p>").arg(word.toHtmlEscaped(), meaning.toHtmlEscaped());
    return html;
}

} // namespace clicksieve

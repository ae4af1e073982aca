// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/parameterwords.h"

#include <QCoreApplication>
#include <QHash>

namespace clicksieve {

namespace {

struct ParameterWords {
    Q_DECLARE_TR_FUNCTIONS(ParameterWords)
};

QHash<QString, QString> makeWords()
{
    const auto tr = [](const char *text) { return ParameterWords::tr(text); };
    return {
        {QStringLiteral("actions"), tr("Opens and clicks, at least")},
        {QStringLiteral("actors"), tr("Kinds of programs")},
        {QStringLiteral("afterSeconds"), tr("Learned from clicks later than, s")},
        {QStringLiteral("alone"), tr("Strength where nothing else is near")},
        {QStringLiteral("aloneAfterSeconds"), tr("Only so long after delivery, s")},
        {QStringLiteral("aloneSeconds"), tr("Nothing else within, s")},
        {QStringLiteral("belowSeconds"), tr("Within, s")},
        {QStringLiteral("campaignMessages"), tr("Mails before a campaign counts by itself")},
        {QStringLiteral("certain"), tr("Strength where it is certain")},
        {QStringLiteral("certainProbability"), tr("Certain from a probability of")},
        {QStringLiteral("click"), tr("Clicks")},
        {QStringLiteral("clickSeconds"), tr("Click after the open within, s")},
        {QStringLiteral("domainMessages"), tr("Mails before a domain counts by itself")},
        {QStringLiteral("domainVisits"), tr("Sweeps before a domain counts by itself")},
        {QStringLiteral("domains"), tr("Companies, at least")},
        {QStringLiteral("early"), tr("Strength before a sweep")},
        {QStringLiteral("earlySeconds"), tr("Early is within, s")},
        {QStringLiteral("fewestAfterOpen"), tr("Certain clicks after an open, at least")},
        {QStringLiteral("fewestCertain"), tr("Certain clicks near, at least")},
        {QStringLiteral("fewestLinks"), tr("Links in the mail, at least")},
        {QStringLiteral("fewestMessages"), tr("Mails, at least")},
        {QStringLiteral("fewestOthers"), tr("Mails of other domains, at least")},
        {QStringLiteral("follow"), tr("Strength of the click's verdict")},
        {QStringLiteral("highest"), tr("Strength at most")},
        {QStringLiteral("human"), tr("Strength of a mark for a person")},
        {QStringLiteral("links"), tr("Links, at least")},
        {QStringLiteral("lowest"), tr("Strength at least")},
        {QStringLiteral("machine"), tr("Strength of a mark for a machine")},
        {QStringLiteral("machineShare"), tr("Share of machines that click so")},
        {QStringLiteral("minuteTiers"), tr("Where times have no seconds")},
        {QStringLiteral("near"), tr("Strength when near")},
        {QStringLiteral("nearSeconds"), tr("Near is within, s")},
        {QStringLiteral("of"), tr("Counted are")},
        {QStringLiteral("open"), tr("Opens")},
        {QStringLiteral("openSeconds"), tr("Open after an open within, s")},
        {QStringLiteral("pauseSeconds"), tr("Pauses within a visit, at most, s")},
        {QStringLiteral("person"), tr("Strength where it serves people")},
        {QStringLiteral("probable"), tr("Strength where it is probable")},
        {QStringLiteral("probableEarly"), tr("Strength where it is probable and early")},
        {QStringLiteral("read"), tr("Strength with time to read")},
        {QStringLiteral("readFromSeconds"), tr("Time to read from, s")},
        {QStringLiteral("readToSeconds"), tr("Time to read to, s")},
        {QStringLiteral("recipients"), tr("Recipients, at least")},
        {QStringLiteral("sameClient"), tr("Strength from the same address and program")},
        {QStringLiteral("sameClientSeconds"), tr("Same address and program within, s")},
        {QStringLiteral("seconds"), tr("Within, s")},
        {QStringLiteral("sessionSeconds"), tr("Clicks of one visit are within, s")},
        {QStringLiteral("share"), tr("Share, at least")},
        {QStringLiteral("sizeFactor"), tr("Sweeps are alike up to so many times the links")},
        {QStringLiteral("skewSeconds"), tr("Clocks may differ by, s")},
        {QStringLiteral("slackSeconds"), tr("An open may come later by, s")},
        {QStringLiteral("tiers"), tr("Steps")},
        {QStringLiteral("usualShare"), tr("Share of mail that machines click, usually")},
        {QStringLiteral("weight"), tr("Strength")},
        {QStringLiteral("withinSeconds"), tr("Within, s")},
    };
}

} // namespace

QString parameterWords(const QString &key)
{
    static const QHash<QString, QString> kWords = makeWords();
    return kWords.value(key, key);
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/ruleset.h"

#include "core/detect/ownrulesets.h"
#include "core/detect/shippedrulesets.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QSet>

#include <cmath>

namespace clicksieve {

namespace {

constexpr std::size_t kMostSignals = 200;
constexpr qsizetype kLongestName = 80; ///< it stands in the status line and in reports

Error complaint(const QString &path, const QString &what)
{
    return {Error::Kind::Usage, QStringLiteral("%1: %2").arg(QDir::toNativeSeparators(path), what)};
}

/// A number between @p lowest and @p highest, or NaN.
double numberIn(const QJsonObject &object, const char *key, double lowest, double highest)
{
    const double value = object[QLatin1String(key)].toDouble(std::nan(""));
    return value >= lowest && value <= highest ? value : std::nan("");
}

SignalSpec readSignal(const QJsonObject &object)
{
    SignalSpec spec;
    spec.id = object[QLatin1String("id")].toString();
    spec.kind = object[QLatin1String("kind")].toString();
    spec.title = object[QLatin1String("title")].toString();
    spec.sentence = object[QLatin1String("sentence")].toString();
    spec.enabled = object[QLatin1String("enabled")].toBool(true);
    spec.parameters = object[QLatin1String("parameters")].toObject();
    for (const QJsonValue &source : object[QLatin1String("sources")].toArray())
        spec.sources << source.toString();
    return spec;
}

QJsonObject written(const SignalSpec &spec)
{
    return {{QStringLiteral("id"), spec.id},
            {QStringLiteral("kind"), spec.kind},
            {QStringLiteral("title"), spec.title},
            {QStringLiteral("sentence"), spec.sentence},
            {QStringLiteral("sources"), QJsonArray::fromStringList(spec.sources)},
            {QStringLiteral("enabled"), spec.enabled},
            {QStringLiteral("parameters"), spec.parameters}};
}

QJsonObject laidOver(QJsonObject below, const QJsonObject &above);

/// By id: what an entry states goes before what the entry of the same id below says; others follow at the end.
QJsonArray signalsLaidOver(QJsonArray below, const QJsonArray &above)
{
    for (const QJsonValue &entry : above) {
        qsizetype place = 0;
        while (place < below.size() && below.at(place)[QLatin1String("id")] != entry[QLatin1String("id")])
            ++place;
        if (place < below.size())
            below.replace(place, laidOver(below.at(place).toObject(), entry.toObject()));
        else
            below.append(entry);
    }
    return below;
}

QJsonObject laidOver(QJsonObject below, const QJsonObject &above)
{
    for (auto entry = above.begin(); entry != above.end(); ++entry) {
        const QJsonValue covered = below.value(entry.key());
        if (entry.key() == QLatin1String("signals"))
            below.insert(entry.key(), signalsLaidOver(covered.toArray(), entry->toArray()));
        else if (entry->isObject())
            below.insert(entry.key(), laidOver(covered.toObject(), entry->toObject()));
        else
            below.insert(entry.key(), *entry);
    }
    return below;
}

Result<QJsonObject> wholeOf(const QByteArray &json, const QString &path);

/// What a file states, on top of the shipped ruleset that it says it is based on.
Result<QJsonObject> readWhole(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{
            Error::Kind::Usage,
            QStringLiteral(
                "There is no ruleset \"%1\": neither one of the program or your own (%2) nor a file that "
                "can be read.")
                .arg(path,
                     (shippedRulesets() + publishedRulesets() + ownRulesets()).join(QStringLiteral(", ")))};
    return wholeOf(file.readAll(), path);
}

Result<QJsonObject> wholeOf(const QByteArray &json, const QString &path)
{
    QJsonParseError syntax{};
    const QJsonObject object = QJsonDocument::fromJson(json, &syntax).object();
    if (syntax.error != QJsonParseError::NoError)
        return complaint(path, QStringLiteral("this is no valid JSON (%1 at byte %2).")
                                   .arg(syntax.errorString())
                                   .arg(syntax.offset));
    if (!object.contains(QLatin1String("basedOn")))
        return object;
    const QString base = shippedRulesetPath(object[QLatin1String("basedOn")].toString());
    if (base.isEmpty() || base == path)
        return complaint(path, QStringLiteral("\"basedOn\" must be the name of another shipped ruleset (%1).")
                                   .arg(shippedRulesets().join(QStringLiteral(", "))));
    const auto below = readWhole(base);
    return below ? Result<QJsonObject>(laidOver(below.value(), object)) : below;
}

Result<std::shared_ptr<const Ruleset>> rulesetOf(const QJsonObject &object, const QString &path)
{
    auto ruleset = std::make_shared<Ruleset>();
    ruleset->name = object[QLatin1String("name")].toString();
    ruleset->version = object[QLatin1String("version")].toInt();
    ruleset->title = object[QLatin1String("title")].toString();
    ruleset->publishedBy = object[QLatin1String("publishedBy")].toString();
    const QJsonObject prior = object[QLatin1String("prior")].toObject();
    ruleset->priorOpen = numberIn(prior, "open", -20, 20);
    ruleset->priorClick = numberIn(prior, "click", -20, 20);
    ruleset->lean = object.contains(QLatin1String("lean")) ? numberIn(object, "lean", -20, 20) : 0;
    ruleset->uncertainFrom = numberIn(object, "uncertainFrom", 0, 0.5);
    ruleset->machineFrom = numberIn(object, "machineFrom", 0.5, 1);
    for (const QJsonValue &value : object[QLatin1String("signals")].toArray())
        ruleset->signalSpecs.push_back(readSignal(value.toObject()));

    if (ruleset->name.isEmpty() || ruleset->version < 1)
        return complaint(path, QStringLiteral("\"name\" or \"version\" is missing."));
    if (ruleset->name.size() > kLongestName)
        return complaint(path, QStringLiteral("\"name\" is longer than %1 letters.").arg(kLongestName));
    if (std::isnan(ruleset->priorOpen) || std::isnan(ruleset->priorClick))
        return complaint(path,
                         QStringLiteral("\"prior\" needs \"open\" and \"click\", log-odds from -20 to 20."));
    if (std::isnan(ruleset->lean))
        return complaint(path, QStringLiteral("\"lean\" must be a number from -20 to 20, log-odds."));
    if (std::isnan(ruleset->uncertainFrom) || std::isnan(ruleset->machineFrom))
        return complaint(
            path, QStringLiteral("\"uncertainFrom\" (0 to 0.5) or \"machineFrom\" (0.5 to 1) is missing."));
    if (ruleset->signalSpecs.empty())
        return complaint(path, QStringLiteral("\"signals\" is empty."));
    if (ruleset->signalSpecs.size() > kMostSignals)
        return complaint(path, QStringLiteral("\"signals\" has more than %1 entries.").arg(kMostSignals));
    QSet<QString> ids;
    for (const SignalSpec &spec : ruleset->signalSpecs) {
        if (spec.id.isEmpty() || ids.contains(spec.id))
            return complaint(path,
                             QStringLiteral("each signal needs an \"id\" of its own (\"%1\").").arg(spec.id));
        ids.insert(spec.id);
    }
    return std::shared_ptr<const Ruleset>(ruleset);
}

} // namespace

Result<std::shared_ptr<const Ruleset>> loadRuleset(const QString &nameOrFile)
{
    QString path = shippedRulesetPath(nameOrFile);
    if (path.isEmpty())
        path = ownRulesetPath(nameOrFile);
    if (path.isEmpty())
        path = nameOrFile;
    const auto whole = readWhole(path);
    return whole ? rulesetOf(whole.value(), path) : whole.error();
}

Result<std::shared_ptr<const Ruleset>> readRuleset(const QByteArray &json, const QString &path)
{
    const auto whole = wholeOf(json, path);
    return whole ? rulesetOf(whole.value(), path) : whole.error();
}

QByteArray rulesetJson(const Ruleset &ruleset)
{
    QJsonArray signalSpecs;
    for (const SignalSpec &spec : ruleset.signalSpecs)
        signalSpecs.append(written(spec));
    QJsonObject object{{QStringLiteral("name"), ruleset.name},
                       {QStringLiteral("version"), ruleset.version},
                       {QStringLiteral("title"), ruleset.title},
                       {QStringLiteral("prior"), QJsonObject{{QStringLiteral("open"), ruleset.priorOpen},
                                                             {QStringLiteral("click"), ruleset.priorClick}}},
                       {QStringLiteral("lean"), ruleset.lean},
                       {QStringLiteral("uncertainFrom"), ruleset.uncertainFrom},
                       {QStringLiteral("machineFrom"), ruleset.machineFrom},
                       {QStringLiteral("signals"), signalSpecs}};
    if (!ruleset.publishedBy.isEmpty())
        object.insert(QStringLiteral("publishedBy"), ruleset.publishedBy);
    return QJsonDocument(object).toJson();
}

std::optional<Error> saveRuleset(const Ruleset &ruleset, const QString &path)
{
    Ruleset own = ruleset;
    own.publishedBy.clear();
    const QByteArray json = rulesetJson(own);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        return Error{Error::Kind::Unwritable,
                     QStringLiteral("%1 cannot be written (%2). Choose another folder or name.")
                         .arg(QDir::toNativeSeparators(path), file.errorString())};
    return std::nullopt;
}

} // namespace clicksieve

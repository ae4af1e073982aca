// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/totalsformat.h"

#include "core/ingest/exportformat.h"

#include <QJsonArray>
#include <QJsonObject>

#include <array>
#include <optional>

namespace clicksieve {

namespace {

struct TotalName {
    const char *name;
    Total total;
};
constexpr std::array<TotalName, kTotals.size()> kTotalNames = {{{"sent", Total::Sent},
                                                                {"delivered", Total::Delivered},
                                                                {"opened", Total::Opened},
                                                                {"opens", Total::Opens},
                                                                {"clicked", Total::Clicked},
                                                                {"clicks", Total::Clicks}}};

/// Fills a TotalsFormat and keeps the first complaint.
class TotalsReader {
public:
    explicit TotalsReader(QString &complaint) : m_complaint(complaint) {}

    TotalsFormat read(const QJsonObject &object)
    {
        TotalsFormat format;
        format.rowIs = rowOf(object[QLatin1String("row")].toString());
        const QJsonObject columns = object[QLatin1String("columns")].toObject();
        for (auto entry = columns.begin(); entry != columns.end(); ++entry) {
            if (const auto total = totalNamed(entry.key()))
                format.columns[*total] = foldedList(entry.value());
        }
        format.everyRow = totalList(object[QLatin1String("everyRow")]);
        format.splitOverFiles = totalList(object[QLatin1String("splitOverFiles")]);
        format.yes = foldedList(object[QLatin1String("yes")]);
        format.no = foldedList(object[QLatin1String("no")]);
        format.anyOtherIsYes = std::erase(format.yes, "*") > 0;
        format.sentence = sentenceOf(object);
        if (format.columns.empty() && format.everyRow.empty())
            complain(QStringLiteral("\"totals\" has no \"columns\"."));
        return format;
    }

private:
    void complain(const QString &what)
    {
        if (m_complaint.isEmpty())
            m_complaint = what;
    }

    TotalsFormat::RowIs rowOf(const QString &word)
    {
        if (word != QLatin1String("recipient") && word != QLatin1String("campaign"))
            complain(
                QStringLiteral("\"row\" in \"totals\" must be \"recipient\" or \"campaign\", not \"%1\".")
                    .arg(word));
        return word == QLatin1String("campaign") ? TotalsFormat::RowIs::Campaign
                                                 : TotalsFormat::RowIs::Recipient;
    }

    std::optional<Total> totalNamed(const QString &name)
    {
        for (const TotalName &known : kTotalNames) {
            if (name == QLatin1String(known.name))
                return known.total;
        }
        complain(QStringLiteral("\"%1\" in \"totals\" is no count.").arg(name));
        return std::nullopt;
    }

    std::vector<Total> totalList(const QJsonValue &value)
    {
        std::vector<Total> list;
        for (const QJsonValue &item : value.toArray()) {
            if (const auto total = totalNamed(item.toString()))
                list.push_back(*total);
        }
        return list;
    }

    static std::vector<std::string> foldedList(const QJsonValue &value)
    {
        std::vector<std::string> list;
        for (const QJsonValue &item : value.toArray())
            list.push_back(folded(item.toString().toStdString()));
        return list;
    }

    QString sentenceOf(const QJsonObject &object)
    {
        const QString lacks =
            object[QLatin1String("lacks")].toString(QStringLiteral("This export has no event times"));
        const QString ask = object[QLatin1String("ask")].toString();
        if (ask.isEmpty())
            complain(QStringLiteral("\"totals\" has no \"ask\"."));
        return QStringLiteral("%1, so scanners cannot be told apart. %2").arg(lacks, ask);
    }

    QString &m_complaint;
};

} // namespace

TotalsFormat TotalsFormat::read(const QJsonObject &object, QString &complaint)
{
    return TotalsReader(complaint).read(object);
}

} // namespace clicksieve

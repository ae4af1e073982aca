// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/exportformat.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <array>

namespace clicksieve {

namespace {

struct FieldName {
    const char *name;
    Field field;
};
constexpr std::array<FieldName, kFieldCount> kFieldNames = {{{"time", Field::Time},
                                                             {"event", Field::Event},
                                                             {"recipient", Field::Recipient},
                                                             {"recipientKey", Field::RecipientKey},
                                                             {"campaign", Field::Campaign},
                                                             {"campaignName", Field::CampaignName},
                                                             {"url", Field::Url},
                                                             {"address", Field::Address},
                                                             {"agent", Field::Agent},
                                                             {"sentAt", Field::SentAt},
                                                             {"machineFlag", Field::MachineFlag},
                                                             {"timeOfDay", Field::TimeOfDay}}};

std::optional<Field> fieldNamed(const QString &name)
{
    for (const FieldName &known : kFieldNames) {
        if (name == QLatin1String(known.name))
            return known.field;
    }
    return std::nullopt;
}

std::optional<EventType> eventNamed(const QString &word)
{
    for (const EventType type :
         {EventType::Sent, EventType::Delivered, EventType::Open, EventType::Click, EventType::Bounce,
          EventType::Unsubscribe, EventType::Complaint, EventType::Other}) {
        if (word.toStdString() == wordFor(type))
            return type;
    }
    return std::nullopt;
}

std::vector<std::string> foldedList(const QJsonValue &value)
{
    std::vector<std::string> list;
    for (const QJsonValue &item : value.toArray())
        list.push_back(folded(item.toString().toStdString()));
    return list;
}

QStringList textList(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &item : value.toArray())
        list << item.toString();
    return list;
}

/// Collects what is wrong with a format file; the first complaint is reported.
class FormatParser {
public:
    explicit FormatParser(QString shownName) : m_shownName(std::move(shownName)) {}

    Result<ExportFormat> parse(const QJsonObject &object)
    {
        readIdentity(object);
        readShape(object);
        readTotals(object);
        readVariants(object);
        readColumns(object);
        readEvents(object);
        readTimes(object);
        if (!m_complaint.isEmpty())
            return Error{Error::Kind::Unrecognised, QStringLiteral("%1: %2").arg(m_shownName, m_complaint)};
        return m_format;
    }

private:
    void complain(const QString &what)
    {
        if (m_complaint.isEmpty())
            m_complaint = what;
    }

    QString required(const QJsonObject &object, const char *key)
    {
        const QString text = object[QLatin1String(key)].toString();
        if (text.isEmpty())
            complain(QStringLiteral("\"%1\" is missing.").arg(QLatin1String(key)));
        return text;
    }

    void readIdentity(const QJsonObject &object)
    {
        m_format.id = required(object, "id");
        m_format.vendor = required(object, "vendor");
        m_format.title = required(object, "title");
        m_format.confidence = object[QLatin1String("confidence")].toInt();
        m_format.sources = textList(object[QLatin1String("sources")]);
        m_format.cannotTell = textList(object[QLatin1String("cannotTell")]);
        m_format.samples = object[QLatin1String("samples")].toArray();
        if (m_format.confidence < 1 || m_format.confidence > 100)
            complain(QStringLiteral("\"confidence\" must be a number from 1 to 100."));
    }

    void readShape(const QJsonObject &object)
    {
        const QString shape = object[QLatin1String("shape")].toString(QStringLiteral("table"));
        if (shape != QLatin1String("table") && shape != QLatin1String("json"))
            complain(QStringLiteral("\"shape\" must be \"table\" or \"json\", not \"%1\".").arg(shape));
        m_format.shape = shape == QLatin1String("json") ? Shape::Json : Shape::Table;
        for (const QString &key : textList(object[QLatin1String("records")]))
            m_format.recordKeys.push_back(key.toStdString());
        m_format.each = object[QLatin1String("each")].toString().toStdString();
        m_format.nulls = foldedList(object[QLatin1String("nulls")]);
        m_format.duplicateKey = columnList(object[QLatin1String("duplicateKey")]);
        m_format.filteredByVendor = object[QLatin1String("filteredByVendor")].toString();
        m_format.campaignInFileName = object[QLatin1String("campaignInFileName")].toString();
        const QRegularExpression pattern(m_format.campaignInFileName);
        if (!m_format.campaignInFileName.isEmpty() && (!pattern.isValid() || pattern.captureCount() < 1))
            complain(QStringLiteral("\"campaignInFileName\" must be a regular expression with a group."));
    }

    void readTotals(const QJsonObject &object)
    {
        if (!object.contains(QLatin1String("totals")))
            return;
        QString complaint;
        m_format.totals = TotalsFormat::read(object[QLatin1String("totals")].toObject(), complaint);
        if (m_format.shape == Shape::Json)
            complain(QStringLiteral("\"totals\" is for tables only."));
        if (!complaint.isEmpty())
            complain(complaint);
    }

    [[nodiscard]] std::vector<std::string> columnList(const QJsonValue &value) const
    {
        std::vector<std::string> list;
        for (const QString &name : textList(value))
            list.push_back(m_format.columnName(name.toStdString()));
        return list;
    }

    void readVariants(const QJsonObject &object)
    {
        for (const QJsonValue &value : object[QLatin1String("variants")].toArray()) {
            const QJsonObject entry = value.toObject();
            FormatVariant variant;
            variant.id = entry[QLatin1String("id")].toString();
            variant.columns = columnList(entry[QLatin1String("columns")]);
            variant.without = columnList(entry[QLatin1String("without")]);
            variant.header = columnList(entry[QLatin1String("header")]);
            for (const QString &pattern : textList(entry[QLatin1String("fileNames")]))
                variant.fileNames.push_back(pattern.toLower().toStdString());
            const QJsonObject where = entry[QLatin1String("where")].toObject();
            for (auto condition = where.begin(); condition != where.end(); ++condition)
                variant.where[m_format.columnName(condition.key().toStdString())] =
                    foldedList(condition.value());
            for (const QString &name : textList(entry[QLatin1String("fields")])) {
                if (const auto field = fieldNamed(name))
                    variant.fields.push_back(*field);
                else
                    complain(QStringLiteral("\"%1\" in \"variants\" is no field.").arg(name));
            }
            if (entry.contains(QLatin1String("event")))
                variant.event = readEvent(entry[QLatin1String("event")].toString());
            for (const Field field : variant.fields) {
                if (!object[QLatin1String("columns")].toObject().contains(
                        QLatin1String(kFieldNames[static_cast<std::size_t>(field)].name)))
                    complain(QStringLiteral("a variant goes by a field that \"columns\" lacks."));
            }
            if (variant.columns.empty() && variant.fields.empty() && variant.where.empty()
                && (variant.header.empty() || variant.fileNames.empty()))
                complain(
                    QStringLiteral("a variant needs \"columns\", \"fields\" or \"where\" to be recognised "
                                   "by, or a \"header\" with \"fileNames\"."));
            m_format.variants.push_back(std::move(variant));
        }
        if (m_format.variants.empty())
            complain(QStringLiteral("\"variants\" is missing."));
    }

    void readColumns(const QJsonObject &object)
    {
        const QJsonObject columns = object[QLatin1String("columns")].toObject();
        for (auto entry = columns.begin(); entry != columns.end(); ++entry) {
            const auto field = fieldNamed(entry.key());
            if (!field)
                complain(QStringLiteral("\"%1\" in \"columns\" is no field.").arg(entry.key()));
            else if (entry.value().toArray().isEmpty())
                complain(QStringLiteral("\"%1\" in \"columns\" names no column.").arg(entry.key()));
            else
                m_format.columns[*field] = columnList(entry.value());
        }
        if (!m_format.columns.contains(Field::Time) && !m_format.totals)
            complain(QStringLiteral("\"columns\" has no \"time\"."));
    }

    void readEvents(const QJsonObject &object)
    {
        const QJsonObject events = object[QLatin1String("events")].toObject();
        for (auto entry = events.begin(); entry != events.end(); ++entry)
            m_format.events[folded(entry.key().toStdString())] = readEvent(entry.value().toString());
        for (const QJsonValue &value : object[QLatin1String("fileNameEvents")].toArray()) {
            const QJsonObject entry = value.toObject();
            m_format.fileNameEvents.emplace_back(
                folded(entry[QLatin1String("contains")].toString().toStdString()),
                readEvent(entry[QLatin1String("event")].toString()));
        }
        const QJsonObject flag = object[QLatin1String("machineFlag")].toObject();
        m_format.machineWords = foldedList(flag[QLatin1String("machine")]);
        m_format.humanWords = foldedList(flag[QLatin1String("human")]);
        m_format.machineEvents = foldedList(flag[QLatin1String("events")]);
    }

    EventType readEvent(const QString &word)
    {
        const auto type = eventNamed(word);
        if (!type)
            complain(QStringLiteral("\"%1\" is no kind of event.").arg(word));
        return type.value_or(EventType::Other);
    }

    void readTimes(const QJsonObject &object)
    {
        const QJsonObject time = object[QLatin1String("time")].toObject();
        for (const QString &text : textList(time[QLatin1String("formats")])) {
            if (const auto pattern = TimePattern::compile(text))
                m_format.timePatterns.push_back(*pattern);
            else
                complain(QStringLiteral("\"%1\" is no way to write times.").arg(text));
        }
        m_format.timeZone = time[QLatin1String("zone")].toString(QStringLiteral("UTC"));
        m_format.timeZoneIsGuess = time[QLatin1String("zoneIsGuess")].toBool();
        if (m_format.timePatterns.empty() && !m_format.totals)
            complain(QStringLiteral("\"time\" has no \"formats\"."));
    }

    QString m_shownName;
    QString m_complaint;
    ExportFormat m_format;
};

} // namespace

Result<ExportFormat> ExportFormat::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{
            Error::Kind::Unreadable,
            QStringLiteral("%1: the format file cannot be opened (%2).").arg(path, file.errorString())};
    return parse(file.readAll(), path);
}

Result<ExportFormat> ExportFormat::parse(const QByteArray &json, const QString &shownName)
{
    QJsonParseError syntax{};
    const QJsonObject object = QJsonDocument::fromJson(json, &syntax).object();
    if (syntax.error != QJsonParseError::NoError)
        return Error{Error::Kind::Unrecognised,
                     QStringLiteral("%1: the format file is no valid JSON (%2 at byte %3).")
                         .arg(shownName, syntax.errorString())
                         .arg(syntax.offset)};
    return fromJson(object, shownName);
}

Result<ExportFormat> ExportFormat::fromJson(const QJsonObject &object, const QString &shownName)
{
    return FormatParser(shownName).parse(object);
}

std::string ExportFormat::columnName(std::string_view name) const
{
    return shape == Shape::Json ? std::string(name) : folded(name);
}

std::string folded(std::string_view text)
{
    std::string out;
    bool gap = false;
    for (const char character : text) {
        if (character == ' ' || character == '\t' || character == '_' || character == '-') {
            gap = !out.empty();
            continue;
        }
        if (gap)
            out += ' ';
        gap = false;
        out += character >= 'A' && character <= 'Z' ? static_cast<char>(character + ('a' - 'A')) : character;
    }
    return out;
}

} // namespace clicksieve

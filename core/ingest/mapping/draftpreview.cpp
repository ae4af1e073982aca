// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/mapping/draftpreview.h"

#include "core/ingest/mapping/inventedrecord.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

namespace clicksieve {

namespace {

/// Records that are tried until one gives an event.
constexpr std::size_t kMostTries = 100;

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

Result<std::vector<PreviewRow>> rowsOf(const QJsonObject &format, const Member &member,
                                       const MemberText &text,
                                       const std::shared_ptr<const FormatCatalogue> &formats,
                                       std::size_t limit, JobContext &context)
{
    auto draft = ExportFormat::fromJson(format, QStringLiteral("The mapping"));
    if (!draft)
        return draft.error();
    SourceOptions options;
    options.formatId = draft.value().id;
    options.formats = formats->with(std::move(draft.value()));
    const auto source = Source::of(member, text, options, context);
    if (!source)
        return source.error();
    return previewOf(source.value(), limit);
}

QJsonObject eventOf(const PreviewRow &row)
{
    QJsonObject event{{QStringLiteral("row"), 1},
                      {QStringLiteral("event"), text(wordFor(row.type))},
                      {QStringLiteral("recipient"), row.recipient},
                      {QStringLiteral("campaign"), row.campaign},
                      {QStringLiteral("time"),
                       QDateTime::fromMSecsSinceEpoch(row.time, Qt::UTC).toString(Qt::ISODateWithMs)}};
    if (!row.url.isEmpty())
        event[QStringLiteral("url")] = row.url;
    return event;
}

} // namespace

Result<std::vector<PreviewRow>> previewOf(const FormatDraft &draft, const RecordSample &sample,
                                          const std::shared_ptr<const FormatCatalogue> &formats,
                                          std::size_t limit, JobContext &context)
{
    FormatDraft complete = draft;
    if (!draft.has(Field::Time))
        return Error{Error::Kind::Unrecognised, lackingIn(draft, sample).front()};
    if (complete.timePattern.isEmpty())
        complete.timePattern = QStringLiteral("iso"); // then each row says that it does not read
    complete.title = QStringLiteral("draft");
    const QJsonObject format = formatJson(complete, sample, QStringLiteral("draft"), nullptr);
    return rowsOf(format, sample.member, sample.text, formats, limit, context);
}

QJsonObject withInventedRecord(QJsonObject format, const FormatDraft &draft, const RecordSample &sample,
                               const std::shared_ptr<const FormatCatalogue> &formats, JobContext &context)
{
    const QString file =
        sample.shape == Shape::Json ? QStringLiteral("sample.json") : QStringLiteral("sample.csv");
    for (std::size_t row = 0; row < std::min(sample.rows.size(), kMostTries); ++row) {
        const std::string invented = inventedText(draft, sample, row);
        const MemberText memberText{Conversion::None, {}, SourceText::ofConverted(invented)};
        const auto rows = rowsOf(format, {file, {}, {}}, memberText, formats, 1, context);
        if (!rows || rows.value().empty() || !rows.value().front().complaint.isEmpty())
            continue;
        format[QStringLiteral("samples")] =
            QJsonArray{QJsonObject{{QStringLiteral("file"), file},
                                   {QStringLiteral("text"), QString::fromStdString(invented)},
                                   {QStringLiteral("events"), QJsonArray{eventOf(rows.value().front())}}}};
        break;
    }
    return format;
}

} // namespace clicksieve

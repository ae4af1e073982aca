// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/formatcatalogue.h"
#include "core/ingest/importer.h"
#include "core/jobs/jobcontext.h"
#include "fuzz/scratchfile.h"
#include "fuzz/target.h"

#include <QJsonObject>

using namespace clicksieve;
using namespace clicksieve::fuzz;

namespace {

void requireComplete(const ExportFormat &format)
{
    require(!format.id.isEmpty() && !format.vendor.isEmpty() && !format.title.isEmpty(), "it has its names");
    require(format.confidence >= 1 && format.confidence <= 100, "confidence is 1 to 100");
    require(!format.variants.empty() && !format.timePatterns.empty(), "it can be recognised and read");
    for (const FormatVariant &variant : format.variants) {
        for (const Field field : variant.fields)
            require(format.columns.contains(field) && !format.columns.at(field).empty(),
                    "a variant's fields have columns");
    }
}

/// The columns of the format as the first line of a file, and as a record.
std::string headerOf(const ExportFormat &format)
{
    std::string line;
    for (const auto &[field, names] : format.columns) {
        for (const std::string &name : names)
            line.append(line.empty() ? "" : ",").append(name);
    }
    return line;
}

/// Nothing that a loaded format says stops the program, whatever it is held against.
void useIt(const std::shared_ptr<const FormatCatalogue> &formats, const ExportFormat &format)
{
    static_cast<void>(formats->matchTable({}, QStringLiteral("a.csv"), format.id));
    static_cast<void>(formats->matchJson("{\"a\": 1}", QStringLiteral("a.json"), format.id));
    std::string sample = format.shape == Shape::Json
                             ? "{\"time\": \"2026-03-10T09:00:00Z\", \"event\": \"open\"}"
                             : headerOf(format) + "\na,b,c\n";
    QString name = QStringLiteral("a.csv");
    if (!format.samples.isEmpty()) {
        sample = format.samples.at(0).toObject().value(QLatin1String("text")).toString().toStdString();
        name = QStringLiteral("sample.csv");
    }
    const ScratchFile file(name, sample);
    JobContext context(1);
    const auto table = importFiles({{file.path()}, format.id, {}, kNoTime, formats}, context);
    require(table.ok() || !table.error().message.isEmpty(), "an error has a sentence");
}

} // namespace

/// All of the input is the format file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes = textOf(data, size);
    const auto format =
        ExportFormat::parse(QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())),
                            QStringLiteral("own.json"));
    if (!format) {
        require(format.error().message.startsWith(QLatin1String("own.json: ")), "an error names the file");
        return 0;
    }
    requireComplete(format.value());
    const ScratchFile file(QStringLiteral("formats/own.json"), bytes);
    const auto formats = FormatCatalogue::withFolder(ScratchFile::folder().path(QStringLiteral("formats")));
    const ExportFormat *found = formats->find(format.value().id);
    require(formats->complaints().empty() && found != nullptr, "what is parsed is loaded");
    useIt(formats, *found);
    return 0;
}

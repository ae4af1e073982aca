// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/membertext.h"

#include "core/ingest/filebytes.h"
#include "core/ingest/formbody.h"
#include "core/ingest/workbook.h"

#include <QFileInfo>

#include <algorithm>

namespace clicksieve {

namespace {

Result<std::shared_ptr<const FileBytes>> bytesOf(const Member &member)
{
    if (member.content != nullptr)
        return FileBytes::of(member.content);
    return FileBytes::open(member.path);
}

} // namespace

bool MemberText::isJson() const
{
    const std::string_view all = text->text();
    const std::size_t first = all.find_first_not_of(" \t\r\n\x1e");
    return conversion != Conversion::Workbook && first != std::string_view::npos
           && (all[first] == '{' || all[first] == '[');
}

QString shownName(const Member &member)
{
    return member.inner.isEmpty() ? member.path : member.path + u'/' + member.inner;
}

QString displayName(const Member &member)
{
    const QFileInfo info(member.path);
    const bool isPackedAlone = member.inner == info.completeBaseName(); // "events.csv" in "events.csv.gz"
    return member.inner.isEmpty() || isPackedAlone ? info.fileName() : info.fileName() + u'/' + member.inner;
}

Result<std::vector<MemberText>> textsOf(const Member &member, JobContext &context, SourceText::Check check)
{
    auto bytes = bytesOf(member);
    if (!bytes)
        return bytes.error();
    std::vector<MemberText> texts;
    if (isWorkbook(bytes.value()->view())) {
        auto sheets = readWorkbook(shownName(member), bytes.value()->view(), context);
        if (!sheets)
            return sheets.error();
        for (Sheet &sheet : sheets.value())
            texts.push_back(
                {Conversion::Workbook, sheet.name, SourceText::ofConverted(std::move(sheet.text))});
        return texts;
    }
    auto text = SourceText::of(bytes.value(), shownName(member), context, check);
    if (!text)
        return text.error();
    const bool isForm = isFormBody(text.value()->text());
    if (isForm && !text.value()->isChecked())
        return textsOf(member, context);
    if (isForm)
        texts.push_back(
            {Conversion::Form, {}, SourceText::ofConverted(jsonFromFormBody(text.value()->text()))});
    else
        texts.push_back({Conversion::None, {}, text.value()});
    return texts;
}

Result<std::shared_ptr<const SourceText>> textOf(const Member &member, Conversion conversion,
                                                 const QString &sheet, JobContext &context)
{
    if (conversion == Conversion::Workbook) {
        auto texts = textsOf(member, context);
        if (!texts)
            return texts.error();
        const auto found = std::ranges::find(texts.value(), sheet, &MemberText::sheet);
        return found == texts.value().end() ? SourceText::ofConverted(std::string()) : found->text;
    }
    auto bytes = bytesOf(member);
    if (!bytes)
        return bytes.error();
    auto text = SourceText::of(bytes.value(), shownName(member), context);
    if (text.ok() && conversion == Conversion::Form)
        return SourceText::ofConverted(jsonFromFormBody(text.value()->text()));
    return text;
}

} // namespace clicksieve

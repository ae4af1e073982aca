// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/sourceopener.h"

#include "core/ingest/containerformat.h"
#include "core/ingest/packedstream.h"
#include "core/jobs/jobcontext.h"

#include <QDir>
#include <QFileInfo>

namespace clicksieve {

namespace {

/// Of a packed file, enough to know it by: more than the longest header.
constexpr std::size_t kBeginning = std::size_t{2} << 20;

/// For a file that the user does not want.
SkippedFile leftOut(const QString &name)
{
    return {name, QStringLiteral("%1: you left it out.").arg(name)};
}

/// For the list of files that were not read: with the folder's or archive's name in front.
QString nameInside(const QString &path, const Member &member)
{
    return QFileInfo(path).fileName() + u'/'
           + (member.inner.isEmpty() ? QFileInfo(member.path).fileName() : member.inner);
}

QString shownPath(const Source &source)
{
    const QString path = QDir::toNativeSeparators(source.path);
    return source.inner.isEmpty() ? path : path + u'/' + source.inner;
}

} // namespace

SourceOptions optionsFor(const Member &member, const ImportRequest &request,
                         std::shared_ptr<const FormatCatalogue> formats)
{
    const SourceChoice choice = choiceFor(request.choices, member.path, member.inner);
    SourceOptions options;
    options.formatId = choice.formatId.isEmpty() ? request.formatId : choice.formatId;
    options.timeZone = choice.timeZone.isEmpty() ? request.timeZone : choice.timeZone;
    options.knownZones = request.knownZones;
    options.dayOrder = choice.dayOrder == DayOrder::Unknown ? request.dayOrder : choice.dayOrder;
    options.formats = std::move(formats);
    return options;
}

void addAnswers(Source &source, const SourceChoice &choice)
{
    source.campaignAnswer = choice.campaign.trimmed().toStdString();
    source.sentAtAnswer = choice.sentAt;
    source.sentAtIsEstimate = choice.sentAtIsEstimate;
}

SourceOpener::SourceOpener(const ImportRequest &request, SourceText::Check check, JobContext &context)
    : m_request(request)
    , m_check(check)
    , m_context(context)
    , m_formats(request.formats ? request.formats : FormatCatalogue::shipped())
{
    for (const FormatComplaint &complaint : m_formats->complaints())
        m_skipped.push_back({complaint.file, complaint.sentence});
}

std::optional<Error> SourceOpener::open(const QString &path)
{
    if (choiceFor(m_request.choices, path, {}).leftOut) {
        m_skipped.push_back(leftOut(QFileInfo(path).fileName()));
        return std::nullopt;
    }
    if (auto packed = openPacked(path)) {
        m_sources.push_back(std::move(*packed));
        return std::nullopt;
    }
    auto members = membersOf(path, {}, m_context);
    if (!members)
        return members.error();
    const bool isAlone = members.value().size() == 1;
    std::optional<Error> firstProblem;
    bool anyGood = false;
    for (Member &member : members.value()) {
        if (choiceFor(m_request.choices, member.path, member.inner).leftOut) {
            m_skipped.push_back(leftOut(nameInside(path, member)));
            anyGood = true; // as the user wants it
            continue;
        }
        auto source = openMember(member);
        member.content.reset();
        if (source) {
            m_sources.push_back(std::move(source.value()));
            anyGood = true;
            continue;
        }
        const bool isTheUsersAsk = source.error().kind == Error::Kind::Usage;
        if (isAlone || isTheUsersAsk || source.error().kind == Error::Kind::Cancelled)
            return source.error();
        if (!firstProblem)
            firstProblem = source.error();
        m_skipped.push_back({nameInside(path, member), source.error().message});
    }
    if (anyGood)
        return std::nullopt;
    return Error{
        firstProblem->kind,
        QStringLiteral("%1: none of the %2 files in it is an export that can be read. The first one: %3")
            .arg(QDir::toNativeSeparators(path))
            .arg(members.value().size())
            .arg(firstProblem->message)};
}

Result<Source> SourceOpener::openMember(const Member &member)
{
    SourceOptions options = optionsFor(member, m_request, m_formats);
    options.check = m_check;
    auto source = Source::open(member, options, m_context);
    if (source)
        addAnswers(source.value(), choiceFor(m_request.choices, member.path, member.inner));
    return source;
}

std::optional<Source> SourceOpener::openPacked(const QString &path)
{
    auto stream = m_check == SourceText::Check::Beginning ? PackedStream::open(path) : nullptr;
    if (!stream || choiceFor(m_request.choices, path, stream->inner()).leftOut)
        return std::nullopt;
    std::string text(kBeginning, '\0');
    const auto size = stream->read(text);
    const std::size_t lineEnd = text.rfind('\n');
    if (!size || *size < kBeginning || lineEnd == std::string::npos || containerFormatOf(text))
        return std::nullopt;
    std::string next = text.substr(lineEnd + 1);
    text.resize(lineEnd + 1);

    auto source = openMember({path, stream->inner(), std::make_shared<const std::string>(std::move(text))});
    const bool isTableOfEvents = source && source.value().format->shape == Shape::Table
                                 && !source.value().format->totals
                                 && source.value().conversion == Conversion::None;
    if (!isTableOfEvents || !source.value().timesAreSettled
        || source.value().text->encoding() != TextEncoding::Utf8)
        return std::nullopt;
    source.value().rest = std::make_shared<PackedRest>(PackedRest{std::move(stream), std::move(next)});
    return std::move(source.value());
}

std::optional<Error> SourceOpener::whatIsOpen() const
{
    if (m_sources.empty() && !m_request.files.isEmpty())
        return Error{Error::Kind::Usage, QStringLiteral("Every file was left out, so nothing can be read.")};
    for (const Source &source : m_sources) {
        if (source.dayOrderIsOpen && !m_request.takesOpenForGranted)
            return Error{
                m_request.asksFirst ? Error::Kind::Question : Error::Kind::Unrecognised,
                QStringLiteral(
                    "%1: its dates can be read in more than one way, with the day first or with the month "
                    "first: every day in the file is 12 or lower. Say which it is (on the command line: "
                    "--day-order), or export a longer period.")
                    .arg(shownPath(source))};
        if (m_request.asksFirst && source.zoneIsGuess)
            return Error{
                Error::Kind::Question,
                QStringLiteral("%1: the time zone of its times is not known.").arg(shownPath(source))};
    }
    return std::nullopt;
}

} // namespace clicksieve

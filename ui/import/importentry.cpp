// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importentry.h"

#include "core/ingest/membertext.h"
#include "ui/theme/numbers.h"

#include <QDir>

namespace clicksieve {

namespace {

// Of the shipped formats, those that go by names which only one service uses claim 85 and more; those that go by what
// several services might write claim less.
constexpr int kSure = 85;
constexpr int kFairlySure = 60;

/// Without the file's name, which stands above it.
QString problemSentence(const InspectedFile &file)
{
    if (!file.problem)
        return {};
    QString sentence = file.problem->message;
    const QString name = QDir::toNativeSeparators(shownName(file.member)) + QStringLiteral(": ");
    if (sentence.startsWith(name)) {
        sentence.remove(0, name.size());
        sentence[0] = sentence[0].toUpper();
    }
    return visibleText(sentence.toStdString());
}

} // namespace

ImportEntry::State ImportEntry::state() const
{
    if (choice.leftOut)
        return State::LeftOut;
    if (file.problem && file.isInContainer)
        return State::LeftOut;
    if (file.problem)
        return file.canBeMapped ? State::NeedsAnswer : State::CannotBeRead;
    if (file.info.dayOrderIsOpen)
        return State::NeedsAnswer;
    return file.info.zoneIsGuess ? State::ZoneIsGuessed : State::Ready;
}

QString ImportEntry::stateText() const
{
    switch (state()) {
    case State::Ready:
        return tr("Ready");
    case State::ZoneIsGuessed:
        return tr("Which time zone?");
    case State::NeedsAnswer:
        return file.problem ? tr("Not known") : tr("Which date order?");
    case State::LeftOut:
        return tr("Left out");
    case State::CannotBeRead:
        break;
    }
    return tr("Cannot be read");
}

QString ImportEntry::stateSentence() const
{
    const QString problem = problemSentence(file);
    switch (state()) {
    case State::Ready:
        return {};
    case State::ZoneIsGuessed:
        return tr(
            "The service does not say in which time zone it writes. Choose the one of your account; it is "
            "remembered for the next time.");
    case State::NeedsAnswer:
        return file.problem
                   ? problem + QLatin1Char(' ')
                         + tr("You can say what its columns mean; that is remembered for the next time.")
                   : tr("Dates such as 03/04/2026 can be meant in two ways here. Look at the first rows and "
                        "choose.");
    case State::LeftOut:
        return problem.isEmpty() ? tr("Nothing of this file will be read.") : problem;
    case State::CannotBeRead:
        break;
    }
    return problem + QLatin1Char(' ') + tr("Leave it out to read the others.");
}

QString ImportEntry::surenessText() const
{
    if (file.problem)
        return {};
    if (!choice.formatId.isEmpty())
        return tr("your choice");
    return file.sureness >= kSure         ? tr("sure")
           : file.sureness >= kFairlySure ? tr("fairly sure")
                                          : tr("a guess");
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importentry.h"

#include "ui/theme/numbers.h"

namespace clicksieve {

namespace {

// Of the shipped formats, those that go by names which only one service uses claim 85 and more; those that go by what
// several services might write claim less.
constexpr int kSure = 85;
constexpr int kFairlySure = 60;

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
    const QString problem = file.problem ? visibleText(file.problem->message.toStdString()) : QString();
    switch (state()) {
    case State::Ready:
        return {};
    case State::ZoneIsGuessed:
        return tr(
            "The service does not say in which time zone it writes. Choose the one of your account; it is "
            "remembered for the next time.");
    case State::NeedsAnswer:
        return file.problem
                   ? problem + QLatin1Char(' ') + tr("Choose what to read it as, or leave it out.")
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

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace clicksieve {

/// Why something could not be done, in a sentence for the user: what, where (file and row), what to do.
struct Error {
    enum class Kind {
        Cancelled,    ///< the user stopped it; not shown as a failure
        Unreadable,   ///< a file could not be opened or read
        Unrecognised, ///< a file was read, but is no export we know
        Unwritable,   ///< an output could not be written
        Usage,        ///< a wrong parameter
        Question      ///< something must be said first; only where it was asked to be told so
    };

    Kind kind = Kind::Unreadable;
    QString message;
};

/// A value or the Error that stands in its way. Errors are values here: no exception leaves a job.
template <typename T>
class Result {
public:
    Result(T value)
        : m_content(std::move(value)) {} // NOLINT(google-explicit-constructor): reads as "return value"
    Result(Error error) : m_content(std::move(error)) {} // NOLINT(google-explicit-constructor)

    [[nodiscard]] bool ok() const { return std::holds_alternative<T>(m_content); }
    explicit operator bool() const { return ok(); }

    /// @pre ok()
    [[nodiscard]] T &value() { return std::get<T>(m_content); }
    [[nodiscard]] const T &value() const { return std::get<T>(m_content); }
    /// @pre !ok()
    [[nodiscard]] const Error &error() const { return std::get<Error>(m_content); }

private:
    std::variant<T, Error> m_content;
};

} // namespace clicksieve

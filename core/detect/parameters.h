// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/ruleset.h"
#include "core/events/event.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace clicksieve {

/// Reads the parameters of one signal and remembers the first that is missing or out of range.
class Parameters {
public:
    explicit Parameters(const SignalSpec &spec) : m_id(spec.id), m_object(spec.parameters) {}

    /// A number in [lowest, highest]; a complaint and @p lowest where there is none.
    double number(const char *key, double lowest, double highest);
    int count(const char *key, int lowest, int highest);
    /// Seconds, as milliseconds.
    TimeMs seconds(const char *key, double lowest = 0, double highest = 31'536'000);
    /// A weight in log-odds, from -20 to 20.
    double weight(const char *key) { return number(key, -20, 20); }
    QString word(const char *key);
    QStringList words(const char *key);
    [[nodiscard]] bool has(const char *key) const { return m_object.contains(QLatin1String(key)); }
    /// The entries of a list of objects, each to be read in turn; a complaint where it is empty or has more than 100.
    std::vector<Parameters> list(const char *key);
    /// Complaints of an entry made by list() belong to the whole.
    void adopt(const Parameters &entry);
    void complain(const QString &what);

    [[nodiscard]] const QString &complaint() const { return m_complaint; }

private:
    Parameters(QString id, QJsonObject object) : m_id(std::move(id)), m_object(std::move(object)) {}

    QString m_id;
    QJsonObject m_object;
    QString m_complaint;
};

} // namespace clicksieve

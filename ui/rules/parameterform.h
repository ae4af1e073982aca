// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QWidget>

#include <functional>

class QGridLayout;
class QVBoxLayout;

namespace clicksieve {

/// The parameters of one signal as fields: a number a field, a list of steps a small table. Texts are shown, not changed.
class ParameterForm : public QWidget {
    Q_OBJECT

public:
    explicit ParameterForm(QWidget *parent = nullptr);

    /// Shows others; emits nothing.
    void setParameters(const QJsonObject &parameters);

signals:
    void changed(const QJsonObject &parameters);

private:
    /// Puts a number where it belongs in the parameters.
    using Put = std::function<void(QJsonObject &parameters, double number)>;

    void putAwayFields();
    void addNumber(QGridLayout &grid, const QString &key, double number);
    void addSteps(const QString &key, const QJsonArray &steps);
    [[nodiscard]] QWidget *makeField(const QString &name, double number, Put put);

    QJsonObject m_parameters;
    QVBoxLayout *m_column;
    QWidget *m_fields = nullptr; ///< of the parameters that are shown
};

} // namespace clicksieve

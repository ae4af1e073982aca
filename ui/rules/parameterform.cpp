// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/parameterform.h"

#include "ui/rules/numberfield.h"
#include "ui/rules/parameterwords.h"
#include "ui/theme/plainlabel.h"

#include <QGridLayout>
#include <QJsonArray>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace clicksieve {

namespace {

constexpr int kFieldWidth = 96;
constexpr qsizetype kMostColumns = 8; ///< a file may have any keys

QLabel *labelWith(const QString &text, bool quiet = false)
{
    auto *label = makePlainLabel(quiet);
    label->setText(text);
    return label;
}

/// In the order of a row: what has to hold, then how strong it is.
QStringList keysOf(const QJsonArray &steps)
{
    QStringList conditions;
    QStringList strengths;
    for (const QString &key : steps.at(0).toObject().keys()) {
        const bool isStrength =
            key == QLatin1String("weight") || key == QLatin1String("open") || key == QLatin1String("click");
        (isStrength ? strengths : conditions) << key;
    }
    return (conditions + strengths).first(std::min(kMostColumns, conditions.size() + strengths.size()));
}

} // namespace

ParameterForm::ParameterForm(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
}

void ParameterForm::setParameters(const QJsonObject &parameters)
{
    m_parameters = parameters;
    putAwayFields();
    m_fields = new QWidget;
    m_column->addWidget(m_fields);
    auto *column = new QVBoxLayout(m_fields);
    column->setContentsMargins(0, 0, 0, 0);
    auto *grid = new QGridLayout;
    grid->setColumnStretch(0, 1);
    column->addLayout(grid);
    for (auto entry = parameters.begin(); entry != parameters.end(); ++entry) {
        if (entry->isDouble())
            addNumber(*grid, entry.key(), entry->toDouble());
        else if (entry->isArray() && entry->toArray().at(0).isObject())
            addSteps(entry.key(), entry->toArray());
        else
            column->addWidget(labelWith(tr("%1: %2").arg(
                parameterWords(entry.key()), entry->toVariant().toStringList().join(QStringLiteral(", ")))));
    }
}

/// A field may be what asks for other parameters, and it takes its text over when it loses the focus: it is silent from
/// here on, and goes when nobody is in it any more.
void ParameterForm::putAwayFields()
{
    if (m_fields == nullptr)
        return;
    for (NumberField *field : m_fields->findChildren<NumberField *>())
        disconnect(field, nullptr, this, nullptr);
    m_fields->hide();
    m_fields->setParent(nullptr);
    m_fields->deleteLater();
}

void ParameterForm::addNumber(QGridLayout &grid, const QString &key, double number)
{
    const int row = grid.rowCount();
    grid.addWidget(labelWith(parameterWords(key)), row, 0);
    grid.addWidget(makeField(parameterWords(key), number,
                             [key](QJsonObject &parameters, double value) { parameters[key] = value; }),
                   row, 1);
}

void ParameterForm::addSteps(const QString &key, const QJsonArray &steps)
{
    m_fields->layout()->addWidget(labelWith(parameterWords(key)));
    auto *grid = new QGridLayout;
    static_cast<QVBoxLayout *>(m_fields->layout())->addLayout(grid);
    const QStringList keys = keysOf(steps);
    grid->setColumnStretch(static_cast<int>(keys.size()), 1);
    for (int column = 0; column < keys.size(); ++column) {
        auto *title = labelWith(parameterWords(keys[column]), true);
        title->setFixedWidth(kFieldWidth);
        grid->addWidget(title, 0, column);
        for (int step = 0; step < steps.size(); ++step) {
            const QString name = tr("%1, step %2: %3")
                                     .arg(parameterWords(key))
                                     .arg(step + 1)
                                     .arg(parameterWords(keys[column]));
            const Put put = [key, step, of = keys[column]](QJsonObject &parameters, double value) {
                QJsonArray changed = parameters[key].toArray();
                QJsonObject entry = changed[step].toObject();
                entry[of] = value;
                changed[step] = entry;
                parameters[key] = changed;
            };
            grid->addWidget(makeField(name, steps[step].toObject()[keys[column]].toDouble(), put), step + 1,
                            column);
        }
    }
}

QWidget *ParameterForm::makeField(const QString &name, double number, Put put)
{
    auto *field = new NumberField(number);
    field->setFixedWidth(kFieldWidth);
    field->setAccessibleName(name);
    connect(field, &QDoubleSpinBox::valueChanged, this, [this, put = std::move(put)](double value) {
        put(m_parameters, value);
        emit changed(m_parameters);
    });
    return field;
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/doubtslider.h"

#include "ui/theme/plainlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>

#include <cmath>

namespace clicksieve {

namespace {

constexpr int kStepsToOne = 4; ///< a quarter each
constexpr int kEnd = 3;        ///< of the log-odds, either way: twenty times
constexpr int kWidth = 260;
constexpr int kHeight = 24;

QLabel *labelWith(const QString &text)
{
    auto *label = makePlainLabel(true);
    label->setWordWrap(false);
    label->setText(text);
    return label;
}

} // namespace

DoubtSlider::DoubtSlider(QWidget *parent) : QWidget(parent), m_slider(new QSlider(Qt::Horizontal))
{
    m_slider->setRange(-kEnd * kStepsToOne, kEnd * kStepsToOne);
    m_slider->setPageStep(kStepsToOne);
    m_slider->setFixedSize(kWidth, kHeight);
    m_slider->setAccessibleName(tr("Whom doubt counts for"));
    m_slider->setToolTip(
        tr("In the middle an event counts for the likelier side. The ends make a machine twenty times as "
           "likely, or a twentieth."));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(labelWith(tr("Doubt counts for a person")));
    row->addWidget(m_slider);
    row->addWidget(labelWith(tr("for a machine")));
    row->addStretch(1);
    connect(m_slider, &QSlider::valueChanged, this,
            [this](int steps) { emit changed(static_cast<double>(steps) / kStepsToOne); });
}

void DoubtSlider::setLean(double lean)
{
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(static_cast<int>(std::lround(lean * kStepsToOne)));
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;

namespace clicksieve {

/// How to read files that do not say everything themselves: time zone, send time, format.
class OpenOptionsDialog : public QDialog {
    Q_OBJECT

public:
    explicit OpenOptionsDialog(const AnalysisRequest &request, QWidget *parent = nullptr);

    /// The request with what was chosen.
    [[nodiscard]] AnalysisRequest request() const;

private:
    [[nodiscard]] QWidget *makeForm();
    void fillZones();
    void fillFormats();
    void showRequest();
    [[nodiscard]] QString zoneId() const;

    AnalysisRequest m_request;
    QComboBox *m_zone;
    QCheckBox *m_hasSendTime;
    QDateTimeEdit *m_sendTime;
    QComboBox *m_format;
};

} // namespace clicksieve

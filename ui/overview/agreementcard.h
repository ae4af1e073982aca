// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/agreement.h"

#include <QFrame>
#include <QStringList>

class QGridLayout;

namespace clicksieve {

/// The e-mail service's own mark of machines beside our verdict: how often both say the same, and who disagrees how.
class AgreementCard : public QFrame {
    Q_OBJECT

public:
    explicit AgreementCard(QWidget *parent = nullptr);

    void setAgreement(const VendorAgreement &agreement);

private:
    void addRow(const QString &name, const Agreement &agreement);
    void addLine(const QStringList &cells, bool isHead);

    QGridLayout *m_lines;
};

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/page.h"

namespace clicksieve {

class CleanedPanel;
class TablesPanel;

/// What can be taken out of the program: the cleaned file, tables of figures, and where pictures are saved.
class ExportPage : public Page {
    Q_OBJECT

public:
    explicit ExportPage(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] bool isUpToDate() const override;

protected:
    void refresh() override;

private:
    CleanedPanel *m_cleaned;
    TablesPanel *m_tables;
};

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextEdit>

namespace clicksieve {

/// Plain text of any length to read, select and copy, as high as it needs to be: nothing of it is cut off, even where
/// it has no spaces to break at. Never wider than its place.
class WrappedField : public QTextEdit {
    Q_OBJECT

public:
    explicit WrappedField(QWidget *parent = nullptr);

    void setText(const QString &plain);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitHeight();
};

} // namespace clicksieve

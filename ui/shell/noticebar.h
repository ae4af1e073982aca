// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;

namespace clicksieve {

/// Something the user should know, said in place rather than in a box that has to be clicked away. Stays until it is
/// closed or replaced.
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    struct Offer {
        QString text;
        std::function<void()> action;
    };

    explicit NoticeBar(QWidget *parent = nullptr);

    /// @p sentence is shown as plain text.
    void showNotice(const QString &sentence, const std::vector<Offer> &offers);
    void clear();
    [[nodiscard]] QString sentence() const;

private:
    void removeOffers();

    QLabel *m_sentence;
    QHBoxLayout *m_offers;
};

} // namespace clicksieve

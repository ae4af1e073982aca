// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <vector>

class QHBoxLayout;
class QLabel;

namespace clicksieve {

/// A figure in a frame: its name, the figure as reported and for people side by side, a line below.
class FigureCard : public QFrame {
    Q_OBJECT

public:
    enum class Colour { Raw, Human, Machine };
    struct Figure {
        QString text;    ///< "16.8 %"
        QString caption; ///< "people only"
        QString tip;     ///< how it is made; plain text
        Colour colour = Colour::Raw;
    };
    enum class Size { Normal, Large };

    FigureCard(const QString &title, Size size, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// One figure, or two with an arrow between; all texts are plain.
    void setFigures(const std::vector<Figure> &figures);
    void setNote(const QString &note, const QString &tip);

private:
    void addFigure(const Figure &figure);
    void addArrow();

    Size m_size;
    QLabel *m_title;
    QHBoxLayout *m_figures;
    QLabel *m_note;
};

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/evidencelist.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace clicksieve {

namespace {

constexpr int kGapBelow = 8;

} // namespace

EvidenceList::EvidenceList(QWidget *parent)
    : QWidget(parent)
    , m_heading(new QLabel(this))
    , m_sentences(new QVBoxLayout(this))
{
    QFont bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_heading->setTextFormat(Qt::PlainText);
    m_sentences->setContentsMargins(0, 0, 0, kGapBelow);
    m_sentences->addWidget(m_heading);
}

void EvidenceList::show(const QString &heading, const QStringList &sentences)
{
    qDeleteAll(m_lines);
    m_lines.clear();
    m_heading->setText(heading);
    if (sentences.isEmpty())
        addSentence(tr("nothing"));
    for (const QString &sentence : sentences)
        addSentence(sentence);
    setAccessibleName(heading);
    setAccessibleDescription(sentences.isEmpty() ? tr("nothing") : sentences.join(u' '));
}

void EvidenceList::addSentence(const QString &sentence)
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);

    auto *bullet = new QLabel(QStringLiteral("•"), line);
    bullet->setAlignment(Qt::AlignTop);
    row->addWidget(bullet);

    auto *text = new QLabel(line);
    text->setTextFormat(Qt::PlainText);
    text->setText(sentence);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum); // no long word widens the panel
    policy.setHeightForWidth(true);
    text->setSizePolicy(policy);
    row->addWidget(text, 1);

    m_sentences->addWidget(line);
    m_lines << line;
}

} // namespace clicksieve

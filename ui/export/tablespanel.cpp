// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/tablespanel.h"

#include "ui/theme/numbers.h"

#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace clicksieve {

namespace {

QLabel *makeLine(bool quiet)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    if (quiet)
        label->setProperty("look", QStringLiteral("quiet"));
    return label;
}

} // namespace

TablesPanel::TablesPanel(QWidget *parent) : QFrame(parent), m_intro(makeLine(true)), m_result(makeLine(false))
{
    setProperty("look", QStringLiteral("card"));
    auto *title = new QLabel(tr("Tables of figures"));
    QFont font = title->font();
    font.setBold(true);
    title->setFont(font);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(makeButton(tr("By campaign…"), FiguresBy::Campaign, tr("figures by campaign.csv")));
    buttons->addWidget(makeButton(tr("By domain…"), FiguresBy::Domain, tr("figures by domain.csv")));
    buttons->addWidget(makeButton(tr("By link…"), FiguresBy::Link, tr("figures by link.csv")));
    buttons->addStretch(1);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 14);
    column->setSpacing(10);
    column->addWidget(title);
    column->addWidget(m_intro);
    column->addLayout(buttons);
    column->addWidget(m_result);
    m_result->hide();
}

void TablesPanel::setView(const Analysis &analysis, const Filter &filter)
{
    if (m_analysis.table != analysis.table) { // what was saved is of another export
        m_result->clear();
        m_result->hide();
    }
    m_analysis = analysis;
    m_filter = filter;
    const QString columns = tr("Reported, adjusted, the range and the 95 % interval of each, as CSV. ");
    m_intro->setText(columns
                     + (filter.isEmpty() ? tr("For all opens and clicks.")
                                         : tr("Only for what the filter above lets through.")));
}

QPushButton *TablesPanel::makeButton(const QString &text, FiguresBy by, const QString &fileName)
{
    auto *button = new QPushButton(text);
    button->setProperty("look", QStringLiteral("plain"));
    connect(button, &QPushButton::clicked, this, [this, by, fileName] {
        const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
        const QString path = QFileDialog::getSaveFileName(this, tr("Save figures"), folder.filePath(fileName),
                                                          tr("CSV files (*.csv)"));
        if (!path.isEmpty())
            save(by, path);
    });
    return button;
}

void TablesPanel::save(FiguresBy by, const QString &path)
{
    if (m_analysis.table == nullptr)
        return;
    m_result->setText(tr("Saving…"));
    m_result->show();
    m_job.start<qint64>(
        [by, analysis = m_analysis, filter = m_filter, path](JobContext &context) {
            return writeFigures(by, analysis, filter, path, context);
        },
        [this, path](const Result<qint64> &result) { showResult(result, path); });
}

void TablesPanel::showResult(const Result<qint64> &result, const QString &path)
{
    const QString sentence = result.ok() ? tr("Saved %1 rows to %2.")
                                               .arg(countText(static_cast<quint64>(result.value())),
                                                    visibleText(QDir::toNativeSeparators(path).toStdString()))
                                         : visibleText(result.error().message.toStdString());
    m_result->setText(sentence);
    emit finished(result.ok(), sentence);
}

} // namespace clicksieve

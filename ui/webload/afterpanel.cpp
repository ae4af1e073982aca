// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webload/afterpanel.h"

#include "ui/theme/numbers.h"
#include "ui/theme/plainlabel.h"
#include "ui/webload/afterchart.h"
#include "ui/webload/aftertext.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace clicksieve {

namespace {

constexpr int kChartHeight = 300;
constexpr int kPerMille = 1'000;
constexpr double kHeadlineSize = 1.15;

} // namespace

AfterPanel::AfterPanel(QWidget *parent)
    : QWidget(parent)
    , m_headline(makePlainLabel(false))
    , m_story(makePlainLabel(false))
    , m_chart(new AfterChart)
    , m_cache(makePlainLabel(false))
    , m_notes(makePlainLabel(true))
{
    QFont font = m_headline->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * kHeadlineSize);
    m_headline->setFont(font);
    m_chart->setFixedHeight(kChartHeight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(makeTop());
    for (QWidget *part : std::initializer_list<QWidget *>{m_headline, m_story, m_chart, m_cache, m_notes})
        column->addWidget(part);
    column->addStretch();
    showNothing(tr("Open the access log of the web server, and this page tells what the send did to it."));

    connect(&m_job, &BackgroundJob::started, this, [this] {
        m_stop->show();
        m_progress->show();
        m_progress->setValue(0);
    });
    connect(&m_job, &BackgroundJob::progressed, this,
            [this](double share) { m_progress->setValue(static_cast<int>(share * kPerMille)); });
    connect(&m_job, &BackgroundJob::finished, this, [this] {
        m_stop->hide();
        m_progress->hide();
    });
}

QWidget *AfterPanel::makeTop()
{
    m_open = new QPushButton(tr("Open access logs…"));
    m_open->setProperty("look", QStringLiteral("primary"));
    m_open->setToolTip(tr("Of Apache, nginx, IIS, Caddy, Traefik, CloudFront, Cloudflare, Google Cloud or "
                          "Azure Front Door; several, "
                          "rotated and packed ones too."));
    m_copy = new QPushButton(tr("Copy report for the web team"));
    m_copy->setProperty("look", QStringLiteral("plain"));
    m_stop = new QPushButton(tr("Stop"));
    m_stop->setProperty("look", QStringLiteral("small"));
    m_stop->hide();
    m_progress = new QProgressBar;
    m_progress->setRange(0, kPerMille);
    m_progress->setAccessibleName(tr("Reading logs"));
    m_progress->hide();
    connect(m_open, &QPushButton::clicked, this, &AfterPanel::askForLogs);
    connect(m_stop, &QPushButton::clicked, &m_job, &BackgroundJob::cancel);

    auto *top = new QWidget;
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_open);
    row->addWidget(m_copy);
    row->addWidget(m_progress, 1);
    row->addWidget(m_stop);
    row->addStretch();
    return top;
}

void AfterPanel::setAnalysis(const Analysis &analysis)
{
    m_analysis = analysis;
    if (!m_paths.isEmpty())
        read(m_paths);
}

void AfterPanel::askForLogs()
{
    const QStringList paths = QFileDialog::getOpenFileNames(
        this, tr("Open access logs"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    if (!paths.isEmpty())
        read(paths);
}

void AfterPanel::read(const QStringList &paths)
{
    m_paths = paths;
    m_job.start<Read>(
        [paths, analysis = m_analysis](JobContext &context) -> Result<Read> {
            WebLogRequest request;
            request.paths = paths;
            if (analysis.table != nullptr)
                request.analysis = analysis;
            auto log = readWebLogs(request, context);
            if (!log)
                return log.error();
            return Read{log.value(), loadStory(*log.value())};
        },
        [this](const Result<Read> &result) { present(result); });
}

void AfterPanel::present(const Result<Read> &read)
{
    if (!read) {
        if (read.error().kind != Error::Kind::Cancelled)
            showNothing(visibleText(read.error().message.toStdString()));
        return;
    }
    const WebLog &log = *read.value().log;
    const LoadStory &story = read.value().story;
    const QString headline = afterHeadline(log, story);
    m_headline->setText(headline);
    m_story->setText(afterStory(log, story));
    m_chart->setLog(log, story, headline);
    m_cache->setText(cacheText(log));
    m_notes->setText(logNotes(log));
    for (QWidget *part : std::initializer_list<QWidget *>{m_story, m_chart, m_notes, m_copy})
        part->show();
    m_cache->setVisible(!m_cache->text().isEmpty());
    m_copy->disconnect(this);
    connect(m_copy, &QPushButton::clicked, this, [shown = read.value()] {
        QGuiApplication::clipboard()->setText(reportForWebTeam(*shown.log, shown.story));
    });
}

void AfterPanel::showNothing(const QString &sentence)
{
    m_headline->setText(sentence);
    for (QWidget *part : std::initializer_list<QWidget *>{m_story, m_chart, m_cache, m_notes, m_copy})
        part->hide();
}

} // namespace clicksieve

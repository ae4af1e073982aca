// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/filedrop.h"

#include <QDir>
#include <QDropEvent>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QStyle>
#include <QUrl>

namespace clicksieve {

namespace {

constexpr int kMargin = 24;

bool hasLocalFile(const QMimeData &data)
{
    const auto urls = data.urls();
    return std::any_of(urls.begin(), urls.end(), [](const QUrl &url) { return url.isLocalFile(); });
}

} // namespace

FileDrop::FileDrop(QWidget *window) : QObject(window), m_window(window), m_hint(new QLabel(window))
{
    m_hint->setText(tr("Let go to open"));
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setProperty("look", QStringLiteral("drop"));
    m_hint->setProperty("hot", QStringLiteral("true"));
    m_hint->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_hint->hide();
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

bool FileDrop::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter: {
        // Looks at the names only: listing a folder of a slow drive would stop the drag.
        auto *enter = static_cast<QDragEnterEvent *>(event);
        if (!hasLocalFile(*enter->mimeData()))
            return false;
        enter->acceptProposedAction();
        showHint();
        return true;
    }
    case QEvent::DragLeave:
        m_hint->hide();
        return true;
    case QEvent::Drop: {
        m_hint->hide();
        auto *drop = static_cast<QDropEvent *>(event);
        const QStringList files = filesOf(*drop->mimeData());
        drop->acceptProposedAction();
        if (!files.isEmpty())
            emit dropped(files);
        return true;
    }
    default:
        return QObject::eventFilter(watched, event);
    }
}

QStringList FileDrop::filesOf(const QMimeData &data)
{
    QStringList files;
    const auto urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            files += url.toLocalFile();
    }
    return files;
}

void FileDrop::showHint()
{
    m_hint->setGeometry(m_window->rect().marginsRemoved(QMargins(kMargin, kMargin, kMargin, kMargin)));
    m_hint->raise();
    m_hint->show();
}

} // namespace clicksieve

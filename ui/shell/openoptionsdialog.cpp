// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/openoptionsdialog.h"

#include "core/ingest/formatcatalogue.h"
#include "ui/shell/recentopenings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

namespace clicksieve {

namespace {

constexpr int kSentencesWidth = 460;
constexpr int kAroundSentences = 30; ///< margins of the form, generously

QLabel *makeNote(const QString &text)
{
    auto *note = new QLabel(text);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    note->setProperty("look", QStringLiteral("quiet"));
    // A form asks its labels for their height only after the dialog has its own, and would cut them.
    note->setMinimumHeight(note->heightForWidth(kSentencesWidth - kAroundSentences));
    return note;
}

} // namespace

OpenOptionsDialog::OpenOptionsDialog(const AnalysisRequest &request, QWidget *parent)
    : QDialog(parent)
    , m_request(request)
    , m_zone(new QComboBox)
    , m_hasSendTime(new QCheckBox(tr("Sent at")))
    , m_sendTime(new QDateTimeEdit)
    , m_format(new QComboBox)
{
    setWindowTitle(tr("Open with options"));
    auto *files = new QLabel(RecentOpenings::label(request));
    files->setTextFormat(Qt::PlainText);
    files->setToolTip(RecentOpenings::details(request).toHtmlEscaped());

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Open | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->addWidget(files);
    column->addWidget(makeForm());
    column->addWidget(buttons);

    fillZones();
    fillFormats();
    showRequest();
}

QWidget *OpenOptionsDialog::makeForm()
{
    m_sendTime->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    m_sendTime->setCalendarPopup(true);
    m_sendTime->setTimeSpec(Qt::UTC); // digits only: the zone next to it says which clock they are of
    m_sendTime->setAccessibleName(tr("Send time"));
    connect(m_hasSendTime, &QCheckBox::toggled, m_sendTime, &QWidget::setEnabled);

    auto *form = new QWidget;
    form->setMinimumWidth(kSentencesWidth);
    auto *rows = new QFormLayout(form);
    rows->setContentsMargins(0, 8, 0, 8);
    rows->addRow(tr("Time zone"), m_zone);
    rows->addRow(
        makeNote(tr("The clock that the times in the files show, where they name no zone themselves.")));
    rows->addRow(m_hasSendTime, m_sendTime);
    rows->addRow(makeNote(
        tr("When the campaign went out, in the same time zone. Scanners are fast: many signs of them "
           "need the time between sending and click. Used only where the files do not say it.")));
    rows->addRow(tr("Format"), m_format);
    rows->addRow(makeNote(tr("Choose one only if a file is taken for the wrong kind of export.")));
    return form;
}

void OpenOptionsDialog::fillZones()
{
    m_zone->setEditable(true); // typing finds a zone among the 400
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->addItem(tr("As the export usually has it"), QString());
    m_zone->addItem(QStringLiteral("UTC"), QStringLiteral("UTC"));
    const auto zones = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &id : zones) {
        const QString name = QString::fromLatin1(id);
        if (name.contains(QLatin1Char('/')) || name.startsWith(QStringLiteral("UTC")))
            m_zone->addItem(name, name);
    }
}

void OpenOptionsDialog::fillFormats()
{
    m_format->addItem(tr("Recognise each file by itself"), QString());
    const auto catalogue = FormatCatalogue::ofUser();
    for (const ExportFormat &format : catalogue->formats())
        m_format->addItem(format.title, format.id);
}

void OpenOptionsDialog::showRequest()
{
    m_zone->setCurrentIndex(std::max(0, m_zone->findData(m_request.timeZone)));
    m_format->setCurrentIndex(std::max(0, m_format->findData(m_request.formatId)));
    m_hasSendTime->setChecked(m_request.sentAt != kNoTime);
    m_sendTime->setEnabled(m_hasSendTime->isChecked());

    QDateTime shown = QDateTime::currentDateTimeUtc();
    if (m_request.sentAt != kNoTime) {
        const QTimeZone zone(m_request.timeZone.isEmpty() ? QByteArray("UTC")
                                                          : m_request.timeZone.toLatin1());
        shown = QDateTime::fromMSecsSinceEpoch(m_request.sentAt, zone.isValid() ? zone : QTimeZone::utc());
    }
    m_sendTime->setDateTime(QDateTime(shown.date(), shown.time(), Qt::UTC));
}

QString OpenOptionsDialog::zoneId() const
{
    // What was typed counts, unless it is the text of an entry.
    const int entry = m_zone->findText(m_zone->currentText(), Qt::MatchFixedString);
    return entry >= 0 ? m_zone->itemData(entry).toString() : m_zone->currentText().trimmed();
}

AnalysisRequest OpenOptionsDialog::request() const
{
    AnalysisRequest request = m_request;
    request.timeZone = zoneId();
    request.formatId = m_format->currentData().toString();
    request.sentAt = kNoTime;
    if (m_hasSendTime->isChecked()) {
        const QTimeZone zone(request.timeZone.isEmpty() ? QByteArray("UTC") : request.timeZone.toLatin1());
        const QDateTime digits = m_sendTime->dateTime();
        request.sentAt = QDateTime(digits.date(), digits.time(), zone.isValid() ? zone : QTimeZone::utc())
                             .toMSecsSinceEpoch();
    }
    return request;
}

} // namespace clicksieve

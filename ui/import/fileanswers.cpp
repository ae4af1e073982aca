// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/fileanswers.h"

#include "core/ingest/formatcatalogue.h"
#include "ui/import/zonechoice.h"
#include "ui/theme/numbers.h"
#include "ui/theme/plainlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace clicksieve {

namespace {

QLabel *makeTitle(const QString &text, QWidget *field)
{
    auto *label = new QLabel(text);
    label->setBuddy(field);
    field->setAccessibleName(text);
    return label;
}

} // namespace

FileAnswers::FileAnswers(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLabel)
    , m_sentence(new QLabel)
    , m_map(new QPushButton(tr("Say what the columns mean…")))
    , m_format(new QComboBox)
    , m_zone(new ZoneChoice)
    , m_zoneNote(makePlainLabel(true))
    , m_dayOrder(new QComboBox)
    , m_campaign(new QLineEdit)
    , m_useFileName(new QPushButton)
    , m_hasSendTime(new QCheckBox(tr("Sent at")))
    , m_sendTime(new QDateTimeEdit)
    , m_sendTimeNote(makePlainLabel(true))
    , m_leaveOut(new QCheckBox(tr("Leave this file out")))
    , m_rows(new QGridLayout)
{
    QFont bold = m_name->font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_map->setProperty("look", QStringLiteral("primary"));
    for (QLabel *label : {m_name, m_sentence}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_format->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_dayOrder->addItem(tr("Not said"), static_cast<int>(DayOrder::Unknown));
    m_dayOrder->addItem(tr("Day first: 31/12/2026"), static_cast<int>(DayOrder::DayFirst));
    m_dayOrder->addItem(tr("Month first: 12/31/2026"), static_cast<int>(DayOrder::MonthFirst));

    m_useFileName->setProperty("look", QStringLiteral("link"));
    addRow(makeTitle(tr("Read as"), m_format), m_format);
    addRow(makeTitle(tr("Time zone"), m_zone), m_zone);
    addRow(nullptr, m_zoneNote);
    addRow(makeTitle(tr("Dates"), m_dayOrder), m_dayOrder);
    addRow(makeTitle(tr("Campaign"), m_campaign), m_campaign);
    addRow(nullptr, m_useFileName);
    addRow(m_hasSendTime, m_sendTime);
    addRow(nullptr, m_sendTimeNote);
    m_sendTime->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    m_sendTime->setCalendarPopup(true);
    m_sendTime->setTimeSpec(Qt::UTC); // digits only: the zone above says which clock they are of
    m_sendTime->setAccessibleName(tr("Send time"));

    auto *column = new QVBoxLayout(this);
    column->addWidget(m_name);
    column->addWidget(m_sentence);
    column->addWidget(m_map, 0, Qt::AlignLeft);
    column->addLayout(m_rows);
    column->addWidget(m_leaveOut);
    column->addStretch(1);
    connectFields();
}

/// No form layout: where rows of one are hidden, Qt 6.4 writes past its end when it asks notes for their height.
void FileAnswers::addRow(QWidget *title, QWidget *field)
{
    const int row = m_rows->rowCount();
    if (title != nullptr)
        m_rows->addWidget(title, row, 0);
    m_rows->addWidget(field, row, 1);
    m_titles.insert(field, title);
}

void FileAnswers::setRowVisible(QWidget *field, bool isVisible)
{
    field->setVisible(isVisible);
    if (QWidget *title = m_titles.value(field))
        title->setVisible(isVisible);
}

void FileAnswers::connectFields()
{
    const auto change = [this](auto set) {
        if (m_isFilling)
            return;
        SourceChoice choice = m_entry.choice;
        set(choice);
        if (choice != m_entry.choice)
            emit changed(choice);
    };
    connect(m_map, &QPushButton::clicked, this, &FileAnswers::mappingWanted);
    connect(m_format, &QComboBox::activated, this, [this, change] {
        change([this](SourceChoice &choice) { choice.formatId = m_format->currentData().toString(); });
    });
    connect(m_zone, &ZoneChoice::chosen, this, [change](const QString &zone) {
        change([&zone](SourceChoice &choice) { choice.timeZone = zone; });
    });
    connect(m_dayOrder, &QComboBox::activated, this, [this, change] {
        change([this](SourceChoice &choice) {
            choice.dayOrder = static_cast<DayOrder>(m_dayOrder->currentData().toInt());
        });
    });
    connect(m_campaign, &QLineEdit::editingFinished, this, [this, change] {
        change([this](SourceChoice &choice) { choice.campaign = m_campaign->text().trimmed(); });
    });
    connect(m_useFileName, &QPushButton::clicked, this, [this, change] {
        change([this](SourceChoice &choice) { choice.campaign = campaignFromName(m_entry); });
    });
    connect(m_hasSendTime, &QCheckBox::toggled, this, [this, change](bool isSaid) {
        change([this, isSaid](SourceChoice &choice) {
            choice.sentAt = isSaid ? typedSendTime() : kNoTime;
            choice.sentAtIsEstimate = isSaid && choice.sentAt == m_entry.span.firstUnsent;
        });
    });
    connect(m_sendTime, &QDateTimeEdit::editingFinished, this, [this, change] {
        change([this](SourceChoice &choice) {
            if (choice.sentAt == kNoTime)
                return;
            choice.sentAt = typedSendTime();
            choice.sentAtIsEstimate = choice.sentAt == m_entry.span.firstUnsent;
        });
    });
    connect(m_leaveOut, &QCheckBox::toggled, this,
            [change](bool isOut) { change([isOut](SourceChoice &choice) { choice.leftOut = isOut; }); });
}

void FileAnswers::setFormats(const FormatCatalogue &formats)
{
    m_format->clear();
    m_format->addItem(QString(), QString());
    for (const ExportFormat &format : formats.formats())
        m_format->addItem(format.title, format.id);
}

void FileAnswers::showEntry(const ImportEntry &entry)
{
    m_isFilling = true;
    m_entry = entry;
    const bool isReadable = entry.isReadable();
    m_name->setText(visibleText(entry.file.name.toStdString()));
    m_sentence->setText(entry.stateSentence());
    m_sentence->setVisible(!m_sentence->text().isEmpty());
    m_map->setVisible(entry.file.problem && entry.file.canBeMapped && !entry.choice.leftOut);
    m_format->setItemText(0, entry.choice.formatId.isEmpty() && !entry.file.problem
                                 ? tr("%1 (recognised)").arg(entry.file.info.formatTitle)
                                 : tr("Recognise by itself"));
    m_format->setCurrentIndex(std::max(0, m_format->findData(entry.choice.formatId)));
    m_format->setEnabled(!entry.choice.leftOut);
    m_leaveOut->setChecked(entry.choice.leftOut);
    for (QWidget *field : {static_cast<QWidget *>(m_zone), static_cast<QWidget *>(m_campaign),
                           static_cast<QWidget *>(m_sendTime)})
        setRowVisible(field, isReadable);
    fillZone(entry);
    fillDayOrder(entry);
    fillCampaign(entry);
    fillSendTime(entry);
    m_isFilling = false;
}

void FileAnswers::fillZone(const ImportEntry &entry)
{
    const SourceInfo &info = entry.file.info;
    m_zone->setUnsaidText(entry.file.problem ? tr("Not known")
                          : info.zoneIsGuess ? tr("%1 (a guess)").arg(info.timeZone)
                                             : tr("%1 (as usual)").arg(info.timeZone));
    m_zone->setZone(entry.choice.timeZone);
    m_zone->setEnabled(!entry.file.timesNameTheirZone);
    const bool isShared = entry.isReadable() && info.zoneIsGuess;
    m_zoneNote->setText(entry.file.timesNameTheirZone && entry.isReadable()
                            ? tr("The times in the file name their zone themselves.")
                        : isShared ? tr("Counts for all files of this kind here.")
                                   : QString());
    setRowVisible(m_zoneNote, !m_zoneNote->text().isEmpty());
}

void FileAnswers::fillDayOrder(const ImportEntry &entry)
{
    const bool isAsked = entry.file.info.dayOrderIsOpen || entry.choice.dayOrder != DayOrder::Unknown;
    m_dayOrder->setCurrentIndex(m_dayOrder->findData(static_cast<int>(entry.choice.dayOrder)));
    setRowVisible(m_dayOrder, entry.isReadable() && isAsked);
}

void FileAnswers::fillCampaign(const ImportEntry &entry)
{
    const bool namesIt = entry.file.namesCampaign;
    if (!m_campaign->hasFocus() || m_campaign->text().trimmed() == entry.choice.campaign)
        m_campaign->setText(entry.choice.campaign);
    m_campaign->setPlaceholderText(namesIt ? tr("As the file says") : tr("Without a name"));
    m_campaign->setEnabled(!namesIt);
    setRowVisible(m_useFileName, entry.isReadable() && !namesIt && entry.choice.campaign.isEmpty());
    m_useFileName->setText(tr("Call it \"%1\"").arg(visibleText(campaignFromName(entry).toStdString())));
}

void FileAnswers::fillSendTime(const ImportEntry &entry)
{
    const bool isSaid = entry.choice.sentAt != kNoTime;
    const bool isOpen = entry.isReadable() && (isSaid || entry.span.firstUnsent != kNoTime);
    m_hasSendTime->setChecked(isSaid);
    m_hasSendTime->setEnabled(isOpen);
    m_sendTime->setEnabled(isOpen && isSaid);
    const TimeMs shown = isSaid ? entry.choice.sentAt : entry.span.firstUnsent;
    const auto zone = TimeZone::named(entry.file.info.timeZone);
    if (shown != kNoTime && zone && !m_sendTime->hasFocus())
        m_sendTime->setDateTime(QDateTime::fromMSecsSinceEpoch(zone->toWallClock(shown), Qt::UTC));
    m_sendTimeNote->setText(sendTimeNote(entry));
    setRowVisible(m_sendTimeNote, !m_sendTimeNote->text().isEmpty());
}

QString FileAnswers::sendTimeNote(const ImportEntry &entry)
{
    if (!entry.isReadable() || !entry.counted)
        return {};
    if (entry.counted->isTotals())
        return entry.counted->noEventTimes;
    if (entry.choice.sentAtIsEstimate)
        return tr("An estimate: the first open or click. The mail cannot have gone out later. Type the time "
                  "that your "
                  "service shows for the campaign, if you can.");
    if (entry.span.firstUnsent == kNoTime)
        return entry.choice.sentAt == kNoTime ? tr("The files say when the mail was sent.") : QString();
    if (entry.span.unsentCampaigns > 1)
        return tr("The file holds %1 campaigns without a send time. One time would count for all of them.")
            .arg(countText(quint64{entry.span.unsentCampaigns}));
    return tr(
        "The files do not say when the mail was sent. Scanners are fast: many signs of them need the time "
        "between sending and click.");
}

TimeMs FileAnswers::typedSendTime() const
{
    const auto zone = TimeZone::named(m_entry.file.info.timeZone);
    const TimeMs wallClock = m_sendTime->dateTime().toMSecsSinceEpoch();
    const TimeMs typed = zone ? zone->toUtc(wallClock) : wallClock;
    // The field shows no parts of a second: what it shows of the estimate is still the estimate.
    const TimeMs estimate = m_entry.span.firstUnsent;
    return estimate != kNoTime && estimate / 1'000 == typed / 1'000 ? estimate : typed;
}

QString FileAnswers::campaignFromName(const ImportEntry &entry)
{
    const QString &inner = entry.file.member.inner;
    return QFileInfo(inner.isEmpty() ? entry.file.member.path : inner).completeBaseName();
}

} // namespace clicksieve

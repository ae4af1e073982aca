// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/mappingpage.h"

#include "core/ingest/mapping/draftsaving.h"
#include "ui/import/columnchoices.h"
#include "ui/import/previewmodel.h"
#include "ui/import/steadycombo.h"
#include "ui/import/wordchoices.h"
#include "ui/tables/tableview.h"
#include "ui/theme/numbers.h"

#include <QApplication>
#include <QFileInfo>
#include <QFrame>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace clicksieve {

namespace {

constexpr std::size_t kRowsShown = 50;
constexpr int kLeastColumnsWidth = 380;
constexpr int kColumnsWidth = 470;
/// So that all columns of the preview are seen.
constexpr int kMostColumnWidth = 210;

QString shown(const QString &text)
{
    return visibleText(text.toStdString());
}

QLabel *makeLine(const char *look = nullptr)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    if (look != nullptr)
        label->setProperty("look", QLatin1String(look));
    return label;
}

QLabel *makeTitle(const QString &text)
{
    QLabel *label = makeLine();
    label->setText(text);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

QVBoxLayout *makeCard(QFrame &card)
{
    card.setProperty("look", QStringLiteral("card"));
    auto *column = new QVBoxLayout(&card);
    column->setContentsMargins(14, 10, 14, 12);
    column->setSpacing(8);
    return column;
}

} // namespace

MappingPage::MappingPage(const Member &member, std::shared_ptr<const FormatCatalogue> catalogue,
                         QWidget *parent)
    : QWidget(parent)
    , m_member(member)
    , m_catalogue(std::move(catalogue))
    , m_stack(new QStackedWidget)
    , m_message(makeLine())
    , m_title(makeTitle({}))
    , m_facts(makeLine("quiet"))
    , m_sheetLabel(new QLabel(tr("Sheet")))
    , m_sheets(new SteadyCombo)
    , m_columns(new ColumnChoices)
    , m_wordsCard(new QFrame)
    , m_wordsTitle(makeTitle({}))
    , m_words(new WordChoices)
    , m_previewNote(makeLine("quiet"))
    , m_table(new TableView)
    , m_rows(new PreviewModel(this))
    , m_name(new QLineEdit)
    , m_lacking(makeLine())
    , m_save(new QPushButton(tr("Save and use")))
{
    auto *content = new QSplitter;
    content->setChildrenCollapsible(false);
    content->addWidget(makeColumnsCard());
    content->addWidget(makeRightSide());
    content->setStretchFactor(1, 1); // the columns need no more, the rows do
    content->setSizes({kColumnsWidth, 2 * kColumnsWidth});
    content->setHandleWidth(10);
    m_message->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_message);
    m_stack->addWidget(content);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(10);
    column->addWidget(makeHead());
    column->addWidget(m_stack, 1);
    column->addWidget(makeFoot());
    connectChoices();
    start();
}

QWidget *MappingPage::makeHead()
{
    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * 1.25);
    m_title->setFont(font);
    m_title->setText(tr("What the columns of “%1” mean").arg(shown(displayName(m_member))));
    m_sheetLabel->setBuddy(m_sheets);
    m_sheets->setAccessibleName(tr("Sheet"));
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(3);
    lines->addWidget(m_title);
    lines->addWidget(m_facts);
    row->addLayout(lines, 1);
    row->addWidget(m_sheetLabel);
    row->addWidget(m_sheets);
    m_sheetLabel->hide();
    m_sheets->hide();
    return head;
}

QWidget *MappingPage::makeColumnsCard()
{
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_columns);
    scroll->viewport()->setAutoFillBackground(false);
    m_columns->setAutoFillBackground(false);
    auto *card = new QFrame;
    card->setMinimumWidth(kLeastColumnsWidth);
    QVBoxLayout *column = makeCard(*card);
    column->addWidget(makeTitle(tr("Which column says what")));
    column->addWidget(scroll, 1);
    return card;
}

QWidget *MappingPage::makeRightSide()
{
    QVBoxLayout *words = makeCard(*m_wordsCard);
    words->addWidget(m_wordsTitle);
    words->addWidget(m_words);
    m_wordsCard->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    m_table->setSortingEnabled(false); // file order
    m_table->setCsvName(tr("preview"));
    m_table->setModel(m_rows);
    m_table->setAccessibleName(tr("First rows, as they will be read"));
    m_table->setPlaceholderText(tr("The first rows are shown here as they will be read."));
    m_table->horizontalHeader()->setStretchLastSection(true);

    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_wordsCard);
    column->addWidget(makeTitle(tr("First rows, as they will be read")));
    column->addWidget(m_previewNote);
    column->addWidget(m_table, 1);
    return side;
}

QWidget *MappingPage::makeFoot()
{
    auto *nameLabel = new QLabel(tr("&Name of this export"));
    nameLabel->setBuddy(m_name);
    m_name->setAccessibleName(tr("Name of this export"));
    m_name->setPlaceholderText(tr("such as the name of your e-mail service"));
    m_name->setMaxLength(80);
    m_name->setMinimumWidth(240);
    m_save->setProperty("look", QStringLiteral("primary"));
    m_save->setEnabled(false);
    m_save->setToolTip(tr("The next file with these columns is recognised by itself."));
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setProperty("look", QStringLiteral("plain"));
    connect(cancel, &QPushButton::clicked, this, &MappingPage::cancelled);
    connect(m_save, &QPushButton::clicked, this, &MappingPage::save);

    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(nameLabel);
    row->addWidget(m_name);
    row->addWidget(m_lacking, 1);
    row->addWidget(cancel);
    row->addWidget(m_save);
    return foot;
}

void MappingPage::connectChoices()
{
    connect(m_columns, &ColumnChoices::columnChosen, this, [this](Field field, const std::string &column) {
        if (column.empty())
            m_draft.columns.erase(field);
        else
            m_draft.columns[field] = column;
        changeDraft();
    });
    connect(m_columns, &ColumnChoices::everyRowChosen, this, [this](std::optional<EventType> type) {
        m_draft.everyRow = type;
        changeDraft();
    });
    connect(m_columns, &ColumnChoices::timePatternChosen, this, [this](const QString &pattern) {
        m_draft.timePattern = pattern;
        changeDraft();
    });
    connect(m_columns, &ColumnChoices::zoneChosen, this, [this](const QString &zone) {
        m_draft.zoneIsGuess = zone.isEmpty();
        m_draft.timeZone = zone.isEmpty() ? QStringLiteral("UTC") : zone;
        changeDraft();
    });
    connect(m_words, &WordChoices::meaningChosen, this,
            [this](const std::string &word, std::optional<EventType> type) {
                if (type)
                    m_draft.events[word] = *type;
                else
                    m_draft.events.erase(word);
                showDraft(); // not completed: that would give the word its usual meaning again
            });
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString &name) {
        m_draft.title = name;
        showLacking();
    });
    connect(m_name, &QLineEdit::returnPressed, m_save, &QPushButton::click); // nothing while it is disabled
    connect(m_sheets, &QComboBox::activated, this, &MappingPage::chooseSheet);
}

bool MappingPage::isUpToDate() const
{
    return !m_startJob.isRunning() && !m_previewJob.isRunning() && !m_saveJob.isRunning();
}

/// Not the dialog around it: Escape leaves the mapping only, and Enter in the name saves.
void MappingPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit cancelled();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        event->accept();
    else
        QWidget::keyPressEvent(event);
}

void MappingPage::start()
{
    m_message->setText(tr("Looking at the file…"));
    m_stack->setCurrentIndex(0);
    m_startJob.start<MappingStart>(
        [member = m_member, formats = m_catalogue](JobContext &context) {
            return startMapping(member, *formats, context);
        },
        [this](Result<MappingStart> start) { take(std::move(start)); });
}

void MappingPage::chooseSheet(int sheet)
{
    m_startJob.start<MappingStart>(
        [member = m_member, formats = m_catalogue, texts = m_start.texts,
         chosen = static_cast<std::size_t>(sheet)](JobContext &) {
            return startMapping(member, texts, chosen, *formats);
        },
        [this](Result<MappingStart> start) { take(std::move(start)); });
}

void MappingPage::take(Result<MappingStart> start)
{
    if (!start) {
        showFailure(start.error());
        return;
    }
    m_start = std::move(start.value());
    m_draft = m_start.guess.draft;
    m_draft.title =
        m_name->text().isEmpty() ? QFileInfo(displayName(m_member)).completeBaseName() : m_name->text();
    const QSignalBlocker quiet(m_name);
    m_name->setText(m_draft.title);
    m_columns->setSample(m_start.sample, m_start.guess);
    m_stack->setCurrentIndex(1);
    showFile();
    showDraft();
    if (isAncestorOf(QApplication::focusWidget()))
        m_columns->setFocus();
}

void MappingPage::showFile()
{
    const RecordSample &sample = *m_start.sample;
    const QString rows = countText(static_cast<quint64>(sample.rows.size()));
    const QString looked = !sample.isWhole           ? tr("The first %1 rows were looked at.").arg(rows)
                           : sample.rows.size() == 1 ? tr("Its one row was looked at.")
                                                     : tr("All %1 rows were looked at.").arg(rows);
    m_facts->setText(tr("%1 columns. %2 What is proposed was found by content and by name: check it "
                        "against the rows on the right.")
                         .arg(countText(static_cast<quint64>(sample.columns.size())), looked));
    const QSignalBlocker quiet(m_sheets);
    m_sheets->clear();
    for (const MemberText &text : m_start.texts)
        m_sheets->addItem(shown(text.sheet));
    m_sheets->setCurrentIndex(static_cast<int>(m_start.chosen));
    m_sheets->setVisible(m_start.texts.size() > 1);
    m_sheetLabel->setVisible(m_start.texts.size() > 1);
}

void MappingPage::showFailure(const Error &error)
{
    if (error.kind == Error::Kind::Cancelled)
        return;
    m_message->setText(shown(error.message));
    m_stack->setCurrentIndex(0);
    m_save->setEnabled(false);
    m_start.sample.reset();
    emit failed(error.message);
}

void MappingPage::changeDraft()
{
    completeDraft(m_draft, *m_start.sample);
    showDraft();
}

void MappingPage::showDraft()
{
    m_columns->showDraft(m_draft);
    const bool hasWords = m_draft.has(Field::Event);
    m_wordsCard->setVisible(hasWords);
    if (hasWords) {
        const std::string &column = m_draft.columns.at(Field::Event);
        const auto place = m_start.sample->columnNamed(column);
        m_words->setWords(wordsOf(*m_start.sample, column), m_draft);
        m_words->showDraft(m_draft);
        m_wordsTitle->setText(tr("What the words in “%1” mean")
                                  .arg(place ? shown(m_start.sample->columns[*place].title) : QString()));
    }
    showLacking();
    preview();
}

void MappingPage::showLacking()
{
    if (m_start.sample == nullptr)
        return;
    const QStringList lacking = lackingIn(m_draft, *m_start.sample);
    m_lacking->setText(lacking.isEmpty() ? QString() : shown(lacking.front()));
    m_save->setEnabled(lacking.isEmpty() && !m_saveJob.isRunning());
}

void MappingPage::preview()
{
    m_previewJob.start<std::vector<PreviewRow>>(
        [draft = m_draft, sample = m_start.sample, formats = m_catalogue](JobContext &context) {
            return previewOf(draft, *sample, formats, kRowsShown, context);
        },
        [this, zone = m_draft.timeZone](const Result<std::vector<PreviewRow>> &rows) {
            takePreview(rows, zone);
        });
}

void MappingPage::takePreview(const Result<std::vector<PreviewRow>> &rows, const QString &zone)
{
    if (!rows && rows.error().kind == Error::Kind::Cancelled)
        return;
    const int scrolled = m_table->verticalScrollBar()->value();
    m_rows->setRows(rows ? rows.value() : std::vector<PreviewRow>(), zone);
    m_table->clearSpans();
    int read = 0;
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        if (m_rows->isRejected(row))
            m_table->setSpan(row, PreviewModel::When, 1, PreviewModel::ColumnCount - PreviewModel::When);
        else
            ++read;
    }
    if (read > 0 && !std::exchange(m_isFitted, true))
        fitColumns();
    m_table->verticalScrollBar()->setValue(scrolled);
    m_previewNote->setText(!rows
                               ? QString() // what is lacking is said below already
                               : tr("%1 of the first %2 rows can be read. Times are shown in %3.")
                                     .arg(countText(static_cast<quint64>(read)),
                                          countText(static_cast<quint64>(m_rows->rowCount())), shown(zone)));
}

void MappingPage::fitColumns()
{
    m_table->resizeColumnsToContents();
    for (int column = 0; column < PreviewModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, std::min(m_table->columnWidth(column), kMostColumnWidth));
}

void MappingPage::save()
{
    m_save->setEnabled(false);
    m_lacking->setText(tr("Saving…"));
    m_saveJob.start<QString>(
        [draft = m_draft, sample = m_start.sample, formats = m_catalogue](JobContext &context) {
            return saveDraft(draft, *sample, formats, FormatCatalogue::userFolder(), context);
        },
        [this](const Result<QString> &id) {
            showLacking();
            if (id) {
                emit saved(id.value());
                return;
            }
            m_lacking->setText(shown(id.error().message));
            if (id.error().kind != Error::Kind::Cancelled)
                emit failed(id.error().message);
        });
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importdialog.h"

#include "core/ingest/formatcatalogue.h"
#include "ui/import/fileanswers.h"
#include "ui/import/importfilesmodel.h"
#include "ui/import/mappingpage.h"
#include "ui/import/previewmodel.h"
#include "ui/import/signalcosts.h"
#include "ui/tables/tableview.h"
#include "ui/theme/numbers.h"
#include "ui/theme/plainlabel.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace clicksieve {

namespace {

constexpr QSize kSize(1'120, 720);
constexpr int kTitleBar = 40; ///< pixels that the desktop may put above the window
constexpr int kAnswersWidth = 380;
constexpr int kFewestLines = 3;
constexpr int kMostLines = 7;

QString previewNote(const ImportEntry &entry)
{
    QString note =
        ImportDialog::tr("The first rows as they will be read, times in %1.").arg(entry.file.info.timeZone);
    if (!entry.file.cannotTell.isEmpty())
        note += QLatin1Char('\n')
                + ImportDialog::tr("Not in this kind of export: %1")
                      .arg(entry.file.cannotTell.join(QLatin1Char(' ')));
    return note;
}

bool isSaid(const SourceChoice &choice)
{
    return choice != choiceFor({}, choice.path, choice.inner);
}

} // namespace

ImportDialog::ImportDialog(const AnalysisRequest &request, QWidget *parent)
    : QDialog(parent)
    , m_request(request)
    , m_formats(request.formats ? request.formats : FormatCatalogue::ofUser())
    , m_files(new ImportFilesModel(this))
    , m_previewRows(new PreviewModel(this))
    , m_stack(new QStackedWidget)
    , m_headline(makePlainLabel(false))
    , m_list(new TableView)
    , m_answers(new FileAnswers)
    , m_preview(new TableView)
    , m_previewNote(makePlainLabel(true))
    , m_costs(makePlainLabel(false))
    , m_progress(makePlainLabel(true))
    , m_import(nullptr)
{
    setWindowTitle(tr("How the files are read"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(kSize.boundedTo(screen()->availableSize() - QSize(0, kTitleBar)));
    m_stack->addWidget(makeMainPage());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ImportDialog::showCurrent);
    connect(m_answers, &FileAnswers::changed, this, &ImportDialog::applyChoice);
    connect(m_answers, &FileAnswers::mappingWanted, this, &ImportDialog::openMapping);
    connect(&m_count, &BackgroundJob::progressed, this, &ImportDialog::showCounting);
    m_answers->setFormats(*m_formats);
    fitList();
    look(m_request.files);
    showHeadline();
    showCurrent();
}

ImportDialog::~ImportDialog() = default;

QWidget *ImportDialog::makeMainPage()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    QFont large = m_headline->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setBold(true);
    m_headline->setFont(large);
    column->addWidget(m_headline);

    m_list->setAccessibleName(tr("Files"));
    m_list->setSortingEnabled(false); // in the order they were given
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setModel(m_files);
    m_list->horizontalHeader()->setStretchLastSection(true);
    const std::pair<int, int> widths[] = {
        {ImportFilesModel::File, 215},   {ImportFilesModel::StateColumn, 140},
        {ImportFilesModel::ReadAs, 215}, {ImportFilesModel::Sureness, 80},
        {ImportFilesModel::Rows, 125},   {ImportFilesModel::First, 142}};
    for (const auto &[which, width] : widths)
        m_list->setColumnWidth(which, width);
    column->addWidget(m_list);
    column->addWidget(makeDetails(), 1);
    column->addWidget(m_costs);
    column->addWidget(makeFoot());
    return page;
}

QWidget *ImportDialog::makeDetails()
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(m_answers);
    area->setFixedWidth(kAnswersWidth);

    m_preview->setAccessibleName(tr("The first rows as they will be read"));
    m_preview->setSortingEnabled(false);
    m_preview->setModel(m_previewRows);
    m_preview->setPlaceholderText(tr("There are no rows to show."));
    m_preview->setCsvName(tr("first rows"));
    m_preview->horizontalHeader()->setStretchLastSection(true);
    auto *right = new QVBoxLayout;
    right->addWidget(m_previewNote);
    right->addWidget(m_preview, 1);

    auto *details = new QWidget;
    auto *row = new QHBoxLayout(details);
    row->setContentsMargins(0, 8, 0, 8);
    row->addWidget(area);
    row->addLayout(right, 1);
    return details;
}

QWidget *ImportDialog::makeFoot()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_import = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    m_import->setProperty("look", QStringLiteral("primary"));
    m_import->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_progress, 1);
    row->addWidget(buttons);
    return foot;
}

AnalysisRequest ImportDialog::request() const
{
    AnalysisRequest request = m_request;
    request.asksFirst = false;
    request.choices.clear();
    for (const ImportEntry &entry : m_files->entries()) {
        if (isSaid(entry.choice))
            request.choices.push_back(entry.choice);
    }
    return request;
}

QMap<QString, QString> ImportDialog::zonesSaid() const
{
    QMap<QString, QString> zones;
    for (const ImportEntry &entry : m_files->entries()) {
        if (!entry.isReadable() || entry.choice.timeZone.isEmpty())
            continue;
        const ExportFormat *format = m_formats->find(entry.file.info.formatId);
        if (format != nullptr && format->timeZoneIsGuess)
            zones.insert(format->id, entry.choice.timeZone);
    }
    return zones;
}

/// Looks at the files in @p given, and at those that an earlier look was not done with.
void ImportDialog::look(const QStringList &given)
{
    m_count.cancel();
    for (const QString &path : given) {
        if (!m_stale.contains(path))
            m_stale << path;
    }
    AnalysisRequest asked = request();
    if (m_files->entries().empty())
        asked.choices = m_request.choices; // said before this dialog
    asked.files = m_stale;
    asked.formats = m_formats;
    m_look.start<std::vector<InspectedFile>>(
        [asked](JobContext &context) { return inspectFiles(asked, context); },
        [this, stale = m_stale, choices = asked.choices](const Result<std::vector<InspectedFile>> &result) {
            if (!result.ok())
                return; // stopped
            m_stale.clear();
            takeInspection(stale, result.value());
        });
    m_progress->setText(tr("Looking at the files…"));
}

void ImportDialog::takeInspection(const QStringList &given, std::vector<InspectedFile> files)
{
    // Files keep the order in which they were given.
    std::vector<ImportEntry> entries;
    const bool isFirst = m_files->entries().empty();
    for (const QString &path : m_request.files) {
        if (!given.contains(path)) {
            for (const ImportEntry &entry : m_files->entries()) {
                if (entry.given == path)
                    entries.push_back(entry);
            }
            continue;
        }
        for (InspectedFile &file : files) {
            if (file.given != path)
                continue;
            ImportEntry entry;
            entry.given = path;
            entry.choice = choiceFor(isFirst ? m_request.choices : request().choices, file.member.path,
                                     file.member.inner);
            entry.file = std::move(file);
            entries.push_back(std::move(entry));
        }
    }
    m_files->setEntries(std::move(entries));
    fitList();
    if (isFirst) {
        selectFirstOpen();
        const auto &all = m_files->entries();
        if (all.size() == 1 && all.front().state() == ImportEntry::State::CannotBeRead) {
            emit hopeless();
            reject();
            return;
        }
    }
    showHeadline();
    showCurrent();
    count();
}

/// Reads all that can be read already, for the figures.
void ImportDialog::count()
{
    AnalysisRequest asked = request();
    asked.formats = m_formats;
    bool anything = false;
    for (const ImportEntry &entry : m_files->entries()) {
        anything |= entry.isReadable();
        if (entry.isReadable() || entry.choice.leftOut)
            continue;
        SourceChoice out = entry.choice;
        out.leftOut = true;
        std::erase_if(asked.choices, [&out](const SourceChoice &choice) {
            return choice.path == out.path && choice.inner == out.inner;
        });
        asked.choices.push_back(out);
    }
    m_progress->setText(anything ? tr("Counting rows…") : QString());
    m_costs->clear();
    if (!anything)
        return;
    m_count.start<TrialReading>(
        [asked](JobContext &context) { return readOnTrial(asked, context); },
        [this](const Result<TrialReading> &result) {
            m_progress->setText(result.ok() ? QString() : visibleText(result.error().message.toStdString()));
            if (result.ok())
                takeTrial(result.value());
        });
}

void ImportDialog::showCounting(double share, quint64 rows)
{
    m_progress->setText(
        share > 0 && share < 1
            ? tr("Counting rows… %1 %, %2 so far").arg(qRound(share * 100)).arg(countText(rows))
            : tr("Counting rows…"));
}

void ImportDialog::takeTrial(const TrialReading &trial)
{
    std::vector<ImportEntry> entries = m_files->entries();
    const auto &sources = trial.table->sources();
    for (std::size_t source = 0; source < sources.size(); ++source) {
        const auto entry = std::ranges::find_if(entries, [&](const ImportEntry &candidate) {
            return candidate.file.member.path == sources[source].path
                   && candidate.file.member.inner == sources[source].inner;
        });
        if (entry == entries.end())
            continue;
        entry->counted = sources[source];
        entry->span = trial.spans[source];
    }
    m_files->setEntries(std::move(entries));
    m_costs->setText(signalCosts(trial.reports));
    showCurrent();
}

void ImportDialog::applyChoice(const SourceChoice &choice)
{
    std::vector<ImportEntry> entries = m_files->entries();
    const auto changed = std::ranges::find_if(entries, [&choice](const ImportEntry &entry) {
        return entry.choice.path == choice.path && entry.choice.inner == choice.inner;
    });
    if (changed == entries.end())
        return;
    QStringList stale{changed->given};
    for (ImportEntry &entry : entries) {
        const bool isOfOneKind = entry.isReadable() && changed->isReadable()
                                 && entry.file.info.formatId == changed->file.info.formatId;
        if (!isOfOneKind || &entry == &*changed)
            continue;
        // What the service does not say of one of its files it says of none of them.
        if (choice.timeZone != changed->choice.timeZone && entry.file.info.zoneIsGuess)
            entry.choice.timeZone = choice.timeZone;
        else if (choice.dayOrder != changed->choice.dayOrder && entry.file.info.dayOrderIsOpen)
            entry.choice.dayOrder = choice.dayOrder;
        else
            continue;
        stale << entry.given;
    }
    changed->choice = choice;
    m_files->setEntries(std::move(entries));
    showHeadline();
    showCurrent();
    look(stale);
}

const ImportEntry *ImportDialog::current() const
{
    const int row = m_list->currentIndex().row();
    return row >= 0 ? &m_files->entries()[static_cast<std::size_t>(row)] : nullptr;
}

void ImportDialog::showCurrent()
{
    const ImportEntry *entry = current();
    m_answers->setEnabled(entry != nullptr);
    if (entry == nullptr)
        return;
    m_answers->showEntry(*entry);
    m_preview->clearSpans();
    m_previewRows->setRows(entry->isReadable() ? entry->file.preview : std::vector<PreviewRow>(),
                           entry->file.info.timeZone);
    for (int row = 0; row < m_previewRows->rowCount(); ++row) {
        if (m_previewRows->isRejected(row))
            m_preview->setSpan(row, PreviewModel::When, 1, PreviewModel::ColumnCount - PreviewModel::When);
    }
    m_preview->resizeColumnsToContents();
    m_previewNote->setText(entry->isReadable() ? previewNote(*entry) : QString());
}

void ImportDialog::showHeadline()
{
    const auto &entries = m_files->entries();
    const auto countOf = [&entries](ImportEntry::State state) {
        return std::ranges::count(entries, state, &ImportEntry::state);
    };
    const auto open = countOf(ImportEntry::State::NeedsAnswer) + countOf(ImportEntry::State::CannotBeRead);
    const auto guessed = countOf(ImportEntry::State::ZoneIsGuessed);
    m_import->setEnabled(open == 0 && m_stale.isEmpty()
                         && std::ranges::any_of(entries, &ImportEntry::isReadable));
    m_headline->setText(
        entries.empty() ? tr("Looking at the files…")
        : open == 1     ? tr("One file needs an answer before it can be read, or must be left out.")
        : open > 1      ? tr("%1 files need an answer before they can be read, or must be left out.")
                         .arg(countText(static_cast<quint64>(open)))
        : guessed > 0 ? tr("The time zone of your account is not known yet.")
                      : tr("Everything that is needed is known."));
}

/// As high as its lines, within reason.
void ImportDialog::fitList()
{
    const int lines = std::clamp(m_files->rowCount(), kFewestLines, kMostLines);
    m_list->setFixedHeight(m_list->horizontalHeader()->sizeHint().height()
                           + lines * m_list->verticalHeader()->defaultSectionSize()
                           + 2 * m_list->frameWidth());
}

void ImportDialog::selectFirstOpen()
{
    const auto &entries = m_files->entries();
    const auto isOpen = [](const ImportEntry &entry) {
        return entry.state() != ImportEntry::State::Ready && entry.state() != ImportEntry::State::LeftOut;
    };
    const auto found = std::ranges::find_if(entries, isOpen);
    const auto row = found == entries.end() ? 0 : found - entries.begin();
    m_list->setCurrentIndex(m_files->index(static_cast<int>(row), 0));
}

void ImportDialog::openMapping()
{
    const ImportEntry *entry = current();
    if (entry == nullptr)
        return;
    auto *page = new MappingPage(entry->file.member, m_formats);
    m_stack->addWidget(page);
    m_stack->setCurrentWidget(page);
    connect(page, &MappingPage::cancelled, this, &ImportDialog::closeMapping);
    connect(page, &MappingPage::saved, this, [this] {
        m_formats = FormatCatalogue::ofUser();
        m_answers->setFormats(*m_formats);
        closeMapping();
        look(m_request.files); // other files may be of the new format too
    });
}

void ImportDialog::closeMapping()
{
    QWidget *page = m_stack->currentWidget();
    m_stack->setCurrentIndex(0);
    m_stack->removeWidget(page);
    page->deleteLater();
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/cleanedpanel.h"

#include "ui/theme/numbers.h"
#include "ui/theme/plainlabel.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace clicksieve {

namespace {

constexpr int kSteps = 1'000;

QString introFor(CleanedMode mode)
{
    const QString what =
        mode == CleanedMode::Drop
            ? CleanedPanel::tr(
                "The export that came in, without the machines: rows that stay are the same to the byte, "
                "in the same order.")
            : CleanedPanel::tr(
                "The export that came in, with every row in the same order; what was decided is added to "
                "each.");
    return what + QLatin1Char(' ')
           + CleanedPanel::tr("It is always the whole file; the filter does not matter here.");
}

bool isBuiltIn(const QString &path)
{
    return path.startsWith(QLatin1Char(':'));
}

} // namespace

CleanedPanel::CleanedPanel(QWidget *parent)
    : QFrame(parent)
    , m_intro(makePlainLabel(true))
    , m_source(new QComboBox)
    , m_sourceName(makePlainLabel(false))
    , m_drop(new QRadioButton(tr("Leave out what machines did")))
    , m_annotate(new QRadioButton(tr("Keep every row, add what was decided")))
    , m_notOffered(makePlainLabel(true))
    , m_preview(makePlainLabel(false))
    , m_path(new QLineEdit)
    , m_save(new QPushButton(tr("Save")))
    , m_stop(new QPushButton(tr("Stop")))
    , m_progress(new QProgressBar)
    , m_result(makePlainLabel(false))
{
    setProperty("look", QStringLiteral("card"));
    makeForm();
    connectAll();
    m_drop->setChecked(true);
    showSaving(false);
}

void CleanedPanel::makeForm()
{
    auto *title = new QLabel(tr("Cleaned file"));
    QFont font = title->font();
    font.setBold(true);
    title->setFont(font);
    m_source->setAccessibleName(tr("File to clean"));
    m_path->setAccessibleName(tr("File to write"));

    auto *form = new QFormLayout;
    form->setVerticalSpacing(10);
    form->setHorizontalSpacing(16);
    form->addRow(tr("From"), m_source);
    form->addRow(tr("From"), m_sourceName);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Rows"), makeModes());
    form->addRow(tr("Gives"), m_preview);
    form->addRow(tr("Save as"), makeFileRow());

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 14);
    column->setSpacing(10);
    column->addWidget(title);
    column->addWidget(m_intro);
    column->addLayout(form);
    column->addWidget(m_notOffered);
    column->addWidget(makeSaveRow());
    column->addWidget(m_result);
}

QWidget *CleanedPanel::makeModes()
{
    m_drop->setToolTip(tr("Opens and clicks that a machine more likely made are left out."));
    m_annotate->setToolTip(
        tr("Adds three columns to every row: verdict, probability that a machine made it, and the "
           "signs that spoke."));
    auto *modes = new QWidget;
    auto *column = new QVBoxLayout(modes);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_drop);
    column->addWidget(m_annotate);
    return modes;
}

QWidget *CleanedPanel::makeFileRow()
{
    auto *browseButton = new QPushButton(tr("Browse…"));
    browseButton->setProperty("look", QStringLiteral("small"));
    connect(browseButton, &QPushButton::clicked, this, &CleanedPanel::browse);
    auto *file = new QWidget;
    auto *row = new QHBoxLayout(file);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_path, 1);
    row->addWidget(browseButton);
    return file;
}

QWidget *CleanedPanel::makeSaveRow()
{
    m_save->setProperty("look", QStringLiteral("primary"));
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of saving"));
    auto *actions = new QWidget;
    auto *row = new QHBoxLayout(actions);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_save);
    row->addWidget(m_progress, 1);
    row->addWidget(m_stop);
    row->addStretch(1);
    return actions;
}

void CleanedPanel::connectAll()
{
    connect(m_source, &QComboBox::currentIndexChanged, this, &CleanedPanel::chooseSource);
    connect(m_drop, &QRadioButton::toggled, this, &CleanedPanel::chooseSource);
    connect(m_path, &QLineEdit::textEdited, this, [this] { m_pathIsProposed = false; });
    connect(m_path, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_save->setEnabled(!text.isEmpty()); });
    connect(m_save, &QPushButton::clicked, this, &CleanedPanel::askAndSave);
    connect(m_stop, &QPushButton::clicked, &m_saveJob, &BackgroundJob::cancel);
    connect(&m_saveJob, &BackgroundJob::progressed, this, [this](double share) {
        m_progress->setRange(0, share > 0 ? kSteps : 0);
        m_progress->setValue(qRound(share * kSteps));
    });
}

/// A typed name gets the same question that the file dialog asks. Not the export itself: saving refuses that.
void CleanedPanel::askAndSave()
{
    const QFileInfo target(outputPath());
    if (!target.exists() || isSourceItself(target)) {
        save();
        return;
    }
    auto *box = new QMessageBox(
        QMessageBox::Question, tr("Replace the file?"),
        tr("“%1” is already there. Replace it?").arg(visibleText(target.fileName().toStdString())),
        QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    const QPushButton *replace = box->addButton(tr("Replace"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(box, &QMessageBox::buttonClicked, this, [this, replace](const QAbstractButton *pressed) {
        if (pressed == replace)
            save();
    });
    box->open();
}

bool CleanedPanel::isSourceItself(const QFileInfo &file) const
{
    if (m_analysis.table == nullptr || m_source->currentIndex() < 0)
        return false;
    const std::size_t source = chosenSource();
    return file.canonicalFilePath()
           == QFileInfo(m_analysis.table->sources()[source].path).canonicalFilePath();
}

void CleanedPanel::setAnalysis(const Analysis &analysis)
{
    if (m_analysis.table == analysis.table && m_analysis.verdicts == analysis.verdicts)
        return;
    m_analysis = analysis;
    m_pathIsProposed = true;
    fillSources();
    chooseSource();
}

bool CleanedPanel::isUpToDate(const Analysis &analysis) const
{
    return m_previewFits && m_analysis.table == analysis.table && m_analysis.verdicts == analysis.verdicts;
}

CleanedMode CleanedPanel::mode() const
{
    return m_drop->isChecked() ? CleanedMode::Drop : CleanedMode::Annotate;
}

void CleanedPanel::setMode(CleanedMode mode)
{
    (mode == CleanedMode::Drop ? m_drop : m_annotate)->setChecked(true);
}

void CleanedPanel::setOutputPath(const QString &path)
{
    m_pathIsProposed = false;
    m_path->setText(QDir::toNativeSeparators(path));
}

QString CleanedPanel::outputPath() const
{
    return QDir::fromNativeSeparators(m_path->text());
}

void CleanedPanel::fillSources()
{
    const auto &sources = m_analysis.table->sources();
    const QSignalBlocker quiet(m_source);
    m_source->clear();
    QStringList notOffered;
    for (std::size_t source = 0; source < sources.size(); ++source) {
        const QString name = visibleText(sources[source].name.toStdString());
        if (canBeCleaned(*m_analysis.table, source))
            m_source->addItem(tr("%1 (%2 rows)").arg(name, countText(sources[source].rows)),
                              QVariant::fromValue(static_cast<quint64>(source)));
        else
            notOffered += visibleText(whyNotCleaned(sources[source]).toStdString());
    }
    m_sourceName->setText(m_source->itemText(0));
    m_notOffered->setText(notOffered.join(QLatin1Char('\n')));
    m_notOffered->setVisible(!notOffered.isEmpty());
    auto *form = qobject_cast<QFormLayout *>(layout()->itemAt(2)->layout());
    form->setRowVisible(m_source, m_source->count() > 1);
    form->setRowVisible(m_sourceName, m_source->count() == 1);
}

std::size_t CleanedPanel::chosenSource() const
{
    return static_cast<std::size_t>(m_source->currentData().toULongLong());
}

void CleanedPanel::chooseSource()
{
    if (m_analysis.table == nullptr)
        return;
    if (m_source->currentIndex() < 0) { // nothing to clean, so nothing to wait for
        m_previewFits = true;
        return;
    }
    m_result->clear(); // it was of another choice
    m_result->hide();
    m_intro->setText(introFor(mode()));
    proposePath();
    preview();
}

void CleanedPanel::preview()
{
    m_previewFits = false;
    m_preview->setText(tr("counting…"));
    const std::size_t source = chosenSource();
    m_previewJob.start<CleanedCounts>(
        [analysis = m_analysis, source, chosen = mode()](JobContext &) -> Result<CleanedCounts> {
            return previewCleaned(*analysis.table, *analysis.verdicts, source, chosen);
        },
        [this](const Result<CleanedCounts> &result) {
            m_previewFits = true;
            if (result.ok())
                showPreview(result.value());
            else
                m_preview->setText(result.error().message);
            emit previewed();
        });
}

void CleanedPanel::showPreview(const CleanedCounts &counts)
{
    QString text = tr("%1 of %2 rows")
                       .arg(countText(static_cast<quint64>(counts.rowsWritten)),
                            countText(static_cast<quint64>(counts.rowsRead)));
    if (mode() == CleanedMode::Drop)
        text += tr("; %1 left out").arg(countText(static_cast<quint64>(counts.rowsDropped)));
    else
        text += tr(
            ", each with three columns more: clicksieve_verdict, clicksieve_probability, clicksieve_signals");
    m_preview->setText(text);
}

void CleanedPanel::proposePath()
{
    if (!m_pathIsProposed)
        return;
    const SourceInfo &source = m_analysis.table->sources()[chosenSource()];
    const QFileInfo info(source.path);
    // The sample is inside the program: its neighbourhood cannot be written to.
    const QString folder = isBuiltIn(source.path)
                               ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                               : info.absolutePath();
    const QString ending = mode() == CleanedMode::Drop ? QStringLiteral("people") : QStringLiteral("judged");
    const QFileInfo name(cleanedFileName(source));
    const QString suffix = name.suffix().isEmpty() ? QStringLiteral("csv") : name.suffix();
    m_path->setText(QDir::toNativeSeparators(
        QDir(folder).filePath(QStringLiteral("%1-%2.%3").arg(name.completeBaseName(), ending, suffix))));
}

void CleanedPanel::browse()
{
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save the cleaned file"), outputPath(), QString(), nullptr,
                                     QFileDialog::DontConfirmOverwrite); // asked when saving
    if (!path.isEmpty())
        setOutputPath(path);
}

void CleanedPanel::save()
{
    if (m_analysis.table == nullptr || outputPath().isEmpty())
        return;
    const bool fromSave = window()->focusWidget() == m_save;
    showSaving(true);
    if (fromSave)
        m_stop->setFocus(); // Save is hidden
    const std::size_t source = chosenSource();
    const QString path = outputPath();
    m_saveJob.start<CleanedCounts>(
        [analysis = m_analysis, source, chosen = mode(), path](JobContext &context) {
            return writeCleaned(*analysis.table, *analysis.verdicts, source, chosen, path, context);
        },
        [this, path](const Result<CleanedCounts> &result) { showResult(result, path); });
}

void CleanedPanel::showSaving(bool saving)
{
    m_save->setVisible(!saving);
    m_stop->setVisible(saving);
    m_progress->setVisible(saving);
    m_progress->setRange(0, 0);
    m_result->setVisible(!saving && !m_result->text().isEmpty());
}

void CleanedPanel::showResult(const Result<CleanedCounts> &result, const QString &path)
{
    QString sentence;
    if (result.ok()) {
        sentence = tr("Saved %1 rows to %2.")
                       .arg(countText(static_cast<quint64>(result.value().rowsWritten)),
                            visibleText(QDir::toNativeSeparators(path).toStdString()));
        if (result.value().rowsDropped > 0)
            sentence +=
                QLatin1Char(' ')
                + tr("%1 were left out.").arg(countText(static_cast<quint64>(result.value().rowsDropped)));
    } else if (result.error().kind == Error::Kind::Cancelled) {
        sentence = tr("Stopped. Nothing was written.");
    } else {
        sentence = visibleText(result.error().message.toStdString());
    }
    const QWidget *focus = window()->focusWidget();
    const bool backToSave = focus == nullptr || focus == m_stop;
    m_result->setText(sentence);
    showSaving(false);
    if (backToSave)
        m_save->setFocus();
    emit finished(result.ok(), sentence);
}

} // namespace clicksieve

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobcontext.h"
#include "ui/tables/bardelegate.h"
#include "ui/tables/csvfile.h"
#include "ui/tables/roles.h"
#include "ui/tables/tableview.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QFile>
#include <QFileInfo>
#include <QHeaderView>
#include <QMessageBox>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace clicksieve;
using namespace Qt::StringLiterals;

namespace {

/// As many rows as asked for, without storing any.
class EndlessModel : public QAbstractTableModel {
public:
    EndlessModel(int rows, int columns) : m_rows(rows), m_columns(columns) {}

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_rows; }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : m_columns;
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(u"%1/%2"_s.arg(index.row()).arg(index.column()))
                                       : QVariant();
    }

    Qt::ItemFlags flags(const QModelIndex &index) const override
    {
        ++m_flagsAsked;
        return QAbstractTableModel::flags(index);
    }
    /// How often the view has asked for the flags of a cell.
    int flagsAsked() const { return m_flagsAsked; }

private:
    int m_rows;
    int m_columns;
    mutable int m_flagsAsked = 0;
};

void fill(QStandardItemModel &model, const QList<QStringList> &rows)
{
    model.setHorizontalHeaderLabels({u"Domain"_s, u"Clicks"_s, u"Note"_s});
    for (const QStringList &row : rows) {
        QList<QStandardItem *> items;
        for (const QString &cell : row)
            items << new QStandardItem(cell);
        model.appendRow(items);
    }
}

QString clipboardText()
{
    return QGuiApplication::clipboard()->text();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

void closeMessages()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *box = qobject_cast<QMessageBox *>(widget))
            box->close();
    }
}

} // namespace

class TableViewTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void cleanup() { closeMessages(); }

    void copiesSelectedRows();
    void copiesWhatIsSeen();
    void refusesToCopyMillions();
    void paintsOnlyWhatIsSeenAfterSelectAll();
    void savesCsvBytes();
    void savesOwnRows();
    void saysWhyASaveFailed();
    void cancelledCsvLeavesNothing();
    void drawsBars();
    void keepsNaturalOrderAtFirst();
};

void TableViewTest::copiesSelectedRows()
{
    QStandardItemModel model;
    fill(model,
         {{u"a.dk"_s, u"1"_s, u"tab\there"_s}, {u"b.dk"_s, u"2"_s, u""_s}, {u"c.dk"_s, u"3"_s, u"x\ny"_s}});
    const QAbstractItemModelTester tester(&model);
    TableView table;
    table.setModel(&model);
    table.selectionModel()->select(model.index(2, 0),
                                   QItemSelectionModel::Select | QItemSelectionModel::Rows);
    table.selectionModel()->select(model.index(0, 0),
                                   QItemSelectionModel::Select | QItemSelectionModel::Rows);

    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(clipboardText(), u"a.dk\t1\ttab here\nc.dk\t3\tx y"_s);
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(clipboardText(), u"Domain\tClicks\tNote\na.dk\t1\ttab here\nc.dk\t3\tx y"_s);
}

void TableViewTest::copiesWhatIsSeen()
{
    QStandardItemModel model;
    fill(model, {{u"a.dk"_s, u"1"_s, u"n"_s}, {u"b.dk"_s, u"2"_s, u"m"_s}});
    TableView table;
    table.setModel(&model);
    table.setColumnHidden(1, true);
    table.horizontalHeader()->moveSection(0, 2); // the note is now on the left
    table.selectAll();
    table.copySelection(true);
    QCOMPARE(clipboardText(), u"Note\tDomain\nn\ta.dk\nm\tb.dk"_s);

    table.setSelectionBehavior(QAbstractItemView::SelectItems);
    table.selectionModel()->select(QItemSelection(model.index(0, 0), model.index(0, 0)),
                                   QItemSelectionModel::ClearAndSelect);
    table.selectionModel()->select(QItemSelection(model.index(1, 2), model.index(1, 2)),
                                   QItemSelectionModel::Select);
    table.copySelection(false);
    QCOMPARE(clipboardText(), u"\ta.dk\nm\t"_s);
}

void TableViewTest::refusesToCopyMillions()
{
    EndlessModel model(1'000'000, 10);
    TableView table;
    table.setModel(&model);
    const QSignalSpy refused(&table, &TableView::copyRefused);
    QGuiApplication::clipboard()->setText(u"before"_s);
    table.selectAll();
    table.copySelection(false);
    QCOMPARE(refused.count(), 1);
    QCOMPARE(clipboardText(), u"before"_s);
}

/// A plain QTableView asks for every one of the two million rows here, for its header.
void TableViewTest::paintsOnlyWhatIsSeenAfterSelectAll()
{
    EndlessModel model(2'000'000, 10);
    TableView table;
    table.resize(1'000, 600);
    table.setModel(&model);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    table.grab();
    const int before = model.flagsAsked();
    table.selectAll();
    table.grab();
    QVERIFY2(model.flagsAsked() - before < 10'000, qPrintable(QString::number(model.flagsAsked() - before)));
    QVERIFY(table.selectionModel()->isSelected(model.index(1'999'999, 9)));
}

void TableViewTest::savesCsvBytes()
{
    QStandardItemModel model;
    fill(model, {{u"bücher.example"_s, u"1,204"_s, u"say \"hi\""_s}, {u"–"_s, u"12"_s, u"two\nlines"_s}});
    model.item(0, 1)->setData(u"1204"_s, CsvRole);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"table.csv"_s);
    TableView table;
    table.setModel(&model);
    QSignalSpy saved(&table, &TableView::csvSaved);
    table.exportCsv(path);
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(saved.front()[1].toLongLong(), 2);
    QCOMPARE(contentOf(path), QByteArray("\xEF\xBB\xBF"
                                         "Domain,Clicks,Note\r\n"
                                         "b\xC3\xBC"
                                         "cher.example,1204,\"say \"\"hi\"\"\"\r\n"
                                         ",12,\"two\nlines\"\r\n"));
    QCOMPARE(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
}

void TableViewTest::savesOwnRows()
{
    EndlessModel model(5'000, 3);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"rows.csv"_s);
    TableView table;
    table.setModel(&model);
    table.setColumnHidden(1, true);
    table.setCsvRows([] {
        return CsvRows{5'000, [](qint64 row) {
                           return QStringList{QString::number(row), u"hidden"_s, u"x"_s};
                       }};
    });
    QSignalSpy saved(&table, &TableView::csvSaved);
    table.exportCsv(path);
    QTRY_COMPARE(saved.count(), 1);
    const QByteArray content = contentOf(path);
    QVERIFY(!content.contains("hidden"));
    QCOMPARE(content.count('\n'), 5'001);
    QVERIFY(content.endsWith("4998,x\r\n4999,x\r\n"));
}

void TableViewTest::saysWhyASaveFailed()
{
    QStandardItemModel model;
    fill(model, {{u"a"_s, u"1"_s, u"n"_s}});
    TableView table;
    table.setModel(&model);
    QSignalSpy failed(&table, &TableView::csvFailed);
    table.exportCsv(u"/nowhere/at/all/<b>table.csv"_s);
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(failed.front().front().toString().contains(u"/nowhere/at/all/<b>table.csv"_s));
    auto *box = table.findChild<QMessageBox *>();
    QVERIFY(box != nullptr);
    QCOMPARE(box->textFormat(), Qt::PlainText);
}

void TableViewTest::cancelledCsvLeavesNothing()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"stopped.csv"_s);
    JobContext context;
    const CsvRows rows{1'000'000, [&context](qint64 row) {
                           if (row == 1'500)
                               context.requestStop();
                           return QStringList{u"x"_s};
                       }};
    const Result<qint64> result = writeCsvFile(path, {u"Title"_s}, rows, context);
    QVERIFY(!result.ok());
    QCOMPARE(result.error().kind, Error::Kind::Cancelled);
    QVERIFY(!QFileInfo::exists(path));
}

void TableViewTest::drawsBars()
{
    QStandardItemModel model;
    fill(model, {{u"97 %"_s, u"1"_s, u"n"_s}, {u"–"_s, u"2"_s, u"m"_s}});
    model.item(0, 0)->setData(0.97, BarRole);
    TableView table;
    table.setModel(&model);
    table.setItemDelegateForColumn(0, new BarDelegate(BarDelegate::Meaning::Machine, &table));
    table.setColumnWidth(0, 200);
    table.resize(600, 200);
    const QImage image = table.grab().toImage();
    const auto pixel = [&](int row) {
        return image.pixelColor(40, table.viewport()->y() + table.rowViewportPosition(row)
                                        + table.rowHeight(row) / 2 + 1);
    };
    QVERIFY(pixel(0) != pixel(1)); // a bar in the first row, none in the second
}

void TableViewTest::keepsNaturalOrderAtFirst()
{
    QStandardItemModel model;
    fill(model, {{u"b"_s, u"1"_s, u"n"_s}, {u"a"_s, u"2"_s, u"m"_s}});
    TableView table;
    table.setModel(&model);
    QCOMPARE(model.item(0, 0)->text(), u"b"_s);
    table.sortByColumn(0, Qt::AscendingOrder);
    QCOMPARE(model.item(0, 0)->text(), u"a"_s);
}

QTEST_MAIN(TableViewTest)
#include "tst_tableview.moc"

// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartstyle.h"
#include "ui/charts/chartview.h"
#include "ui/theme/palette.h"

#include <QAreaSeries>
#include <QChart>
#include <QClipboard>
#include <QDialog>
#include <QFileInfo>
#include <QLineSeries>
#include <QMenu>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QValueAxis>
#include <QWheelEvent>

#include <cmath>

using namespace clicksieve;
using namespace Qt::StringLiterals;

namespace {

/// A hatched triangle over 0 to 100.
class Triangle : public ChartView {
public:
    Triangle()
        : m_line(new QLineSeries(this))
        , area(new QAreaSeries(m_line))
        , x(new QValueAxis)
        , y(new QValueAxis)
    {
        m_line->replace(QList<QPointF>{{0, 0}, {50, 900}, {100, 0}});
        area->setName(u"Machines"_s);
        chart()->addSeries(area);
        chart()->addAxis(x, Qt::AlignBottom);
        chart()->addAxis(y, Qt::AlignLeft);
        area->attachAxis(x);
        area->attachAxis(y);
        x->setRange(0, 100);
        setCountRange(*y, 900);
        setSeriesStyle([this](const ChartColours &colours) {
            area->setBrush(machineBrush(palette()));
            area->setPen(QPen(colours.machine, 1));
        });
        resize(640, 360);
    }

private:
    QLineSeries *m_line;

public:
    QAreaSeries *area;
    QValueAxis *x;
    QValueAxis *y;
};

QPoint at(const ChartView &view, double value)
{
    return {static_cast<int>(view.pixelAt(value)), view.height() / 2};
}

void drag(ChartView &view, double from, double to)
{
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, at(view, from));
    QTest::mouseMove(view.viewport(), at(view, (from + to) / 2));
    QTest::mouseMove(view.viewport(), at(view, to));
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, at(view, to));
}

bool hasColour(const QImage &image, const QColor &colour)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == colour)
                return true;
        }
    }
    return false;
}

} // namespace

class ChartViewTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void savesSharpPngWithoutBeingShown()
    {
        Triangle view;
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"chart.png"_s);
        QVERIFY(view.savePng(path));
        const QImage image(path);
        QCOMPARE(image.size(), QSize(1280, 720));
        QVERIFY(hasColour(image, chartColours(view.palette()).machine));
    }

    void picturesSayWhatTheyAreOf()
    {
        Triangle view;
        view.setFinding(u"Clicks over time"_s, u"."_s);
        view.setPictureOf(u"spring/offer: <1>"_s, u"Timeline"_s);
        const QTemporaryDir folder;
        QVERIFY(view.savePng(folder.filePath(u"chart.png"_s)));
        const QImage image(folder.filePath(u"chart.png"_s));
        QCOMPARE(image.width(), 1280);
        QVERIFY(image.height() > 720 + 2 * 2 * view.fontMetrics().height()); // two lines, two pixels a point
        bool text = false;
        for (int y = 0; y < image.height() - 720; ++y) {
            for (int x = 0; x < image.width(); ++x)
                text = text || qGray(image.pixel(x, y)) < 100;
        }
        QVERIFY(text);
        QVERIFY(view.saveSvg(folder.filePath(u"chart.svg"_s)));
        QFile svg(folder.filePath(u"chart.svg"_s));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const QByteArray content = svg.readAll();
        QVERIFY(content.contains("Clicks over time</text>"));
        QVERIFY(content.contains("spring/offer"));

        const QFileInfo proposed(view.proposedPath(u"png"_s));
        QCOMPARE(proposed.fileName(), u"Timeline - spring_offer_ _1_.png"_s);
        QCOMPARE(proposed.absolutePath(),
                 QFileInfo(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
                     .absoluteFilePath());
        QCOMPARE(QFileInfo(Triangle().proposedPath(u"svg"_s)).fileName(), u"chart.svg"_s);
    }

    void labelsStandOnTopOfTheSelection()
    {
        Triangle view;
        view.show();
        view.setBands({{10, 20, Qt::red, u"burst"_s}});
        const auto labelGround = [&view] {
            const QPoint inLabel(static_cast<int>(view.pixelAt(20)) + 8,
                                 static_cast<int>(view.chart()->plotArea().top()) + 6);
            return view.viewport()->grab().toImage().pixelColor(inLabel);
        };
        const QColor before = labelGround();
        view.setSelection(std::pair(0.0, 100.0));
        const QColor after = labelGround();
        QVERIFY2(std::abs(before.red() - after.red()) < 8, qPrintable(before.name() + after.name()));
    }

    void savesSvgWithItsHatch()
    {
        Triangle view;
        view.setFinding(u"Clicks"_s, u"Machines click <first>."_s);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"chart.svg"_s);
        QVERIFY(view.saveSvg(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray svg = file.readAll();
        QVERIFY(svg.contains("<pattern"));
        QVERIFY(svg.contains("<title>Clicks</title>"));
        QVERIFY(!svg.contains("<first>"));
        QCOMPARE(view.area->brush().style(), Qt::TexturePattern); // the screen keeps its own
    }

    void saysWhenAFileCannotBeWritten()
    {
        Triangle view;
        QVERIFY(!view.savePng(u"/nowhere/at/all/chart.png"_s));
        QVERIFY(!view.saveSvg(u"/nowhere/at/all/chart.svg"_s));
    }

    void followsTheTheme()
    {
        Triangle view;
        QPalette dark;
        dark.setColor(QPalette::Window, Qt::black);
        dark.setColor(QPalette::Base, Qt::black);
        dark.setColor(QPalette::WindowText, Qt::white);
        dark.setColor(QPalette::Text, Qt::white);
        view.setPalette(dark);
        QCOMPARE(view.chart()->backgroundBrush().color(), QColor(Qt::black));
        QCOMPARE(view.area->pen().color(), chartColours(dark).machine);
        QCOMPARE(view.chart()->legend()->labelColor(), chartColours(dark).text);
    }

    void dragSelectsARange()
    {
        Triangle view;
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QSignalSpy selected(&view, &ChartView::rangeSelected);
        drag(view, 20, 60);
        QCOMPARE(selected.count(), 0); // not where no page wants it

        view.setRangeSelectable(true);
        drag(view, 60, 20);
        QCOMPARE(selected.count(), 1);
        QVERIFY(std::abs(selected[0][0].toDouble() - 20) < 1);
        QVERIFY(std::abs(selected[0][1].toDouble() - 60) < 1);
    }

    void aClickOrEscapeSelectsNothing()
    {
        Triangle view;
        view.setRangeSelectable(true);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QSignalSpy selected(&view, &ChartView::rangeSelected);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, at(view, 50));
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, at(view, 20));
        QTest::mouseMove(view.viewport(), at(view, 60));
        QTest::keyClick(&view, Qt::Key_Escape);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, at(view, 60));
        QCOMPARE(selected.count(), 0);
    }

    void doubleClickAsksForTheWhole()
    {
        Triangle view;
        view.setRangeSelectable(true);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QSignalSpy reset(&view, &ChartView::resetWanted);
        QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, at(view, 50));
        QCOMPARE(reset.count(), 1);
    }

    void theLabelOfABandCanBeClicked()
    {
        Triangle view;
        view.setRangeSelectable(true);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.setBands({{10, 20, Qt::red, u"burst"_s}, {80, 90, Qt::red, {}}});
        QSignalSpy clicked(&view, &ChartView::bandClicked);
        const QPoint label(static_cast<int>(view.pixelAt(20)) + 12,
                           static_cast<int>(view.chart()->plotArea().top()) + 8);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, label);
        QCOMPARE(clicked.count(), 1);
        QCOMPARE(clicked[0][0].toInt(), 0);
    }

    void leavesTheWheelToTheScrollAreaUnlessWanted()
    {
        Triangle view;
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QSignalSpy turned(&view, &ChartView::wheelTurned);
        const auto turn = [&view] {
            QWheelEvent event(at(view, 50), view.viewport()->mapToGlobal(at(view, 50)), {}, {0, 120},
                              Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            event.ignore();
            QApplication::sendEvent(view.viewport(), &event);
            return event.isAccepted();
        };
        QVERIFY(!turn());
        QCOMPARE(turned.count(), 0);
        view.setWheelZoom(true);
        QVERIFY(turn());
        QCOMPARE(turned.count(), 1);
        QCOMPARE(turned[0][1].toDouble(), 1.0);
    }

    void showsItsFiguresAsATable()
    {
        Triangle view;
        QMenu without;
        view.addActionsTo(without);
        QCOMPARE(without.actions().size(), 3);

        view.setTable([] { return QVector<QStringList>{{u"Time"_s, u"Clicks"_s}, {u"0:31"_s, u"4,212"_s}}; });
        QMenu with;
        view.addActionsTo(with);
        QCOMPARE(with.actions().size(), 4);
        with.actions().back()->trigger();
        const auto *dialog = view.findChild<QDialog *>();
        QVERIFY(dialog != nullptr);
        const auto *model = dialog->findChild<QTableView *>()->model();
        QCOMPARE(model->rowCount(), 1);
        QCOMPARE(model->headerData(1, Qt::Horizontal).toString(), u"Clicks"_s);
        QCOMPARE(model->index(0, 1).data().toString(), u"4,212"_s);
    }

    void copiesThePicture()
    {
        Triangle view;
        view.copyPicture();
        QCOMPARE(QGuiApplication::clipboard()->image().size(), QSize(1280, 720));
    }

    void countAxesEndAtRoundNumbers_data()
    {
        QTest::addColumn<double>("highest");
        QTest::addColumn<double>("top");
        QTest::newRow("nothing") << 0.0 << 1.0;
        QTest::newRow("one") << 1.0 << 1.0;
        QTest::newRow("few") << 7.0 << 7.0;
        QTest::newRow("exact") << 1'000.0 << 1'000.0;
        QTest::newRow("odd") << 4'212.0 << 5'000.0;
        QTest::newRow("many") << 997'300.0 << 1'000'000.0;
    }

    void countAxesEndAtRoundNumbers()
    {
        QFETCH(double, highest);
        QFETCH(double, top);
        QValueAxis axis;
        setCountRange(axis, highest);
        QCOMPARE(axis.min(), 0.0);
        QCOMPARE(axis.max(), top);
        const double step = axis.max() / (axis.tickCount() - 1);
        QCOMPARE(step, std::round(step)); // no half clicks
    }
};

QTEST_MAIN(ChartViewTest)
#include "tst_chartview.moc"

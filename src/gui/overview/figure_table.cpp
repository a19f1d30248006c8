#include "gui/overview/figure_table.h"

#include "gui/frame/look.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace heed::gui::overview {

using namespace Qt::StringLiterals;

namespace {

/// "Nov 2026" in two lines, so that six months fit beside their row at twice the text size.
QString narrow(const QString& title)
{
    return QString(title).replace(u' ', u'\n');
}

} // namespace

FigureTable::FigureTable(const QString& objectName, const QString& accessibleName, const QString& corner,
                         QWidget* parent)
    : QTableWidget(parent)
    , m_corner(corner)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignBottom);
    connect(this, &QTableWidget::cellClicked, this, &FigureTable::openCell);
}

void FigureTable::setRows(const std::vector<session::FigureRow>& rows)
{
    const auto current = std::pair(currentRow(), currentColumn());
    m_rows = rows;
    clear();
    const auto columns = rows.empty() ? 0 : rows.front().figures.size();
    setColumnCount(static_cast<int>(columns) + 1);
    setRowCount(static_cast<int>(rows.size()));
    QStringList titles{m_corner};
    for (std::size_t i = 0; i < columns; ++i)
        titles << narrow(rows.front().figures[i].words);
    setHorizontalHeaderLabels(titles);
    auto linked = font();
    linked.setUnderline(true);
    for (int row = 0; row < rowCount(); ++row) {
        const auto& one = rows[static_cast<std::size_t>(row)];
        auto words = one.words;
        if (!words.isEmpty())
            words[0] = words[0].toUpper();
        auto* head = new QTableWidgetItem(words);
        setItem(row, 0, head);
        for (std::size_t i = 0; i < one.figures.size(); ++i) {
            const auto& figure = one.figures[i];
            auto* cell = new QTableWidgetItem(QString::number(figure.count));
            const auto says = u"%1, %2: %3"_s.arg(words, figure.words).arg(figure.count);
            cell->setData(Qt::AccessibleTextRole, figure.count > 0 ? says + u". Opens the list"_s : says);
            if (figure.count > 0) {
                cell->setFont(linked);
                cell->setForeground(palette().link());
            }
            setItem(row, static_cast<int>(i) + 1, cell);
        }
    }
    fit();
    if (current.first >= 0)
        setCurrentCell(current.first, current.second);
}

void FigureTable::fit()
{
    // Qt resizes the table while its columns come.
    if (columnCount() == 0 || !horizontalHeaderItem(columnCount() - 1))
        return;
    m_fittedTo = width();
    const auto metrics = fontMetrics();
    int used = 0;
    int lines = 1;
    for (int column = 1; column < columnCount(); ++column) {
        const auto title = horizontalHeaderItem(column)->text();
        int wide = metrics.horizontalAdvance(u"00000"_s);
        for (const auto& line : title.split(u'\n'))
            wide = qMax(wide, metrics.horizontalAdvance(line));
        lines = qMax(lines, static_cast<int>(title.count(u'\n')) + 1);
        setColumnWidth(column, wide + em(1));
        used += columnWidth(column);
    }
    setColumnWidth(0, qMax(metrics.averageCharWidth() * 12, width() - 2 * frameWidth() - used));
    horizontalHeader()->setFixedHeight(metrics.lineSpacing() * lines + em(0.6));
    resizeRowsToContents();
    int height = horizontalHeader()->height() + 2 * frameWidth();
    for (int row = 0; row < rowCount(); ++row)
        height += rowHeight(row);
    setFixedHeight(height);
}

void FigureTable::openCell(int row, int column)
{
    if (row < 0 || column < 1 || row >= static_cast<int>(m_rows.size()))
        return;
    const auto& figure = m_rows[static_cast<std::size_t>(row)].figures[static_cast<std::size_t>(column) - 1];
    if (figure.count > 0)
        Q_EMIT wanted(figure.filter);
}

void FigureTable::resizeEvent(QResizeEvent* event)
{
    QTableWidget::resizeEvent(event);
    if (width() != m_fittedTo)
        fit();
}

void FigureTable::changeEvent(QEvent* event)
{
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        setRows(std::vector(m_rows));
}

void FigureTable::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        openCell(currentRow(), currentColumn());
        return;
    }
    QTableWidget::keyPressEvent(event);
}

void FigureTable::wheelEvent(QWheelEvent* event)
{
    event->ignore(); // the page scrolls
}

} // namespace heed::gui::overview

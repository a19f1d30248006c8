#pragma once

#include "session/overview.h"

#include <QTableWidget>

namespace heed::gui::overview {

/// Figures in rows and columns, as high as its rows. Every figure but a nought opens the list behind it: by a click, or
/// with the arrows and Enter.
class FigureTable : public QTableWidget {
    Q_OBJECT

public:
    /// `corner` heads the column of the rows' words.
    FigureTable(const QString& objectName, const QString& accessibleName, const QString& corner,
                QWidget* parent = nullptr);

    /// The columns are titled as the figures of the first row say.
    void setRows(const std::vector<session::FigureRow>& rows);

Q_SIGNALS:
    void wanted(const heed::model::CaseFilter& filter);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void fit();
    void openCell(int row, int column);

    QString m_corner;
    std::vector<session::FigureRow> m_rows;
    int m_fittedTo = 0;
};

} // namespace heed::gui::overview

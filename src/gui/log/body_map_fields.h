#pragma once

#include "model/body_mark.h"
#include "rules/problem.h"

#include <QCborArray>
#include <QWidget>

class QButtonGroup;
class QLabel;
class QScrollArea;

namespace heed::gui {
class Field;
}

namespace heed::gui::log {

class BodyCanvas;
class MarkFields;
class RowList;

/// The body map: the pictures, and beside them each mark in words with what is known of it.
class BodyMapFields : public QWidget {
    Q_OBJECT

public:
    explicit BodyMapFields(QWidget* parent = nullptr);

    std::vector<model::BodyMark> marks() const;
    void clearAll();
    std::vector<rules::Problem> unreadable() const;
    /// The field of "bodyMap[1].firstNoticed" and the like.
    Field* fieldOf(const QString& key) const;
    /// The fields of "bodyMap[1]", or the picture.
    QWidget* rowOf(const QString& key) const;

    /// Everything as typed.
    QCborArray state() const;
    void setState(const QCborArray& state);

Q_SIGNALS:
    void changed();

private:
    QWidget* makePictures();
    void showView(model::BodyView view);
    void place(int x, int y);
    void choose(int number);
    void remove(int number);
    void zoom(double zoom);
    void refresh();
    void fitArea();
    MarkFields* row(int number) const;

    BodyCanvas* m_canvas;
    QScrollArea* m_area = nullptr;
    QButtonGroup* m_views;
    QLabel* m_where;
    RowList* m_rows;
    model::BodyMark m_next; ///< where the next row's mark is
    int m_chosen = 0;
};

} // namespace heed::gui::log

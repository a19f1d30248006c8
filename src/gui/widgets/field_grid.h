#pragma once

#include <QWidget>

#include <vector>

namespace heed::gui {

/// Short fields side by side, as many as there is room for.
class FieldGrid : public QWidget {
    Q_OBJECT

public:
    /// Each takes at least `narrowest` em.
    explicit FieldGrid(std::vector<QWidget*> fields, int narrowest = 11, QWidget* parent = nullptr);
    template <class W> explicit FieldGrid(const std::vector<W*>& fields, int narrowest = 11, QWidget* parent = nullptr)
        : FieldGrid(std::vector<QWidget*>(fields.begin(), fields.end()), narrowest, parent)
    {
    }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    std::vector<QWidget*> m_fields;
    int m_narrowest;
    int m_columns = 0;
};

} // namespace heed::gui

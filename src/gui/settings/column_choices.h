#pragma once

#include "register/csv.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace heed::gui {
class FieldGrid;
}

namespace heed::gui::settings {

/// "Jamie" and "Made-up" of a name that stood in one column, to be read over.
QString partedWords(const QString& forename, const QString& surname);

/// What each column of a file holds: a choice under its heading, with the first rows beside. Where both names stand in
/// one column, it shows how they will be parted.
class ColumnChoices : public QWidget {
    Q_OBJECT

public:
    explicit ColumnChoices(QWidget* parent = nullptr);

    /// Another file.
    void reset();
    /// The file as it was looked at; what was chosen for a heading before stays with it.
    void take(const pupils::Look& look);
    std::vector<pupils::Column> columns() const;

private:
    void showParted();

    QStringList m_headers;
    std::vector<QStringList> m_rows; // the first few
    std::vector<QComboBox*> m_choices;
    QVBoxLayout* m_layout;
    QWidget* m_grid = nullptr;
    QLabel* m_parted;
};

} // namespace heed::gui::settings

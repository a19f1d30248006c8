#pragma once

#include <QString>

class QWidget;

namespace heed::gui {
class Field;
}

namespace heed::gui::log {

/// A key of a rule's problem taken apart: "signs[2].note" is "signs", 2, "note"; "facts" is "facts", -1, "".
struct FieldKey {
    QString list;
    int index = -1;
    QString ending; ///< what follows the last dot
};

FieldKey readKey(const QString& key);

/// The field within `row` whose input's object name ends with ".ending"; nothing if there is none.
Field* fieldIn(const QWidget* row, const QString& ending);

} // namespace heed::gui::log

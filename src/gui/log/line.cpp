#include "gui/log/line.h"

#include "model/shape.h"

namespace heed::gui::log {

void keepAll(QLineEdit& line)
{
    line.setMaxLength(10 * model::longText);
}

QLineEdit* newLine()
{
    auto* line = new QLineEdit;
    keepAll(*line);
    line->setMinimumWidth(60);
    return line;
}

} // namespace heed::gui::log

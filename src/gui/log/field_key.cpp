#include "gui/log/field_key.h"

#include "gui/widgets/field.h"

namespace heed::gui::log {

FieldKey readKey(const QString& key)
{
    FieldKey read;
    const auto open = key.indexOf(u'[');
    const auto shut = key.indexOf(u']', open);
    const auto dot = key.indexOf(u'.');
    read.list = open < 0 && dot < 0 ? key : key.left(open < 0 ? dot : dot < 0 ? open : qMin(open, dot));
    if (open >= 0 && shut > open) {
        bool isNumber = false;
        const int index = key.mid(open + 1, shut - open - 1).toInt(&isNumber);
        read.index = isNumber ? index : -1;
    }
    if (dot >= 0)
        read.ending = key.mid(key.lastIndexOf(u'.') + 1);
    return read;
}

Field* fieldIn(const QWidget* row, const QString& ending)
{
    if (!row || ending.isEmpty())
        return nullptr;
    for (auto* field : row->findChildren<Field*>())
        if (field->input()->objectName().section(u'.', -1) == ending)
            return field;
    return nullptr;
}

} // namespace heed::gui::log

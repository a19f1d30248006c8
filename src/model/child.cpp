#include "model/child.h"

namespace heed::model {

QString nameOf(const Child& child)
{
    const auto name = QString(child.forename + u' ' + child.surname).simplified();
    return name.isEmpty() ? QStringLiteral("A child whose name is not known") : name;
}

} // namespace heed::model

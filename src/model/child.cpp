#include "model/child.h"
#include "model/pupil.h"

namespace heed::model {

QString nameOf(const Child& child)
{
    const auto name = QString(child.forename + u' ' + child.surname).simplified();
    return name.isEmpty() ? QStringLiteral("A child whose name is not known") : name;
}

Child publicPart(const Child& child)
{
    Child seen;
    seen.id = child.id;
    seen.forename = child.forename;
    seen.surname = child.surname;
    seen.dateOfBirth = child.dateOfBirth;
    seen.yearGroup = child.yearGroup;
    seen.site = child.site;
    seen.onRoll = child.onRoll;
    return seen;
}

} // namespace heed::model

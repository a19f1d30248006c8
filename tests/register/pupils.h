#pragma once

#include "register/incoming.h"

namespace heed::tests {

inline model::Pupil pupil(const char* id, const char* forename, const char* surname, const char* upn = "",
                          QDate born = QDate(2012, 5, 3))
{
    model::Pupil one;
    one.child.id = QString::fromLatin1(id);
    one.child.forename = QString::fromUtf8(forename);
    one.child.surname = QString::fromUtf8(surname);
    one.child.upn = QString::fromLatin1(upn);
    one.child.dateOfBirth = born;
    one.child.onRoll = true;
    return one;
}

} // namespace heed::tests

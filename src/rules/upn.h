#pragma once

#include <QString>

namespace heed::rules {

enum class UpnKind { None, Permanent, Temporary, Wrong };

/// What a unique pupil number is, and for a wrong one a sentence that says what is wrong.
struct Upn {
    UpnKind kind = UpnKind::None;
    QString normal; ///< without spaces, in capitals
    QString problem;
};

/// In: a number as typed. 13 characters: a check letter, then 12 digits, or 11 digits and a letter for a temporary
/// number. Nothing typed is not wrong. Source: Department for Education, UPN guide (FIELD.md 4.2).
Upn readUpn(const QString& typed);

/// The check letter for the 12 characters after it: weights 2 to 13, sum modulo 23, as an index into the letters
/// without I, O and S; a letter in the last place counts as its own index. Null where a character is neither.
QChar upnCheckLetter(QStringView twelve);

} // namespace heed::rules

#pragma once

#include "model/error.h"
#include "model/pupil.h"

namespace heed::pupils {

/// A pupil as a file of the school's own system names them; what the file does not say is empty.
struct Incoming {
    qint64 line = 0; ///< in the file, from 1
    model::Pupil pupil;
    QStringList cells; ///< as they stood, should they be refused later
};

/// A part of the file that cannot be brought in.
struct Refused {
    qint64 line = 0;
    QString reason;    ///< one sentence
    QStringList cells; ///< as they stood, to be corrected

    bool operator==(const Refused&) const = default;
};

/// What a file holds.
struct Reading {
    std::vector<Incoming> pupils;
    std::vector<Refused> refused;
    QStringList headers; ///< of `cells`
};

constexpr qint64 largestFile = 256LL * 1024 * 1024; // bytes; 5,000 pupils with their attendance are about 50 MiB
constexpr int mostPupils = 100'000;

/// "Year 9", "Y09" and "09" are "9"; "Reception" is "R".
QString yearGroupOf(const QString& typed);

/// Who is not known by another name is called as in law.
void settleNames(model::Pupil& pupil);

/// Puts what came into its written form (UPN, year group, spaces) and says what is wrong with it: nothing if all is
/// well. `today` judges the birth date.
QString settle(model::Pupil& pupil, const QDate& today);

} // namespace heed::pupils

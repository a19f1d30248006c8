#pragma once

#include "model/concern.h"

namespace heed::rules {

/// Years of age on `day`; somebody born on 29 February has their birthday on 1 March in other years. Negative before
/// birth.
int ageOn(QDate born, QDate day);

/// Whether the child is under 13 on `day`: by date of birth or, where none is known, in Year 7 or below (England: a
/// pupil of Year 7 is 11 at its start and turns 12 in it).
bool isUnder13(const model::Child& child, QDate day);

/// Whether a sign of the checklist is of a sexual nature: sexualised behaviour, sexually transmitted infections or
/// pregnancy, an older partner. Injuries are not
/// counted: the list puts every kind of assault under that one sign.
bool isSexual(const QString& signCode);

/// Whether any child of the concern is under 13 and any of its signs is sexual. A child under 13 cannot consent in law:
/// Sexual Offences Act 2003, sections 5 to 8.
bool isUnder13WithSexualSign(const model::Concern& concern, QDate day);

} // namespace heed::rules

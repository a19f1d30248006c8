#pragma once

#include "gui/settings/person_row.h"
#include "model/pupil.h"

namespace heed::gui::settings {

// The people beside a pupil as rows, and back.

PersonRow* contactRow(const model::ContactPerson& person);
PersonRow* householdRow(const model::HouseholdMember& person);
PersonRow* professionalRow(const model::Professional& person);

std::vector<model::ContactPerson> contactsIn(const RowEditor* rows);
/// A day that cannot be read counts as not known: it is said before anything is saved.
std::vector<model::HouseholdMember> householdIn(const RowEditor* rows);
std::vector<model::Professional> professionalsIn(const RowEditor* rows);

} // namespace heed::gui::settings

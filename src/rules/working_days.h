#pragma once

#include "model/profile.h"

#include <vector>

// Days of England and Wales. Dates only: no hours, no zone, no school closures (those are in school_time.h).

namespace heed::rules {

/// Easter Sunday of the Gregorian calendar, for any year from 1583 (the anonymous algorithm, Meeus 1991).
QDate easterSunday(int year);

/// The bank holidays of England and Wales in `year`, in order: Banking and Financial Dealings Act 1971, schedule 1,
/// with Good Friday and Christmas by common law, New Year's Day and early May by yearly proclamation, substitute days,
/// and the one-off days proclaimed so far (2020, 2022 and 2023; www.gov.uk/bank-holidays).
std::vector<QDate> bankHolidays(int year);

/// The rule, with what the school's profile adds or removes; what is both added and removed is a bank holiday.
bool isBankHoliday(QDate day, const model::BankHolidayChanges& changes = {});

/// Neither a Saturday, nor a Sunday, nor a bank holiday. A school's closures have no part in this.
bool isWorkingDay(QDate day, const model::BankHolidayChanges& changes = {});

/// The first working day after `day`, never `day` itself.
QDate nextWorkingDay(QDate day, const model::BankHolidayChanges& changes = {});

} // namespace heed::rules

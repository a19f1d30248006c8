#pragma once

#include "guidance/library.h"
#include "session/school_guidance.h"

namespace heed::gui::cases {
class InlineForm;
}

namespace heed::gui::settings {

// The forms of the school's own pages and cards, and what has been written in them. One that is changed or taken out
// asks why; nothing given makes a new one.

cases::InlineForm* pageForm(const heed::guidance::Page* page);
session::WrittenPage pageIn(const cases::InlineForm& form);

cases::InlineForm* cardForm(const heed::guidance::Card* card);
/// `before` with what has been written; the day on which it was checked is left as it was.
heed::guidance::Card cardIn(const cases::InlineForm& form, const heed::guidance::Card& before);

cases::InlineForm* takeOutForm(const QString& title);

/// Why, as the journal keeps it.
QString reasonIn(const cases::InlineForm& form);

} // namespace heed::gui::settings

#pragma once

#include "model/concern.h"
#include "model/profile.h"
#include "model/route.h"

namespace heed::rules {

/// Who must be told, and how. The same facts always give the same route.
/// In: the concern as written, the school's profile, the instant, the author's name as members have it (empty: not
/// known). Out: the route with its reasons and clocks; times carry the offset of British clocks.
///
/// Precedence (issue 6): danger comes first and beside everything; about the head: chair; about staff: head; a child
/// who is not on roll: MASH; all others: a safeguarding lead. Where no safeguarding lead can be told the kind is
/// `mash`, with the reason `none-available`. Where neither head nor chair is neutral the contact is the LADO, the kind
/// `chair`, the reason `neither-neutral`, there is no clock, and deskOf answers nothing. Source: SEED.md (the two
/// routes), KCSIE 2026 part four (adults who work here) and paragraphs 56 to 60.
model::Route route(const model::Concern& concern, const model::Profile& profile, const QDateTime& at,
                   const QString& author);

/// The desk that a concern with this route is sealed to; nothing where no desk may read it, and it stays its author's
/// draft.
QString deskOf(const model::Route& route);

/// Whom to tell next: the contact, then the deputies in order, leaving out whoever was `tried` already; then MASH for a
/// child, the LADO where an adult who works here is concerned.
model::Recipient nextToTell(const model::Route& route, const model::Profile& profile, const QStringList& tried);

/// Whether `route` has a reason with this code.
bool has(const model::Route& route, const char* code);

} // namespace heed::rules

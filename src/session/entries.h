#pragma once

#include "session/state.h"

namespace heed::session {

// Entries as they are about to be written, made the same way wherever they come from. Only for this folder.

/// A concern, to the desk that its route names. NoReader where nobody reads that desk yet: the sentence says whom to
/// see in person. `author` is who logs it.
model::Expected<journal::Draft> concernDraft(const Session::State& author, const model::Concern& concern,
                                             const QDateTime& at);

/// What is said about a record of which these are the facts. `authorSees`: sealed to the concern's author as well.
journal::Draft recordDraft(const casebook::Casebook::RecordFacts& facts, model::Kind kind, const model::Body& body,
                           bool authorSees = false);

/// The member's own concern with this reference; NotFound for anybody else's.
model::Expected<model::Case> ownRecord(Session::State& state, const QString& reference);

/// Records that a concern of the desk's was opened, once for each sign-in.
model::Result noteReading(Session::State& state, const casebook::Casebook::RecordFacts& facts);

/// The entry that tells the author of a concern what became of it, without the desk's reasons.
model::TextBody statusBody(model::State state);

} // namespace heed::session

#pragma once

#include "report/summary.h"

// Parts that several documents about a record share.

namespace heed::report {

Sheet sheetOf(const QString& title, const QString& reference, const Printing& printing);

/// Immediate danger, missing now, and that it is about a member of staff: boxes that come first.
void addNotices(Document& document, const model::Concern& concern);

/// The child, as the concern and the referrer describe them: rows for what is known, and lines that name what is not.
Facts childFacts(const model::Child& child, const ChildFacts& more, const Printing& printing);

/// What was seen and heard: facts, the child's words, opinion and what was done, each apart, and what was added later.
Facts accountFacts(const model::Case& record, const Printing& printing, const Cuts& cuts);

/// The signs in three tables: may be harm, may be either, may be risk. `full` says the note that this is no score.
void addSigns(Document& document, const model::Case& record, const Cuts& cuts);

/// The body map with its marks, and what each of them is; nothing where there is none.
void addBodyMap(Document& document, const model::Case& record, const Cuts& cuts);

/// People, vehicles and places, and the other children of the concern.
void addInvolved(Document& document, const model::Case& record, const Printing& printing, const Cuts& cuts);

/// The files that were attached: name, kind, size, who and when, fingerprint; nothing where there are none.
void addFiles(Document& document, const model::Case& record, const Printing& printing);
/// "Attached: letter.txt (text, 2 KB); map.png (picture, 1.4 MB)"; empty for none.
QString attachedText(const model::Event& event);

/// What redact() left out, and why.
void addCuts(Document& document, const Cuts& cuts);

/// "Why: … . By secure e-mail", for who was said to get it.
QString whyText(const Printing& printing);

/// "Parts of the record are left out of this copy: the last page says which, and why."
Fact partlyLeftOut();

/// Instead of a section: that it was left out, or `nothing`.
QString insteadOf(Section section, const Cuts& cuts, const QString& nothing);

/// On the last page: the journal's fingerprint, and how to check the sheet against the record.
void addChecking(Document& document);

/// "by Testy Author, 20 November 2026, 14:10", with a warning where the entries around it say otherwise.
QString signedBy(const model::Event& event, const QTimeZone& zone);

template <class B> const B* bodyOf(const model::Event& event, model::Kind kind)
{
    return event.kind == kind ? std::get_if<B>(&event.body) : nullptr;
}

} // namespace heed::report

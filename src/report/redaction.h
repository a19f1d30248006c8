#pragma once

#include "model/case.h"

#include <set>

namespace heed::report {

/// What can be left out of a copy as a whole.
enum class Section {
    ChildsWords,
    Opinion,
    Signs,
    BodyMap,
    Involved, ///< people, vehicles and places, and the other children
    Family,
    Judgement, ///< levels, decisions, assessments, closings
    Told,
    Contacts, ///< calls, and referrals
    Actions,
    Notes,
    Earlier, ///< the earlier concerns
};

/// Why something is left out (Data Protection Act 2018, schedules 2 and 3).
enum class Ground { AnotherPerson, SeriousHarm, ChildAbuseData, NotNeeded };

/// Somebody or something that becomes "Child B", "Adult 1", "Vehicle 1" …, the same throughout the copy.
struct Hidden {
    model::InvolvedKind kind = model::InvolvedKind::Adult;
    QStringList names; ///< every way in which the record writes it: "Sample Classmate", "Sample", "Classmate"
    Ground ground = Ground::AnotherPerson;
    QString reason;
};

struct LeftOut {
    Section section = Section::Opinion;
    Ground ground = Ground::NotNeeded;
    QString reason;
};

struct Redaction {
    std::vector<LeftOut> sections;
    std::vector<Hidden> hidden;
};

/// What was cut from the values of a document; it is printed on the copy's last page. It says nothing of what was cut.
struct Cut {
    QString what; ///< "The author's opinion", "Child B"
    Ground ground = Ground::AnotherPerson;
    QString reason;
    int times = 1; ///< how often a name was replaced

    bool operator==(const Cut&) const = default;
};

struct Cuts {
    std::vector<Cut> list;
    std::set<Section> sections;
    QStringList standIns;

    bool has(Section section) const { return sections.contains(section); }
};

/// Everyone and everything that a record names beside its child, to be chosen from. The child's own names are never
/// among them.
std::vector<Hidden> thirdPartiesOf(const model::Case& record);

struct Summary;
struct Chronology;
struct CallSheet;
struct CpomsEntry;

/// The values without what is to be left out, and with the list of cuts. The record itself is not touched. A name is
/// found as whole words, in any case and with any spaces between; one that the record's own child bears too is left.
Summary redact(Summary values, const Redaction& redaction);
Chronology redact(Chronology values, const Redaction& redaction);
CallSheet redact(CallSheet values, const Redaction& redaction);
CpomsEntry redact(CpomsEntry values, const Redaction& redaction);

QString sectionText(Section section);
QString groundText(Ground ground);

} // namespace heed::report

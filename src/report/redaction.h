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
    Earlier, ///< the other concerns about the child, earlier and since
};

using Ground = model::CutGround;
/// What was cut from the values of a document; it is printed on the copy's last page, and recorded.
using Cut = model::Cut;

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

struct Cuts {
    std::vector<Cut> list;
    std::set<Section> sections;
    QStringList standIns;

    bool has(Section section) const { return sections.contains(section); }
};

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

/// The first name to be hidden that stands in one of these texts: in what somebody writes on a copy beside the record.
std::optional<QString> hiddenNameIn(const QStringList& texts, const Redaction& redaction);

QString sectionText(Section section);
QString groundText(Ground ground);

} // namespace heed::report

namespace heed::model {

template <> struct Names<report::Section> {
    static constexpr std::array<std::pair<report::Section, const char*>, 12> table{
        {{report::Section::ChildsWords, "childs-words"},
         {report::Section::Opinion, "opinion"},
         {report::Section::Signs, "signs"},
         {report::Section::BodyMap, "body-map"},
         {report::Section::Involved, "involved"},
         {report::Section::Family, "family"},
         {report::Section::Judgement, "judgement"},
         {report::Section::Told, "told"},
         {report::Section::Contacts, "contacts"},
         {report::Section::Actions, "actions"},
         {report::Section::Notes, "notes"},
         {report::Section::Earlier, "earlier"}}};
};

} // namespace heed::model

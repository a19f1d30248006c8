#pragma once

#include "model/case.h"
#include "report/document.h"
#include "report/redaction.h"

namespace heed::report {

/// An answer on a form: nothing, it was not asked; empty, it was asked and is not known.
using Answer = std::optional<QString>;

/// Who sends a document, and how to reach them.
struct Referrer {
    QString name;
    QString role;
    QString phone;
    QString email;
    QString address; ///< of the school
    QString schoolPhone = {};
};

/// What a referral says of the child beyond what the concern holds.
struct ChildFacts {
    Answer namesUsed;
    Answer sex;
    Answer ethnicity;
    Answer religion;
    Answer firstLanguage;
    Answer interpreter;
    Answer disability;
    Answer nhsNumber;
    Answer doctor;
    Answer address;
    Answer whereabouts; ///< where the child is now
    Answer lookedAfter;
    bool isFromRegister = false; ///< some of it is the school's register, and not the concern's author
};

/// A parent, a carer, someone of the household or another child.
struct FamilyMember {
    QString name;
    QString relation;
    std::optional<QDate> dateOfBirth;
    std::optional<bool> parentalResponsibility;
    QString contact;
};

/// The family's knowledge and views, and what is asked for.
struct FamilyFacts {
    std::vector<FamilyMember> members;
    Answer household;       ///< in words: parents, carers, who lives there, who has parental responsibility
    Answer parentsInformed; ///< whether, when and by whom; or why not
    Answer othersInformed;  ///< who else was told or was not: the child, another service
    Answer consent;         ///< or why it was not sought
    Answer childsViews;
    Answer parentsViews;
    Answer keptFromFamily; ///< what must be kept from the family
    Answer agencies;       ///< that work with the family
    Answer strengths;
    Answer risksToWorkers;
};

struct Summary {
    model::Case record;
    std::vector<model::Case>
        others; ///< about the same child, logged before or since: told in short, their signs on the timeline
    Referrer referrer;
    ChildFacts child;
    FamilyFacts family;
    Answer askedFor; ///< what the reader is asked to do
    Printing printing;
    Cuts cuts = {};              ///< what redact() left out
    Answer significantHarm = {}; ///< why it is likely, or was done
    Answer safetyNow = {};       ///< what keeps the child safe until somebody acts
    Answer threshold = {};       ///< the level of need, by the partnership's own words
};

/// The referral summary of one concern.
Document summary(const Summary& values);

} // namespace heed::report

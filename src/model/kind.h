#pragma once

#include "model/shape.h"

namespace heed::model {

/// What an entry of the journal records. The names are in the sealed content and never change.
enum class Kind {
    Concern,
    Told,
    Addition,
    Acknowledged,
    LevelSet,
    Note,
    ActionAdded,
    ActionDone,
    ContactMade,
    Decision,
    Referral,
    Assessment,
    Review,
    Feedback,
    Status,
    HandedOver,
    Passed,
    Agreed, ///< by a second lead, that the case can be closed
    Closed,
    Reopened,
    ChildRegistered,
    ChildChanged,
    ChildLinked,
    PupilsImported,
    Read,
    Printed,
    Exported,
    EnteredElsewhere,
    Informed, ///< whether somebody was told of a concern, and if not, why
    Consent,  ///< to sharing or referring
    Drill,
    Recovered,
    ProfileChanged,
    RestoreAccepted,
    Destroyed,
};

template <> struct Names<Kind> {
    static constexpr std::array<std::pair<Kind, const char*>, 35> table{{
        {Kind::Concern, "concern"},
        {Kind::Told, "told"},
        {Kind::Addition, "addition"},
        {Kind::Acknowledged, "acknowledged"},
        {Kind::LevelSet, "level-set"},
        {Kind::Note, "note"},
        {Kind::ActionAdded, "action-added"},
        {Kind::ActionDone, "action-done"},
        {Kind::ContactMade, "contact-made"},
        {Kind::Decision, "decision"},
        {Kind::Referral, "referral"},
        {Kind::Assessment, "assessment"},
        {Kind::Review, "review"},
        {Kind::Feedback, "feedback"},
        {Kind::Status, "status"},
        {Kind::HandedOver, "handed-over"},
        {Kind::Passed, "passed"},
        {Kind::Agreed, "agreed"},
        {Kind::Closed, "closed"},
        {Kind::Reopened, "reopened"},
        {Kind::ChildRegistered, "child-registered"},
        {Kind::ChildChanged, "child-changed"},
        {Kind::ChildLinked, "child-linked"},
        {Kind::PupilsImported, "pupils-imported"},
        {Kind::Read, "read"},
        {Kind::Printed, "printed"},
        {Kind::Exported, "exported"},
        {Kind::EnteredElsewhere, "entered-elsewhere"},
        {Kind::Informed, "informed"},
        {Kind::Consent, "consent"},
        {Kind::Drill, "drill"},
        {Kind::Recovered, "recovered"},
        {Kind::ProfileChanged, "profile-changed"},
        {Kind::RestoreAccepted, "restore-accepted"},
        {Kind::Destroyed, "destroyed"},
    }};
};

} // namespace heed::model

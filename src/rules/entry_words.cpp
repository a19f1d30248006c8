#include "rules/entry_words.h"

namespace heed::rules {
namespace {

using model::Kind;

constexpr std::array<std::pair<Kind, const char*>, 35> words{{
    {Kind::Concern, "the concern"},
    {Kind::Told, "who was told"},
    {Kind::Addition, "the addition"},
    {Kind::Acknowledged, "the acknowledgement"},
    {Kind::LevelSet, "the level"},
    {Kind::Note, "the note"},
    {Kind::ActionAdded, "the action"},
    {Kind::ActionDone, "the action that was done"},
    {Kind::ContactMade, "the contact with somebody outside"},
    {Kind::Decision, "the decision"},
    {Kind::Referral, "the referral"},
    {Kind::Assessment, "the assessment"},
    {Kind::Review, "the structured review"},
    {Kind::Feedback, "the answer to the author"},
    {Kind::Status, "the state as its author sees it"},
    {Kind::HandedOver, "the handing over"},
    {Kind::Passed, "the passing on to another desk"},
    {Kind::Agreed, "the second agreement"},
    {Kind::Closed, "the closing"},
    {Kind::Reopened, "the reopening"},
    {Kind::ChildRegistered, "the registering of a pupil"},
    {Kind::ChildChanged, "the change to a pupil"},
    {Kind::ChildLinked, "the link between children"},
    {Kind::PupilsImported, "the import of pupils"},
    {Kind::Read, "the reading of a record"},
    {Kind::Printed, "the printed copy"},
    {Kind::Exported, "the saved file"},
    {Kind::EnteredElsewhere, "the mark that it is on another system"},
    {Kind::Informed, "who knows of it"},
    {Kind::Consent, "the consent"},
    {Kind::Drill, "the drill with recovery sheets"},
    {Kind::Recovered, "the recovery with printed sheets"},
    {Kind::ProfileChanged, "the change to the school's profile"},
    {Kind::RestoreAccepted, "the acceptance of a vault that was put back"},
    {Kind::Destroyed, "the destruction of a record"},
}};

static_assert(words.size() == model::Names<Kind>::table.size());

} // namespace

QString entryWords(Kind kind)
{
    for (const auto& [known, word] : words)
        if (known == kind)
            return QString::fromLatin1(word);
    return QStringLiteral("the entry");
}

} // namespace heed::rules

#pragma once

#include "model/checklist.h"
#include "model/concern.h"
#include "model/kind.h"
#include "model/marks.h"
#include "model/pupil.h"
#include "model/route.h"

#include <variant>

// The body of each kind of entry: what its author says. Who says it and when stands in the entry around it.

namespace heed::model {

/// Kind::Concern: what was written, against which checklist, who was to be told, and the words it was logged with.
struct ConcernBody {
    Concern concern;
    QStringList children; ///< the ids of concern.child and concern.children, in that order
    Route route;
    Checklist checklist; ///< only the signs that were ticked, with the words shown then

    bool operator==(const ConcernBody&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("concern", self.concern, {.required = true});
        visit("children", self.children, {.required = true});
        visit("route", self.route, {.required = true});
        visit("checklist", self.checklist, {.required = true});
    }
};

/// Kind::Told: whom the author has told of a concern, or could not reach.
struct ToldBody {
    QString whom;
    std::optional<QDateTime> when;
    QString how;
    bool reached = true;
    QString text;

    bool operator==(const ToldBody&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("whom", self.whom, {.required = true});
        visit("when", self.when);
        visit("how", self.how);
        visit("reached", self.reached, {.required = true});
        visit("text", self.text, {.longest = longText});
    }
};

/// Kind::Status tells the author of a concern what became of it, without the desk's reasons: "closed" or "reopened".
/// Kind::Addition, Note, Feedback, Status, Agreed, Reopened, HandedOver, Passed: words, and what they are about.
struct TextBody {
    QString text;
    QString reason;
    QString to;       ///< a colleague or a desk
    QString corrects; ///< the id of the entry that this one puts right

    bool operator==(const TextBody&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("text", self.text, {.longest = longText});
        visit("reason", self.reason, {.longest = longText});
        visit("to", self.to);
        visit("corrects", self.corrects);
    }
};

enum class Level { Low, Medium, High };

template <> struct Names<Level> {
    static constexpr std::array<std::pair<Level, const char*>, 3> table{
        {{Level::Low, "low"}, {Level::Medium, "medium"}, {Level::High, "high"}}};
};

/// Kind::LevelSet: a professional judgement, with its reason.
struct LevelBody {
    Level level = Level::Low;
    QString reason;

    bool operator==(const LevelBody&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("level", self.level, {.required = true});
        visit("reason", self.reason, {.required = true, .longest = longText});
    }
};

/// Kind::ActionAdded: what is to be done, by whom, by when.
struct ActionBody {
    QString text;
    QString who;
    std::optional<QDate> due;
    QString agency;

    bool operator==(const ActionBody&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("text", self.text, {.required = true, .longest = longText});
        visit("who", self.who);
        visit("due", self.due);
        visit("agency", self.agency);
    }
};

/// Kind::ActionDone: which action (the id of its entry) and what came of it.
struct ActionDoneBody {
    QString action;
    QString text;

    bool operator==(const ActionDoneBody&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("action", self.action, {.required = true});
        visit("text", self.text, {.longest = longText});
    }
};

/// Kind::ContactMade: who was spoken to, when, how, what was said, their reference.
struct ContactBody {
    QString who;
    QString agency;
    std::optional<QDateTime> when;
    QString how;
    QString text;
    QString decision; ///< what they told us they decided; empty: no decision yet
    QString reference;

    bool operator==(const ContactBody&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("who", self.who, {.required = true});
        visit("agency", self.agency);
        visit("when", self.when);
        visit("how", self.how);
        visit("text", self.text, {.longest = longText});
        visit("decision", self.decision, {.longest = longText});
        visit("reference", self.reference);
    }
};

enum class DecisionKind { NoFurtherAction, Monitor, EarlyHelp, Referral, Escalation };

template <> struct Names<DecisionKind> {
    static constexpr std::array<std::pair<DecisionKind, const char*>, 5> table{
        {{DecisionKind::NoFurtherAction, "no-further-action"},
         {DecisionKind::Monitor, "monitor"},
         {DecisionKind::EarlyHelp, "early-help"},
         {DecisionKind::Referral, "referral"},
         {DecisionKind::Escalation, "escalation"}}};
};

/// Kind::Decision: what a person decided, and why (KCSIE 2026, paragraph 74).
struct DecisionBody {
    DecisionKind decision = DecisionKind::Monitor;
    QString text;
    QString reason;

    bool operator==(const DecisionBody&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("decision", self.decision, {.required = true});
        visit("text", self.text, {.longest = longText});
        visit("reason", self.reason, {.required = true, .longest = longText});
    }
};

/// Kind::Referral: to whom, when by telephone and when in writing, their reference, and what their form asks for beside
/// the concern. Of those answers, one that is not there was not asked, and an empty one is not known.
struct ReferralBody {
    QString to;
    std::optional<QDateTime> telephonedAt;
    std::optional<QDateTime> writtenAt;
    QString reference;
    QString text;
    QString reason;
    std::optional<QString> askedFor = {};    ///< what the service is asked to do
    std::optional<QString> whereabouts = {}; ///< where the child is now
    std::optional<QString> childsViews = {};
    std::optional<QString> parentsViews = {};
    std::optional<QString> parentsInformed = {}; ///< whether, when and by whom; or why not
    std::optional<QString> consent = {};         ///< or why it was not sought
    std::optional<QString> keptFromFamily = {};
    std::optional<QString> strengths = {};
    std::optional<QString> risksToWorkers = {};
    std::optional<QString> spokenTo = {};        ///< who answered the telephone
    std::optional<QString> significantHarm = {}; ///< why it is likely, or was done
    std::optional<QString> safetyNow = {};       ///< what keeps the child safe until somebody acts
    std::optional<QString> threshold = {};       ///< the level of need, by the partnership's own words
    // What the school's register may know as well; what is answered here stands before it.
    std::optional<QString> family = {}; ///< parents, carers, household, and who has parental responsibility
    std::optional<QString> agencies = {};
    std::optional<QString> address = {};
    std::optional<QString> namesUsed = {};
    std::optional<QString> sex = {};
    std::optional<QString> ethnicity = {};
    std::optional<QString> religion = {};
    std::optional<QString> firstLanguage = {};
    std::optional<QString> interpreter = {};
    std::optional<QString> disability = {};
    std::optional<QString> nhsNumber = {};
    std::optional<QString> doctor = {};

    bool operator==(const ReferralBody&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("to", self.to, {.required = true});
        visit("telephonedAt", self.telephonedAt);
        visit("writtenAt", self.writtenAt);
        visit("reference", self.reference);
        visit("text", self.text, {.longest = longText});
        visit("reason", self.reason, {.longest = longText});
        visit("askedFor", self.askedFor, {.longest = longText});
        visit("whereabouts", self.whereabouts, {.longest = longText});
        visit("childsViews", self.childsViews, {.longest = longText});
        visit("parentsViews", self.parentsViews, {.longest = longText});
        visit("parentsInformed", self.parentsInformed, {.longest = longText});
        visit("consent", self.consent, {.longest = longText});
        visit("keptFromFamily", self.keptFromFamily, {.longest = longText});
        visit("strengths", self.strengths, {.longest = longText});
        visit("risksToWorkers", self.risksToWorkers, {.longest = longText});
        visit("spokenTo", self.spokenTo);
        visit("significantHarm", self.significantHarm, {.longest = longText});
        visit("safetyNow", self.safetyNow, {.longest = longText});
        visit("threshold", self.threshold);
        visit("family", self.family, {.longest = longText});
        visit("agencies", self.agencies, {.longest = longText});
        visit("address", self.address, {.longest = longText});
        visit("namesUsed", self.namesUsed);
        visit("sex", self.sex);
        visit("ethnicity", self.ethnicity);
        visit("religion", self.religion);
        visit("firstLanguage", self.firstLanguage);
        visit("interpreter", self.interpreter);
        visit("disability", self.disability, {.longest = longText});
        visit("nhsNumber", self.nhsNumber);
        visit("doctor", self.doctor, {.longest = longText});
    }
};

/// Whom an entry about being told, or about consent, is about.
enum class Party { Parents, Child, Other };

template <> struct Names<Party> {
    static constexpr std::array<std::pair<Party, const char*>, 3> table{
        {{Party::Parents, "parents"}, {Party::Child, "child"}, {Party::Other, "other"}}};
};

/// Kind::Informed: whether the family or somebody else was told of a concern: by whom, when and how; or why not.
struct InformedBody {
    Party party = Party::Parents;
    QString whom; ///< their name, or who they are to the child; may be empty but for Other
    bool told = true;
    std::optional<QDateTime> when;
    QString by; ///< who told them; empty: the author
    QString how;
    QString text;   ///< what was said
    QString reason; ///< why not, of those who were not told

    bool operator==(const InformedBody&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("party", self.party, {.required = true});
        visit("whom", self.whom);
        visit("told", self.told, {.required = true});
        visit("when", self.when);
        visit("by", self.by);
        visit("how", self.how);
        visit("text", self.text, {.longest = longText});
        visit("reason", self.reason, {.longest = longText});
    }
};

enum class ConsentAnswer { Given, Refused, Withdrawn, NotSought };

template <> struct Names<ConsentAnswer> {
    static constexpr std::array<std::pair<ConsentAnswer, const char*>, 4> table{
        {{ConsentAnswer::Given, "given"},
         {ConsentAnswer::Refused, "refused"},
         {ConsentAnswer::Withdrawn, "withdrawn"},
         {ConsentAnswer::NotSought, "not-sought"}}};
};

/// Kind::Consent: who agreed to what, or did not; or why nobody was asked.
struct ConsentBody {
    ConsentAnswer answer = ConsentAnswer::Given;
    QString to; ///< "the referral", "family help"
    Party party = Party::Parents;
    QString whom; ///< their name, or who they are to the child; may be empty but for Other
    std::optional<QDateTime> when;
    QString how;
    QString reason; ///< why nobody was asked, or why it is shared without

    bool operator==(const ConsentBody&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("answer", self.answer, {.required = true});
        visit("to", self.to, {.required = true});
        visit("party", self.party, {.required = true});
        visit("whom", self.whom);
        visit("when", self.when);
        visit("how", self.how);
        visit("reason", self.reason, {.longest = longText});
    }
};

enum class Trend { Up, Down, Same };

template <> struct Names<Trend> {
    static constexpr std::array<std::pair<Trend, const char*>, 3> table{
        {{Trend::Up, "up"}, {Trend::Down, "down"}, {Trend::Same, "same"}}};
};

/// Kind::Assessment: an assessment that somebody else made with a tool of theirs. Heed computes nothing from it.
struct AssessmentBody {
    QString tool;
    QString level;
    std::optional<QDate> date;
    QString assessor;
    QString basis; ///< what it rests on, in their words
    QString text;
    std::optional<Trend> trend;
    bool dateNotKnown = false; ///< somebody said so: no date alone may be forgotten

    bool operator==(const AssessmentBody&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("tool", self.tool, {.required = true});
        visit("level", self.level);
        visit("date", self.date);
        visit("assessor", self.assessor);
        visit("basis", self.basis, {.longest = longText});
        visit("text", self.text, {.longest = longText});
        visit("trend", self.trend);
        visit("dateNotKnown", self.dateNotKnown);
    }
};

/// One prompt of a review: what is known and from where, what that means, and why.
struct ReviewPart {
    QString evidence;
    QString judgement;
    QString rationale;

    bool operator==(const ReviewPart&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("evidence", self.evidence, {.required = true, .longest = longText});
        visit("judgement", self.judgement, {.required = true, .longest = longText});
        visit("rationale", self.rationale, {.required = true, .longest = longText});
    }
};

/// Kind::Review: a structured review of a case by a reader of its desk. The words of the prompts are in
/// rules/review_prompts.h. There is no field for a sum or a verdict, and there shall be none.
struct ReviewBody {
    ReviewPart vulnerabilities;
    ReviewPart risk;
    ReviewPart possibleHarm;
    ReviewPart protectiveFactors;
    ReviewPart childsView;
    ReviewPart context;

    bool operator==(const ReviewBody&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("vulnerabilities", self.vulnerabilities, {.required = true});
        visit("risk", self.risk, {.required = true});
        visit("possibleHarm", self.possibleHarm, {.required = true});
        visit("protectiveFactors", self.protectiveFactors, {.required = true});
        visit("childsView", self.childsView, {.required = true});
        visit("context", self.context, {.required = true});
    }
};

/// Kind::Closed: with what outcome, and why.
struct ClosedBody {
    QString outcome;
    QString reason;

    bool operator==(const ClosedBody&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("outcome", self.outcome, {.required = true});
        visit("reason", self.reason, {.required = true, .longest = longText});
    }
};

/// Why something was left out of a copy (Data Protection Act 2018, schedules 2 and 3).
enum class CutGround { AnotherPerson, SeriousHarm, ChildAbuseData, NotNeeded };

template <> struct Names<CutGround> {
    static constexpr std::array<std::pair<CutGround, const char*>, 4> table{
        {{CutGround::AnotherPerson, "another-person"},
         {CutGround::SeriousHarm, "serious-harm"},
         {CutGround::ChildAbuseData, "child-abuse-data"},
         {CutGround::NotNeeded, "not-needed"}}};
};

/// Something that a copy does not show. It says nothing of what was cut.
struct Cut {
    QString what; ///< "The author's opinion", "Child B"
    CutGround ground = CutGround::AnotherPerson;
    QString reason;
    int times = 1; ///< how often a name was replaced

    bool operator==(const Cut&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("what", self.what, {.required = true});
        visit("ground", self.ground, {.required = true});
        visit("reason", self.reason, {.longest = longText});
        visit("times", self.times, {.required = true});
    }
};

/// Kind::Printed and Exported: what left Heed, for whom, why, and which copy it was.
struct PrintedBody {
    QString document; ///< "summary", "chronology", "call-sheet", "cpoms", "file"
    QString recipient;
    QString reason;
    QString way; ///< "pdf", "printer", "clipboard", "terminal", "file"
    int copy = 1;
    QString fingerprint;        ///< of the journal, as it stands on the sheet
    QString file = {};          ///< of an attached file that was saved outside Heed: its name as its author knew it
    QString sent = {};          ///< how it goes to its reader: "By secure e-mail"; empty if nobody said
    std::vector<Cut> cuts = {}; ///< what this copy leaves out, and why

    bool operator==(const PrintedBody&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("document", self.document, {.required = true});
        visit("recipient", self.recipient, {.required = true});
        visit("reason", self.reason, {.required = true, .longest = longText});
        visit("way", self.way, {.required = true});
        visit("copy", self.copy, {.required = true});
        visit("fingerprint", self.fingerprint);
        visit("file", self.file);
        visit("sent", self.sent);
        visit("cuts", self.cuts);
    }
};

/// Kind::EnteredElsewhere: that a person has put this concern on another system as well.
struct ElsewhereBody {
    QString system; ///< "CPOMS"
    std::optional<QDateTime> when;
    QString reference; ///< what it is called there

    bool operator==(const ElsewhereBody&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("system", self.system, {.required = true});
        visit("when", self.when);
        visit("reference", self.reference);
    }
};

/// Kind::ChildRegistered and ChildChanged: a pupil as the register holds them from now on, whole. Two entries say it:
/// one to *everyone*, without facts and with no more of the child than publicPart; one to the safeguarding leads with
/// all.
struct ChildBody {
    Child child;
    QString className;
    std::optional<ChildFacts> facts;
    QString reason;

    bool operator==(const ChildBody&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("child", self.child, {.required = true});
        visit("class", self.className);
        visit("facts", self.facts);
        visit("reason", self.reason, {.longest = longText});
    }
};

/// Kind::PupilsImported: which file the register was brought up to date from, and what that did.
struct ImportBody {
    QString file;
    QByteArray fingerprint; ///< of the file's bytes
    int registered = 0;
    int changed = 0;
    int left = 0;
    int unchanged = 0;
    int refused = 0;

    bool operator==(const ImportBody&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("file", self.file, {.required = true});
        visit("fingerprint", self.fingerprint, {.required = true});
        visit("registered", self.registered, {.required = true});
        visit("changed", self.changed, {.required = true});
        visit("left", self.left, {.required = true});
        visit("unchanged", self.unchanged, {.required = true});
        visit("refused", self.refused, {.required = true});
    }
};

/// Kind::ChildLinked: that a child described in a concern is (or is not) the child with the id `to`. `from` itself as
/// `to` takes back what was said before.
struct ChildLinkedBody {
    QString from;
    QString to;
    bool same = true;
    QString reason;
    bool alone = false; ///< of this one description only; else whoever is known by it comes with it

    bool operator==(const ChildLinkedBody&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("from", self.from, {.required = true});
        visit("to", self.to, {.required = true});
        visit("same", self.same, {.required = true});
        visit("reason", self.reason, {.longest = longText});
        visit("alone", self.alone);
    }
};

/// Kind::Destroyed: which entry's content was lawfully destroyed, by its device, number and hash, and on what ground.
struct DestroyedBody {
    QByteArray device;
    qint64 number = 0;
    QByteArray hash;
    QString reason;

    bool operator==(const DestroyedBody&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("device", self.device, {.required = true});
        visit("number", self.number, {.required = true});
        visit("hash", self.hash, {.required = true});
        visit("reason", self.reason, {.required = true, .longest = longText});
    }
};

/// Kind::RestoreAccepted: a vault that had been put back to an older state goes on from there. What each PC has seen
/// beyond these heads and statements is given up.
struct RestoreAcceptedBody {
    QString reason;
    QStringList missing; ///< what the PC of the one who accepts has seen and is not there, in sentences
    std::vector<Head> heads;
    std::vector<StatementMark> statements;

    bool operator==(const RestoreAcceptedBody&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("reason", self.reason, {.required = true, .longest = longText});
        visit("missing", self.missing, {.most = 10'000});
        visit("heads", self.heads, {.most = anyNumber});
        visit("statements", self.statements, {.required = true});
    }
};

/// Kind::Acknowledged and Read: that it happened is all there is to say.
struct EmptyBody {
    bool operator==(const EmptyBody&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self&, Visit&) {}
};

using Body =
    std::variant<EmptyBody, ConcernBody, ToldBody, TextBody, LevelBody, ActionBody, ActionDoneBody, ContactBody,
                 DecisionBody, ReferralBody, AssessmentBody, ReviewBody, ClosedBody, PrintedBody, ElsewhereBody,
                 InformedBody, ConsentBody, ChildBody, ChildLinkedBody, DestroyedBody, ImportBody, RestoreAcceptedBody>;

/// The body that `kind` has, read from its written shape. The sentence of an error names the key.
Expected<Body> readBody(Kind kind, const QCborMap& shape);

QCborMap writeBody(const Body& body);

} // namespace heed::model

#pragma once

#include "model/body_mark.h"
#include "model/child.h"

namespace heed::model {

/// How the person who writes came to know of a sign.
enum class Source { Saw, Child, Other, Record };

template <> struct Names<Source> {
    static constexpr std::array<std::pair<Source, const char*>, 4> table{
        {{Source::Saw, "saw"}, {Source::Child, "child"}, {Source::Other, "other"}, {Source::Record, "record"}}};
};

/// A warning sign of the checklist, as noticed.
struct SignSeen {
    QString code;
    std::optional<QDate> seen;
    std::optional<Source> source;
    QString note;

    bool operator==(const SignSeen&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("code", self.code, {.required = true});
        visit("seen", self.seen);
        visit("source", self.source);
        visit("note", self.note, {.longest = longText});
    }
};

enum class InvolvedKind { Adult, Child, Staff, Vehicle, Place, Phone, Username };

template <> struct Names<InvolvedKind> {
    static constexpr std::array<std::pair<InvolvedKind, const char*>, 7> table{{{InvolvedKind::Adult, "adult"},
                                                                                {InvolvedKind::Child, "child"},
                                                                                {InvolvedKind::Staff, "staff"},
                                                                                {InvolvedKind::Vehicle, "vehicle"},
                                                                                {InvolvedKind::Place, "place"},
                                                                                {InvolvedKind::Phone, "phone"},
                                                                                {InvolvedKind::Username, "username"}}};
};

/// A person, vehicle, place, telephone number or user name that is part of what happened.
struct Involved {
    InvolvedKind kind = InvolvedKind::Adult;
    QString name;
    QString what;
    QString reliability;

    bool operator==(const Involved&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("kind", self.kind, {.required = true});
        visit("name", self.name);
        visit("what", self.what, {.longest = longText});
        visit("reliability", self.reliability);
    }
};

/// How well the author knows when it was.
enum class Precision { Time, About, Day, NotKnown };

template <> struct Names<Precision> {
    static constexpr std::array<std::pair<Precision, const char*>, 4> table{{{Precision::Time, "time"},
                                                                             {Precision::About, "about"},
                                                                             {Precision::Day, "day"},
                                                                             {Precision::NotKnown, "not-known"}}};
};

/// Since when a child is or was missing, and who knows of it. A moment may be a day alone.
struct MissingFacts {
    std::optional<Moment> since;
    std::optional<Moment> back;
    std::optional<bool> toldPolice; ///< nothing: not known
    QString police;                 ///< their reference, and who told them

    bool operator==(const MissingFacts&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("since", self.since);
        visit("back", self.back);
        visit("toldPolice", self.toldPolice);
        visit("police", self.police, {.longest = longText});
    }
};

/// What a member of staff noticed and wrote down. Only `facts` is required.
struct Concern {
    Child child;
    std::vector<Child> children; ///< further children of the same concern, each with their part
    std::optional<QDateTime> observedAt;
    std::optional<QDateTime> observedUntil; ///< of a range: it was between observedAt and this
    std::optional<Precision> precision;     ///< nothing: as it is written. Day: the times of day mean nothing
    QString delayReason;                    ///< why it is written down only now, where that took long
    QString place;
    QString facts;
    QString childsWords;
    QString opinion;
    QString actionTaken;
    QString childsWishes; ///< what the child knows of this, and wishes
    std::vector<SignSeen> signsSeen;
    QString otherSign;
    std::optional<MissingFacts> missing;
    std::vector<BodyMark> bodyMap;
    std::vector<Involved> involved;
    bool immediateDanger = false;
    bool missingNow = false;
    bool aboutStaff = false;
    bool aboutHead = false;
    QString writtenBy;                  ///< who wrote it on paper, where another typed it in
    std::optional<QDateTime> writtenAt; ///< when it was written on paper

    bool operator==(const Concern&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("child", self.child);
        visit("children", self.children, {.most = 40});
        visit("observedAt", self.observedAt);
        visit("observedUntil", self.observedUntil);
        visit("precision", self.precision);
        visit("delayReason", self.delayReason, {.longest = longText});
        visit("place", self.place, {.longest = longText});
        visit("facts", self.facts, {.required = true, .longest = longText});
        visit("childsWords", self.childsWords, {.longest = longText});
        visit("opinion", self.opinion, {.longest = longText});
        visit("actionTaken", self.actionTaken, {.longest = longText});
        visit("childsWishes", self.childsWishes, {.longest = longText});
        visit("signs", self.signsSeen);
        visit("otherSign", self.otherSign, {.longest = longText});
        visit("missing", self.missing);
        visit("bodyMap", self.bodyMap, {.most = 99});
        visit("involved", self.involved);
        visit("immediateDanger", self.immediateDanger);
        visit("missingNow", self.missingNow);
        visit("aboutStaff", self.aboutStaff);
        visit("aboutHead", self.aboutHead);
        visit("writtenBy", self.writtenBy);
        visit("writtenAt", self.writtenAt);
    }
};

} // namespace heed::model

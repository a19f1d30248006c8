#pragma once

#include "model/shape.h"

namespace heed::model {

/// Whether a sign can be a sign of risk, of harm already happening, or of both: shown apart, never added up.
enum class Meaning { Risk, Harm, Both };

template <> struct Names<Meaning> {
    static constexpr std::array<std::pair<Meaning, const char*>, 3> table{
        {{Meaning::Risk, "risk"}, {Meaning::Harm, "harm"}, {Meaning::Both, "both"}}};
};

/// One row of a checklist. A code never changes its meaning.
struct Sign {
    QString code;
    QString label; ///< the words of the page that the checklist comes from
    QString gloss; ///< a neutral wording, where today's language guidance differs
    Meaning meaning = Meaning::Risk;

    bool operator==(const Sign&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("code", self.code, {.required = true});
        visit("label", self.label, {.required = true});
        visit("gloss", self.gloss);
        visit("meaning", self.meaning, {.required = true});
    }
};

/// A named and versioned list of warning signs. A concern keeps the version that it was logged against.
struct Checklist {
    QString name;
    int version = 0;
    QString title;
    QString source;
    QString remark; ///< what is said beside the list: that it is not exhaustive
    std::vector<Sign> signsListed;

    const Sign* find(QStringView code) const;

    bool operator==(const Checklist&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("name", self.name, {.required = true});
        visit("version", self.version, {.required = true});
        visit("title", self.title, {.required = true});
        visit("source", self.source, {.required = true, .longest = 2000});
        visit("remark", self.remark, {.longest = 2000});
        visit("signs", self.signsListed, {.required = true});
    }
};

/// The code for a sign that stands on no list.
inline const QString otherSignCode = QStringLiteral("other");

} // namespace heed::model

#pragma once

#include "model/case.h"

namespace heed::model {

enum class CaseOrder { Urgency, Newest, Oldest, Due, Child };

template <> struct Names<CaseOrder> {
    static constexpr std::array<std::pair<CaseOrder, const char*>, 5> table{{{CaseOrder::Urgency, "urgency"},
                                                                             {CaseOrder::Newest, "newest"},
                                                                             {CaseOrder::Oldest, "oldest"},
                                                                             {CaseOrder::Due, "due"},
                                                                             {CaseOrder::Child, "child"}}};
};

/// How long a concern waited until somebody acknowledged it.
enum class Wait { Hour, Day, Week, Longer, Never };

template <> struct Names<Wait> {
    static constexpr std::array<std::pair<Wait, const char*>, 5> table{{{Wait::Hour, "hour"},
                                                                        {Wait::Day, "day"},
                                                                        {Wait::Week, "week"},
                                                                        {Wait::Longer, "longer"},
                                                                        {Wait::Never, "never"}}};
};

/// What a list of concerns is narrowed to; all that is set must hold. Days are school days' dates, both included.
struct CaseFilter {
    std::optional<State> state;
    std::optional<Level> level;
    QString dsl;                ///< to whom it was handed over, else who acknowledged it: a member's name
    QString yearGroup;          ///< of the child, as logged
    QString sign;               ///< a sign's code
    QString flag;               ///< a vulnerability of the child, "immediate-danger" or "missing-now"
    std::optional<QDate> since; ///< logged
    std::optional<QDate> until;
    bool overdue = false; ///< an action that was due before today is not done, and the case is not closed
    std::optional<Wait> acknowledged;
    QString text; ///< words anywhere in the record; what is found is shown newest first
    CaseOrder order = CaseOrder::Urgency;

    bool operator==(const CaseFilter&) const = default;
    /// Whether it lets everything through; the order does not count.
    bool isOpen() const
    {
        CaseFilter open;
        open.order = order;
        return *this == open;
    }
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("state", self.state);
        visit("level", self.level);
        visit("dsl", self.dsl);
        visit("yearGroup", self.yearGroup);
        visit("sign", self.sign);
        visit("flag", self.flag);
        visit("since", self.since);
        visit("until", self.until);
        visit("overdue", self.overdue);
        visit("acknowledged", self.acknowledged);
        visit("text", self.text, {.longest = longText});
        visit("order", self.order);
    }
};

/// Where a page of a list ended: the next begins behind it, however many rows came or went meanwhile.
struct CaseCursor {
    qint64 first = 0;
    QString name;
    qint64 second = 0;
    qint64 line = 0;

    bool operator==(const CaseCursor&) const = default;
};

struct CasePage {
    std::vector<CaseRow> rows;
    std::optional<CaseCursor> next; ///< nothing: that was the last
};

} // namespace heed::model

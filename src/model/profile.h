#pragma once

#include "model/shape.h"

namespace heed::model {

/// A day of the week, 1 Monday to 7 Sunday; written "mon" to "sun".
enum class Weekday { Mon = 1, Tue, Wed, Thu, Fri, Sat, Sun };

template <> struct Names<Weekday> {
    static constexpr std::array<std::pair<Weekday, const char*>, 7> table{{{Weekday::Mon, "mon"},
                                                                           {Weekday::Tue, "tue"},
                                                                           {Weekday::Wed, "wed"},
                                                                           {Weekday::Thu, "thu"},
                                                                           {Weekday::Fri, "fri"},
                                                                           {Weekday::Sat, "sat"},
                                                                           {Weekday::Sun, "sun"}}};
};

/// School-local hours on some days of the week; `to` is the first minute after.
struct Hours {
    std::vector<Weekday> days;
    QTime from;
    QTime to;

    bool operator==(const Hours&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("days", self.days, {.required = true});
        visit("from", self.from, {.required = true});
        visit("to", self.to, {.required = true});
    }
};

/// A designated safeguarding lead or deputy. No years or sites: for all of them. No rota: always on duty in school
/// time.
struct Dsl {
    QString name;
    QString role;
    std::optional<QString> phone;
    QStringList years;
    QStringList sites;
    std::vector<Hours> rota;

    bool operator==(const Dsl&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("name", self.name, {.required = true});
        visit("role", self.role);
        visit("phone", self.phone);
        visit("years", self.years);
        visit("sites", self.sites);
        visit("rota", self.rota);
    }
};

/// Somebody is away, from and to inclusive; the stand-in comes first while they are.
struct Absence {
    QString name;
    Moment from;
    Moment to;
    QString standIn;

    bool operator==(const Absence&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("name", self.name, {.required = true});
        visit("from", self.from, {.required = true});
        visit("to", self.to, {.required = true});
        visit("standIn", self.standIn);
    }
};

/// A role that the school fills: a role without a name stands unconfirmed, and set-up asks.
struct NamedPerson {
    QString name;
    std::optional<QString> phone;

    bool operator==(const NamedPerson&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("name", self.name);
        visit("phone", self.phone);
    }
};

/// A service with a number, where that number comes from and the day it was last checked.
struct Contact {
    QString name;
    std::optional<QString> phone;
    QString hours;
    QString source;
    std::optional<QDate> checked;

    bool operator==(const Contact&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("name", self.name, {.required = true});
        visit("phone", self.phone);
        visit("hours", self.hours);
        visit("source", self.source, {.longest = 2000});
        visit("checked", self.checked);
    }
};

/// Days on which the school is shut, inclusive.
struct Closure {
    QDate from;
    QDate to;
    QString name;

    bool operator==(const Closure&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("from", self.from, {.required = true});
        visit("to", self.to, {.required = true});
        visit("name", self.name);
    }
};

/// One-off bank holidays that the rule does not know, and those that it knows but that were moved.
struct BankHolidayChanges {
    std::vector<QDate> added;
    std::vector<QDate> removed;

    bool operator==(const BankHolidayChanges&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("added", self.added);
        visit("removed", self.removed);
    }
};

struct ClockSettings {
    int acknowledgeMinutes = 60;
    int writtenConfirmationHours = 24;

    bool operator==(const ClockSettings&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("acknowledgeMinutes", self.acknowledgeMinutes);
        visit("writtenConfirmationHours", self.writtenConfirmationHours);
    }
};

struct School {
    QString name;
    QString authority; ///< the council whose line `mash` is; empty: Manchester
    QString address;   ///< this and the next two stand on what leaves the school
    QString phone;
    QString email; ///< where an answer about a child may be sent: a secure address

    bool operator==(const School&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("name", self.name, {.required = true});
        visit("authority", self.authority);
        visit("address", self.address);
        visit("phone", self.phone);
        visit("email", self.email);
    }
};

/// Which system holds the school's child protection record.
enum class RecordSystem {
    Heed,  ///< Heed's journal is the record
    Cpoms, ///< CPOMS is: each concern is to be entered there too, and Heed reminds until it is marked as there
};

template <> struct Names<RecordSystem> {
    static constexpr std::array<std::pair<RecordSystem, const char*>, 2> table{
        {{RecordSystem::Heed, "heed"}, {RecordSystem::Cpoms, "cpoms"}}};
};

/// What Heed knows of the school: who is who, the hours, the numbers. Edited by DSLs, signed with vault.json.
struct Profile {
    School school;
    std::vector<Dsl> dsls; ///< in order: the first who can be reached is told
    std::vector<Absence> absences;
    NamedPerson head;
    NamedPerson chair;
    NamedPerson lado;
    std::vector<Contact> contacts;
    std::vector<Contact> councils;
    Contact mash;
    Hours schoolDay{
        {Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri}, QTime(8, 30), QTime(15, 30)};
    std::vector<Closure> closures;
    BankHolidayChanges bankHolidays;
    ClockSettings clocks;
    bool mandatoryReporting = false; ///< off until the law commences
    RecordSystem record = RecordSystem::Heed;
    bool secondAgreement = false; ///< a second safeguarding lead agrees before a case is closed

    bool operator==(const Profile&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("school", self.school, {.required = true});
        visit("dsls", self.dsls, {.required = true});
        visit("absences", self.absences);
        visit("head", self.head);
        visit("chair", self.chair);
        visit("lado", self.lado);
        visit("contacts", self.contacts);
        visit("councils", self.councils);
        visit("mash", self.mash, {.required = true});
        visit("schoolDay", self.schoolDay);
        visit("closures", self.closures);
        visit("bankHolidays", self.bankHolidays);
        visit("clocks", self.clocks);
        visit("mandatoryReporting", self.mandatoryReporting);
        visit("record", self.record);
        visit("secondAgreement", self.secondAgreement);
    }
};

} // namespace heed::model

#pragma once

#include "model/child.h"

namespace heed::model {

/// An adult whom the school can reach for a child, as the school's own system names them.
struct ContactPerson {
    QString name;
    QString relationship; ///< "mother", "foster carer"
    bool parentalResponsibility = false;
    QString phone;
    QString email;
    QString address; ///< where it is not the child's
    QString note;

    bool operator==(const ContactPerson&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("name", self.name, {.required = true});
        visit("relationship", self.relationship);
        visit("parentalResponsibility", self.parentalResponsibility);
        visit("phone", self.phone);
        visit("email", self.email);
        visit("address", self.address);
        visit("note", self.note, {.longest = longText});
    }
};

/// Somebody who lives with the child.
struct HouseholdMember {
    QString name;
    QString relationship;
    std::optional<QDate> dateOfBirth;
    QString note;

    bool operator==(const HouseholdMember&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("name", self.name, {.required = true});
        visit("relationship", self.relationship);
        visit("dateOfBirth", self.dateOfBirth);
        visit("note", self.note, {.longest = longText});
    }
};

/// Somebody who works with the child elsewhere.
struct Professional {
    QString role; ///< "social worker", "GP", "health visitor", "youth justice"
    QString name;
    QString agency;
    QString phone;
    QString email;
    QString note;

    bool operator==(const Professional&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("role", self.role, {.required = true});
        visit("name", self.name);
        visit("agency", self.agency);
        visit("phone", self.phone);
        visit("email", self.email);
        visit("note", self.note, {.longest = longText});
    }
};

/// What the register holds of a child for the safeguarding leads alone. All of it may be empty: not known. Codes are
/// those of the Department for Education (FIELD.md 4.3), as they came.
struct ChildFacts {
    QStringList formerUpns;
    QString legalForename; ///< where it is not the name as used
    QString legalSurname;
    QString middleNames;
    QStringList formerNames;
    QString sex;
    QString ethnicity;
    QString language;
    QString interpreter; ///< whether one is needed, and for which language
    QString religion;
    QString nhsNumber;
    QString sen; ///< "N" none, "K" support, "E" plan
    QStringList disabilities;
    std::optional<bool> lookedAfter;
    QString caringAuthority;
    QString address;
    QString postcode;
    QString phone;
    QString house;
    std::optional<QDate> entryDate;
    std::optional<QDate> leavingDate;
    std::vector<ContactPerson> contacts;
    std::vector<HouseholdMember> household;
    std::vector<Professional> professionals;
    QStringList siblings; ///< register ids, as a lead has confirmed them

    bool operator==(const ChildFacts&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("formerUpns", self.formerUpns);
        visit("legalForename", self.legalForename);
        visit("legalSurname", self.legalSurname);
        visit("middleNames", self.middleNames);
        visit("formerNames", self.formerNames);
        visit("sex", self.sex);
        visit("ethnicity", self.ethnicity);
        visit("language", self.language);
        visit("interpreter", self.interpreter);
        visit("religion", self.religion);
        visit("nhsNumber", self.nhsNumber);
        visit("sen", self.sen);
        visit("disabilities", self.disabilities);
        visit("lookedAfter", self.lookedAfter);
        visit("caringAuthority", self.caringAuthority);
        visit("address", self.address, {.longest = longText});
        visit("postcode", self.postcode);
        visit("phone", self.phone);
        visit("house", self.house);
        visit("entryDate", self.entryDate);
        visit("leavingDate", self.leavingDate);
        visit("contacts", self.contacts);
        visit("household", self.household);
        visit("professionals", self.professionals);
        visit("siblings", self.siblings);
    }
};

/// A pupil of the register. Everyone sees `child` without its UPN, home authority and flags, and `className`; the rest
/// is for the safeguarding leads.
struct Pupil {
    Child child; ///< its id is the register's; onRoll is false of one who has left
    QString className;
    ChildFacts facts;

    bool operator==(const Pupil&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("child", self.child, {.required = true});
        visit("class", self.className);
        visit("facts", self.facts, {.required = true});
    }
};

/// What every member may see of a child.
Child publicPart(const Child& child);

} // namespace heed::model

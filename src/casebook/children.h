#pragma once

#include "journal/entry.h"
#include "model/child.h"

#include <map>

namespace heed::casebook {

/// A child as one concern describes them, with where that stands in the journal.
struct DescribedChild {
    QString id; ///< of this description: what `log` answered
    model::Child child;
    qint64 tick = 0;
    journal::Place place;
};

/// What a DSL has said: that the child described as `from` is, or is not, the one with the id `to`; `from` itself takes
/// back what was said. `alone`: only this description, while whoever else is known by it stays.
struct ChildLink {
    QString from;
    QString to;
    bool same = true;
    qint64 tick = 0;
    journal::Place place;
    bool alone = false;
};

/// What two descriptions of one child can have in common: a register id, a UPN, or a name with a date of birth.
QStringList keysOf(const model::Child& child);

/// Whose each description is: description id -> the id of the child it belongs to, which is the id of the first
/// description of that child. A UPN decides before a name with a date of birth; two different UPNs are two children; a
/// DSL's word, the latest first, decides before both. The same whatever order the descriptions come in.
std::map<QString, QString> assignChildren(std::vector<DescribedChild> described, std::vector<ChildLink> links);

} // namespace heed::casebook

#pragma once

#include "model/case.h"
#include "model/role.h"

#include <functional>

namespace heed::casebook {

/// An applied entry of a record, with what the fold needs to know of it.
struct FoldItem {
    model::Event event;
    model::Role role = model::Role::Staff; ///< of its author, when it was written
    QString desk;
    bool isAgreementAsked = false; ///< a second one before a closing, by the profile that was in force
    QByteArray hash;
};

/// Who looks: the readers of the desk, or the author, who sees of the desk's work only what is sealed to them.
enum class Viewer { Desk, Author };

struct Refusal {
    QString entry; ///< the id
    QString sentence;
};

struct Folded {
    std::optional<model::Case> record; ///< nothing while the entry that began it is not here
    std::vector<Refusal> refused;      ///< entries that their author might not write into this record
};

/// The record that its entries make, taken in the journal's order (tick, device, number). The same entries always give
/// the same record.
Folded fold(const std::vector<FoldItem>& items, Viewer viewer);

/// The earliest day on which something undone is due.
std::optional<QDate> nextActionDue(const model::Case& record);

} // namespace heed::casebook

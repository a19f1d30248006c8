#pragma once

#include "gui/cases/inline_form.h"

#include "session/review.h"

#include <functional>

namespace heed::gui::cases {

enum class FormKind {
    Level,
    Note,
    Action,
    ActionDone,
    Contact,
    Decision,
    Referral,
    Informed,
    Consent,
    Assessment,
    Review,
    Elsewhere,
    Feedback,
    HandOver,
    Pass,
    Whose,
    AskToAgree,
    Agree,
    Refuse,
    Close,
    Reopen,
};

/// A page of the library that helps with a form, and the words that lead to it.
struct Guide {
    QString page;
    QString words;
};

struct FormSpec {
    FormKind kind;
    QString name;   ///< "level": the object name is "case.level"
    QString button; ///< on the case; empty: opened from elsewhere
    QString title;
    QString save;
    std::vector<FieldSpec> fields;
    QString remark = {}; ///< stands above the fields
    Guide guide = {};
};

/// All forms, in the order of their buttons. `colleagues`: the readers of this desk besides oneself.
std::vector<FormSpec> formSpecs(const QStringList& colleagues, const QString& desk);

/// Ids of the entries that a note can put right, each with what it is called, the oldest first: what comes later stands
/// behind.
std::vector<std::pair<QString, QString>> correctable(const model::Case& record);

/// What a filled-in form does in the record. `action` is the id that an ActionDone finishes; `filesOf` names the files
/// that it attaches.
using Work = std::function<model::Result(session::Session&)>;
Work workOf(FormKind kind, const InlineForm& form, const model::Case& record, const QString& action,
            const QString& filesOf);

/// What an earlier form of this kind recorded last, to stand beside a new one; nothing where there is none.
struct Before {
    QString title;
    QString text;                        ///< the whole of it; empty where it stands field by field
    QString label = {};                  ///< "Then, 3 November 2026"
    QMap<QString, QString> byField = {}; ///< beside each field, by its key
};
std::optional<Before> beforeOf(FormKind kind, const model::Case& record);

/// Which form answers a finding of completeness; nothing where none does.
std::optional<FormKind> formFor(const QString& completenessKey);

} // namespace heed::gui::cases

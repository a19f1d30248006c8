#include "rules/closing.h"

#include <catch2/catch_test_macros.hpp>

using namespace heed;
using model::Kind;

namespace {

/// "lead agreed, anna addition": who did what, in order.
model::Case record(const char* events)
{
    model::Case made;
    made.authorId = QStringLiteral("anna");
    for (const auto& event : QString::fromLatin1(events).split(QStringLiteral(", "), Qt::SkipEmptyParts)) {
        model::Event one;
        one.authorId = event.section(u' ', 0, 0);
        one.author = one.authorId;
        const auto what = event.section(u' ', 1);
        const bool refuses = what == QStringLiteral("refused");
        one.kind = refuses ? Kind::Agreed : model::valueOf<Kind>(what).value();
        if (one.kind == Kind::Agreed)
            one.body = rules::agreementBody(!refuses, QStringLiteral("why"));
        made.events.push_back(one);
    }
    return made;
}

} // namespace

TEST_CASE("A second lead agrees before a case is closed, where the school asks for it")
{
    struct Row {
        const char* events;
        bool mayClose; ///< as "lead"
    };
    for (const auto& row :
         {Row{"", false}, Row{"other agreed", true}, Row{"lead agreed", false}, Row{"anna agreed", false},
          Row{"lead agreed, other agreed", true}, Row{"other agreed, other note", true},
          Row{"other agreed, anna addition", false}, Row{"other agreed, lead closed, lead reopened", false},
          Row{"other agreed, lead closed, lead reopened, other agreed", true},
          Row{"other agreed, third refused", false}, Row{"other refused, other agreed", true}}) {
        INFO(row.events);
        const auto answer = rules::mayClose(record(row.events), QStringLiteral("lead"), true);
        CHECK(answer.yes == row.mayClose);
        CHECK_FALSE(answer.reason.isEmpty());
        CHECK(rules::mayClose(record(row.events), QStringLiteral("lead"), false).yes);
    }
}

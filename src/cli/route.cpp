#include "cli/verbs.h"

#include "cli/flags.h"
#include "cli/input.h"
#include "cli/showing.h"
#include "model/concern.h"
#include "rules/routing.h"
#include "session/people.h"

namespace heed::cli {
namespace {

Outcome route(const Command& command)
{
    HEED_TAKE(const auto at, command.time("at"));
    HEED_TAKE(const auto json, readInput(command.value("profile"), QStringLiteral("The profile")));
    HEED_TAKE(const auto profile, session::readProfile(json));
    HEED_TAKE(const auto facts, readJsonFile<model::Concern>(command.value("facts"), QStringLiteral("The concern")));
    const auto route = rules::route(facts, profile, *at, command.value("author"));
    return Answer::of(model::toShape(route), toText(route));
}

} // namespace

std::vector<Verb> routeVerbs()
{
    return {{"route"_s,
             "route",
             {},
             "Who would be told of a concern; needs no vault and records nothing"_s,
             {neededFlag("profile", "FILE", "The school's profile, as JSON"),
              neededFlag("facts", "FILE", "The concern, as JSON"),
              neededFlag("at", "TIME", "When: 2026-11-20T14:10, in school time, or with its offset"),
              valueFlag("author", "NAME", "Who writes it: nobody is told of their own concern")},
             route,
             false}};
}

} // namespace heed::cli

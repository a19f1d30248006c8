#include "cli/verbs.h"

#include "cli/flags.h"
#include "cli/input.h"
#include "cli/showing.h"
#include "cli/sign_in.h"
#include "platform/clock.h"
#include "rules/profile_check.h"
#include "rules/words.h"
#include "session/people.h"
#include "session/profile_history.h"

namespace heed::cli {
namespace {

Outcome show(const Command& command)
{
    HEED_TAKE(const auto session, signIn(command));
    const auto profile = session->profile();
    // The text is the JSON too: it is what `profile set` reads.
    return Answer::of(model::toShape(profile), QString::fromUtf8(session::writeProfile(profile)));
}

Outcome set(const Command& command)
{
    HEED_TAKE(const auto json, readInput(command.value("file"), QStringLiteral("The profile")));
    HEED_TAKE(const auto profile, session::readProfile(json));
    HEED_TAKE(const auto session, signIn(command));
    HEED_TRY(session::setProfile(*session, profile, command.value("reason")));
    const auto check = rules::checkProfile(profile, platform::inSchoolTime(platform::now()).date());
    QString text = QStringLiteral("The profile is in force.\n");
    QCborMap map{{QStringLiteral("recorded"), QStringLiteral("profile-changed")}};
    const auto tell = [&](const char* key, const char* heading, const std::vector<rules::Problem>& problems) {
        map.insert(QLatin1StringView(key), toJson(problems));
        if (!problems.empty())
            text += QLatin1StringView(heading) + u'\n' + toText(problems);
    };
    tell("unconfirmed", "It does not say yet:", check.unconfirmed);
    tell("old", "Numbers to check again:", check.old);
    tell("advice", "To look at:", check.advice);
    return Answer::of(map, text);
}

Outcome history(const Command& command)
{
    HEED_TAKE(const int limit, command.number("limit", 50, 1, 10'000));
    HEED_TAKE(const auto session, signIn(command));
    HEED_TAKE(const auto changes, session::profileHistory(*session, limit));
    QString text;
    for (const auto& change : changes)
        text += QStringLiteral("%1, %2: %3\n").arg(rules::inWords(change.at), change.author, change.what) +
                (change.reason.isEmpty() ? QString() : QStringLiteral("    ") + change.reason + u'\n');
    return Answer::of({{QStringLiteral("changes"), model::writeValue(changes)}},
                      text.isEmpty() ? QStringLiteral("Nothing has been changed since the vault was set up.\n") : text);
}

} // namespace

std::vector<Verb> profileVerbs()
{
    return {{"profile show"_s, "profile-show", "VAULT"_s, "The school's profile, as JSON"_s, {}, show},
            {"profile set"_s,
             "profile-set",
             "VAULT"_s,
             "Put another profile in force (by a designated safeguarding lead)"_s,
             {neededFlag("file", "FILE", "The profile, as JSON"), valueFlag("reason", "TEXT", "Why it changes")},
             set},
            {"profile history"_s,
             "profile-history",
             "VAULT"_s,
             "Who changed the profile and the school's own guidance, when and why"_s,
             {valueFlag("limit", "N", "At most so many; 50 if not given")},
             history}};
}

} // namespace heed::cli

#include "cli/verbs.h"

#include "cli/flags.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/sign_in.h"
#include "guidance/listing.h"
#include "platform/clock.h"
#include "session/people.h"
#include "session/school_guidance.h"

#include <QFileInfo>

namespace heed::cli {
namespace {

/// What Heed brings; with `--vault`, what the school has added too.
model::Expected<guidance::Library> libraryFor(const Command& command)
{
    if (!command.has("vault"))
        return guidance::Library::builtIn();
    HEED_TAKE(const auto front, session::Session::frontPage(command.value("vault")));
    return session::libraryWith(front.guidance);
}

Outcome list(const Command& command)
{
    HEED_TAKE(const auto reader, command.oneOf<guidance::Audience>("for"));
    HEED_TAKE(const auto library, libraryFor(command));
    const auto listing = guidance::list(library, reader);
    QString text;
    for (const auto& entry : listing.entries)
        text += QStringLiteral("%1  %2%3\n")
                    .arg(entry.id, -30)
                    .arg(entry.title, entry.phone.isEmpty() ? QString() : QStringLiteral(", ") + entry.phone);
    return Answer::of(model::toShape(listing), text);
}

Outcome show(const Command& command)
{
    HEED_TAKE(const auto library, libraryFor(command));
    auto profile = session::defaultProfile();
    if (command.has("vault")) {
        HEED_TAKE(const auto front, session::Session::frontPage(command.value("vault")));
        profile = front.profile;
    }
    if (command.has("profile")) {
        HEED_TAKE(const auto json, readInput(command.value("profile"), QStringLiteral("The profile")));
        HEED_TAKE(profile, session::readProfile(json));
    }
    HEED_TAKE(const auto shown,
              guidance::show(library, command.place("ID"), platform::inSchoolTime(platform::now()).date(),
                             guidance::fillingFrom(profile)));
    return Answer::of(model::toShape(shown), shown.text);
}

Outcome search(const Command& command)
{
    HEED_TAKE(const int limit, command.number("limit", 20, 1, 1000));
    HEED_TAKE(const auto library, libraryFor(command));
    const auto found = guidance::search(library, command.place("QUERY"), static_cast<std::size_t>(limit));
    QString text;
    for (const auto& hit : found.hits)
        text += QStringLiteral("%1  %2\n    %3\n").arg(hit.id, -30).arg(hit.title, hit.snippet.simplified());
    return Answer::of(model::toShape(found),
                      text.isEmpty() ? QStringLiteral("Nothing was found: try another word.\n") : text);
}

Outcome add(const Command& command)
{
    const auto path = command.value("file");
    HEED_TAKE(const auto content, readInput(path, QStringLiteral("The page or card"), model::largestGuidanceFile));
    const auto name = command.has("name") ? command.value("name") : QFileInfo(path).fileName();
    HEED_TAKE(const auto session, signIn(command));
    HEED_TRY(session::addGuidance(*session, {name, content}, command.value("reason")));
    const QString id = QStringLiteral("own/") + name.section(u'.', 0, -2);
    return Answer::of({{QStringLiteral("recorded"), QStringLiteral("profile-changed")}, {QStringLiteral("id"), id}},
                      QStringLiteral("%1 is in force.\n").arg(id));
}

Outcome remove(const Command& command)
{
    HEED_TAKE(const auto session, signIn(command));
    HEED_TRY(session::removeGuidance(*session, command.place("ID"), command.value("reason")));
    return Answer::of({{QStringLiteral("recorded"), QStringLiteral("profile-changed")}},
                      QStringLiteral("It is taken out. The journal keeps what it said.\n"));
}

constexpr auto vaultFlag = valueFlag("vault", "VAULT", "A school's vault, for the pages and cards of its own");

} // namespace

std::vector<Verb> guidanceVerbs()
{
    return {{"guidance list"_s,
             "guidance-list",
             {},
             "The pages and cards of guidance"_s,
             {valueFlag("for", "READER", "staff, parents, businesses or dsls"), vaultFlag},
             list,
             false},
            {"guidance show"_s,
             "guidance-show",
             "ID"_s,
             "A page or card, by its id or the code of a sign"_s,
             {valueFlag("profile", "FILE", "A school's profile, for its names and numbers"), vaultFlag},
             show,
             false},
            {"guidance search"_s,
             "guidance-search",
             "QUERY"_s,
             "Where words stand in the guidance"_s,
             {valueFlag("limit", "N", "At most so many; 20 if not given"), vaultFlag},
             search,
             false},
            {"guidance add"_s,
             "guidance-add",
             "VAULT"_s,
             "Add a page or card of the school's own, or put it in another's place (by a safeguarding lead)"_s,
             {neededFlag("file", "FILE", "The page (.md) or card (.json)"),
              valueFlag("name", "NAME", "The file's name, where FILE is -"), valueFlag("reason", "TEXT", "Why")},
             add},
            {"guidance remove"_s,
             "guidance-remove",
             "VAULT ID"_s,
             "Take out a page or card of the school's own (by a safeguarding lead)"_s,
             {valueFlag("reason", "TEXT", "Why")},
             remove}};
}

} // namespace heed::cli

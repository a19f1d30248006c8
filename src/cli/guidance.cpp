#include "cli/verbs.h"

#include "cli/flags.h"
#include "cli/input.h"
#include "cli/output.h"
#include "guidance/listing.h"
#include "platform/clock.h"
#include "session/people.h"

namespace heed::cli {
namespace {

const guidance::Library& library()
{
    return guidance::Library::builtIn();
}

Outcome list(const Command& command)
{
    HEED_TAKE(const auto reader, command.oneOf<guidance::Audience>("for"));
    const auto listing = guidance::list(library(), reader);
    QString text;
    for (const auto& entry : listing.entries)
        text += QStringLiteral("%1  %2%3\n")
                    .arg(entry.id, -30)
                    .arg(entry.title, entry.phone.isEmpty() ? QString() : QStringLiteral(", ") + entry.phone);
    return Answer::of(model::toShape(listing), text);
}

Outcome show(const Command& command)
{
    auto profile = session::defaultProfile();
    if (command.has("profile")) {
        HEED_TAKE(const auto json, readInput(command.value("profile"), QStringLiteral("The profile")));
        HEED_TAKE(profile, session::readProfile(json));
    }
    HEED_TAKE(const auto shown,
              guidance::show(library(), command.place("ID"), platform::inSchoolTime(platform::now()).date(),
                             guidance::fillingFrom(profile)));
    return Answer::of(model::toShape(shown), shown.text);
}

Outcome search(const Command& command)
{
    HEED_TAKE(const int limit, command.number("limit", 20, 1, 1000));
    const auto found = guidance::search(library(), command.place("QUERY"), static_cast<std::size_t>(limit));
    QString text;
    for (const auto& hit : found.hits)
        text += QStringLiteral("%1  %2\n    %3\n").arg(hit.id, -30).arg(hit.title, hit.snippet.simplified());
    return Answer::of(model::toShape(found),
                      text.isEmpty() ? QStringLiteral("Nothing was found: try another word.\n") : text);
}

} // namespace

std::vector<Verb> guidanceVerbs()
{
    return {{"guidance list"_s,
             "guidance-list",
             {},
             "The pages and cards of guidance"_s,
             {valueFlag("for", "READER", "staff, parents, businesses or dsls")},
             list,
             false},
            {"guidance show"_s,
             "guidance-show",
             "ID"_s,
             "A page or card, by its id or the code of a sign"_s,
             {valueFlag("profile", "FILE", "A school's profile, for its names and numbers")},
             show,
             false},
            {"guidance search"_s,
             "guidance-search",
             "QUERY"_s,
             "Where words stand in the guidance"_s,
             {valueFlag("limit", "N", "At most so many; 20 if not given")},
             search,
             false}};
}

} // namespace heed::cli

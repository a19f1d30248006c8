#include "cli/verbs.h"

#include "cli/flags.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/sign_in.h"
#include "guidance/listing.h"
#include "guidance/today.h"
#include "guidance/whole.h"
#include "platform/clock.h"
#include "report/guidance_sheet.h"
#include "report/pdf.h"
#include "session/continuity.h"
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

/// The names and numbers that pages are filled with.
model::Expected<model::Profile> profileFor(const Command& command)
{
    if (command.has("profile")) {
        HEED_TAKE(const auto json, readInput(command.value("profile"), QStringLiteral("The profile")));
        return session::readProfile(json);
    }
    if (!command.has("vault"))
        return session::defaultProfile();
    HEED_TAKE(const auto front, session::Session::frontPage(command.value("vault")));
    return front.profile;
}

Outcome show(const Command& command)
{
    HEED_TAKE(const auto library, libraryFor(command));
    HEED_TAKE(const auto profile, profileFor(command));
    const auto now = platform::now();
    HEED_TAKE(const auto shown, guidance::show(library, command.place("ID"), platform::inSchoolTime(now).date(),
                                               guidance::fillingFor(profile, now, {})));
    if (!command.has("pdf"))
        return Answer::of(model::toShape(shown), shown.text);
    report::Printing printing;
    printing.school = profile.school.name;
    printing.recipient = guidance::readersText(shown.line.audience);
    printing.printedAt = now;
    HEED_TRY(report::writePdf(report::guidanceSheet(shown.line.title, guidance::wholeText(shown), printing),
                              command.value("pdf")));
    return Answer::of({{QStringLiteral("id"), shown.line.id}, {QStringLiteral("pdf"), command.value("pdf")}},
                      QStringLiteral("\"%1\" is in %2\n").arg(shown.line.title, command.value("pdf")));
}

/// Nobody signs in: it says nothing of any child.
Outcome callSheet(const Command& command)
{
    HEED_TAKE(const auto profile, profileFor(command));
    const auto path = command.value("pdf");
    HEED_TRY(report::writePdf(session::blankCallSheet(profile, {}, {}, platform::now()), path));
    return Answer::of({{QStringLiteral("pdf"), path}}, QStringLiteral("A call sheet to write on is in %1\n").arg(path));
}

Outcome search(const Command& command)
{
    HEED_TAKE(const int limit, command.number("limit", 20, 1, 1000));
    HEED_TAKE(const auto library, libraryFor(command));
    HEED_TAKE(const auto profile, profileFor(command));
    const auto found = guidance::search(library, command.place("QUERY"), static_cast<std::size_t>(limit),
                                        guidance::fillingFor(profile, platform::now(), {}));
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

constexpr auto profileFlag = valueFlag("profile", "FILE", "A school's profile, for its names and numbers");
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
             {valueFlag("pdf", "PATH", "Where to write it, to be printed"), profileFlag, vaultFlag},
             show,
             false,
             true},
            {"guidance call-sheet"_s,
             "guidance-call-sheet",
             {},
             "A call sheet to write on before ringing the council"_s,
             {neededFlag("pdf", "PATH", "Where"), profileFlag, vaultFlag},
             callSheet,
             false,
             true},
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

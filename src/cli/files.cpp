#include "cli/flags.h"
#include "cli/output.h"
#include "cli/showing.h"
#include "cli/sign_in.h"
#include "cli/verbs.h"
#include "session/attachments.h"

namespace heed::cli {
namespace {

using model::ErrorCode;
using model::failure;

Outcome save(const Command& command)
{
    const session::SaveFileRequest request{command.place("REFERENCE"), command.value("file"),
                                           command.value("recipient"), command.value("reason"), command.value("to")};
    const bool isStream = request.path == QStringLiteral("-");
    if (isStream && command.wantsJson)
        return failure(ErrorCode::BadInput,
                       QStringLiteral("A file and JSON cannot both come on standard output: give \"--to\" a path."));
    HEED_TAKE(const auto session, signIn(command));
    if (isStream) {
        HEED_TAKE(const auto opened, session::releaseAttached(*session, request));
        Answer answer;
        answer.bytes = opened.bytes;
        return answer;
    }
    HEED_TAKE(const auto about, session::saveAttached(*session, request));
    return Answer::of({{QStringLiteral("reference"), request.reference},
                       {QStringLiteral("file"), toJson(about)},
                       {QStringLiteral("path"), request.path}},
                      QStringLiteral("\"%1\" is in %2 now, for anybody who can read that place: Heed no longer guards "
                                     "this copy. That it was saved for %3 is recorded.\n")
                          .arg(about.name, request.path, request.recipient));
}

} // namespace

std::vector<Verb> fileVerbs()
{
    return {{"file save"_s,
             "file save",
             "VAULT REFERENCE"_s,
             "Write an attached file in the clear outside Heed, and record that it was"_s,
             {neededFlag("file", "ID", "Its id, as `show` has it, or its name"),
              neededFlag("to", "PATH", "Where nothing is yet; `-` is standard output"),
              neededFlag("recipient", "TEXT", "For whom"), neededFlag("reason", "TEXT", "Why they get it")},
             save}};
}

} // namespace heed::cli

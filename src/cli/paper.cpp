#include "cli/verbs.h"

#include "cli/flags.h"
#include "cli/sign_in.h"
#include "report/text.h"
#include "session/paper.h"

namespace heed::cli {
namespace {

using model::ErrorCode;
using model::failure;

const std::array<std::pair<QLatin1StringView, session::PaperKind>, 4> kinds{
    {{"summary"_s, session::PaperKind::Summary},
     {"chronology"_s, session::PaperKind::Chronology},
     {"call-sheet"_s, session::PaperKind::CallSheet},
     {"cpoms"_s, session::PaperKind::Cpoms}}};

model::Expected<session::PaperKind> kindOf(const QString& name)
{
    for (const auto& [known, kind] : kinds)
        if (known == name)
            return kind;
    return failure(ErrorCode::BadInput,
                   QStringLiteral("\"--kind\" must be one of: summary, chronology, call-sheet, cpoms."));
}

Outcome print(const Command& command)
{
    HEED_TAKE(const auto kind, kindOf(command.value("kind")));
    const session::PaperRequest request{kind, command.place("REFERENCE"), command.value("recipient"),
                                        command.value("reason")};
    const bool asText = !command.has("pdf");
    if (asText && kind != session::PaperKind::Cpoms)
        return failure(ErrorCode::BadInput, QStringLiteral("Say with \"--pdf\" where the document is to be written."));
    if (command.value("pdf") == QStringLiteral("-"))
        return failure(ErrorCode::BadInput, QStringLiteral("\"-\" is no file: give the path of one with \"--pdf\"."));
    HEED_TAKE(const auto session, signIn(command));

    const auto document = asText ? session::releasePaper(*session, request, QStringLiteral("clipboard"))
                                 : session::savePaper(*session, request, command.value("pdf"));
    if (!document)
        return tl::make_unexpected(document.error());
    QCborMap json{{QStringLiteral("reference"), request.reference},
                  {QStringLiteral("kind"), command.value("kind")},
                  {QStringLiteral("title"), document->sheet.title},
                  {QStringLiteral("copy"), document->sheet.printing.copy},
                  {QStringLiteral("fingerprint"), document->sheet.printing.fingerprint}};
    if (asText) {
        const auto text = report::plainBody(*document);
        json.insert(QStringLiteral("text"), text);
        return Answer::of(json, text);
    }
    json.insert(QStringLiteral("pdf"), command.value("pdf"));
    return Answer::of(json, QStringLiteral("Copy %1, for %2, is in %3\n")
                                .arg(document->sheet.printing.copy)
                                .arg(request.recipient, command.value("pdf")));
}

} // namespace

std::vector<Verb> paperVerbs()
{
    return {{"print"_s,
             "print",
             "VAULT REFERENCE"_s,
             "Write a document for somebody, and record that it was"_s,
             {neededFlag("kind", "KIND", "summary, chronology, call-sheet or cpoms"),
              valueFlag("pdf", "PATH", "Where; the text for CPOMS comes on standard output without it"),
              neededFlag("recipient", "TEXT", "For whom"), neededFlag("reason", "TEXT", "Why they get it")},
             print,
             true,
             true}};
}

} // namespace heed::cli

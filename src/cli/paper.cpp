#include "cli/verbs.h"

#include "cli/flags.h"
#include "cli/output.h"
#include "cli/sign_in.h"
#include "platform/clock.h"
#include "report/pdf.h"
#include "report/words.h"
#include "session/continuity.h"
#include "session/paper.h"

namespace heed::cli {
namespace {

using model::ErrorCode;
using model::Expected;
using model::failure;

template <class E> QString namesOf()
{
    QStringList names;
    for (const auto& entry : model::Names<E>::table)
        names << QString::fromLatin1(entry.second);
    return names.join(QStringLiteral(", "));
}

template <class E> Expected<E> named(const char* flag, const QString& name)
{
    if (const auto found = model::valueOf<E>(name))
        return *found;
    return failure(ErrorCode::BadInput, QStringLiteral("\"%1\" is not known to \"--%2\", which takes one of: %3.")
                                            .arg(name.left(40), QLatin1StringView(flag), namesOf<E>()));
}

/// "opinion=serious-harm": what stands before the last "=", and the ground behind it.
Expected<report::Ground> takeGround(const char* flag, QString& text, report::Ground otherwise)
{
    const auto at = text.lastIndexOf(u'=');
    if (at < 0)
        return otherwise;
    const auto ground = text.mid(at + 1);
    text.truncate(at);
    return named<report::Ground>(flag, ground);
}

/// "child:Sample Classmate=serious-harm", "Sample Classmate": what the record names so, or this name as it is written.
Expected<report::Hidden> hidden(QString text, const std::vector<report::ThirdParty>& parties)
{
    HEED_TAKE(const auto ground, takeGround("redact", text, report::Ground::AnotherPerson));
    report::Hidden one;
    one.ground = ground;
    std::optional<model::InvolvedKind> kind;
    if (const auto colon = text.indexOf(u':'); colon > 0) {
        HEED_TAKE(kind, named<model::InvolvedKind>("redact", text.left(colon)));
        text = text.mid(colon + 1);
    }
    const auto name = text.simplified();
    if (name.isEmpty())
        return failure(ErrorCode::BadInput, QStringLiteral("\"--redact\" needs a name."));
    for (const auto& party : parties)
        if (party.who.names.contains(name, Qt::CaseInsensitive)) {
            one.kind = kind.value_or(party.who.kind);
            one.names = party.who.names;
            return one;
        }
    one.kind = kind.value_or(model::InvolvedKind::Adult);
    one.names = report::variantsOf(one.kind, name);
    return one;
}

Expected<report::Redaction> redactionOf(const Command& command, session::Session& session, session::PaperKind kind)
{
    report::Redaction redaction;
    const auto reason = command.value("cut-reason");
    for (auto text : command.values("leave-out")) {
        HEED_TAKE(const auto ground, takeGround("leave-out", text, report::Ground::NotNeeded));
        HEED_TAKE(const auto section, named<report::Section>("leave-out", text));
        redaction.sections.push_back({section, ground, reason});
    }
    if (!command.has("redact"))
        return redaction;
    HEED_TAKE(const auto parties, session::thirdParties(session, kind, command.place("REFERENCE")));
    for (const auto& text : command.values("redact")) {
        HEED_TAKE(auto one, hidden(text, parties));
        one.reason = reason;
        redaction.hidden.push_back(std::move(one));
    }
    return redaction;
}

Outcome print(const Command& command)
{
    HEED_TAKE(const auto kind, named<session::PaperKind>("kind", command.value("kind")));
    const bool asText = !command.has("pdf");
    if (asText && kind != session::PaperKind::Cpoms)
        return failure(ErrorCode::BadInput, QStringLiteral("Say with \"--pdf\" where the document is to be written."));
    if (command.value("pdf") == QStringLiteral("-"))
        return failure(ErrorCode::BadInput, QStringLiteral("\"-\" is no file: give the path of one with \"--pdf\"."));
    HEED_TAKE(const auto session, signIn(command));
    session::PaperRequest request{
        kind, command.place("REFERENCE"), command.value("recipient"), command.value("reason"), command.value("sent"),
        {}};
    if (kind != session::PaperKind::Chronology && (command.has("from") || command.has("to")))
        return failure(ErrorCode::BadInput, QStringLiteral("\"--from\" and \"--to\" are for a chronology alone."));
    HEED_TAKE(request.from, command.date("from"));
    HEED_TAKE(request.to, command.date("to"));
    HEED_TAKE(request.redaction, redactionOf(command, *session, kind));
    QCborMap json{{QStringLiteral("reference"), request.reference}, {QStringLiteral("kind"), command.value("kind")}};
    if (asText) {
        HEED_TAKE(const auto released, session::releaseForCpoms(*session, request, session::PaperWay::Terminal));
        json.insert(QStringLiteral("copy"), released.copy);
        json.insert(QStringLiteral("fingerprint"), released.fingerprint);
        json.insert(QStringLiteral("text"), released.text);
        return Answer::of(json, released.text);
    }
    HEED_TAKE(const auto document, session::savePaper(*session, request, command.value("pdf")));
    const auto& printing = document.sheet.printing;
    json.insert(QStringLiteral("title"), document.sheet.title);
    json.insert(QStringLiteral("copy"), printing.copy);
    json.insert(QStringLiteral("fingerprint"), printing.fingerprint);
    json.insert(QStringLiteral("pdf"), command.value("pdf"));
    return Answer::of(
        json,
        QStringLiteral("Copy %1, for %2, is in %3\n").arg(printing.copy).arg(request.recipient, command.value("pdf")));
}

/// Whom and what a document would name, so that somebody can say what to hide.
Outcome namesIn(const Command& command)
{
    HEED_TAKE(const auto kind, named<session::PaperKind>("kind", command.has("kind") ? command.value("kind")
                                                                                     : QStringLiteral("summary")));
    HEED_TAKE(const auto session, signIn(command));
    HEED_TAKE(const auto parties, session::thirdParties(*session, kind, command.place("REFERENCE")));
    QCborArray found;
    QString text;
    for (const auto& party : parties) {
        found.append(QCborMap{{QStringLiteral("kind"), model::nameOf(party.who.kind)},
                              {QStringLiteral("names"), model::writeValue(party.who.names)},
                              {QStringLiteral("inText"), party.inText}});
        text += line(party.inText ? QStringLiteral("In the words") : report::kindText(party.who.kind),
                     party.who.names.join(QStringLiteral(", ")));
    }
    if (parties.empty())
        text = QStringLiteral("Nobody and nothing beside the child was found. Read it over all the same.\n");
    return Answer::of({{QStringLiteral("reference"), command.place("REFERENCE")}, {QStringLiteral("names"), found}},
                      text);
}

/// Nobody signs in: it says nothing of any child, and is printed before it is needed.
Outcome pack(const Command& command)
{
    HEED_TAKE(const int forms, command.number("forms", 4, 0, 100));
    HEED_TAKE(const auto front, session::Session::frontPage(command.place("VAULT")));
    const auto path = command.value("pdf");
    HEED_TRY(report::writePdf(session::continuityPack(front.profile, platform::now(), forms), path));
    return Answer::of({{QStringLiteral("pdf"), path}, {QStringLiteral("forms"), forms}},
                      QStringLiteral("The pack for the day the computers are down is in %1\n").arg(path));
}

constexpr Flag manyFlag(const char* name, const char* value, const char* help)
{
    return {QLatin1StringView(name), QLatin1StringView(value), QLatin1StringView(help), false, true};
}

} // namespace

std::vector<Verb> paperVerbs()
{
    return {{"print"_s,
             "print",
             "VAULT REFERENCE"_s,
             "Write a document for somebody, and record that it was"_s,
             {neededFlag("kind", "KIND", "summary, chronology, call-sheet or cpoms"),
              valueFlag("from", "DATE", "Of a chronology: leave out what happened before"),
              valueFlag("to", "DATE", "Of a chronology: leave out what happened after"),
              valueFlag("pdf", "PATH", "Where; the text for CPOMS comes on standard output without it"),
              neededFlag("recipient", "TEXT", "For whom"), neededFlag("reason", "TEXT", "Why they get it"),
              valueFlag("sent", "TEXT", "How it goes there: by secure e-mail, by hand"),
              manyFlag("leave-out", "SECTION", "A section that this copy leaves out; \"=GROUND\" may follow"),
              manyFlag("redact", "NAME", "Becomes \"Adult 1\"; \"KIND:\" may stand before, \"=GROUND\" after"),
              valueFlag("cut-reason", "TEXT", "Why that is left out, in words: it stands on the copy")},
             print,
             true,
             true},
            {"names"_s,
             "names",
             "VAULT REFERENCE"_s,
             "Whom and what a document names beside the child"_s,
             {valueFlag("kind", "KIND", "summary, chronology, call-sheet or cpoms; summary if not given")},
             namesIn},
            {"pack"_s,
             "pack",
             "VAULT"_s,
             "The pack for the day the computers are down: contacts, who is on duty, blank forms"_s,
             {neededFlag("pdf", "PATH", "Where"), valueFlag("forms", "N", "How many blank forms; 4 if not given")},
             pack,
             false,
             true}};
}

} // namespace heed::cli

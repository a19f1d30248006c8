#include "cli/verbs.h"

#include "cli/flags.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/sign_in.h"
#include "session/drafts.h"
#include "session/sheet.h"
#include "session/standing.h"
#include "session/upkeep.h"

#include <QFileInfo>

#include <limits>

namespace heed::cli {
namespace {

/// What stands on the sheet: the flag's words themselves, or a file's.
model::Expected<QString> sheetText(const QString& given)
{
    constexpr qsizetype largest = 4096;
    if (given != QStringLiteral("-") && !QFileInfo(given).isFile())
        return given;
    HEED_TAKE(const auto bytes, readInput(given, QStringLiteral("The sheet's fingerprint"), largest));
    return QString::fromUtf8(bytes);
}

QCborMap toJson(const session::SheetAnswer& sheet)
{
    QCborMap map{{QStringLiteral("verdict"), model::nameOf(sheet.verdict)},
                 {QStringLiteral("sentence"), sheet.sentence},
                 {QStringLiteral("entriesSince"), sheet.entriesSince}};
    if (sheet.copy)
        map.insert(QStringLiteral("copy"), QCborMap{{QStringLiteral("reference"), sheet.copy->reference},
                                                    {QStringLiteral("kind"), sheet.copy->printed.document},
                                                    {QStringLiteral("copy"), sheet.copy->printed.copy},
                                                    {QStringLiteral("recipient"), sheet.copy->printed.recipient},
                                                    {QStringLiteral("printedBy"), sheet.copy->printedBy},
                                                    {QStringLiteral("printedAt"), model::writeValue(sheet.copy->at)},
                                                    {QStringLiteral("entriesSince"), sheet.copy->entriesSince}});
    return map;
}

Outcome verify(const Command& command)
{
    std::optional<session::SheetAnswer> sheet;
    session::Verification found;
    if (command.has("sheet")) {
        HEED_TAKE(const auto typed, sheetText(command.value("sheet")));
        HEED_TAKE(const auto session, signIn(command));
        HEED_TAKE(auto checked, session::checkSheet(*session, typed, progress()));
        found = std::move(checked.verification);
        sheet = std::move(checked.answer);
    } else {
        HEED_TAKE(const auto session, signIn(command));
        HEED_TAKE(found, session::verify(*session, progress()));
    }
    QCborMap json{{QStringLiteral("entries"), found.entries},
                  {QStringLiteral("checks"), model::writeValue(found.checks)},
                  {QStringLiteral("notDone"), model::writeValue(found.notDone)}};
    QString text;
    for (const auto& check : found.checks)
        text += line(QStringLiteral("Checked"), check);
    for (const auto& check : found.notDone)
        text += line(QStringLiteral("Not checked"), check);
    QCborArray findings;
    for (const auto& finding : found.findings) {
        findings.append(QCborMap{{QStringLiteral("code"), finding.code},
                                 {QStringLiteral("place"), finding.place},
                                 {QStringLiteral("entry"), finding.entry},
                                 {QStringLiteral("sentence"), finding.sentence}});
        text += line(finding.place + (finding.entry.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(finding.entry)),
                     finding.sentence);
    }
    json.insert(QStringLiteral("findings"), findings);
    if (sheet) {
        json.insert(QStringLiteral("sheet"), toJson(*sheet));
        text += line(QStringLiteral("The sheet"), sheet->sentence);
    }
    auto answer = Answer::of(json, text);
    if (found.findings.empty() && sheet && sheet->verdict != session::SheetVerdict::Grown) {
        const auto code =
            sheet->verdict == session::SheetVerdict::Differs ? model::ErrorCode::Damaged : model::ErrorCode::NotFound;
        answer.json.insert(QStringLiteral("error"), QCborMap{{QStringLiteral("code"), model::codeName(code)},
                                                             {QStringLiteral("message"), sheet->sentence}});
        answer.exit = model::exitCode(code);
        return answer;
    }
    if (found.findings.empty()) {
        answer.text += QStringLiteral("%1 entries: all is well.\n").arg(found.entries);
        return answer;
    }
    const auto sentence =
        QStringLiteral("Verify found %1 that is not as it should be: do not print or close anything, and "
                       "keep a copy of the vault.")
            .arg(found.findings.size() == 1 ? QStringLiteral("one thing")
                                            : QStringLiteral("%1 things").arg(found.findings.size()));
    answer.json.insert(QStringLiteral("error"),
                       QCborMap{{QStringLiteral("code"), model::codeName(model::ErrorCode::Damaged)},
                                {QStringLiteral("message"), sentence}});
    answer.text += sentence + u'\n';
    answer.exit = model::exitCode(model::ErrorCode::Damaged);
    return answer;
}

Outcome accept(const Command& command)
{
    HEED_TAKE(const auto session, signIn(command));
    const auto before = session::standing(*session);
    HEED_TRY(session::acceptVault(*session, command.value("reason")));
    const auto missing = before.forked + before.missing;
    auto text = QStringLiteral("Accepted: the record goes on from here. What is given up:\n");
    for (const auto& sentence : missing)
        text += QStringLiteral("  %1\n").arg(sentence);
    return Answer::of({{QStringLiteral("givenUp"), model::writeValue(missing)}}, text);
}

Outcome drafts(const Command& command)
{
    HEED_TAKE(const auto session, signIn(command));
    HEED_TAKE(const auto unsent, session::unsentDrafts(*session));
    const auto since = unsent.oldest ? model::writeValue(*unsent.oldest) : QCborValue(QCborValue::Null);
    return Answer::of({{QStringLiteral("count"), unsent.count}, {QStringLiteral("oldest"), since}},
                      unsent.count == 0 ? QStringLiteral("No draft lies unsent.\n")
                                        : QStringLiteral("Drafts that lie unsent: %1. The oldest since %2.\n")
                                              .arg(unsent.count)
                                              .arg(words(*unsent.oldest)));
}

Outcome demo(const Command& command)
{
    HEED_TAKE(const int concerns, command.number("concerns", 60, 0, 1'000'000));
    HEED_TAKE(const int seed, command.number("seed", 1, 0, std::numeric_limits<int>::max()));
    const auto path = command.place("VAULT");
    HEED_TAKE(const auto made, session::makeDemo(path, concerns, static_cast<quint32>(seed), progress()));
    QCborArray members;
    auto text =
        QStringLiteral("%1 holds %2 concerns. Every pupil, person and number in it is invented. These can sign in:\n")
            .arg(path)
            .arg(made.concerns);
    for (const auto& member : made.members) {
        members.append(QCborMap{{QStringLiteral("name"), member.name},
                                {QStringLiteral("role"), model::nameOf(member.role)},
                                {QStringLiteral("password"), member.password}});
        text += QStringLiteral("  %1 %2 password: %3\n")
                    .arg(member.name, -20)
                    .arg(model::title(member.role), -30)
                    .arg(member.password);
    }
    return Answer::of({{QStringLiteral("vault"), path},
                       {QStringLiteral("concerns"), made.concerns},
                       {QStringLiteral("members"), members}},
                      text);
}

} // namespace

std::vector<Verb> upkeepVerbs()
{
    return {{"verify"_s,
             "verify",
             "VAULT"_s,
             "Check signatures, chains and what this computer remembers of the vault"_s,
             {valueFlag("sheet", "TEXT|FILE", "A printed sheet's fingerprint: has the record only grown since?")},
             verify},
            {"accept"_s,
             "accept",
             "VAULT"_s,
             "Go on with a vault that was put back to an older state; by a safeguarding lead"_s,
             {neededFlag("reason", "TEXT", "What happened, and why it is right to go on")},
             accept},
            {"drafts"_s,
             "drafts",
             "VAULT"_s,
             "How many drafts lie unsent, and since when; for who reads a desk"_s,
             {},
             drafts},
            {"demo"_s,
             "demo",
             "VAULT"_s,
             "Make a vault of invented pupils, staff and concerns; says who can sign in and how"_s,
             {valueFlag("concerns", "N", "How many; 60 if not given"),
              valueFlag("seed", "S", "The same number gives the same people and words")},
             demo,
             false}};
}

} // namespace heed::cli

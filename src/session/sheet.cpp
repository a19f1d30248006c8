#include "session/sheet.h"

#include "model/reference.h"
#include "report/words.h"
#include "session/state.h"
#include "upkeep/sheet.h"

#include <algorithm>

namespace heed::session {

using model::Expected;
using model::Kind;
using model::Result;

namespace {

constexpr int groups = 16;
constexpr int mistypedGroups = 2; // so many may differ before it is another sheet

/// Which groups of a known sheet's fingerprint were typed otherwise.
QStringList differentGroups(const QString& known, const QString& typed)
{
    const auto ours = known.split(u' ');
    const auto theirs = typed.split(u' ');
    QStringList different;
    for (int i = 0; i < groups; ++i)
        if (ours.value(i) != theirs.value(i))
            different << QString::number(i + 1);
    return different;
}

/// The copy that carries this fingerprint.
Expected<std::optional<SheetAnswer::Copy>> copyOf(Session::State& state, const QString& fingerprint)
{
    if (!state.desk)
        return std::nullopt;
    HEED_TAKE(const auto copies, state.desk->allCopies());
    for (const auto& copy : copies)
        if (copy.body.fingerprint == fingerprint) {
            const auto reference = copy.record.isEmpty() ? QString() : model::referenceOf(copy.record);
            return SheetAnswer::Copy{reference, copy.body, state.policy().nameOf(copy.author), copy.at, 0};
        }
    for (const auto& copy : copies) {
        const auto different = differentGroups(copy.body.fingerprint, fingerprint);
        if (different.size() <= mistypedGroups)
            return model::failure(
                model::ErrorCode::BadInput,
                QStringLiteral("This is almost, and not quite, the fingerprint of copy %1 of %2: look "
                               "again at group %3, counted from the first.")
                    .arg(copy.body.copy)
                    .arg(model::referenceOf(copy.record), different.join(QStringLiteral(" and "))));
    }
    return std::nullopt;
}

/// What came to the sheet's record after it. Reading and printing it are not part of what happened.
Result countSince(Session::State& state, SheetAnswer::Copy& copy)
{
    HEED_TAKE(const auto record, state.desk->record(copy.reference, state.policy()));
    if (!record)
        return {};
    bool isAfter = false;
    for (const auto& event : record->events) {
        if (isAfter && event.kind != Kind::Read && event.kind != Kind::Printed && event.kind != Kind::Exported)
            ++copy.entriesSince;
        if (const auto* printed = std::get_if<model::PrintedBody>(&event.body))
            isAfter = isAfter || printed->fingerprint == copy.printed.fingerprint;
    }
    return {};
}

/// Whether a finding is about what the journal holds, and not about an entry that nobody had the right to write.
bool breaksTheChain(const Finding& finding)
{
    return finding.code != QStringLiteral("not-allowed");
}

QString whichCopy(const SheetAnswer::Copy& copy)
{
    return QStringLiteral("This is copy %1 of the document \"%2\"%3, printed for %4 by %5 on %6. ")
        .arg(copy.printed.copy)
        .arg(report::documentText(copy.printed.document),
             copy.reference.isEmpty() ? QString() : QStringLiteral(" about ") + copy.reference, copy.printed.recipient,
             copy.printedBy, report::momentText(copy.at, report::Printing().zone));
}

QString counted(qint64 entries)
{
    return entries == 1 ? QStringLiteral("1 entry") : QStringLiteral("%1 entries").arg(entries);
}

} // namespace

Expected<SheetCheck> checkSheet(Session& session, const QString& typed, const Progress& progress)
{
    auto& state = session.state();
    HEED_TRY(state.ready());
    HEED_TAKE(const auto sheet, upkeep::readSheet(typed));
    HEED_TRY(state.bringUpToDate(progress));
    SheetCheck check;
    auto& answer = check.answer;
    HEED_TAKE(answer.copy, copyOf(state, journal::fingerprint(sheet, groups)));
    HEED_TAKE(check.verification, verify(session, progress));
    HEED_TAKE(const auto since, upkeep::entriesSince(state.journal, sheet));
    const auto& findings = check.verification.findings;
    const bool isWhole = std::none_of(findings.begin(), findings.end(), breaksTheChain);
    const auto which = answer.copy ? whichCopy(*answer.copy) : QString();
    if (since && isWhole) {
        answer.verdict = SheetVerdict::Grown;
        answer.entriesSince = *since;
        answer.sentence = which +
                          QStringLiteral("All that stood in the journal when it was printed is there, "
                                         "unchanged. The journal has only grown since: by ") +
                          counted(*since);
        if (answer.copy && !answer.copy->reference.isEmpty()) {
            HEED_TRY(countSince(state, *answer.copy));
            answer.sentence += QStringLiteral("; what stands in the record of %1 has grown by %2")
                                   .arg(answer.copy->reference, counted(answer.copy->entriesSince));
        }
        answer.sentence += u'.';
    } else if (since || answer.copy) {
        answer.verdict = SheetVerdict::Differs;
        answer.sentence =
            which + QStringLiteral("What it rested on is no longer in the journal as it was: keep the sheet and a copy "
                                   "of the vault, and look for the newest backup from before the change.");
    } else {
        answer.sentence = QStringLiteral(
            "This vault never stood as the sheet says. It is a sheet of another vault; or this vault was "
            "put back to what it was before the sheet was printed; or the sheet is not as Heed printed "
            "it. Check the groups, then keep the sheet and ask for the newest backup.");
    }
    return check;
}

} // namespace heed::session

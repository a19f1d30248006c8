#include "rules/closing.h"

namespace heed::rules {

using model::Kind;

namespace {

const QString refusal = QStringLiteral("refused");

} // namespace

model::TextBody agreementBody(bool agrees, const QString& reason)
{
    return {agrees ? QString() : refusal, reason, {}, {}};
}

bool agrees(const model::TextBody& agreement)
{
    return agreement.text != refusal;
}

Answer mayClose(const model::Case& record, const QString& closer, bool isAgreementAsked)
{
    if (!isAgreementAsked)
        return {true, QStringLiteral("One safeguarding lead closes a case at this school.")};
    QString agreed;
    QString refused;
    bool hasClosersOwn = false;
    for (const auto& event : record.events) {
        switch (event.kind) {
        case Kind::Agreed:
            if (const auto* said = std::get_if<model::TextBody>(&event.body); said && !agrees(*said)) {
                // Whoever does not agree says what is wanting; it has to be agreed to anew.
                agreed.clear();
                refused = event.author;
                break;
            }
            refused.clear();
            if (event.authorId == closer)
                hasClosersOwn = true;
            else if (event.authorId != record.authorId)
                agreed = event.author;
            break;
        // What is new has to be seen before it is agreed to.
        case Kind::Addition:
        case Kind::Reopened:
            agreed.clear();
            refused.clear();
            hasClosersOwn = false;
            break;
        default: break;
        }
    }
    if (!agreed.isEmpty())
        return {true, QStringLiteral("%1 has agreed.").arg(agreed)};
    if (!refused.isEmpty())
        return {false,
                QStringLiteral("%1 does not agree that it can be closed: see why in what has happened.").arg(refused)};
    return {false,
            hasClosersOwn
                ? QStringLiteral("You have agreed to this closing yourself: another safeguarding lead closes it.")
                : QStringLiteral("This school asks a second safeguarding lead to agree first, who neither logged "
                                 "the concern nor closes it: ask one to open the case and agree.")};
}

} // namespace heed::rules

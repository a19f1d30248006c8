#include "rules/closing.h"

namespace heed::rules {

using model::Kind;

Answer mayClose(const model::Case& record, const QString& closer, const model::Profile& profile)
{
    if (!profile.secondAgreement)
        return {true, QStringLiteral("One safeguarding lead closes a case at this school.")};
    QString agreed;
    bool hasClosersOwn = false;
    for (const auto& event : record.events) {
        switch (event.kind) {
        case Kind::Agreed:
            if (event.authorId == closer)
                hasClosersOwn = true;
            else if (event.authorId != record.authorId)
                agreed = event.author;
            break;
        // What is new has to be seen before it is agreed to.
        case Kind::Addition:
        case Kind::Reopened:
            agreed.clear();
            hasClosersOwn = false;
            break;
        default: break;
        }
    }
    if (!agreed.isEmpty())
        return {true, QStringLiteral("%1 has agreed.").arg(agreed)};
    return {false,
            hasClosersOwn
                ? QStringLiteral("You have agreed to this closing yourself: another safeguarding lead closes it.")
                : QStringLiteral("This school asks a second safeguarding lead to agree first, who neither logged "
                                 "the concern nor closes it: ask one to open the case and agree.")};
}

} // namespace heed::rules

#include "casebook/judgement.h"

#include "rules/attachments.h"
#include "rules/permission.h"

#include <algorithm>

namespace heed::casebook {

using Verdict = Judgement::Verdict;

namespace {

/// Why an entry came too late: what its author signed with, or the role that they had, ended before it was in the
/// journal. Empty where it did not.
QString whyLate(const vault::Policy& policy, const vault::Member& author, const journal::Header& header)
{
    const auto isLate = [&](const auto& span) {
        const auto counter = header.policy.counter;
        return span.from <= counter && span.until && counter < *span.until &&
               !policy.vault.reached(*span.until, header.device, header.number);
    };
    const auto role = std::find_if(author.roles.begin(), author.roles.end(), isLate);
    if (role != author.roles.end())
        return author.roleAt(*role->until)
                   ? QStringLiteral("%1 had another role when it came into the journal, whatever day it names.")
                         .arg(author.name)
                   : QStringLiteral("%1 had left when it came into the journal, whatever day it names.")
                         .arg(author.name);
    if (std::any_of(author.keys.begin(), author.keys.end(), isLate))
        return QStringLiteral("%1 had been given new keys when it came into the journal, and it is signed with the old "
                              "ones.")
            .arg(author.name);
    return {};
}

} // namespace

Judgement judge(const journal::Header& header, const journal::Content& content, const QString& desk,
                const vault::Policy& policy)
{
    const auto refused = [](const QString& sentence) {
        Judgement judgement;
        judgement.sentence = sentence;
        return judgement;
    };
    if (header.vault != policy.vault.vault)
        return refused(QStringLiteral("It was written for another vault."));
    if (header.policy.counter > policy.vault.lineage.counter) {
        Judgement judgement;
        judgement.verdict = Verdict::NotYet;
        judgement.sentence = QStringLiteral("It was written under a version of vault.json that is not here.");
        return judgement;
    }
    if (policy.vaultHashAt(header.policy.counter) != header.policy.hash)
        return refused(QStringLiteral("It was written under a vault.json that is not part of this vault's history."));
    if (!desk.isEmpty() && content.desk != desk)
        return refused(QStringLiteral("It says that it is for another desk than the one it is sealed to."));
    if ((header.to == journal::Audience::Everyone) != (content.desk == model::everyoneDesk))
        return refused(QStringLiteral("Its header and its content do not agree on whom it is for."));

    const auto* author = policy.member(content.author);
    if (!author)
        return refused(QStringLiteral("Its author is not a member."));
    const auto role = author->roleAt(header.policy.counter);
    if (!role)
        return refused(QStringLiteral("%1 was not a member when it was written.").arg(author->name));
    if (!policy.maySign(content.author, content.key, header.policy.counter, content.succession))
        return refused(QStringLiteral("It is signed with a key that was not %1's.").arg(author->name));
    if (const auto late = whyLate(policy, *author, header); !late.isEmpty())
        return refused(late);

    const auto kind = model::valueOf<model::Kind>(content.kind);
    if (!kind)
        return refused(QStringLiteral("It is of a kind that this Heed does not know: use the newest Heed."));
    // Whose record it touches is asked again with the record at hand; here, as if it were whosever
    // would be right.
    const auto whose = *kind == model::Kind::Agreed ? rules::Record::Others : rules::Record::Own;
    if (const auto answer = rules::may(*role, *kind, content.desk, whose); !answer)
        return refused(answer.reason);
    if (*kind == model::Kind::Concern && !content.record.isEmpty())
        return refused(QStringLiteral("A concern begins a record of its own and cannot be put into another."));
    if (const auto answer = rules::mayCarry(*kind, content.attachments); !answer)
        return refused(answer.reason);
    auto body = model::readBody(*kind, content.body);
    if (!body)
        return refused(body.error().message);

    if (const auto* child = std::get_if<model::ChildBody>(&*body))
        if (const auto answer = rules::mayTell(content.desk, *child); !answer)
            return refused(answer.reason);

    Judgement judgement;
    judgement.verdict = Verdict::Applied;
    judgement.role = *role;
    judgement.policy = header.policy.counter;
    judgement.kind = kind;
    judgement.body = std::move(*body);
    return judgement;
}

} // namespace heed::casebook

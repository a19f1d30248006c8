#include "session/siblings.h"

#include "register/siblings.h"
#include "session/register_entries.h"

#include <algorithm>

namespace heed::session {

using model::ErrorCode;
using model::Expected;
using model::failure;
using model::Pupil;

namespace {

const Pupil* withId(const std::vector<Pupil>& all, const QString& id)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const Pupil& one) { return one.child.id == id; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace

Expected<Siblings> siblingsOf(Session& session, const QString& id)
{
    HEED_TAKE(auto* view, registerView(session.state()));
    HEED_TAKE(const auto all, view->pupils());
    Siblings answer;
    const auto* one = withId(all, id);
    if (!one)
        return answer;
    for (const auto& sibling : one->facts.siblings)
        if (const auto* other = withId(all, sibling))
            answer.confirmed.push_back(foundOf(*other));
    for (const auto& offer : pupils::offerSiblings(all))
        if (offer.one == id || offer.other == id)
            if (const auto* other = withId(all, offer.one == id ? offer.other : offer.one))
                answer.offered.push_back({foundOf(*other), offer.why});
    return answer;
}

Expected<std::vector<Session::State::Entry>> siblingEntries(const std::vector<Pupil>& all, const Pupil& after,
                                                            const Pupil* before)
{
    std::vector<Session::State::Entry> entries;
    const auto& now = after.facts.siblings;
    const auto then = before ? before->facts.siblings : QStringList();
    const auto change = [&](const Pupil& other, auto edit) {
        auto edited = other;
        edit(edited.facts.siblings);
        if (edited != other)
            for (auto& entry : pupilEntries(edited, &other, QStringLiteral("Brothers and sisters")))
                entries.push_back(std::move(entry));
    };
    for (const auto& id : now) {
        const auto* other = withId(all, id);
        if (!other || id == after.child.id)
            return failure(ErrorCode::BadInput,
                           QStringLiteral("There is no other pupil \"%1\" in the register to be a brother or sister.")
                               .arg(id.left(40)));
        if (!then.contains(id))
            change(*other, [&](QStringList& siblings) {
                if (!siblings.contains(after.child.id))
                    siblings << after.child.id;
            });
    }
    for (const auto& id : then)
        if (const auto* other = now.contains(id) ? nullptr : withId(all, id))
            change(*other, [&](QStringList& siblings) { siblings.removeAll(after.child.id); });
    return entries;
}

} // namespace heed::session

#include "session/register.h"

#include "crypto/random.h"
#include "model/name.h"
#include "platform/clock.h"
#include "register/known.h"
#include "register/rebase.h"
#include "rules/pupil_check.h"
#include "rules/upn.h"
#include "rules/words.h"
#include "session/links.h"
#include "session/register_entries.h"

#include <algorithm>
#include <tuple>

namespace heed::session {

using model::ErrorCode;
using model::Expected;
using model::failure;
using model::Kind;
using model::Pupil;
using model::Result;

namespace {

using Entries = std::vector<Session::State::Entry>;

Expected<casebook::Casebook*> everyone(Session::State& state)
{
    HEED_TRY(state.ready());
    if (!state.everyone)
        return failure(ErrorCode::InUse, QStringLiteral("The pupil register cannot be read just now: sign in again, or "
                                                        "write the child's name down without it."));
    return &*state.everyone;
}

/// What the rules say of them, that no other has their UPN, and that an entry can hold them.
Result checkPupil(const Pupil& pupil, const std::vector<Pupil>& others)
{
    const auto problems = rules::checkPupil(pupil, platform::inSchoolTime(platform::now()).date());
    if (!problems.empty())
        return failure(ErrorCode::BadInput, problems.front().sentence);
    const auto upn = rules::readUpn(pupil.child.upn).normal;
    for (const auto& other : others)
        if (!upn.isEmpty() && other.child.id != pupil.child.id && other.child.upn == upn)
            return failure(ErrorCode::BadInput,
                           QStringLiteral("%1 has the UPN %2 already: correct that pupil, or check the number.")
                               .arg(model::nameOf(other.child), upn));
    return model::fromShape<Pupil>(model::toShape(pupil), QStringLiteral("The pupil")).map([](const Pupil&) {});
}

/// "Jamie Made-up, 9B, born 3 May 2012 (1f3a…)".
QString wordsOn(const Pupil& pupil)
{
    QStringList words{model::nameOf(pupil.child)};
    if (!pupil.className.isEmpty())
        words << pupil.className;
    if (pupil.child.dateOfBirth)
        words << QStringLiteral("born ") + rules::inWords(*pupil.child.dateOfBirth);
    return QStringLiteral("%1 (%2)").arg(words.join(QStringLiteral(", ")), pupil.child.id);
}

Result checkAlike(const Pupil& pupil, const std::vector<Pupil>& others)
{
    QStringList candidates;
    for (const auto place : pupils::alike(pupil, others))
        candidates << wordsOn(others[place]);
    if (candidates.isEmpty())
        return {};
    return failure(ErrorCode::AlreadyExists,
                   QStringLiteral("The register has %1: correct that pupil, or say that this is another child.")
                       .arg(candidates.mid(0, 5).join(QStringLiteral("; "))));
}

Pupil tidied(Pupil pupil)
{
    pupil.child.upn = rules::readUpn(pupil.child.upn).normal;
    pupil.child.forename = pupil.child.forename.simplified();
    pupil.child.surname = pupil.child.surname.simplified();
    if (!pupil.child.onRoll)
        pupil.child.onRoll = true;
    return pupil;
}

} // namespace

std::vector<Session::State::Entry> pupilEntries(const Pupil& pupil, const Pupil* before, const QString& reason)
{
    std::vector<Session::State::Entry> entries;
    const auto add = [&](const QString& desk, model::ChildBody body) {
        journal::Draft draft;
        draft.kind = before ? Kind::ChildChanged : Kind::ChildRegistered;
        draft.desk = desk;
        draft.body = std::move(body);
        entries.push_back({std::move(draft), rules::Record::Own, nullptr, {}});
    };
    const auto seen = model::publicPart(pupil.child);
    if (!before || seen != model::publicPart(before->child) || pupil.className != before->className)
        add(model::everyoneDesk, {seen, pupil.className, {}, {}});
    add(model::safeguardingDesk, {pupil.child, pupil.className, pupil.facts, reason});
    return entries;
}

FoundPupil foundOf(const Pupil& pupil)
{
    const auto& child = pupil.child;
    return {child.id,        child.forename,  child.surname,        child.dateOfBirth,
            child.yearGroup, pupil.className, child.onRoll != false};
}

QString newChildId()
{
    return QString::fromLatin1(crypto::randomBytes(8).toHex());
}

Expected<casebook::Casebook*> registerView(Session::State& state)
{
    HEED_TAKE(auto* view, state.deskView());
    if (state.deskName() != model::safeguardingDesk)
        return failure(ErrorCode::NotAllowed, QStringLiteral("The pupil register is kept by the safeguarding leads."));
    return view;
}

Result writeRegister(Session::State& state, const RegisterWork& work, const Progress& progress)
{
    constexpr int tries = 5;
    for (int i = 0; i < tries; ++i) {
        HEED_TAKE(auto* view, registerView(state));
        HEED_TRY(state.bringUpToDate(progress, false));
        HEED_TAKE(const auto stand, view->readUpTo());
        HEED_TAKE(auto entries, work(*view));
        if (entries.empty())
            return {};
        HEED_TAKE(const bool isWritten, state.writeAllAt(stand, std::move(entries), progress));
        if (isWritten)
            return {};
    }
    return failure(ErrorCode::InUse, QStringLiteral("Others are writing into this vault just now: try again."));
}

Expected<std::vector<FoundPupil>> findPupils(Session& session, const QString& typed, int limit)
{
    auto& state = session.state();
    HEED_TAKE(auto* view, everyone(state));
    HEED_TAKE(const auto stand, view->readUpTo());
    if (!state.names || state.names->stand != stand) {
        HEED_TAKE(auto all, view->pupils());
        std::vector<pupils::Named> named;
        named.reserve(all.size());
        for (const auto& one : all)
            named.push_back({one.child.id, one.child.forename, one.child.surname, one.className, one.child.yearGroup,
                             one.child.onRoll != false});
        state.names.emplace(Session::State::Names{stand, std::move(all), pupils::NameIndex(named)});
    }
    std::vector<FoundPupil> answer;
    for (const auto place : state.names->index.find(typed, static_cast<std::size_t>(std::max(0, limit))))
        answer.push_back(foundOf(state.names->all[place]));
    return answer;
}

Expected<std::vector<Pupil>> pupils(Session& session)
{
    auto& state = session.state();
    HEED_TRY(state.ready());
    HEED_TAKE(auto* view,
              state.desk&& state.deskName() == model::safeguardingDesk ? state.deskView() : everyone(state));
    HEED_TAKE(auto all, view->pupils());
    std::sort(all.begin(), all.end(), [](const Pupil& a, const Pupil& b) {
        const auto key = [](const Pupil& one) {
            return std::tuple(one.child.onRoll == false, model::foldedName(one.child.surname),
                              model::foldedName(one.child.forename), one.child.id);
        };
        return key(a) < key(b);
    });
    return all;
}

Expected<Pupil> pupil(Session& session, const QString& which)
{
    HEED_TAKE(auto all, pupils(session));
    const auto upn = rules::readUpn(which).normal;
    const auto name = model::comparedName(which);
    std::vector<const Pupil*> matching;
    for (const auto& one : all) {
        if (one.child.id == which.trimmed() || (!upn.isEmpty() && one.child.upn == upn))
            return one;
        if (!name.isEmpty() && model::comparedName(one.child.forename + u' ' + one.child.surname).contains(name))
            matching.push_back(&one);
    }
    if (matching.empty())
        return failure(
            ErrorCode::NotFound,
            QStringLiteral("No pupil of the register is known as \"%1\": check the name.").arg(which.left(100)));
    if (matching.size() > 1) {
        QStringList candidates;
        for (const auto* one : matching)
            candidates << QStringLiteral("%1, %2 (%3)").arg(model::nameOf(one->child), one->className, one->child.id);
        return failure(ErrorCode::BadInput,
                       QStringLiteral("\"%1\" could be any of %2: give the id of one.")
                           .arg(which.left(100), candidates.mid(0, 10).join(QStringLiteral("; "))));
    }
    return *matching.front();
}

Expected<std::optional<Pupil>> childFacts(Session& session, const QString& child)
{
    HEED_TAKE(auto* view, registerView(session.state()));
    return view->childFacts(child);
}

Expected<QString> registerPupil(Session& session, const Pupil& given, bool another)
{
    auto added = tidied(given);
    added.child.id = newChildId();
    const auto work = [&](casebook::Casebook& view) -> Expected<Entries> {
        HEED_TAKE(const auto others, view.pupils());
        HEED_TRY(checkPupil(given, others));
        if (!another)
            HEED_TRY(checkAlike(added, others));
        HEED_TAKE(auto entries, siblingEntries(others, added, nullptr));
        for (auto& entry : pupilEntries(added, nullptr, {}))
            entries.push_back(std::move(entry));
        return entries;
    };
    HEED_TRY(writeRegister(session.state(), work));
    return added.child.id;
}

Result correctPupil(Session& session, const Pupil& given, const QString& reason, const std::optional<Pupil>& opened)
{
    return writeRegister(session.state(), [&](casebook::Casebook& view) -> Expected<Entries> {
        HEED_TAKE(const auto all, view.pupils());
        const auto before =
            std::find_if(all.begin(), all.end(), [&](const Pupil& one) { return one.child.id == given.child.id; });
        if (before == all.end())
            return failure(ErrorCode::NotFound, QStringLiteral("This pupil is not in the register: add them first."));
        HEED_TRY(checkPupil(given, all));
        auto corrected = tidied(given);
        if (opened) {
            HEED_TAKE(corrected, pupils::rebase(*opened, corrected, *before));
            HEED_TRY(checkPupil(corrected, all));
        }
        if (corrected == *before)
            return Entries();
        HEED_TAKE(auto entries, siblingEntries(all, corrected, &*before));
        for (auto& entry : pupilEntries(corrected, &*before, reason))
            entries.push_back(std::move(entry));
        return entries;
    });
}

Result markLeft(Session& session, const QStringList& ids, const QDate& day)
{
    return writeRegister(session.state(), [&](casebook::Casebook& view) -> Expected<Entries> {
        Entries entries;
        for (const auto& id : ids) {
            HEED_TAKE(const auto before, view.childFacts(id));
            if (!before || before->child.id != id)
                return failure(ErrorCode::NotFound,
                               QStringLiteral("This pupil is not in the register: add them first."));
            auto after = *before;
            after.child.onRoll = false;
            after.facts.leavingDate = day;
            for (auto& entry : pupilEntries(after, &*before, {}))
                entries.push_back(std::move(entry));
        }
        return entries;
    });
}

Result linkChild(Session& session, const QString& described, const QString& pupil, bool same, const QString& reason)
{
    auto& state = session.state();
    HEED_TAKE(auto* view, registerView(state));
    HEED_TAKE(const auto facts, view->childFacts(pupil));
    if (!facts)
        return failure(ErrorCode::NotFound,
                       QStringLiteral("There is no pupil \"%1\" in the register.").arg(pupil.left(40)));
    return linkDescribed(session, {described.trimmed(), facts->child.id, same, reason, false});
}

Expected<std::vector<DescribedChild>> describedChildren(Session& session, const QString& text)
{
    HEED_TAKE(auto* view, registerView(session.state()));
    std::vector<DescribedChild> answer;
    if (text.trimmed().isEmpty())
        return answer;
    HEED_TAKE(const auto known, view->findChildren(text));
    for (const auto& one : known) {
        HEED_TAKE(const auto facts, view->childFacts(one.id));
        if (!facts)
            answer.push_back({one.id, one.child});
    }
    return answer;
}

} // namespace heed::session

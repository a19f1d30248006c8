#include "session/own_kept.h"

#include "journal/drafts.h"
#include "model/cbor.h"
#include "platform/log.h"

namespace heed::session {

using model::Expected;
using model::Result;

namespace {

constexpr qint64 worthKeeping = 1000; // entries

const QString form = QStringLiteral("kept.own");

struct KeptPlace {
    QByteArray device;
    qint64 number = 0;

    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("device", self.device, {.required = true});
        visit("number", self.number, {.required = true});
    }
};

struct Kept {
    qint64 sequence = 0;
    QByteArray last;
    std::vector<KeptPlace> places;

    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("sequence", self.sequence, {.required = true});
        visit("last", self.last, {.required = true});
        visit("places", self.places, {.most = model::anyNumber});
    }
};

journal::Drafts draftsOf(const Session::State& state)
{
    return {state.folder, state.policy().vault.vault, state.ring()};
}

Expected<bool> takeUp(Session::State& state)
{
    HEED_TAKE(const auto bytes, draftsOf(state).load(form));
    if (bytes.isEmpty())
        return false;
    const auto what = QStringLiteral("The list of your own entries");
    HEED_TAKE(const auto map, model::parseCbor(bytes, what));
    HEED_TAKE(const auto kept, model::fromShape<Kept>(map, what));
    casebook::Casebook::ReadSoFar before{kept.sequence, kept.last, {}};
    for (const auto& place : kept.places)
        before.places.push_back({place.device, place.number});
    HEED_TAKE(const bool taken, state.own->takeUp(state.journal, state.ownReading(), before));
    if (taken)
        state.ownKept = kept.sequence;
    return taken;
}

Result keep(Session::State& state)
{
    HEED_TAKE(const auto reached, state.own->readUpTo());
    if (reached - state.ownKept < worthKeeping)
        return {};
    HEED_TAKE(const auto read, state.own->readSoFar());
    Kept kept{read.sequence, read.last, {}};
    for (const auto& place : read.places)
        kept.places.push_back({place.device, place.number});
    HEED_TRY(draftsOf(state).save(form, model::writeCbor(model::toShape(kept))));
    state.ownKept = reached;
    return {};
}

} // namespace

Result openOwn(Session::State& state)
{
    if (state.own)
        return {};
    HEED_TAKE(state.own, casebook::Casebook::inMemory());
    // What cannot be taken up is read from the start.
    if (const auto taken = takeUp(state); !taken) {
        platform::log::warning("own entries read from the start", {{"code", taken.error().code}});
        HEED_TAKE(state.own, casebook::Casebook::inMemory());
    }
    return {};
}

void keepOwn(Session::State& state)
{
    if (!state.missing.isEmpty() || !state.forked.isEmpty())
        return;
    if (const auto kept = keep(state); !kept)
        platform::log::warning("own entries not kept", {{"code", kept.error().code}});
}

} // namespace heed::session

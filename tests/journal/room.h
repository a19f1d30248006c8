#pragma once

#include "crypto/self_test.h"
#include "journal/append.h"
#include "journal/standing.h"
#include "qt_strings.h"
#include "taken.h"

#include "crypto/random.h"

#include <QTemporaryDir>

#include <algorithm>

namespace heed::tests {

inline const QDateTime morning(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);

/// The people of a school and what they hold, made without files or passwords.
struct Room {
    Room()
    {
        done(crypto::start());
        policy.vault.vault = crypto::randomBytes(16);
        policy.vaultHash = crypto::randomBytes(32);
        for (const auto& desk : {model::everyoneDesk, model::safeguardingDesk, model::headDesk})
            addDesk(desk);
        usePc("one");
    }

    /// From now on this process is another installation.
    void usePc(const char* name) { qputenv("XDG_STATE_HOME", state.filePath(QString::fromLatin1(name)).toLocal8Bit()); }
    platform::InstallationFile memory() const { return taken(platform::InstallationFile::of(policy.vault.vault)); }

    vault::Keyring& add(const QString& name, model::Role role, bool starting = false)
    {
        amend();
        vault::Keyring ring;
        ring.member = QString::fromLatin1(crypto::randomBytes(8).toHex());
        ring.name = name;
        ring.role = role;
        ring.signing = crypto::SigningKeys::make();
        ring.sealing.push_back(crypto::SealingKeys::make());
        vault::MemberKeys keys;
        keys.signing = ring.signing.publicKey;
        keys.sealing = ring.sealing.front().publicKey;
        keys.starting = starting;
        keys.from = policy.vault.lineage.counter;
        policy.vault.members.push_back(
            {ring.member, name, morning, {{role, policy.vault.lineage.counter, {}, ring.member}}, {keys}, {}});
        for (const auto& desk : {model::everyoneDesk, model::deskOf(role)})
            if (!desk.isEmpty())
                ring.desks.emplace(desk,
                                   taken(vault::DeskKeys::fromNewest(*policy.desk(desk), seeds.at(desk).clone())));
        return people.insert_or_assign(name, std::move(ring)).first->second;
    }

    void end(const QString& name)
    {
        amend();
        auto& member = memberNamed(name);
        member.roles.back().until = policy.vault.lineage.counter;
        member.keys.back().until = policy.vault.lineage.counter;
        member.endedAt = morning;
    }
    void changeRole(const QString& name, model::Role role)
    {
        amend();
        auto& member = memberNamed(name);
        member.roles.back().until = policy.vault.lineage.counter;
        member.roles.push_back({role, policy.vault.lineage.counter, {}, member.id});
    }
    void resetKeys(const QString& name)
    {
        amend();
        auto& member = memberNamed(name);
        member.keys.back().until = policy.vault.lineage.counter;
        auto fresh = member.keys.back();
        fresh.signing = crypto::SigningKeys::make().publicKey;
        fresh.from = policy.vault.lineage.counter;
        fresh.until.reset();
        member.keys.push_back(fresh);
    }
    /// How far `journal` reaches, for what ended last.
    void noteEnding(journal::Journal& journal) { policy.vault.noteEnding(journal::headsOnly(taken(journal.heads()))); }

    /// The next vault.json.
    void amend()
    {
        policy.vault.lineage = policy.vault.lineage.next(policy.vaultHash, morning, {});
        policy.vaultHash = crypto::randomBytes(32);
    }

    journal::Journal journalInMemory() const { return taken(journal::Journal::inMemory(policy.vault.vault)); }

    journal::Written append(journal::Journal& journal, const vault::Keyring& author, const journal::Draft& draft,
                            const QDateTime& at = morning) const
    {
        return taken(journal::append(journal, memory(), policy, author, draft, at));
    }

    journal::ReadingKeys deskKeys(const QString& desk) const
    {
        journal::ReadingKeys keys;
        for (const auto& [name, ring] : people)
            if (const auto found = ring.desks.find(desk); found != ring.desks.end()) {
                keys.desk.push_back(&found->second.newestSealing());
                break;
            }
        return keys;
    }
    static journal::ReadingKeys ownKeys(const vault::Keyring& ring)
    {
        journal::ReadingKeys keys;
        keys.personal.push_back(&ring.sealing.front());
        return keys;
    }

    vault::Policy policy;
    std::map<QString, vault::Keyring> people;
    std::map<QString, crypto::SecretBytes> seeds;
    QTemporaryDir state;

private:
    vault::Member& memberNamed(const QString& name)
    {
        return *std::find_if(policy.vault.members.begin(), policy.vault.members.end(),
                             [&](const vault::Member& member) { return member.name == name; });
    }
    void addDesk(const QString& name)
    {
        auto seed = vault::DeskKeys::newSeed();
        vault::DeskInForce desk;
        desk.statement.vault = policy.vault.vault;
        desk.statement.desk = name;
        desk.statement.epochs = {vault::DeskKeys::epochOf(1, seed)};
        desk.statement.readers = {{QStringLiteral("member:first"), crypto::randomBytes(32), crypto::randomBytes(80)}};
        desk.hash = crypto::randomBytes(32);
        policy.desks.emplace(name, std::move(desk));
        seeds.emplace(name, std::move(seed));
    }
};

inline journal::Draft noteDraft(const QString& text, const QString& desk = model::safeguardingDesk)
{
    journal::Draft draft;
    draft.kind = model::Kind::Note;
    draft.desk = desk;
    draft.body = model::TextBody{text, {}, {}, {}};
    return draft;
}

} // namespace heed::tests

#pragma once

#include "crypto/secret_bytes.h"
#include "model/case.h"
#include "model/guidance_file.h"
#include "model/profile.h"
#include "model/role.h"

#include <functional>
#include <memory>

namespace heed::vault {
class Folder;
struct Policy;
struct Keyring;
} // namespace heed::vault

namespace heed::session {

/// What long work tells of itself, and whether it should stop. `done` of `total`; a total of 0 is not known. May be
/// empty.
struct Progress {
    std::function<void(const QString& what, qint64 done, qint64 total)> report;
    std::function<bool()> cancelled;

    void say(const QString& what, qint64 done = 0, qint64 total = 0) const
    {
        if (report)
            report(what, done, total);
    }
    bool isCancelled() const { return cancelled && cancelled(); }
};

/// Who is signed in, as a screen shows it.
struct Member {
    QString id;
    QString name;
    model::Role role = model::Role::Staff;
    QString desk; ///< that they read besides *everyone*; empty for staff, or while it waits for its reader
    bool mustChoosePassword = false; ///< a starting password: nothing but chooseFirstPassword works
};

/// What a vault says of itself before anybody signs in.
struct FrontPage {
    QString path;
    QString school;
    model::Profile profile; ///< signed, but only as far as the files can prove without a member's pins
    std::vector<model::GuidanceFile> guidance; ///< the school's own; the same holds
    QString network; ///< the kind of network file system it is on; empty for a disk of this PC
};

/// What a signed-in member can do; it holds the keys, and beside it stands one file for each group of tasks (logging.h,
/// review.h, people.h, paper.h, upkeep.h). Used from one thread at a time; see SessionThread.
class Session {
public:
    static model::Expected<FrontPage> frontPage(const QString& path);

    /// Opens the vault (about 0.6 s for the password) and brings the casebook up to date. Errors: NotFound, NotAVault,
    /// UnknownMember, WrongPassword, NotAllowed, Damaged, Forked, InUse, Cancelled.
    static model::Expected<std::unique_ptr<Session>> signIn(const QString& path, const QString& name,
                                                            crypto::ByteSpan password, const Progress& progress = {});
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    Member member() const;
    model::Profile profile() const;
    QString vaultPath() const;

    /// Sentences that a reader must see at sign-in: that the vault is behind and read-only, or forked.
    QStringList warnings() const;
    bool isReadOnly() const;

    /// The first sign-in: makes this member's own keys. BadInput for a weak password.
    model::Result chooseFirstPassword(const QString& password);
    model::Result changePassword(const QString& password);

    /// Reads what others have written since; true if anything was new.
    model::Expected<bool> refresh(const Progress& progress = {});

    /// For the task files beside this class; defined in state.h, which only they include.
    struct State;
    State& state() { return *m_state; }

private:
    explicit Session(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace heed::session

#pragma once

#include "casebook/casebook.h"
#include "journal/append.h"
#include "journal/standing.h"
#include "platform/installation.h"
#include "register/name_index.h"
#include "rules/permission.h"
#include "session/session.h"
#include "vault/amend.h"

#include <QSet>

#include <functional>

namespace heed::session {

/// What a session holds. Only the files of this folder include this.
struct Session::State {
    vault::Folder folder;
    vault::Unlocked unlocked;
    journal::Journal journal;
    platform::InstallationFile memory;
    std::optional<casebook::Casebook> desk;     ///< the view of the desk that this member reads
    std::optional<casebook::Casebook> everyone; ///< the pupil register, as every member may see it
    struct Names {
        qint64 stand = 0; ///< how far the view had read when this was made of it
        std::vector<model::Pupil> all;
        pupils::NameIndex index;
    };
    std::optional<Names> names;            ///< for the search; made when first asked for
    std::optional<casebook::Casebook> own; ///< of the member's own concerns; made when first asked for
    qint64 ownKept = 0;                    ///< how far it had read when that was last put by
    QStringList missing;                   ///< why the vault may only be read
    QStringList forked;                    ///< why nothing may be sealed
    QSet<QByteArray> opened;               ///< records whose opening has been recorded since sign-in
    QSet<QString> attached = {};           ///< files that were sealed since sign-in, and so are in no older entry

    const vault::Policy& policy() const { return unlocked.policy; }
    const vault::Keyring& ring() const { return unlocked.keyring; }
    /// The desk that this member reads; empty for staff, and while it does not exist.
    QString deskName() const;

    /// NotAllowed until a starting password has been replaced.
    model::Result ready() const;
    /// The desk's view, or NotAllowed.
    model::Expected<casebook::Casebook*> deskView();
    model::Expected<casebook::Casebook*> ownView();

    /// Holds statements and heads against what this installation remembers: fills `missing` and `forked`, or remembers
    /// what is new. Before every seal, since the files may have been put back while somebody was signed in.
    model::Result takeStock();
    /// For what ends in vault.json.
    vault::ReadHeads readHeads();
    /// Acceptances of a vault that was put back, the newest first, opened and judged anew.
    model::Expected<std::vector<journal::Acceptance>> acceptances();
    /// After sign-in, and after a desk came to be: makes the desk of one's role, settles, opens the casebook.
    model::Result openDesk(const Progress& progress);
    /// Without *everyone*'s view, which need not follow what does not concern it.
    model::Expected<qint64> bringUpToDate(const Progress& progress, bool withEveryone = true);

    /// An entry about to be written.
    struct Entry {
        journal::Draft draft;
        rules::Record whose = rules::Record::Others;
        const State* author = nullptr; ///< nothing: this member
        QDateTime at = {};             ///< null: now
        /// Asked while nobody else can write: what was right when a page was shown may not be so any more.
        std::function<model::Result()> stillRight = {};
    };
    /// Checks the right, reads the policy again, seals and commits the entry, and brings the views up to date.
    model::Expected<journal::Written> write(const journal::Draft& draft, rules::Record whose);
    /// The same for many: all of them are written or none, and the views follow once. Answers the last.
    model::Expected<journal::Written> writeAll(std::vector<Entry> entries, const Progress& progress);
    /// As writeAll, of what was thought out on the desk's view when it had read up to `stand` of the journal. Where
    /// there is more by now, nothing is written and the answer is false: think again.
    model::Expected<bool> writeAllAt(qint64 stand, std::vector<Entry> entries, const Progress& progress);
    /// As writeAll, without the views: for the next of many.
    model::Expected<journal::Written> writeOnly(std::vector<Entry> entries, const Progress& progress);
    model::Expected<std::optional<journal::Written>> writeOnlyAt(const std::optional<qint64>& stand,
                                                                 std::vector<Entry> entries, const Progress& progress);
    void followWritten(bool tellsEveryone, const Progress& progress);

    /// A record of the desk's, by a reference as typed: NotFound alike for one that is not there and one that may not
    /// be read.
    model::Expected<casebook::Casebook::RecordFacts> find(const QString& reference);

    /// Opens the record's entries again from the journal and holds them against the view. Damaged where they differ.
    model::Result verifyAgain(const QByteArray& record);

    casebook::Reading deskReading() const;
    casebook::Reading ownReading() const;
    casebook::Reading everyoneReading() const;
    casebook::Reading readingOf(const QString& name) const;
    model::Expected<qint64> followEveryone(const casebook::Watch& watch);
};

/// The same answer for what does not exist and what one may not open.
tl::unexpected<model::Error> noSuchConcern(const QString& reference);

/// NotAllowed or Behind unless the member signed in with their own password and the vault may be written to.
model::Result mayChange(Session& session);

model::Result needs(const QString& text, const char* sentence);

} // namespace heed::session

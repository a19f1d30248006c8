#pragma once

#include "rules/problem.h"
#include "session/session.h"

namespace heed::session {

// Setting a vault up, and who may do what in it.

/// A share of a desk's recovery, as it is printed.
struct ShareSheet {
    QString vaultName;
    QString desk;
    QString holder;
    int index = 1;
    int count = 3;
    int threshold = 2;
    int set = 1;        ///< a newer set replaces an older one
    QStringList groups; ///< to be typed; also the QR code's text, joined by spaces
};

struct SetUpRequest {
    QString path;
    model::Profile profile;
    QString member; ///< the first designated safeguarding lead
    QString password;
    int shares = 3;
    int threshold = 2;
    QStringList holders;
    QString group;
};

struct SetUpAnswer {
    QString vault;                           ///< the id, hexadecimal
    std::vector<ShareSheet> shares;          ///< to be printed now; they cannot be shown again
    std::vector<rules::Problem> unconfirmed; ///< what the profile does not say yet
};

/// Makes a vault. Nothing is left behind if it fails.
model::Expected<SetUpAnswer> setUpVault(const SetUpRequest& request, const Progress& progress = {});

/// Reads a profile from JSON and checks that no route in it ends with nobody.
model::Expected<model::Profile> readProfile(const QByteArray& json);
/// The profile that comes with Heed.
model::Profile defaultProfile();
QByteArray writeProfile(const model::Profile& profile);

/// 0 to 4, as zxcvbn judges it, for a bar beside the field; and what checkPassword would say.
int passwordStrength(const QString& password, const QStringList& known);
model::Result checkPassword(const QString& password, model::Role role, const QStringList& known);

struct MemberRow {
    QString id;
    QString name;
    std::optional<model::Role> role; ///< nothing: has left
    bool hasSignedIn = true;         ///< false while the starting password stands
    QString enrolledBy;
    QDateTime enrolledAt;
    QString resetBy;                  ///< who gave them new keys last; their own name: by recovery. Empty: nobody did
    std::optional<QDateTime> resetAt; ///< not known for keys of a Heed that did not write it down
    std::optional<QDateTime> leftAt;
    bool waitsForDesk = false; ///< has a role whose desk does not open to them yet
    bool isOnlyReader = false; ///< of that desk: their role and membership stay until somebody else reads it too
};
model::Expected<std::vector<MemberRow>> members(Session& session);

struct NewMemberAnswer {
    QString id;
    QString startingPassword; ///< shown once; empty where `ownPassword` was given
};
/// By a DSL. `ownPassword` is the member's own and needs no change.
model::Expected<NewMemberAnswer> addMember(Session& session, const QString& name, model::Role role,
                                           const std::optional<QString>& ownPassword = {});

/// By a DSL. BadInput where it would leave a desk without a reader.
model::Result changeRole(Session& session, const QString& name, model::Role role);

/// References of what was handed over to somebody and is open, as far as this member's desk reads it: to be seen before
/// they leave. NotAllowed for who reads no desk; BadInput where nobody is called that.
model::Expected<QStringList> openWorkOf(Session& session, const QString& name);
/// By a DSL. Answers the references of their open work: somebody has to take those on.
model::Expected<QStringList> endMember(Session& session, const QString& name);
/// By a DSL: a new starting password; what was sealed to the old keys alone stays closed.
model::Expected<NewMemberAnswer> resetMember(Session& session, const QString& name);

/// Opens a desk again with k of its printed shares, given as typed, and makes `member` its reader with this password;
/// an entry records it. Answers the desk. BadInput names the share that is mistyped, doubled, foreign or outdated.
model::Expected<QString> recoverDesk(const QString& path, const QStringList& shares, const QString& member,
                                     const QString& password, const Progress& progress = {});
/// New shares for the desk that this member reads, with a new epoch: the old ones open nothing written from now on, and
/// still open all that was written before.
model::Expected<std::vector<ShareSheet>> reissueShares(Session& session, int shares, int threshold,
                                                       const QStringList& holders = {});
/// Proves that shares would recover their desk, changes nothing, and records that it was tried.
model::Result drillShares(Session& session, const QStringList& shares);

/// By a DSL; recorded as an entry. BadInput where a route would end with nobody.
model::Result setProfile(Session& session, const model::Profile& profile, const QString& reason);

} // namespace heed::session

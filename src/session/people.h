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
};
model::Expected<std::vector<MemberRow>> members(Session& session);

struct NewMemberAnswer {
    QString id;
    QString startingPassword; ///< shown once; empty where `ownPassword` was given
};
/// By a DSL. `ownPassword` is the member's own and needs no change.
model::Expected<NewMemberAnswer> addMember(Session& session, const QString& name, model::Role role,
                                           const std::optional<QString>& ownPassword = {});

/// By a DSL; recorded as an entry. BadInput where a route would end with nobody.
model::Result setProfile(Session& session, const model::Profile& profile, const QString& reason);

} // namespace heed::session

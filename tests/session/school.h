#pragma once

#include "crypto/self_test.h"
#include "session/logging.h"
#include "session/people.h"

#include <catch2/catch_test_macros.hpp>

#include <QTemporaryDir>

namespace heed::tests {

inline const QString dslPassword = QStringLiteral("correct horse battery staple");
inline const QString staffPassword = QStringLiteral("velvet otter juggles nine lamps");
inline const QString headPassword = QStringLiteral("seven copper kettles whistle twice");

/// A vault in a temporary folder, with a state folder of its own, that goes when the test does.
class School {
public:
    School()
    {
        REQUIRE(crypto::start());
        usePc(QStringLiteral("pc-one"));
        session::SetUpRequest request;
        request.path = path();
        request.profile = session::defaultProfile();
        request.profile.dsls.front().name = QStringLiteral("Testa Lead");
        request.profile.head.name = QStringLiteral("Hedda Mock");
        request.member = QStringLiteral("Testa Lead");
        request.password = dslPassword;
        auto made = session::setUpVault(request);
        INFO((made ? "" : made.error().message.toStdString()));
        REQUIRE(made);
        setUp = std::move(*made);
    }

    QString path() const { return m_folder.filePath(QStringLiteral("St Example.heed")); }
    QString filePath(const QString& name) const { return m_folder.filePath(name); }

    /// From now on this process is another installation.
    void usePc(const QString& name) { qputenv("XDG_STATE_HOME", m_folder.filePath(name).toLocal8Bit()); }

    model::Expected<std::unique_ptr<session::Session>> trySignIn(const QString& name, const QString& password) const
    {
        return session::Session::signIn(path(), name, crypto::spanOf(password.toUtf8()));
    }

    std::unique_ptr<session::Session> signIn(const QString& name, const QString& password) const
    {
        auto session = trySignIn(name, password);
        INFO((session ? "" : session.error().message.toStdString()));
        REQUIRE(session);
        return std::move(*session);
    }
    std::unique_ptr<session::Session> signInLead() const { return signIn(QStringLiteral("Testa Lead"), dslPassword); }

    session::SetUpAnswer setUp;

private:
    QTemporaryDir m_folder;
};

inline model::Concern someConcern()
{
    model::Concern concern;
    concern.child.forename = QStringLiteral("Madeup");
    concern.child.surname = QStringLiteral("Pupil");
    concern.child.dateOfBirth = QDate(2012, 5, 3);
    concern.child.yearGroup = QStringLiteral("9");
    concern.child.onRoll = true;
    concern.facts = QStringLiteral("Came in with a new telephone and would not say where it came from.");
    model::SignSeen sign;
    sign.code = QStringLiteral("unaffordable-things");
    concern.signsSeen.push_back(sign);
    return concern;
}

} // namespace heed::tests

#pragma once

#include "crypto/self_test.h"
#include "qt_strings.h"
#include "taken.h"
#include "vault/amend.h"
#include "vault/enrol.h"
#include "vault/password.h"
#include "vault/set_up.h"

#include <QFile>
#include <QTemporaryDir>

namespace heed::tests {

inline const QDateTime morning(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
inline const QString leadName = QStringLiteral("Testa Lead");
inline const QString leadPassword = QStringLiteral("correct horse battery staple");
inline const QString otherPassword = QStringLiteral("seven copper kettles whistle twice");

inline QByteArray contents(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

inline void overwrite(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

/// A vault with one designated safeguarding lead, in a folder that goes with the test.
struct Place {
    Place()
    {
        done(crypto::start());
        vault::SetUp request;
        request.path = dir.filePath(QStringLiteral("St Example.heed"));
        request.profile.school.name = QStringLiteral("St Example");
        request.member = leadName;
        request.password = leadPassword;
        made = taken(vault::setUp(request, morning));
        folder = taken(vault::Folder::open(request.path));
    }

    model::Expected<vault::Unlocked> tryUnlock(const QString& name, const QString& password) const
    {
        return vault::unlock(folder, name, vault::passwordBytes(password).span(), morning);
    }
    vault::Unlocked unlock(const QString& name, const QString& password) const
    {
        return taken(tryUnlock(name, password));
    }
    vault::Unlocked lead() const { return unlock(leadName, leadPassword); }

    QTemporaryDir dir;
    vault::Made made;
    vault::Folder folder{QString()};
};

} // namespace heed::tests

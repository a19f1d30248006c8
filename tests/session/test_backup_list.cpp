#include "bad_input.h"
#include "qt_strings.h"
#include "school.h"
#include "taken.h"

#include "session/backups.h"
#include "session/state.h"
#include "upkeep/backup.h"

#include <QFile>

using namespace heed;
using namespace heed::tests;

TEST_CASE(
    "Every field of a backup's list that is missing, mistyped, out of range, doubled or unknown is refused by name")
{
    School school;
    auto lead = school.signInLead();
    REQUIRE(session::logConcern(*lead, someConcern()));
    QFile attached(school.path() + QStringLiteral("/files/00aa"));
    REQUIRE(attached.open(QIODevice::WriteOnly));
    REQUIRE(attached.write(QByteArray(100, 'a')) == 100);
    attached.close();
    const auto folder = taken(session::backUpNow(*lead)).folder;
    const auto beside = school.filePath(QStringLiteral("Restored.heed"));
    QFile file(folder + u'/' + upkeep::backupListName);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto good = file.readAll();
    file.close();
    const auto write = [&](const QByteArray& bytes) {
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
        file.close();
    };
    // Signed by the lead as it should be: what is wrong is what it says.
    const auto signedAs = [&](const QByteArray& payload) {
        const auto& ring = lead->state().ring();
        vault::SignedFile made{upkeep::backupFormat, payload, {}};
        made.sign(QStringLiteral("member:") + ring.member, ring.signing);
        return vault::writeSignedFile(made);
    };
    const auto read = taken(vault::parseSignedFile(good, upkeep::backupFormat, {}));
    auto list = taken(vault::parsePayload<upkeep::BackupList>(read, {}));
    list.flaw = QStringLiteral("Something was wrong.");
    const auto fields = fieldsOf(list);
    QSet<QString> seen;
    for (const auto& field : fields)
        if (field.isThere)
            seen << field.type;
    CHECK(neverThere(fields, seen).isEmpty());
    // Whether there are so many entries or bytes is asked of the files, not of the list.
    const QStringList anyValue{QStringLiteral("entries"), QStringLiteral("files.size"),
                               QStringLiteral("attachments.size")};
    for (const auto& one : badInputs(vault::writePayload(list), fields, anyValue)) {
        INFO(one.what.toStdString());
        write(signedAs(one.document));
        const auto refused = session::restoreBackup(folder, beside);
        REQUIRE_FALSE(refused);
        INFO(refused.error().message.toStdString());
        CHECK(refused.error().code == model::ErrorCode::Damaged);
        CHECK(std::any_of(one.anyOf.begin(), one.anyOf.end(),
                          [&](const QString& name) { return refused.error().message.contains(name); }));
        CHECK_FALSE(QFile::exists(beside));
    }
    write(signedAs(vault::writePayload(list)));
    taken(session::restoreBackup(folder, beside));
}

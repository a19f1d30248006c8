#include "rows.h"

#include "bare.h"
#include "session/logging.h"
#include "session/people.h"

#include <QTemporaryDir>

#include <stdexcept>

namespace heed::bench {
namespace {

template <class T> T must(model::Expected<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().message.toStdString());
    return std::move(*result);
}

model::Concern concern()
{
    model::Concern written;
    written.child.forename = QStringLiteral("Madeup");
    written.child.surname = QStringLiteral("Pupil");
    written.child.onRoll = true;
    written.facts = QStringLiteral("Came in with a new telephone. ").repeated(20);
    return written;
}

} // namespace

std::vector<Row> theMainJob(int runs)
{
    QTemporaryDir folder;
    qputenv("XDG_STATE_HOME", folder.filePath(QStringLiteral("state")).toLocal8Bit());
    const auto path = folder.filePath(QStringLiteral("Bench.heed"));
    const auto lead = QStringLiteral("Testa Lead");
    const auto staff = QStringLiteral("Anna Assistant");
    const auto password = QStringLiteral("correct horse battery staple");
    session::SetUpRequest request;
    request.path = path;
    request.profile = session::defaultProfile();
    request.member = lead;
    request.password = password;
    must(session::setUpVault(request));
    const auto signIn = [&](const QString& name) {
        return must(session::Session::signIn(path, name, crypto::spanOf(password.toUtf8())));
    };
    must(session::addMember(*signIn(lead), staff, model::Role::Staff, password));

    std::vector<Row> rows;
    {
        auto session = signIn(staff);
        BareDatabase bare(folder.filePath(QStringLiteral("bare.db")).toStdString());
        rows.push_back(compare(
            "log a concern, durably", runs * 4, [&] { must(session::logConcern(*session, concern())); },
            [&] { bare.insertAndCommit(4096); }));
    }
    rows.push_back(compare(
        "sign in, staff", runs, [&] { signIn(staff); }, bareArgon2id));
    rows.push_back(compare(
        "sign in, DSL, queue up to date", runs, [&] { signIn(lead); }, bareArgon2id));
    return rows;
}

} // namespace heed::bench

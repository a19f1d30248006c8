// Makes a vault of this version's formats for tests/golden/data, in a folder that does not exist yet:
//   heed_golden_maker tests/golden/data/<name>

#include "crypto/self_test.h"
#include "golden.h"
#include "platform/clock.h"
#include "session/logging.h"
#include "session/people.h"
#include "session/review.h"
#include "session/state.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>

#include <cstdio>
#include <cstdlib>

using namespace heed;
using namespace heed::golden;

namespace {

template <class T> T must(model::Expected<T> expected)
{
    if (!expected) {
        std::fprintf(stderr, "%s\n", qPrintable(expected.error().message));
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*expected);
}

model::Concern concern(const char* forename, const char* facts)
{
    model::Concern made;
    made.child.forename = QString::fromLatin1(forename);
    made.child.surname = QStringLiteral("Invented");
    made.child.dateOfBirth = QDate(2012, 5, 3);
    made.child.yearGroup = QStringLiteral("9");
    made.child.onRoll = true;
    made.facts = QString::fromLatin1(facts);
    model::SignSeen sign;
    sign.code = QStringLiteral("missing");
    made.signsSeen.push_back(sign);
    return made;
}

class Maker {
public:
    explicit Maker(QString folder)
        : m_folder(std::move(folder))
    {
    }

    void make()
    {
        session::SetUpRequest request;
        request.path = vaultPath();
        request.profile = session::defaultProfile();
        request.profile.dsls.front().name = lead;
        request.member = lead;
        request.password = leadPassword;
        usePc(stateName);
        must(session::setUpVault(request));
        QString starting;
        {
            auto session = signIn(lead, leadPassword);
            must(session::addMember(*session, staff, model::Role::Staff, staffPassword));
            starting = must(session::addMember(*session, second, model::Role::Dsl)).startingPassword;
        }
        QString reference;
        {
            auto session = signIn(staff, staffPassword);
            reference =
                must(session::logConcern(*session, concern("Ada", "Left at lunch and came back late."))).reference;
            must(session::addTo(*session, reference, QStringLiteral("She had a second telephone.")));
        }
        // On another PC, with keys that vault.json does not name yet.
        usePc(QStringLiteral("pc-two"));
        {
            auto session = signIn(second, starting);
            must(session->chooseFirstPassword(secondPassword));
            must(session::acknowledge(*session, reference));
            must(session::logConcern(*session, concern("Ben", "Was met at the gate by a man in a car.")));
        }
        usePc(stateName);
        journal::Written note;
        {
            // Signing in settles the succession. A note has no addressee: its second slot is a throwaway.
            auto session = signIn(lead, leadPassword);
            auto& state = session->state();
            const auto record = must(state.find(reference)).id;
            note = write(*session, model::Kind::Note, record,
                         model::TextBody{QStringLiteral("A note to be destroyed"), {}, {}, {}});
            write(*session, model::Kind::Note, record,
                  model::TextBody{QStringLiteral("A note to be kept"), {}, {}, {}});
            must(vault::rotate(state.folder, state.unlocked, model::safeguardingDesk, platform::now()));
        }
        usePc(QStringLiteral("pc-two"));
        {
            // In the second epoch.
            auto session = signIn(staff, staffPassword);
            const auto later =
                must(session::logConcern(*session, concern("Ada", "Had a new coat and would not say whose.")));
            const auto id = must(session::myConcerns(*session)).front().record.id;
            // What a member of staff may not, written past the session that would have refused it.
            write(*session, model::Kind::Acknowledged, QByteArray::fromHex(id.toLatin1()), model::EmptyBody{});
        }
        usePc(stateName);
        {
            auto session = signIn(lead, leadPassword);
            auto& state = session->state();
            const auto record = must(state.find(reference)).id;
            write(*session, model::Kind::Destroyed, record,
                  model::DestroyedBody{note.place.device, note.place.number, note.hash,
                                       QStringLiteral("Written in error")});
            must(state.journal.destroy(note.place));
            must(session::close(*session, reference, {QStringLiteral("Monitor"), QStringLiteral("Explained")}));
        }
        fork();
        tidy();
    }

private:
    QString vaultPath() const { return m_folder + u'/' + vaultName; }
    void usePc(const QString& name) { qputenv("XDG_STATE_HOME", (m_folder + u'/' + name).toLocal8Bit()); }

    std::unique_ptr<session::Session> signIn(const QString& name, const QString& password)
    {
        return must(session::Session::signIn(vaultPath(), name, crypto::spanOf(password.toUtf8())));
    }

    static journal::Written write(session::Session& session, model::Kind kind, const QByteArray& record,
                                  model::Body body)
    {
        auto& state = session.state();
        must(vault::reread(state.folder, state.unlocked));
        journal::Draft draft;
        draft.kind = kind;
        draft.desk = model::safeguardingDesk;
        draft.record = record;
        draft.body = std::move(body);
        return must(journal::append(state.journal, state.memory, state.policy(), state.ring(), draft, platform::now()));
    }

    /// Two vault.json that follow the same one: the one kept is what pc-one remembers.
    void fork()
    {
        const auto path = vaultPath() + QStringLiteral("/vault.json");
        QFile::copy(path, path + QStringLiteral(".before"));
        const auto amend = [&](const char* school) {
            auto session = signIn(lead, leadPassword);
            auto& state = session->state();
            must(vault::amendVault(state.folder, state.unlocked, platform::now(), [&](vault::VaultStatement& next) {
                next.profile.school.name = QString::fromLatin1(school);
                return model::Result();
            }));
        };
        amend("St Elsewhere");
        QFile::rename(path, m_folder + u'/' + forkName);
        QFile::rename(path + QStringLiteral(".before"), path);
        amend("St Example");
        signIn(lead, leadPassword); // and remember it
    }

    void tidy()
    {
        QDir(m_folder + QStringLiteral("/pc-two")).removeRecursively();
        // What git does not keep: the golden test then sees the vault as a clone does.
        for (const auto& name : {"files", "drafts", "backups"})
            QDir(vaultPath()).rmdir(QString::fromLatin1(name));
        const QDir memory(m_folder + u'/' + stateName + QStringLiteral("/heed/vaults"));
        for (const auto& name : memory.entryList({QStringLiteral("*.lock")}, QDir::Files))
            QFile::remove(memory.filePath(name));
        QDir vault(vaultPath());
        for (const auto& name :
             vault.entryList({QStringLiteral("casebook-*"), QStringLiteral(".lock")}, QDir::Files | QDir::Hidden))
            vault.remove(name);
    }

    QString m_folder;
};

} // namespace

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    if (argc != 2 || QFile::exists(QString::fromLocal8Bit(argv[1]))) {
        std::fprintf(stderr, "usage: heed_golden_maker FOLDER, which must not exist yet\n");
        return 2;
    }
    must(crypto::start());
    const auto folder = QDir::current().absoluteFilePath(QString::fromLocal8Bit(argv[1]));
    QDir().mkpath(folder);
    Maker(folder).make();
    const auto copy = folder + QStringLiteral(".copy");
    copyFolder(folder, copy);
    const auto lines = tell(copy);
    QDir(copy).removeRecursively();
    QFile expected(folder + u'/' + expectedName);
    if (!expected.open(QIODevice::WriteOnly))
        return 1;
    expected.write(lines.join(u'\n').toUtf8() + '\n');
    return 0;
}

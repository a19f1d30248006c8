#include "cli.h"

#include "qt_strings.h"

#include <catch2/catch_test_macros.hpp>

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <unistd.h>

namespace {

QStringList list(const QString& vault)
{
    return {QStringLiteral("list"), vault};
}

void check(const Answer& answer, int exit, const char* code)
{
    INFO(answer.out.toStdString());
    INFO(answer.error.toStdString());
    CHECK(answer.exit == exit);
    CHECK(answer.errorCode() == QLatin1StringView(code));
    CHECK(answer.json()[u"error"][u"message"].toString().trimmed().endsWith(u'.'));
    CHECK(answer.json().size() == 1);
    CHECK(answer.error.isEmpty());
}

/// The vault's journal, held as another program's transaction would hold it.
class Held {
public:
    explicit Held(const QString& path)
        : m_file(::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC))
    {
        REQUIRE(m_file >= 0);
        struct flock lock {};
        lock.l_type = F_WRLCK;
        lock.l_whence = SEEK_SET;
        lock.l_start = 0x40000000; // SQLite's PENDING, RESERVED and SHARED bytes
        lock.l_len = 512;
        REQUIRE(::fcntl(m_file, F_SETLK, &lock) == 0);
    }
    ~Held() { ::close(m_file); }
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;

private:
    int m_file;
};

/// While one lives, a file has other bytes.
class Changed {
public:
    template <class Change> Changed(const QString& path, Change change)
        : m_path(path)
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        m_before = file.readAll();
        file.close();
        auto bytes = m_before;
        change(bytes);
        write(bytes);
    }
    ~Changed() { write(m_before); }
    Changed(const Changed&) = delete;
    Changed& operator=(const Changed&) = delete;

private:
    void write(const QByteArray& bytes)
    {
        QFile file(m_path);
        file.open(QIODevice::WriteOnly | QIODevice::Truncate);
        file.write(bytes);
    }

    QString m_path;
    QByteArray m_before;
};

} // namespace

TEST_CASE("each thing that goes wrong has its own code and its own exit code")
{
    const auto& world = school();
    const auto vault = world.vault();

    // Who may come in.
    const auto wrong = world.write(QStringLiteral("wrong"), "not the password\n");
    const auto with = [&](const QString& name, const QString& file, const QStringList& words) {
        return world.run(words + QStringList{QStringLiteral("--as"), name, QStringLiteral("--password-file"), file,
                                             QStringLiteral("--json")});
    };
    check(with(lead, wrong, list(vault)), 3, "wrong-password");
    check(with(QStringLiteral("Nobody Here"), wrong, list(vault)), 3, "unknown-member");
    check(with(lead, world.path(QStringLiteral("no such file")), list(vault)), 2, "not-found");
    check(with(lead, world.write(QStringLiteral("empty"), "\n"), list(vault)), 2, "bad-input");
    check(world.as(teacher, list(vault)), 3, "not-allowed");
    check(world.as(teacher, {QStringLiteral("member"), QStringLiteral("add"), vault, QStringLiteral("--name"),
                             QStringLiteral("A Friend"), QStringLiteral("--role"), QStringLiteral("dsl")}),
          3, "not-allowed");
    const auto plain =
        world.run(list(vault) + QStringList{QStringLiteral("--as"), lead, QStringLiteral("--password-file"), wrong});
    CHECK(plain.exit == 3);
    CHECK(plain.out.isEmpty());
    CHECK(plain.error.count(u'\n') == 1);

    // What is not there.
    check(world.as(lead, list(world.path(QStringLiteral("nowhere")))), 2, "not-found");
    check(world.as(lead, list(world.path(QStringLiteral("cwd")))), 2, "not-a-vault");
    for (const auto* reference : {"2222-2222-222", "not a reference", "../../etc/passwd"})
        check(world.as(lead, {QStringLiteral("show"), vault, QLatin1StringView(reference)}), 2, "not-found");
    check(world.as(lead, {QStringLiteral("child"), vault, QStringLiteral("Nobody Atall")}), 2, "not-found");

    // What was written wrongly is refused by naming the key, and nothing is recorded.
    const auto concern = [&](const QByteArray& json) {
        const auto file = world.write(QStringLiteral("concern.json"), json);
        return world.as(teacher, {QStringLiteral("log"), vault, QStringLiteral("--file"), file});
    };
    const std::vector<std::pair<QByteArray, const char*>> documents{
        {"", "empty"},
        {"{\"facts\": \"x\"", "not valid JSON"},
        {"[1]", "not a JSON object"},
        {"{\"facts\": \"\xff\"}", "not valid JSON"},
        {"{}", "\"facts\""},
        {R"({"facts": 7})", "\"facts\""},
        {R"({"facts": "x", "facts": "y"})", "twice"},
        {R"({"facts": "x", "colour": "red"})", "\"colour\""},
        {R"({"facts": "x", "child": {"age": 12}})", "\"child.age\""},
        {R"({"facts": "x", "signs": [{"code": "missing", "seen": "yesterday"}]})", "\"signs[0].seen\""},
        {R"({"facts": "x", "children": [{}, {"onRoll": "yes"}]})", "\"children[1].onRoll\""},
        {R"({"facts": "x", "involved": [{"name": "A"}]})", "\"involved[0].kind\""},
        {R"({"facts": "x", "observedAt": "2026-11-20"})", "\"observedAt\""},
        {"{\"facts\": \"" + QByteArray(200'001, 'x') + "\"}", "\"facts\""},
        {"{\"facts\": \"" + QByteArray(4 * 1024 * 1024, 'x') + "\"}", "larger than"},
        {QByteArray("{\"facts\": ") + QByteArray(40, '[') + QByteArray(40, ']') + "}", "levels"},
        // These pass the shape, and fail what a concern must be.
        {R"({"facts": "   "})", "facts"},
        {R"({"facts": "x", "signs": [{"code": "horoscope"}]})", "signs[0].code"},
        {R"({"facts": "x", "observedAt": "2126-11-20T10:00:00Z"})", "observedAt"},
    };
    for (const auto& [json, named] : documents) {
        INFO(json.left(80).toStdString());
        const auto refused = concern(json);
        check(refused, 2, "bad-input");
        INFO(refused.out.left(500).toStdString());
        CHECK(refused.json()[u"error"][u"message"].toString().contains(QLatin1StringView(named)));
    }
    CHECK(world.as(teacher, {QStringLiteral("mine"), vault}).json()[u"concerns"].toArray().isEmpty());
    CHECK(world.as(lead, list(vault)).json()[u"concerns"].toArray().isEmpty());

    // Set-up does not overwrite, and leaves nothing behind.
    const auto init = [&](const QString& where, const QByteArray& password, const char* shares) {
        return world.run({QStringLiteral("init"), where, QStringLiteral("--profile"), QStringLiteral(HEED_PROFILE),
                          QStringLiteral("--member"), lead, QStringLiteral("--new-password-file"), QStringLiteral("-"),
                          QStringLiteral("--shares-out"), world.path(QLatin1StringView(shares)),
                          QStringLiteral("--json")},
                         password);
    };
    check(init(vault, passwordOf(lead).toUtf8(), "more-shares"), 2, "already-exists");
    check(init(world.path(QStringLiteral("other.heed")), "letmein", "more-shares"), 2, "bad-input");
    check(init(world.path(QStringLiteral("other.heed")), passwordOf(lead).toUtf8(), "shares"), 2, "already-exists");
    check(init(QStringLiteral("/sys/heed-test.heed"), passwordOf(lead).toUtf8(), "more-shares"), 1, "no-permission");
    CHECK_FALSE(QDir(world.path(QStringLiteral("other.heed"))).exists());
    CHECK_FALSE(QDir(world.path(QStringLiteral("more-shares"))).exists());

    // A starting password does one thing.
    const auto started =
        world
            .as(lead, {QStringLiteral("member"), QStringLiteral("add"), vault, QStringLiteral("--name"),
                       QStringLiteral("Nia New"), QStringLiteral("--role"), QStringLiteral("staff")})
            .json()[u"startingPassword"]
            .toString();
    REQUIRE_FALSE(started.isEmpty());
    const auto starting = world.write(QStringLiteral("starting"), started.toUtf8());
    const auto nia = QStringLiteral("Nia New");
    check(with(nia, starting, {QStringLiteral("mine"), vault}), 3, "not-allowed");
    const auto change = [&](const QByteArray& to) {
        return with(nia, starting,
                    {QStringLiteral("member"), QStringLiteral("passwd"), vault, QStringLiteral("--new-password-file"),
                     world.write(QStringLiteral("new"), to)});
    };
    check(change("password1"), 2, "bad-input");
    CHECK(change("kestrel-mustard-ember-quarry").json()[u"firstSignIn"] == QJsonValue(true));
    check(with(nia, starting, {QStringLiteral("mine"), vault}), 3, "wrong-password");
    CHECK(with(nia, world.path(QStringLiteral("new")), {QStringLiteral("mine"), vault}).exit == 0);

    // The machine.
    {
        const Held held(vault + QStringLiteral("/journal.db"));
        check(world.as(lead, list(vault)), 1, "in-use");
    }
    check(world.as(lead, {QStringLiteral("profile"), QStringLiteral("set"), vault, QStringLiteral("--file"),
                          world.write(QStringLiteral("profile.json"),
                                      R"({"school": {"name": "x"}, "dsls": [], "mash": {"name": "m"}})")}),
          2, "bad-input");

    // Damage.
    {
        const Changed changed(vault + QStringLiteral("/vault.json"), [](QByteArray& bytes) {
            const auto middle = bytes.indexOf("payload") + 200;
            bytes[middle] = bytes[middle] == 'A' ? 'B' : 'A';
        });
        check(world.as(lead, list(vault)), 4, "damaged");
    }
    {
        const Changed changed(vault + QStringLiteral("/journal.db"), [](QByteArray& bytes) { bytes.fill('x'); });
        check(world.as(lead, list(vault)), 4, "damaged");
    }
    {
        const QDir remembered(world.path(QStringLiteral("state/heed/vaults")));
        const auto names = remembered.entryList({QStringLiteral("*.json")}, QDir::Files);
        REQUIRE(names.size() == 1);
        for (const auto& [from, to, name] :
             {std::tuple("\"counter\": ", "\"counter\": 9223372036854775808, \"x\": ", "too large"),
              std::tuple("\"counter\": ", "\"counter\": -", "counter"),
              std::tuple("\"statements\": ", "\"colour\": 1, \"statements\": ", "colour"),
              std::tuple("\"format\": ", "\"format\": 9", "another version")}) {
            const Changed changed(remembered.filePath(names.front()), [old = from, put = to](QByteArray& bytes) {
                const auto at = bytes.indexOf(old);
                REQUIRE(at >= 0);
                bytes.replace(at, static_cast<qsizetype>(qstrlen(old)), put);
            });
            const auto answer = world.as(lead, list(vault));
            check(answer, 4, "damaged");
            INFO(answer.out.toStdString());
            CHECK(answer.json()[u"error"][u"message"].toString().contains(QLatin1StringView(name)));
        }
    }
    CHECK(world.as(lead, list(vault)).exit == 0);
}

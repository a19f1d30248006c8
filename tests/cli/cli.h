#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

/// What heed-cli answered.
struct Answer {
    int exit = -1;
    QByteArray out;
    QString error; ///< standard error

    /// The one document on standard output; fails the test if there is not exactly one.
    QJsonObject json() const;
    QString errorCode() const { return json()[u"error"][u"code"].toString(); }
};

/// heed-cli as a program, in a world of its own: its state, its settings, its temporary and its working folder.
class World {
public:
    World();

    QString path(const QString& name) const { return m_folder.filePath(name); }
    QString write(const QString& name, const QByteArray& bytes) const;
    /// Runs heed-cli with these words; `input` is its standard input.
    Answer run(const QStringList& words, const QByteArray& input = {}) const;
    /// The same, not waited for; `state` names the folder of its state, so that several can be several computers.
    std::unique_ptr<QProcess> start(const QStringList& words, const QByteArray& input = {},
                                    const QString& state = QStringLiteral("state")) const;
    static Answer finish(QProcess& process);
    /// The same, signed in: VERB VAULT … --as NAME --password-file …, with --json.
    Answer as(const QString& name, const QStringList& words) const;

    /// Sets the school up: Donna Wealleans is its first lead, Sam Teacher of the staff, Hedda Head its head.
    void setUp() const;
    QString vault() const { return path(QStringLiteral("Our school.heed")); }
    /// Every file below this world.
    QStringList files() const;

private:
    QTemporaryDir m_folder;
};

/// A school that is set up, shared by the tests of this program.
const World& school();

QString passwordOf(const QString& name);
inline const QString lead = QStringLiteral("Donna Wealleans");
inline const QString teacher = QStringLiteral("Sam Teacher");
inline const QString head = QStringLiteral("Hedda Head");

/// A concern with words that stand nowhere else.
QByteArray concernJson();
inline const QStringList recordWords{QStringLiteral("Zebedina"),        QStringLiteral("Quillfeather"),
                                     QStringLiteral("marmalade taxi"),  QStringLiteral("nobody asked me"),
                                     QStringLiteral("lighthouse flat"), QStringLiteral("unknown-cars")};

#pragma once

#include "session/session.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <atomic>
#include <concepts>

namespace heed::session {

/// The thread that a session lives on. Screens post requests and get values back on their own thread; a reply for a
/// receiver that has gone is dropped.
class SessionThread : public QObject {
    Q_OBJECT

public:
    explicit SessionThread(QObject* parent = nullptr);
    ~SessionThread() override; ///< waits for what runs; the session is wiped on its own thread

    /// Runs `work()` there, then `reply(result)` here, if `receiver` still lives.
    template <class Work, class Reply> void post(QObject* receiver, Work work, Reply reply)
    {
        QMetaObject::invokeMethod(&m_there, [here = this, guard = QPointer<QObject>(receiver), work = std::move(work),
                                             reply = std::move(reply)]() mutable {
            auto result = std::make_shared<std::invoke_result_t<Work>>(work());
            QMetaObject::invokeMethod(here, [guard, result, reply = std::move(reply)]() mutable {
                if (guard)
                    reply(std::move(*result));
            });
        });
    }

    /// Runs `work(session)` there. While nobody is signed in, the answer is a NotAllowed. `work` returns an Expected.
    template <class Work, class Reply> void ask(QObject* receiver, Work work, Reply reply)
    {
        using Answer = std::invoke_result_t<Work, Session&>;
        post(
            receiver,
            [this, work = std::move(work)]() mutable -> Answer {
                if (!m_session)
                    return model::failure(model::ErrorCode::NotAllowed,
                                          QStringLiteral("Heed is locked: sign in again."));
                return work(*m_session);
            },
            std::move(reply));
    }

    /// Signs in there. `reply` gets the member or the error.
    void signIn(QObject* receiver, const QString& path, const QString& name,
                const std::shared_ptr<crypto::SecretBytes>& password,
                std::function<void(model::Expected<Member>)> reply);
    /// Wipes the session. Never asks, never waits for a screen.
    void lock();
    /// Asks what runs to stop.
    void cancel() { m_cancelled = true; }

Q_SIGNALS:
    /// From long work; on the receiver's thread.
    void progressed(const QString& what, qint64 done, qint64 total);

private:
    Progress progress();

    QThread m_thread;
    QObject m_there; ///< lives on the thread
    std::unique_ptr<Session> m_session;
    std::atomic<bool> m_cancelled = false;
};

} // namespace heed::session

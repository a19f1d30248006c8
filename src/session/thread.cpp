#include "session/thread.h"

namespace heed::session {

SessionThread::SessionThread(QObject* parent)
    : QObject(parent)
{
    m_there.moveToThread(&m_thread);
    m_thread.start();
}

SessionThread::~SessionThread()
{
    cancel();
    // On its own thread and after whatever runs there: the keys go where they were used.
    QMetaObject::invokeMethod(
        &m_there, [this] { m_session.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

Progress SessionThread::progress()
{
    Progress progress;
    progress.report = [this](const QString& what, qint64 done, qint64 total) { Q_EMIT progressed(what, done, total); };
    progress.cancelled = [this] { return m_cancelled.load(); };
    return progress;
}

void SessionThread::signIn(QObject* receiver, const QString& path, const QString& name,
                           const std::shared_ptr<crypto::SecretBytes>& password,
                           std::function<void(model::Expected<Member>)> reply)
{
    m_cancelled = false;
    post(
        receiver,
        [this, path, name, password]() -> model::Expected<Member> {
            m_session.reset();
            HEED_TAKE(m_session, Session::signIn(path, name, password->span(), progress()));
            return m_session->member();
        },
        std::move(reply));
}

void SessionThread::lock()
{
    cancel();
    QMetaObject::invokeMethod(&m_there, [this] { m_session.reset(); });
}

} // namespace heed::session

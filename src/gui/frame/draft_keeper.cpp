#include "gui/frame/draft_keeper.h"

#include "gui/frame/context.h"
#include "session/drafts.h"

#include <utility>

namespace heed::gui {

namespace {

constexpr int typingPause = 2000; // ms

} // namespace

DraftKeeper::DraftKeeper(Context& context, QString name, Text text, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_name(std::move(name))
    , m_text(std::move(text))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &DraftKeeper::store);
}

void DraftKeeper::setName(const QString& name)
{
    m_pause.stop();
    m_name = name;
    m_isKept = false;
}

void DraftKeeper::edited()
{
    m_pause.start();
}

void DraftKeeper::store()
{
    m_pause.stop();
    if (m_name.isEmpty())
        return;
    const auto text = m_text();
    if (!text || (text->isEmpty() && !m_isKept))
        return;
    m_isKept = !text->isEmpty();
    m_context.thread->ask(
        this,
        [name = m_name, text = *text](session::Session& session) {
            return text.isEmpty() ? session::dropDraft(session, name) : session::saveDraft(session, name, text);
        },
        [this](const model::Result& result) {
            if (!result)
                Q_EMIT m_context.navigator->fail(result.error());
        });
}

void DraftKeeper::load(Taker take)
{
    m_context.thread->ask(
        this, [name = m_name](session::Session& session) { return session::loadDraft(session, name); },
        [this, name = m_name, take = std::move(take)](const model::Expected<QByteArray>& draft) {
            if (name == m_name && take(draft.value_or(QByteArray())))
                m_isKept = true;
        });
}

} // namespace heed::gui

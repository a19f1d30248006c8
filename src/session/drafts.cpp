#include "session/drafts.h"

#include "journal/drafts.h"
#include "session/state.h"

#include <QDir>

namespace heed::session {

using model::Expected;
using model::Result;

namespace {

journal::Drafts draftsOf(Session& session)
{
    const auto& state = session.state();
    return {state.folder, state.policy().vault.vault, state.ring()};
}

} // namespace

Result saveDraft(Session& session, const QString& form, const QByteArray& text)
{
    HEED_TRY(session.state().ready());
    return draftsOf(session).save(form, text);
}

Expected<QByteArray> loadDraft(Session& session, const QString& form)
{
    HEED_TRY(session.state().ready());
    return draftsOf(session).load(form);
}

Result dropDraft(Session& session, const QString& form)
{
    HEED_TRY(session.state().ready());
    return draftsOf(session).drop(form);
}

Expected<UnsentDrafts> unsentDrafts(Session& session)
{
    HEED_TRY(session.state().deskView());
    UnsentDrafts unsent;
    for (const auto& file : QDir(session.state().folder.drafts()).entryInfoList(QDir::Files)) {
        if (file.fileName().startsWith(journal::Drafts::keptPrefix))
            continue;
        ++unsent.count;
        const auto since = file.lastModified().toUTC();
        if (!unsent.oldest || since < *unsent.oldest)
            unsent.oldest = since;
    }
    return unsent;
}

} // namespace heed::session

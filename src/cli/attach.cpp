#include "cli/attach.h"

#include "crypto/random.h"

#include <utility>

namespace heed::cli {

Flag attachFlag()
{
    auto flag = valueFlag("attach", "PATH", "A file to attach; may stand up to 10 times");
    flag.repeated = true;
    return flag;
}

model::Expected<Attaching> Attaching::of(session::Session& session, const Command& command)
{
    const auto paths = command.values("attach");
    const QString form = session::commandForm + QString::fromLatin1(crypto::randomBytes(8).toHex());
    Attaching made(session, paths.isEmpty() ? QString() : form);
    for (const auto& path : paths) {
        HEED_TAKE(auto file, session::attachFile(session, form, path));
        made.m_files.push_back(std::move(file));
    }
    return made;
}

Attaching::Attaching(Attaching&& other) noexcept
    : m_session(other.m_session)
    , m_form(std::exchange(other.m_form, {}))
    , m_files(std::move(other.m_files))
{
}

Attaching::~Attaching()
{
    if (!m_form.isEmpty())
        static_cast<void>(session::dropAttached(*m_session, m_form));
}

} // namespace heed::cli

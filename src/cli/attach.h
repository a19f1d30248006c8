#pragma once

#include "cli/flags.h"
#include "session/attachments.h"

namespace heed::cli {

/// "--attach PATH", which may be repeated.
Flag attachFlag();

/// The files that a command attaches, sealed. What was not sent when it goes is taken back.
class Attaching {
public:
    /// Seals every "--attach"; the first that is refused ends it.
    static model::Expected<Attaching> of(session::Session& session, const Command& command);
    Attaching(Attaching&& other) noexcept;
    Attaching& operator=(Attaching&&) = delete;
    ~Attaching();

    /// To be given as `filesOf`; empty for none.
    QString form() const { return m_form; }
    const std::vector<model::AttachedFile>& files() const { return m_files; }

private:
    Attaching(session::Session& session, QString form)
        : m_session(&session)
        , m_form(std::move(form))
    {
    }

    session::Session* m_session;
    QString m_form;
    std::vector<model::AttachedFile> m_files;
};

} // namespace heed::cli

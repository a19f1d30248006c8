#pragma once

#include "help.h"

#include "gui/frame/place_page.h"
#include "gui/frame/context.h"
#include "gui/frame/global_keys.h"
#include "gui/log/pages.h"

namespace heed::tests {

/// A member at one page of Heed, without the window around it: a session on its thread, and what the page says to the
/// window.
class Desk {
public:
    Desk(School& school, const QString& name);
    ~Desk();

    gui::Context& context() { return m_context; }
    /// Shows the page and gives it the focus, as the window would.
    gui::PlacePage* put(gui::PlacePage* (*make)(gui::Context&, QWidget*), QSize size = {1280, 860});
    gui::PlacePage* page() { return m_page.get(); }
    /// As the window does: the page keeps what it must, then goes, then the keys go.
    void lock();

    /// Runs `work` in the session and waits for its answer.
    template <class Work> auto run(Work work)
    {
        using Answer = std::invoke_result_t<Work, session::Session&>;
        std::optional<Answer> answer;
        QObject here;
        m_thread->ask(&here, std::move(work), [&](Answer given) { answer = std::move(given); });
        waitFor([&] { return answer.has_value(); });
        return std::move(*answer);
    }

    QStringList said; ///< status lines
    std::vector<model::Error> failed;
    QString openedCase;
    QString openedChild;
    std::optional<session::Logged> logged;

private:
    std::unique_ptr<session::SessionThread> m_thread;
    gui::Navigator m_navigator;
    gui::Context m_context;
    gui::GlobalKeys m_keys; ///< as in the window: Enter presses a button
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<gui::PlacePage> m_page;
};

/// The school that all tests of pages share: one vault with Donna Wealleans (a lead), Amanda Clifton (a lead) and Sam
/// Okafor (staff). Made once.
School& sharedSchool();
inline QString staffName()
{
    return QStringLiteral("Sam Okafor");
}

/// A concern about an invented child.
model::Concern sampleConcern();

} // namespace heed::tests

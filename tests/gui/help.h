#pragma once

#include "gui/frame/main_window.h"
#include "session/people.h"

#include <QTemporaryDir>
#include <QWidget>

#include <functional>
#include <memory>

namespace heed::tests {

/// Runs events until `holds`, at most a minute; false if it never did.
bool waitFor(const std::function<bool()>& holds);

/// What can be seen under this name, in any window; waits a little for it. nullptr if it does not come.
QWidget* seen(const QString& name);
template <class W> W* seen(const QString& name)
{
    return qobject_cast<W*>(seen(name));
}
/// Whether it can be seen now.
bool isSeen(const QString& name);

/// Whether this button, or this entry of a menu, can be used now.
bool isOffered(const QString& name);

/// Presses a button, or takes an entry of a menu whose button can be seen.
void click(const QString& name);
void type(const QString& name, const QString& text);

/// A school of one test: a vault in a folder of its own, with a lead who can sign in.
class School {
public:
    School();

    QString path() const;
    QString lead() const { return QStringLiteral("Donna Wealleans"); }
    QString password() const { return QStringLiteral("correct horse battery staple wharf"); }
    /// Enrols somebody with their own password, before any window is open.
    void enrol(const QString& name, model::Role role);

    /// The window at this school's sign-in; and with the lead, or somebody else, signed in.
    std::unique_ptr<gui::MainWindow> window();
    std::unique_ptr<gui::MainWindow> signedIn(const QString& name = {});

private:
    QTemporaryDir m_folder;
};

} // namespace heed::tests

#pragma once

#include "model/case_filter.h"
#include "model/error.h"
#include "session/logging.h"

#include <QObject>

namespace heed::gui {

/// Where one can be in Heed; the order of the navigation.
enum class Place { Log, MyConcerns, Cases, Children, Overview, Guidance, Settings };

/// How a page asks the window for something that is not its own: `Q_EMIT context.navigator->openCase(reference)`. The
/// window listens.
class Navigator : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void openPlace(Place place);
    void openCase(const QString& reference);
    void openChild(const QString& id);
    void openList(const model::CaseFilter& filter); ///< the queue, narrowed to this
    /// A page of the library, empty for its start; from there one goes back to `from` as it was left.
    void openGuidance(const QString& pageId, Place from);
    void leaveGuidance();                         ///< back to where openGuidance came from
    void openCallSheet(const QString& reference); ///< of a case: the pages that would be printed
    void logWithSign(const QString& code);        ///< the form, with this sign chosen
    void openVault(const QString& path);          ///< locks, and offers to sign in there
    /// A concern was logged: what shows counts may want to count again. The log page itself shows whom to tell.
    void showLogged(const session::Logged& logged);
    /// One line of status below the page, read out politely; it goes by itself.
    void say(const QString& sentence);
    /// An error that has no better place on the page: a banner above it until it is dismissed.
    void fail(const model::Error& error);
};

} // namespace heed::gui

#pragma once

#include "model/case_filter.h"

#include <QWidget>

namespace heed::gui {

/// One place of the program, shown right of the navigation. Made at sign-in, deleted at lock, at any moment: a page
/// never runs an event loop of its own, and a dialog of it is opened with open() and is its child.
class PlacePage : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// The page was chosen: read again what it shows.
    virtual void enter() {}
    /// The session found something new while the page is shown.
    virtual void refresh() { enter(); }
    /// Shows one thing: a reference, a child's id, a page of the library, a sign to log with. After enter().
    virtual void open(const QString& what) { Q_UNUSED(what) }
    /// It was opened from another place, to which a link of its own leads back. After open().
    virtual void setOrigin(Place from) { Q_UNUSED(from) }
    /// Shows a list narrowed to this. After enter().
    virtual void narrow(const model::CaseFilter& filter) { Q_UNUSED(filter) }
    /// Heed is about to lock, in any state. What was typed can still be posted to the session's thread, which runs it
    /// before the keys go. Nothing may be asked.
    virtual void beforeLock() {}
    /// What is open within the place, in words of its own that tell nothing of a child; empty for its start.
    virtual QString where() const { return {}; }
    /// Opens what `where` named, with what was typed there. After enter().
    virtual void goBack(const QString& where) { Q_UNUSED(where) }
    /// False while something is shown that only stands on the screen: new recovery sheets, a form without a draft.
    virtual bool canBeMadeAnew() const { return true; }
    virtual QString title() const = 0;
    /// Where typing starts when the page is shown.
    virtual QWidget* firstFocus() { return nullptr; }
};

} // namespace heed::gui

#pragma once

#include "session/people.h"

#include <QWidget>

namespace heed::gui::signin {

/// One page of the set-up: shows what the request says so far, and writes into it what was typed.
class SetUpStep : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual QString title() const = 0;
    virtual void read(const session::SetUpRequest& request) = 0;
    /// False where something is wrong; it then stands beside its field.
    virtual bool write(session::SetUpRequest& request) = 0;
    virtual QWidget* firstField() = 0;
};

} // namespace heed::gui::signin

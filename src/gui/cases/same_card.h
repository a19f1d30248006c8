#pragma once

#include "gui/widgets/card.h"
#include "session/links.h"

namespace heed::gui::cases {

/// A plate, number, user name, person or place that stands in other concerns too, with the children it stands with.
/// Hidden where there is nothing.
class SameCard : public Card {
    Q_OBJECT

public:
    /// Object names begin with `name`.
    explicit SameCard(const QString& name, QWidget* parent = nullptr);

    /// Concerns about `ownChild` are left out: that they share it is no news.
    void setThings(const std::vector<session::SameThing>& things, const QString& ownChild = {});

Q_SIGNALS:
    void wanted(const QString& reference);

private:
    QString m_name;
    QWidget* m_lines = nullptr;
};

} // namespace heed::gui::cases

#pragma once

#include "gui/widgets/card.h"
#include "model/case.h"

namespace heed::gui::cases {

/// What else was logged about the child of a case: how many in the six weeks up to it, and the newest, each with its
/// signs. One small thing is seen for the fourth that it is. Hidden where there is nothing.
class OthersCard : public Card {
    Q_OBJECT

public:
    /// Object names begin with `name`.
    explicit OthersCard(const QString& name, QWidget* parent = nullptr);

    /// `all`: every concern about the child, this one among them; of each its reference, when it was logged and its
    /// signs.
    void setConcerns(const QString& reference, const std::vector<model::Case>& all);

Q_SIGNALS:
    void wanted(const QString& reference);
    void childWanted();

private:
    QString m_name;
    QWidget* m_lines = nullptr;
};

} // namespace heed::gui::cases

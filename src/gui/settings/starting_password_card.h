#pragma once

#include "gui/widgets/card.h"

class QLabel;

namespace heed::gui::settings {

/// The starting password of a new colleague: shown this once, to be passed on, and wiped.
class StartingPasswordCard : public Card {
    Q_OBJECT

public:
    explicit StartingPasswordCard(const QString& school, QWidget* parent = nullptr);
    ~StartingPasswordCard() override;

    void tell(const QString& name, const QString& password);
    void forget();

Q_SIGNALS:
    void passedOn();

private:
    void print();

    QString m_school;
    QString m_name;
    QString m_password;
    QLabel* m_who;
    QLabel* m_shown;
};

} // namespace heed::gui::settings

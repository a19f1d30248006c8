#pragma once

#include "gui/widgets/card.h"
#include "session/siblings.h"

class QLabel;
class QPushButton;

namespace heed::gui::settings {

/// Brothers and sisters at the school: those that a lead has confirmed, and those who may be, each with a button.
/// Nothing is assumed, and nothing holds before the pupil is saved.
class SiblingsCard : public Card {
    Q_OBJECT

public:
    explicit SiblingsCard(QWidget* parent = nullptr);

    void take(const session::Siblings& siblings);
    /// Whom the pupil names from now on, in the register's ids.
    QStringList ids() const;
    /// As a draft kept them.
    void setIds(const QStringList& ids);

Q_SIGNALS:
    void changed();

private:
    struct Line {
        session::FoundPupil pupil;
        QString why;
        bool isConfirmed = false;
        QLabel* says = nullptr;
        QPushButton* act = nullptr;
    };
    void build();
    void tell();

    std::vector<Line> m_lines;
    QWidget* m_list = nullptr;
};

} // namespace heed::gui::settings

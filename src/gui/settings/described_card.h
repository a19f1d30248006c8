#pragma once

#include "gui/frame/context.h"
#include "gui/widgets/card.h"
#include "session/register.h"

#include <QTimer>

class QLineEdit;

namespace heed::gui {
class Banner;
class Field;
} // namespace heed::gui

namespace heed::gui::settings {

/// Concerns about a child who was written down without the register: found by name, and given to this pupil by a lead
/// who says how they know. The concerns follow at once.
class DescribedCard : public Card {
    Q_OBJECT

public:
    explicit DescribedCard(Context& context, QWidget* parent = nullptr);

    /// Looks for children of the pupil's surname.
    void take(const model::Pupil& pupil);

private:
    void search();
    void show(const std::vector<session::DescribedChild>& children);
    void link(const session::DescribedChild& child);

    Context& m_context;
    QString m_pupil;
    QString m_name;
    QTimer m_typing;
    QLineEdit* m_find;
    QLineEdit* m_reason;
    Field* m_reasonField;
    Banner* m_answer;
    QWidget* m_list = nullptr;
};

} // namespace heed::gui::settings

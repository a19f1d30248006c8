#include "gui/signin/choice.h"
#include "gui/frame/look.h"
#include "gui/widgets/named.h"

#include <QVBoxLayout>

namespace heed::gui::signin {
namespace {

/// As high as its words need at its width.
class ChoiceButton : public QPushButton {
public:
    explicit ChoiceButton(QVBoxLayout* words)
    {
        setLayout(words);
        QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }
    QSize sizeHint() const override { return layout()->sizeHint(); }
    QSize minimumSizeHint() const override { return layout()->minimumSize(); }
    int heightForWidth(int width) const override { return layout()->heightForWidth(width); }
    bool hasHeightForWidth() const override { return true; }
};

} // namespace

QPushButton* choiceButton(const QString& objectName, const QString& title, const QString& sentence)
{
    auto* words = new QVBoxLayout;
    words->setContentsMargins(em(1.2), em(0.9), em(1.2), em(0.9));
    words->setSpacing(em(0.25));
    for (auto* label : {headingLabel(title), textLabel(sentence)}) {
        label->setTextInteractionFlags(Qt::NoTextInteraction);
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        words->addWidget(label);
    }
    auto* made = named(new ChoiceButton(words), objectName, title);
    made->setAccessibleDescription(sentence);
    made->setProperty("role", QStringLiteral("choice"));
    return made;
}

} // namespace heed::gui::signin

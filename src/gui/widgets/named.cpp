#include "gui/widgets/named.h"

namespace heed::gui {
namespace {

QPushButton* makeButton(const QString& objectName, const QString& text, const char* role, QWidget* parent)
{
    auto* made = new QPushButton(text, parent);
    named(made, objectName, QString(text).remove(u'&'));
    made->setProperty("role", QString::fromLatin1(role));
    made->setAutoDefault(false); // Enter presses what has the focus, and nothing else: GlobalKeys
    return made;
}

QLabel* label(const QString& words, const char* role, QWidget* parent)
{
    auto* made = new QLabel(parent);
    made->setTextFormat(Qt::PlainText);
    made->setText(words);
    made->setWordWrap(true);
    if (*role != 0)
        made->setProperty("role", QString::fromLatin1(role));
    return made;
}

} // namespace

QPushButton* button(const QString& objectName, const QString& text, QWidget* parent)
{
    return makeButton(objectName, text, "plain", parent);
}

QPushButton* primaryButton(const QString& objectName, const QString& text, QWidget* parent)
{
    return makeButton(objectName, text, "primary", parent);
}

QPushButton* linkButton(const QString& objectName, const QString& text, QWidget* parent)
{
    auto* made = makeButton(objectName, text, "link", parent);
    made->setCursor(Qt::PointingHandCursor);
    return made;
}

QLabel* textLabel(const QString& words, QWidget* parent)
{
    auto* made = label(words, "", parent);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return made;
}

QLabel* titleLabel(const QString& words, QWidget* parent)
{
    return label(words, "title", parent);
}

QLabel* headingLabel(const QString& words, QWidget* parent)
{
    return label(words, "heading", parent);
}

QLabel* remarkLabel(const QString& words, QWidget* parent)
{
    return label(words, "remark", parent);
}

} // namespace heed::gui

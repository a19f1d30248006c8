#include "gui/log/problem_list.h"

#include "gui/frame/look.h"
#include "gui/widgets/announce.h"
#include "gui/widgets/kit.h"

#include <QVBoxLayout>

namespace heed::gui::log {

using namespace Qt::StringLiterals;

ProblemList::ProblemList(const QString& objectName, const QString& role, QWidget* parent)
    : QFrame(parent)
    , m_title(headingLabel({}, this))
    , m_remark(remarkLabel({}, this))
{
    setObjectName(objectName);
    setProperty("role", role);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(em(1.1), em(0.8), em(1.1), em(0.9));
    column->setSpacing(em(0.5));
    column->addWidget(m_title);
    column->addWidget(m_remark);
    hide();
}

void ProblemList::setItems(const QString& title, const QString& remark, const std::vector<Item>& items)
{
    delete m_items;
    m_items = new QWidget(this);
    auto* lines = new QVBoxLayout(m_items);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(em(0.7));
    m_count = 0;
    for (const auto& item : items) {
        auto* line = new QWidget(m_items);
        auto* column = new QVBoxLayout(line);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(em(0.1));
        auto* sentence = textLabel(item.sentence, line);
        sentence->setObjectName(u"%1.sentence.%2"_s.arg(objectName()).arg(m_count));
        column->addWidget(sentence);
        if (!item.note.isEmpty())
            column->addWidget(remarkLabel(item.note, line));
        auto* link = linkButton(u"%1.go.%2"_s.arg(objectName()).arg(m_count), u"Go there"_s, line);
        link->setAccessibleName(u"Go there: "_s + item.sentence);
        connect(link, &QPushButton::clicked, this, [this, key = item.key] { Q_EMIT wanted(key); });
        column->addWidget(link, 0, Qt::AlignLeft);
        lines->addWidget(line);
        ++m_count;
    }
    layout()->addWidget(m_items);
    m_title->setText(title);
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
    setAccessibleName(title);
    setVisible(m_count > 0);
    if (m_count > 0)
        announce(this);
}

QString ProblemList::title() const
{
    return m_title->text();
}

QWidget* ProblemList::firstLink() const
{
    return m_items ? m_items->findChild<QPushButton*>() : nullptr;
}

} // namespace heed::gui::log

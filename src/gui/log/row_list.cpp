#include "gui/log/row_list.h"

#include "gui/widgets/kit.h"

#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace heed::gui::log {

using namespace Qt::StringLiterals;

RowList::RowList(const QString& objectName, const QString& what, QString one, int most, Make make, QWidget* parent)
    : QWidget(parent)
    , m_one(std::move(one))
    , m_make(std::move(make))
    , m_most(most)
    , m_lines(new QVBoxLayout)
    , m_add(button(objectName + u".add"_s, u"Add "_s + what, this))
{
    setObjectName(objectName);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    m_lines->setSpacing(16);
    layout->addLayout(m_lines);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, [this] {
        if (auto* row = addRow())
            row->setFocus(Qt::OtherFocusReason);
        Q_EMIT changed();
    });
    setFocusProxy(m_add);
}

QWidget* RowList::addRow()
{
    if (static_cast<int>(m_rows.size()) >= m_most)
        return nullptr;
    const int number = m_made++;
    auto* row = m_make(number);
    auto* frame = new QWidget(this);
    auto* lines = new QVBoxLayout(frame);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(4);
    lines->addWidget(row);
    auto* remove = linkButton(objectName() + u".remove.%1"_s.arg(number), u"Take this away"_s, frame);
    lines->addWidget(remove, 0, Qt::AlignLeft);
    m_lines->addWidget(frame);
    m_rows.push_back(row);
    connect(remove, &QPushButton::clicked, row, [this, row] { removeRow(row); });
    m_add->setEnabled(static_cast<int>(m_rows.size()) < m_most);
    tellApart();
    return row;
}

void RowList::tellApart()
{
    static const char* const plainName = "plainName";
    int place = 0;
    for (auto* row : m_rows) {
        ++place;
        for (auto* field : row->parentWidget()->findChildren<QWidget*>()) {
            // A list of answers says by itself how many there are.
            if (field->accessibleName().isEmpty() || qobject_cast<QListView*>(field))
                continue;
            if (!field->property(plainName).isValid())
                field->setProperty(plainName, field->accessibleName());
            field->setAccessibleName(u"%1, %2 %3"_s.arg(field->property(plainName).toString(), m_one).arg(place));
        }
    }
}

void RowList::removeRow(QWidget* row)
{
    m_rows.erase(std::remove(m_rows.begin(), m_rows.end(), row), m_rows.end());
    auto* frame = row->parentWidget();
    m_lines->removeWidget(frame);
    frame->hide();
    frame->deleteLater();
    m_add->setEnabled(true);
    tellApart();
    m_add->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

void RowList::clearRows()
{
    while (!m_rows.empty())
        removeRow(m_rows.back());
}

} // namespace heed::gui::log

#include "gui/settings/row_editor.h"
#include "gui/frame/look.h"
#include "gui/widgets/card.h"
#include "gui/widgets/flow_layout.h"
#include "gui/widgets/named.h"

#include <QVBoxLayout>

#include <algorithm>

namespace heed::gui::settings {

RowEditor::RowEditor(const QString& objectName, const QString& addText, bool ordered, QWidget* parent)
    : QWidget(parent)
    , m_name(objectName)
    , m_ordered(ordered)
    , m_rows(new QVBoxLayout)
    , m_add(button(objectName + QStringLiteral("Add"), addText))
{
    setObjectName(objectName);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(em(0.6));
    column->addLayout(m_rows);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, &RowEditor::addWanted);
}

void RowEditor::clear()
{
    for (const auto& line : m_lines)
        line.frame->deleteLater();
    m_lines.clear();
}

EditorRow* RowEditor::append(EditorRow* row)
{
    auto* frame = new QFrame;
    frame->setProperty("role", QStringLiteral("card"));
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(em(0.8), em(0.6), em(0.8), em(0.6));
    column->addWidget(row);
    auto* buttons = new FlowLayout;
    Line line{frame, row, button({}, tr("Move up")), button({}, tr("Move down")), button({}, tr("Take out"))};
    if (m_ordered) {
        buttons->addWidget(line.up);
        buttons->addWidget(line.down);
    } else {
        delete line.up;
        delete line.down;
        line.up = line.down = nullptr;
    }
    buttons->addWidget(line.remove);
    column->addLayout(buttons);
    m_rows->addWidget(frame);
    m_lines.push_back(line);
    if (line.up) {
        connect(line.up, &QPushButton::clicked, this, [this, row] { move(row, -1); });
        connect(line.down, &QPushButton::clicked, this, [this, row] { move(row, 1); });
    }
    connect(line.remove, &QPushButton::clicked, this, [this, row] { take(row); });
    connect(row, &EditorRow::changed, this, &RowEditor::changed);
    renumber();
    return row;
}

int RowEditor::indexOf(const EditorRow* row) const
{
    const auto found =
        std::find_if(m_lines.begin(), m_lines.end(), [row](const Line& line) { return line.row == row; });
    return static_cast<int>(found - m_lines.begin());
}

void RowEditor::move(EditorRow* row, int step)
{
    const int from = indexOf(row);
    const int to = from + step;
    if (to < 0 || to >= count())
        return;
    std::swap(m_lines[static_cast<std::size_t>(from)], m_lines[static_cast<std::size_t>(to)]);
    auto* frame = m_lines[static_cast<std::size_t>(to)].frame;
    m_rows->removeWidget(frame);
    m_rows->insertWidget(to, frame);
    renumber();
    row->firstField()->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

void RowEditor::take(EditorRow* row)
{
    const int index = indexOf(row);
    m_lines[static_cast<std::size_t>(index)].frame->deleteLater();
    m_lines.erase(m_lines.begin() + index);
    renumber();
    if (m_lines.empty())
        m_add->setFocus();
    else
        m_lines[static_cast<std::size_t>(std::min(index, count() - 1))].row->firstField()->setFocus();
    Q_EMIT changed();
}

void RowEditor::renumber()
{
    for (int i = 0; i < count(); ++i) {
        const auto& line = m_lines[static_cast<std::size_t>(i)];
        line.row->setNumber(i + 1);
        const auto give = [&](QPushButton* each, const char* suffix, const QString& says) {
            if (each)
                named(each, QStringLiteral("%1%2%3").arg(m_name, QString::fromLatin1(suffix)).arg(i + 1),
                      says.arg(i + 1));
        };
        give(line.up, "Up", tr("Move row %1 up"));
        give(line.down, "Down", tr("Move row %1 down"));
        give(line.remove, "Remove", tr("Take out row %1"));
        if (line.up) {
            line.up->setEnabled(i > 0);
            line.down->setEnabled(i + 1 < count());
        }
    }
}

} // namespace heed::gui::settings

#include "gui/log/body_map_fields.h"

#include "gui/frame/look.h"
#include "gui/log/body_canvas.h"
#include "gui/log/field_key.h"
#include "gui/log/form_state.h"
#include "gui/log/mark_fields.h"
#include "gui/log/row_list.h"
#include "gui/widgets/announce.h"
#include "gui/widgets/flow_layout.h"
#include "gui/widgets/kit.h"

#include "report/words.h"
#include "rules/body_figure.h"

#include <QButtonGroup>
#include <QCborMap>
#include <QScrollArea>
#include <QVBoxLayout>

namespace heed::gui::log {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostMarks = 99;
constexpr double tallestPicture = 28.5; // times the height of the text: what is larger scrolls

QString prefixOf(const QWidget* row)
{
    return row->focusProxy()->objectName().section(u'.', 0, 0);
}

} // namespace

BodyMapFields::BodyMapFields(QWidget* parent)
    : QWidget(parent)
    , m_canvas(new BodyCanvas)
    , m_views(new QButtonGroup(this))
    , m_where(textLabel({}, this))
{
    setObjectName(u"bodyMap"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em(0.6));
    auto* never = new Banner(Banner::Tone::Warning, u"bodyMap.never"_s, this);
    never->set(u"Never photograph an injury. Never ask a child to undress."_s,
               u"Mark only what you can see, and what the child shows you by themselves. If the child needs a doctor, "
               "that comes first."_s);
    column->addWidget(never);
    column->addWidget(makePictures());

    m_rows = new RowList(u"bodyMap.marks"_s, u"a mark where the cursor is"_s, u"mark"_s, mostMarks, [this](int number) {
        auto* fields = new MarkFields(u"mark"_s + QString::number(number), m_next);
        connect(fields, &MarkFields::changed, this, &BodyMapFields::changed);
        return fields;
    });
    column->addWidget(m_rows);
    // The list's own button places a mark as Enter on the picture does.
    connect(m_canvas, &BodyCanvas::cursorMoved, this, [this] {
        m_next.view = m_canvas->view();
        m_next.x = m_canvas->cursorPlace().x();
        m_next.y = m_canvas->cursorPlace().y();
        m_where->setText(m_canvas->where());
        m_rows->findChild<QPushButton*>(u"bodyMap.marks.add"_s)
            ->setEnabled(m_canvas->isOnBody() && m_rows->rows().size() < std::size_t(mostMarks));
        const auto spot = m_canvas->cursorRect();
        m_area->ensureVisible(spot.center().x(), spot.center().y(), spot.width() / 2, spot.height() / 2);
    });
    // Also when the size of the text changes while the form is open.
    connect(m_canvas, &BodyCanvas::refitted, this, &BodyMapFields::fitArea);
    connect(m_canvas, &BodyCanvas::placed, this, &BodyMapFields::place);
    connect(m_canvas, &BodyCanvas::missed, this, [this] {
        m_where->setText(u"No mark was placed. "_s + m_canvas->where());
        announce(m_where);
    });
    connect(m_canvas, &BodyCanvas::chosen, this, &BodyMapFields::choose);
    connect(m_canvas, &BodyCanvas::removed, this, &BodyMapFields::remove);
    connect(m_canvas, &BodyCanvas::zoomAsked, this, &BodyMapFields::zoom);
    connect(m_rows, &RowList::changed, this, [this] {
        refresh();
        Q_EMIT changed();
    });
    setFocusProxy(m_canvas);
    showView(model::BodyView::Front);
}

QWidget* BodyMapFields::makePictures()
{
    auto* holder = new QWidget(this);
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    auto* choices = new QWidget(holder);
    auto* line = new FlowLayout(choices);
    for (const auto& [view, code] : model::Names<model::BodyView>::table) {
        auto* choice = button(u"bodyMap.view."_s + QLatin1StringView(code), rules::viewText(view), choices);
        choice->setCheckable(true);
        m_views->addButton(choice, static_cast<int>(view));
        line->addWidget(choice);
    }
    column->addWidget(choices);
    connect(m_views, &QButtonGroup::idClicked, this, [this](int id) { showView(static_cast<model::BodyView>(id)); });

    // Above the picture: there it is in sight wherever one is on it.
    m_where->setObjectName(u"bodyMap.where"_s);
    column->addWidget(m_where);
    m_area = new QScrollArea(holder);
    m_area->setObjectName(u"bodyMap.scroll"_s);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setAlignment(Qt::AlignHCenter | Qt::AlignVCenter);
    m_area->setWidget(m_canvas);
    column->addWidget(m_area);

    auto* below = new QWidget(holder);
    auto* belowLine = new FlowLayout(below);
    auto* larger = button(u"bodyMap.larger"_s, u"Larger"_s, below);
    auto* smaller = button(u"bodyMap.smaller"_s, u"Smaller"_s, below);
    belowLine->addWidget(larger);
    belowLine->addWidget(smaller);
    connect(larger, &QPushButton::clicked, this, [this] { zoom(m_canvas->zoom() * 1.5); });
    connect(smaller, &QPushButton::clicked, this, [this] { zoom(m_canvas->zoom() / 1.5); });
    column->addWidget(below);
    column->addWidget(remarkLabel(u"Click where the injury is. By keyboard: the arrow keys move (with Shift further), "
                                  "Enter places a mark, Delete takes it away. Left and right are the child's own."_s,
                                  holder));
    return holder;
}

void BodyMapFields::showView(model::BodyView view)
{
    m_views->button(static_cast<int>(view))->setChecked(true);
    m_canvas->setView(view);
    refresh();
}

void BodyMapFields::place(int x, int y)
{
    m_next.view = m_canvas->view();
    m_next.x = x;
    m_next.y = y;
    if (!m_rows->addRow())
        return;
    m_chosen = static_cast<int>(m_rows->rows().size());
    refresh();
    Q_EMIT changed();
}

MarkFields* BodyMapFields::row(int number) const
{
    const auto& rows = m_rows->rows();
    return number >= 1 && number <= static_cast<int>(rows.size())
               ? static_cast<MarkFields*>(rows[static_cast<std::size_t>(number - 1)])
               : nullptr;
}

void BodyMapFields::choose(int number)
{
    m_chosen = number;
    refresh();
}

void BodyMapFields::remove(int number)
{
    if (auto* fields = row(number)) {
        m_rows->removeRow(fields);
        m_canvas->setFocus(Qt::OtherFocusReason);
    }
}

void BodyMapFields::fitArea()
{
    m_area->setFixedHeight(qMin(m_canvas->height(), em(tallestPicture)) + 2 * m_area->frameWidth());
}

void BodyMapFields::zoom(double zoom)
{
    m_canvas->setZoom(zoom);
    const auto spot = m_canvas->cursorRect();
    m_area->ensureVisible(spot.center().x(), spot.center().y(), spot.width() / 2, spot.height() / 2);
}

void BodyMapFields::refresh()
{
    const auto& rows = m_rows->rows();
    m_chosen = qMin(m_chosen, static_cast<int>(rows.size()));
    std::vector<BodyCanvas::Mark> here;
    QMap<model::BodyView, int> counts;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto* fields = static_cast<MarkFields*>(rows[i]);
        const int number = static_cast<int>(i) + 1;
        const auto mark = fields->mark();
        fields->setNumber(number);
        fields->setChosen(number == m_chosen);
        ++counts[mark.view];
        if (mark.view == m_canvas->view())
            here.push_back({number, mark.x, mark.y});
    }
    m_canvas->setMarks(here, m_chosen);
    for (const auto& entry : model::Names<model::BodyView>::table) {
        const int count = counts.value(entry.first);
        const auto title = rules::viewText(entry.first);
        auto* choice = m_views->button(static_cast<int>(entry.first));
        choice->setText(count == 0 ? title : u"%1 (%2)"_s.arg(title).arg(count));
        choice->setAccessibleName(
            count == 0 ? title : u"%1, %2"_s.arg(title, count == 1 ? u"one mark"_s : u"%1 marks"_s.arg(count)));
    }
}

std::vector<model::BodyMark> BodyMapFields::marks() const
{
    std::vector<model::BodyMark> marks;
    for (const auto* fields : m_rows->rows())
        marks.push_back(static_cast<const MarkFields*>(fields)->mark());
    return marks;
}

void BodyMapFields::clearAll()
{
    m_rows->clearRows();
    m_chosen = 0;
    m_canvas->setZoom(1);
    showView(model::BodyView::Front);
    Q_EMIT changed();
}

std::vector<rules::Problem> BodyMapFields::unreadable() const
{
    std::vector<rules::Problem> problems;
    for (std::size_t i = 0; i < m_rows->rows().size(); ++i)
        for (auto& problem : static_cast<const MarkFields*>(m_rows->rows()[i])->unreadable(u"bodyMap[%1]"_s.arg(i)))
            problems.push_back(problem);
    return problems;
}

Field* BodyMapFields::fieldOf(const QString& key) const
{
    const auto read = readKey(key);
    const auto* fields = row(read.index + 1);
    return fields ? fields->fieldOf(read.ending) : nullptr;
}

QWidget* BodyMapFields::rowOf(const QString& key) const
{
    auto* fields = row(readKey(key).index + 1);
    return fields ? static_cast<QWidget*>(fields) : m_canvas;
}

QCborArray BodyMapFields::state() const
{
    QCborArray all;
    for (const auto* fields : m_rows->rows()) {
        const auto mark = static_cast<const MarkFields*>(fields)->mark();
        const model::BodyMark place{mark.view, mark.x, mark.y, {}, {}, {}, {}, {}, {}, {}, {}};
        all.append(QCborMap{{u"place"_s, model::toShape(place)}, {u"fields"_s, stateOf(fields, prefixOf(fields))}});
    }
    return all;
}

void BodyMapFields::setState(const QCborArray& state)
{
    for (const auto& one : state) {
        const auto map = one.toMap();
        const auto place = model::fromShape<model::BodyMark>(map.value(u"place"_s), u"The draft"_s);
        if (!place)
            continue;
        m_next = *place;
        if (auto* fields = m_rows->addRow())
            log::setState(fields, prefixOf(fields), map.value(u"fields"_s).toMap());
    }
    refresh();
    Q_EMIT changed();
}

} // namespace heed::gui::log
